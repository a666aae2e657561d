using System.Collections.Immutable;
using Parley.Cases.Overlays;
using Parley.Draws;
using Parley.Reports.Json;
using Parley.Sweeps;
using Parley.Tests.Shared;
using Parley.Tests.Shipped;

namespace Parley.Tests.Robustness;

/// <summary>Shards merge to the bytes of one run, and to nothing else.</summary>
public class SweepTests
{
    private static SweepPlan Founding(ulong seed = 1, long draws = 3_500, int? sample = null) => SweepPlan.Of(
        [new("founding", "abc", ShippedCase.Read(ShippedCase.Founding).Base)],
        new() { At = ["may_2019", "nov_2018"], Given = [[], ["regime_falls_open"]], Set = [["ru_trade=1", "ru_trade=15"]] },
        sample,
        seed) with
    { Draws = draws };

    private static SweepPart Make(SweepPlan plan, int shard = 1, int shards = 1, int threads = 2)
    {
        var made = SweepShard.Make(plan, new() { Shard = shard, Shards = shards, Threads = threads }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(made.Diagnostics);
        return made.Value!;
    }

    [Fact]
    public void Seven_shards_of_any_number_of_threads_merge_to_the_bytes_of_one_run()
    {
        var whole = SweepJson.Text(Make(Founding()));
        var parts = Enumerable.Range(1, 7).Reverse().Select(k => ($"part-{k}", SweepJson.Read(SweepJson.Text(Make(Founding(), k, 7, k))))).ToList();
        var (merged, wrong) = SweepPart.Merge(parts);
        Assert.Empty(wrong);
        Assert.Equal(whole, SweepJson.Text(merged!));
        Assert.Equal(8, merged!.Cells.Length);
        Assert.All(merged.Cells, c => Assert.Equal(3_500, c.Draws.Draws));
    }

    [Fact]
    public void What_does_not_belong_together_is_not_merged()
    {
        var parts = Enumerable.Range(1, 3).Select(k => ($"part-{k}", Make(Founding(draws: 1_200), k, 3))).ToList();
        string Wrong(params (string, SweepPart)[] given)
        {
            var (whole, wrong) = SweepPart.Merge(given);
            Assert.Null(whole);
            return string.Join(' ', wrong);
        }

        Assert.Contains("nothing to merge", Wrong(), StringComparison.Ordinal);
        Assert.Contains("Shards 2, 3 of 3 are missing", Wrong(parts[0]), StringComparison.Ordinal);
        Assert.Contains("Shard 1 is given more than once: part-1, part-1", Wrong(parts[0], parts[0], parts[1], parts[2]), StringComparison.Ordinal);
        Assert.Contains("other is of another sweep than part-1", Wrong(parts[0], ("other", Make(Founding(2, 1_200), 2, 3)), parts[2]), StringComparison.Ordinal);
        Assert.Contains("one of 2 shards", Wrong(parts[0], ("two", Make(Founding(draws: 1_200), 2, 2)), parts[2]), StringComparison.Ordinal);
        var less = parts[1].Item2 with { Cells = parts[1].Item2.Cells.SetItem(0, parts[1].Item2.Cells[0] with { Draws = parts[0].Item2.Cells[0].Draws }) };
        Assert.Contains("is not whole", Wrong(parts[0], ("less", less), parts[2]), StringComparison.Ordinal);
        var changed = parts[1].Item2 with { Cells = parts[1].Item2.Cells.RemoveAt(7) };
        Assert.Contains("changed does not have the cells of part-1", Wrong(parts[0], ("changed", changed), parts[2]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_grid_has_the_last_axis_fastest_and_a_sample_is_part_of_it()
    {
        static string Name(SweepCell c) => $"{c.Selection.At} {string.Join('+', c.Selection.Given)} {c.Selection.Set[0]}";
        var grid = Founding().Cells.Select(Name).ToList();
        Assert.Equal("may_2019  ru_trade=1", grid[0]);
        Assert.Equal("may_2019  ru_trade=15", grid[1]);
        Assert.Equal("may_2019 regime_falls_open ru_trade=1", grid[2]);
        Assert.Equal("nov_2018 regime_falls_open ru_trade=15", grid[7]);
        var sample = Founding(sample: 3).Cells.Select(Name).ToList();
        Assert.Equal(3, sample.Count);
        Assert.Equal(grid.Where(sample.Contains), sample);
        Assert.Equal(sample, Founding(sample: 3).Cells.Select(Name));
        Assert.NotEqual(Founding(1).Digest(), Founding(2).Digest());
        Assert.Throws<ArgumentException>(() => SweepPlan.Of(
            [new("a", "0", ShippedCase.Read(ShippedCase.Founding).Base)],
            new() { Set = [.. Enumerable.Range(0, 30).Select(k => ImmutableArray.Create($"a{k}=1", $"a{k}=2", $"a{k}=3", $"a{k}=4"))] },
            null,
            1));
    }

    [Fact]
    public void An_overlay_that_a_case_does_not_have_is_told()
    {
        var plan = SweepPlan.Of([new("brexit", "0", ShippedCase.Read(ShippedCase.Brexit).Base)], new() { At = ["may_2019"] }, null, 1);
        var made = SweepShard.Make(plan, new(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(made.Value);
        Assert.NotEmpty(made.Errors);
    }

    [Fact]
    public void Without_draws_each_cell_is_judged_as_it_stands()
    {
        var part = Make(Founding(draws: 0));
        Assert.All(part.Cells, c => Assert.NotNull(c.AsAsked));
        Assert.Equal(Verdict.Grade.Tokens, part.Cells[0].AsAsked!.Grade);
        Assert.Equal(-0.0859, part.Cells[0].AsAsked!.Margin, 0.0001);
        Assert.Equal(Verdict.Grade.Deal, part.Cells[1].AsAsked!.Grade); // with something to offer on trade there is a deal
    }

    [Fact]
    public void What_was_written_is_read_again_and_what_was_spoilt_is_refused()
    {
        var random = new Random(5);
        var text = SweepJson.Text(Make(Founding(draws: 300), 1, 2));
        Assert.Equal(text, SweepJson.Text(SweepJson.Read(text)));
        for (var k = 0; k < Soak.Times(2_000); k++)
        {
            var spoilt = text.ToCharArray();
            for (var n = random.Next(1, 4); n > 0; n--) spoilt[random.Next(spoilt.Length)] = (char)random.Next(32, 127);
            try
            {
                SweepJson.Read(new string(spoilt));
            }
            catch (FormatException problem)
            {
                Assert.Contains("no part of a sweep", problem.Message, StringComparison.Ordinal);
            }
        }
    }
}
