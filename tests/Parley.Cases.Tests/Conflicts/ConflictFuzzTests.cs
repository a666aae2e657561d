using System.Diagnostics;
using Parley.Cases.Conflicts;
using Parley.Cases.Diagnostics;
using Parley.Cases.Formats;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Conflicts;

public class ConflictFuzzTests
{
    private const int Inputs = 10_000;

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ": ", ":", ",", "- ", "-", "->", "<->", "(", ")", " if ", " iff ", "not ", "&", "|", "+", "#", "\n", "\r\n", "\t", "  ", "'", "\"", ";", "*a", "&a ", "!",
        "\u2028", "\uFEFF", "\0", "\uD83D", "null", "none", "YYY", "1e9", "99999999999999999999", "-1", "0.5", "[0, \"Y\"]", "ranking: ", "options: {}", "states: {}", "same_state: {q: 1}", "perceptions: {red: {}}", "party,from,to\n",
    ];

    [Fact]
    public void No_text_makes_the_reader_throw_or_dawdle() =>
        Run([ConflictSamples.Options, ConflictSamples.Graph, ConflictSamples.Perceived], text => Check(ConflictReader.Read("fuzz", text), text));

    [Fact]
    public void No_text_makes_the_gmcr_reader_throw_or_dawdle() =>
        Run([ConflictSamples.Gmcr, ConflictSamples.Ranked], text => Check(GmcrReader.Read("fuzz", text), text));

    [Fact]
    public void No_table_makes_the_reader_throw_or_dawdle()
    {
        Run([ConflictSamples.States], text => Check(ConflictCsvReader.Read("fuzz", new ConflictTables(text, ConflictSamples.Arcs)), text, ConflictSamples.Arcs));
        Run([ConflictSamples.Arcs], text => Check(ConflictCsvReader.Read("fuzz", new ConflictTables(ConflictSamples.States, text)), text, ConflictSamples.States));
    }

    private static void Run(string[] seeds, Func<string, bool> read)
    {
        var understood = 0;
        for (var i = 0; i < Soak.Times(Inputs); i++)
        {
            var random = new Random(19751 + i);
            var text = seeds[random.Next(seeds.Length)];
            for (var changes = random.Next(1, 5); changes > 0; changes--) text = Mutate(text, random);
            var clock = Stopwatch.StartNew();
            try
            {
                if (read(text)) understood++;
            }
            catch (Exception problem) when (problem is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"input {i}: {problem}\n{text}");
            }
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"input {i} took {clock.Elapsed}\n{text}");
        }
        Assert.InRange(understood, Inputs / 200, Soak.Times(Inputs));
    }

    private static bool Check(Checked<Conflict> read, string text, string other = "")
    {
        Assert.True(read.Value is null == read.Errors.Any(), text);
        var length = Math.Max(text.Length, other.Length);
        Assert.All(read.Diagnostics, d => Assert.True(d.Span.Line > 0 && d.Span.Length >= 0 && d.Span.Offset + d.Span.Length <= length, $"{d}\n{text}"));
        if (read.Value is not { } conflict) return false;
        ConflictWriter.Write(conflict);
        ConflictWriter.WriteJson(conflict);
        ConflictTableWriter.Tables(conflict);
        ConflictTableWriter.Dot(conflict);
        return true;
    }

    private static string Mutate(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var end = Math.Min(text.Length, at + random.Next(20));
        switch (random.Next(6))
        {
            case 0:
                return TextMutations.FlipByte(text, random);
            case 1:
                return text[..at] + text[end..];
            case 2:
                return text[..end] + text[at..];
            case 3:
                return random.Next(5) == 0 ? text[..at] : text;
            default:
                return text.Insert(at, Pieces[random.Next(Pieces.Length)]);
        }
    }
}
