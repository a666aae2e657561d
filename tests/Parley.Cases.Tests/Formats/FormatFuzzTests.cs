using System.Diagnostics;
using Parley.Cases.Diagnostics;
using Parley.Cases.Formats;
using Parley.Cases.Scenarios;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Formats;

public class FormatFuzzTests
{
    private const int Inputs = 10_000;
    private const int Seed = 20141027;

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ":", ": ", ",", "\"", "'", "<", ">", "/>", "</issue>", "<issue name=\"x\">", "<item value=\"\"/>", "&amp;", "&#0;", "&e;", "<!DOCTYPE a>", "<!DOCTYPE a [<!ENTITY e \"e\">]>", "<![CDATA[", "<!--", "<?x?>",
        "-", "- ", "\n", "\r\n", "\r", "\t", "  ", "#", "&a ", "*a", "*m", "!t ", "|\n", "---\n", "<<: *m", "\\u0000", "\\ud800", "\uFEFF", "\0", "\u2028", "\uD83D", "\u00E9", "null", "~", "true", ".inf", "-.inf", ".nan",
        "0", "-1", "1e9", "1e400", "-1e-400", "99999999999999999999", "2147483647", "0.1", "1/3", "NaN", "index=\"2\"", "vtype=\"real\"", "type=\"nonlinear\"", "\"range\": [0, 1e9, 1e-9]", "values: 99999999", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    ];

    [Theory]
    [InlineData(ScenarioFormat.Genius)]
    [InlineData(ScenarioFormat.GeniusWeb)]
    [InlineData(ScenarioFormat.NegMas)]
    [InlineData(ScenarioFormat.NegoLog)]
    public void No_text_makes_a_reader_or_writer_throw_or_dawdle(ScenarioFormat format)
    {
        var understood = 0;
        for (var i = 0; i < Soak.Times(Inputs); i++)
        {
            var random = new Random(Seed + i);
            var texts = FormatSamples.Of(format, random.Next(3) == 0).ToArray();
            for (var changed = random.Next(1, 3); changed > 0; changed--)
            {
                var at = random.Next(texts.Length);
                texts[at] = texts[at] with { Text = Mutate(texts[at].Text, texts[random.Next(texts.Length)].Text, random) };
            }
            var clock = Stopwatch.StartNew();
            try
            {
                if (Check(texts, i) is { } reading)
                {
                    understood++;
                    foreach (var scenario in reading.Scenarios) ScenarioWriter.Write(scenario, (ScenarioFormat)random.Next(3));
                }
            }
            catch (Exception problem) when (problem is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"input {i}: {problem}\n{string.Join('\n', texts.Select(t => t.ToString()))}");
            }
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), $"input {i} took {clock.Elapsed}");
        }
        Assert.InRange(understood, Inputs / 100, Soak.Times(Inputs));
    }

    private static ScenarioReading? Check(ScenarioText[] texts, int input)
    {
        var read = ScenarioReader.Read(texts);
        Assert.True(read.Value is null == read.Errors.Any(), $"input {input}");
        foreach (var finding in read.Diagnostics) CheckPlace(texts, finding.Span, input);
        foreach (var note in read.Value?.Notes ?? []) CheckPlace(texts, note.Span, input);
        Assert.All(read.Diagnostics, d => Assert.Matches(@"^[^\r\n]+[.?]\)?$", d.Message));
        return read.Value;
    }

    private static void CheckPlace(ScenarioText[] texts, SourceSpan span, int input)
    {
        if (span == SourceSpan.None) return;
        var text = texts.Single(t => t.Name == span.File).Text;
        Assert.True(span.Line > 0 && span.Column > 0 && span.Length >= 0 && span.Offset + span.Length <= text.Length, $"input {input}: {span}");
    }

    private static string Mutate(string text, string other, Random random)
    {
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(text.Length + 1);
            var end = Math.Min(text.Length, at + random.Next(30));
            text = random.Next(9) switch
            {
                0 => TextMutations.FlipByte(text, random),
                1 => random.Next(3) == 0 ? text[..at] : text,
                2 => text[..at] + text[end..],
                3 => text[..end] + text[at..],
                4 => random.Next(3) == 0 && text.Length < 20_000 ? text[..at] + other : text,
                5 => TextMutations.DoubleLine(text, random),
                6 => Digit(text, random),
                _ => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }
        return text;
    }

    private static string Digit(string text, Random random)
    {
        var at = text.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], random.Next(text.Length + 1));
        return at < 0 ? text : text[..at] + Pieces[^(random.Next(14) + 8)] + text[(at + 1)..];
    }
}
