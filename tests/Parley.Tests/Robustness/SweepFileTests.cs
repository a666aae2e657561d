using System.Collections.Immutable;
using System.Globalization;
using Parley.Cases.Overlays;
using Parley.Draws;
using Parley.Reports.Json;
using Parley.Reports.Tables;
using Parley.Sweeps;
using Parley.Tests.Shared;
using Parley.Verdict;

namespace Parley.Tests.Robustness;

/// <summary>Files of sweeps: written and read again they are the same bytes, and no broken one does harm.</summary>
public class SweepFileTests(ITestOutputHelper output)
{
    private static readonly string[] Words =
        ["a", "one.min_gain=1.5", "münze", "\"quoted\"", "back\\slash", "new\nline", "tab\t", "", "=cmd()", "a,b", "long " + new string('x', 200), "\u2028", "none", "🙂"];

    [Fact]
    public void What_was_written_and_read_is_written_the_same()
    {
        var (parts, shards, biggest) = (Soak.Times(5_000), 0, 0);
        for (var seed = 0; seed < parts; seed++)
        {
            var part = Part(new(seed));
            var text = SweepJson.Text(part);
            var read = SweepJson.Read(text);

            Assert.Equal(text, SweepJson.Text(read));
            Assert.Equal(SweepText.Csv(part), SweepText.Csv(read));
            if (part.Shards > 1) shards++;
            biggest = Math.Max(biggest, text.Length);
        }

        output.WriteLine($"{parts} generated combinations of tallies, written and read: 0 differences; {shards} shards of more than one, the largest {biggest} characters");
        Assert.InRange(shards, parts / 4, parts * 3 / 4);
    }

    [Fact]
    public void A_broken_file_is_refused_or_read_but_never_crashes()
    {
        var (texts, refused) = (Soak.Times(20_000), 0);
        for (var seed = 0; seed < texts; seed++)
        {
            var random = new Random(seed);
            var part = Part(random);
            var text = SweepJson.Text(part);
            for (var changes = random.Next(1, 4); changes > 0; changes--) text = Mutate(text, random);
            try
            {
                var read = SweepJson.Read(text);
                Assert.NotEmpty(SweepJson.Text(read));
                Assert.NotEmpty(SweepText.Csv(read));
                _ = SweepPart.Merge([("a", part), ("b", read)]);
                _ = SweepPart.Merge([("b", read)]);
            }
            catch (FormatException problem)
            {
                Assert.Equal("This is no part of a sweep, or it was changed.", problem.Message);
                refused++;
            }
        }

        output.WriteLine($"{texts} generated changes of files of sweeps: 0 crashes; {refused} refused");
        Assert.True(refused * 2 > texts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"parley\": \"sweep\"}")]
    [InlineData("{\"parley\": 1}")]
    [InlineData("\ud800")]
    public void Something_else_is_refused(string text) => Assert.Throws<FormatException>(() => SweepJson.Read(text));

    [Theory]
    [InlineData("\"shard\": 1,", "\"shard\": 0,")]
    [InlineData("\"shards\": 1,", "\"shards\": 0,")]
    [InlineData("\"shards\": 1,", "\"shards\": 99999999999,")]
    [InlineData("\"seed\": 1,", "\"seed\": 2,")]
    [InlineData("\"draws\": 10,", "\"draws\": 11,")]
    [InlineData("\"set\": []", "\"set\": [\"a=1\"]")]
    [InlineData("\"count\": 4", "\"count\": 5")]
    [InlineData("\"count\": 4", "\"count\": -4")]
    [InlineData("\"steps\": \"5000:10\"", "\"steps\": \"5000:9\"")]
    [InlineData("\"steps\": \"5000:10\"", "\"steps\": \"20001:10\"")]
    [InlineData("\"steps\": \"5000:10\"", "\"steps\": \"5000\"")]
    [InlineData("\"steps\": \"5000:10\"", "\"steps\": \"5000:5 5000:5\"")]
    [InlineData("\"steps\": \"5000:10\"", "\"steps\": \"5000:5 4000:5\"")]
    [InlineData("\"margin\": -0.5,", "\"margin\": 1e999,")]
    [InlineData("\"margin\": -0.5,", "\"margin\": null,")]
    [InlineData("\"sumMillionths\": \"-5000000\"", "\"sumMillionths\": \"170141183460469231731687303715884105727\"")]
    [InlineData("\"sumMillionths\": \"-5000000\"", "\"sumMillionths\": \"many\"")]
    [InlineData("\"exactDraws\": 0", "\"exactDraws\": 11")]
    [InlineData("\"undecidedDraws\": 0", "\"undecidedDraws\": 1")]
    [InlineData("\"case\": \"c\"", "\"case\": \"d\"")]
    [InlineData("\"grade\": \"nothing\"", "\"grade\": \"plenty\"")]
    public void A_change_of_one_thing_is_found(string from, string to)
    {
        var text = SweepJson.Text(Small());
        Assert.Contains(from, text, StringComparison.Ordinal);
        _ = SweepJson.Read(text);

        Assert.Throws<FormatException>(() => SweepJson.Read(text.Replace(from, to, StringComparison.Ordinal)));
    }

    private static SweepPart Small() => new()
    {
        Digest = "0a",
        Version = "1",
        Seed = 1,
        Sampling = SamplingKind.Independent,
        Cases = [("c", "00")],
        Shard = 1,
        Shards = 1,
        DrawsPerCell = 10,
        Cells =
        [
            new(new(0, OverlaySelection.Default), new(Grade.Nothing, -0.5, true), new()
            {
                Draws = 10, Undecided = 0, Exact = 0, Bounded = 0, Grades = [4, 0, 6], Tokens = [], Accepted = [], Binding = [], MarginSteps = [(5_000, 10)],
                MarginSum = -5_000_000, MarginSquares = 2_500_000_000_000,
            }),
        ],
    };

    private static SweepPart Part(Random random)
    {
        var shards = random.Next(2) == 0 ? 1 : random.Next(2, 9);
        var draws = random.Next(4) == 0 ? 0 : random.NextInt64(1, random.Next(2) == 0 ? 20 : 1_000_000_000);
        ImmutableArray<(string, string)> cases = [.. Enumerable.Range(0, random.Next(1, 3)).Select(k => (Word(random) + k.ToString(CultureInfo.InvariantCulture), "0f"))];
        var part = new SweepPart
        {
            Digest = "0a",
            Version = Word(random),
            Seed = (ulong)random.NextInt64(),
            Sampling = (SamplingKind)random.Next(3),
            Cases = cases,
            Shard = random.Next(1, shards + 1),
            Shards = shards,
            DrawsPerCell = draws,
            Cells = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Cell(random, cases.Length, draws, shards == 1))],
        };
        return part;
    }

    private static SweepTally Cell(Random random, int cases, long draws, bool whole)
    {
        string? Maybe() => random.Next(2) == 0 ? null : Word(random);
        ImmutableArray<string> Some() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => Word(random))];
        var selection = new OverlaySelection { At = Maybe(), Under = Maybe(), SeenBy = Maybe(), Story = Maybe(), Given = Some(), Without = Some(), Set = Some() };
        var asked = whole || random.Next(2) == 0 ? new AskedVerdict((Grade)random.Next(3), random.NextDouble() * Math.Pow(10, random.Next(-8, 4)), random.Next(2) == 0) : null;
        return new(new(random.Next(cases), selection), asked, Tally(random, whole ? draws : random.NextInt64(draws + 1)));
    }

    private static DrawTally Tally(Random random, long draws)
    {
        var undecided = random.Next(3) == 0 ? random.NextInt64(draws + 1) : 0;
        var decided = draws - undecided;
        var deals = random.NextInt64(decided + 1);
        var tokens = random.NextInt64(decided - deals + 1);
        var binding = random.NextInt64(decided - deals + 1);
        return new()
        {
            Draws = draws,
            Undecided = undecided,
            Exact = random.NextInt64(undecided, draws + 1),
            Bounded = random.NextInt64(decided + 1),
            Grades = [decided - deals - tokens, tokens, deals],
            Tokens = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new NamedCount(Word(random), random.NextInt64(decided + 1)))],
            Accepted = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new NamedCount(Word(random), random.NextInt64(decided + 1)))],
            Binding = [new(Word(random), binding), new(Word(random), 0)],
            MarginSteps = [.. Steps(random, decided)],
            MarginSum = (Int128)(decided * 1e6 * ((random.NextDouble() * 2) - 1)),
            MarginSquares = (Int128)(decided * 1e12 * random.NextDouble()),
        };
    }

    private static IEnumerable<(int, long)> Steps(Random random, long decided)
    {
        for (var step = random.Next(50); decided > 0; step += random.Next(1, 400))
        {
            var count = step > 19_000 ? decided : random.NextInt64(1, decided + 1);
            decided -= count;
            yield return (step, count);
        }
    }

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static string Mutate(string text, Random random)
    {
        if (text.Length == 0) return text;
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, random.Next(2) == 0 ? 4 : 200), text.Length - at);
        return random.Next(6) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(random.Next(text.Length), 1)),
            2 => text.Insert(at, text.Substring(at, length)),
            3 => text[..at],
            4 => ChangeDigit(text, at, random),
            _ => text[..at] + "\"{}[]:,-0\u0000\ud800e.\\"[random.Next(14)] + text[(at + 1)..],
        };
    }

    private static string ChangeDigit(string text, int from, Random random)
    {
        var at = text.AsSpan(from).IndexOfAnyInRange('0', '9');
        if (at < 0) return text;
        var with = random.Next(4) switch { 0 => "-1", 1 => "99999999999999999999", 2 => "1e300", _ => ((char)('0' + random.Next(10))).ToString() };
        return text[..(from + at)] + with + text[(from + at + 1)..];
    }
}
