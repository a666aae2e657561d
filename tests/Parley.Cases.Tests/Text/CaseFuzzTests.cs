using System.Diagnostics;
using System.Globalization;
using Parley.Cases.Diagnostics;
using Parley.Cases.Text;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Text;

public class CaseFuzzTests
{
    private const int Inputs = 10_000;
    private const int Seed = 20190515;

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ": ", ":", ",", "- ", "? ", "#", " #", "\n", "\r\n", "\t", "  ", "'", "\"", "|\n  ", ">\n  ", "&a ", "*a", "!t ", "@guess", "%5", "`", "---\n", "...\n",
        "1,000", "0,5", "(1..2)", "(2, 3)", "+-", "12%", "\u201C", "\u2212", "\u00A0", "\u0085", "\u2028", "\uFEFF", "\0", "\uD83D", "\uDE00", "<<: *a", "no", "~", "1e9", "99999999999999999999",
        "set: {us.no_deal: 5}", "status_quo: none", "from: 2", "step: 0", "by: all", "params: {a: a + a}",
        "(uniform ", "(normal 4 in ", "(discrete 0:20% 0.3:80%)", "(beta 2 5 in 0..1)", "dependence: {", "rank_correlations: [[", "common_factors: {f: {us.no_deal: 1}}",
    ];

    [Fact]
    public void No_text_makes_the_reader_throw_or_dawdle()
    {
        var count = Inputs * (int.TryParse(Environment.GetEnvironmentVariable("PARLEY_SOAK"), CultureInfo.InvariantCulture, out var soak) ? soak : 1);
        var seeds = Directory.GetFiles(RepositoryFolders.InvalidCases, "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText)
            .Append(Samples.Small).Append(Samples.Everything).Append(Samples.Everything).ToArray();
        for (var i = 0; i < count; i++)
        {
            var random = new Random(Seed + i);
            var text = Mutate(seeds[random.Next(seeds.Length)], seeds, random);
            var clock = Stopwatch.StartNew();
            try
            {
                Check(CaseReader.Read("fuzz", text), text);
            }
            catch (Exception problem) when (problem is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"input {i}: {problem}\n{text}");
            }
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"input {i} took {clock.Elapsed}\n{text}");
        }
    }

    private static void Check(Checked<Model.CaseModel> read, string text)
    {
        var length = text.Length;
        Assert.True(read.Value is null == read.Errors.Any(), text);
        Assert.All(read.Diagnostics, d => Assert.True(d.Span.Offset + d.Span.Length <= length && d.Span.Line > 0 && d.Span.Length >= 0, text));
        Assert.Equal(read.Diagnostics.OrderBy(d => d.Span.Offset).Select(d => d.Span.Offset), read.Diagnostics.Select(d => d.Span.Offset));
    }

    private static string Mutate(string text, string[] seeds, Random random)
    {
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            var at = random.Next(text.Length + 1);
            var end = Math.Min(text.Length, at + random.Next(40));
            text = random.Next(8) switch
            {
                0 => TextMutations.FlipByte(text, random),
                1 => text[..at],
                2 => text[..at] + text[end..],
                3 => text[..end] + text[at..],
                4 => text[..at] + seeds[random.Next(seeds.Length)] is var spliced && spliced.Length > 20_000 ? text : spliced,
                5 => TextMutations.DoubleLine(text, random),
                _ => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }
        return text;
    }
}
