using System.Collections.Immutable;
using System.Globalization;
using Parley.Cases.Overlays;
using Parley.Draws;
using Parley.Reports.Json;
using Parley.Robustness;
using Parley.Shared;
using Parley.Sweeps;
using Parley.Tests.Shipped;
using Parley.Verdict;

namespace Parley.Tests.Robustness;

/// <summary>Shards merge to the bytes of one run, and to nothing else.</summary>
public class SweepTests
{
    private static readonly SweepCase Threshold = new("threshold.yaml", "00", DrawnCases.Of(SmallCases.Threshold).BaseCase);
    private static readonly SweepCase Linear = new("linear.yaml", "01", DrawnCases.Of(DrawnCases.Linear).BaseCase);
    private static readonly SweepAxes Gains = new() { Set = [["one.min_gain=0", "one.min_gain=1", "one.min_gain=2"]] };

    [Theory]
    [InlineData(SamplingKind.Independent, 2_500)]
    [InlineData(SamplingKind.LatinHypercube, 2_500)]
    [InlineData(SamplingKind.Sobol, 999)]
    [InlineData(SamplingKind.Independent, 0)]
    public void Merged_shards_are_the_bytes_of_one_run(SamplingKind sampling, int draws)
    {
        var plan = Plan([Threshold, Linear], Gains, draws) with { Sampling = sampling };
        var whole = SweepJson.Text(Make(plan, 1, 1, 2));
        var parts = Enumerable.Range(1, 7).Select(shard => ($"{shard}.json", SweepJson.Read(SweepJson.Text(Make(plan, shard, 7, 1 + (shard % 3)))))).Reverse().ToList();

        var (merged, wrong) = SweepPart.Merge(parts);

        Assert.Empty(wrong);
        Assert.Equal(whole, SweepJson.Text(merged!)); // nothing is wrong, so there is one
        Assert.Equal(whole, SweepJson.Text(Make(plan, 1, 1, 8)));
        Assert.Equal(draws, merged!.Cells[0].Draws.Draws);
    }

    [Fact]
    public void Cells_of_the_founding_case_are_what_a_robust_run_finds()
    {
        var founding = new SweepCase("founding", "02", ShippedCase.Read(ShippedCase.Founding).Base);
        var plan = Plan([founding], new() { At = [null, "nov_2018"], Without = [[], ["mueller"], ["congress", "no_urgency"]] }, 400);

        var part = Make(plan, 1, 1, 2);

        Assert.Equal(6, part.Cells.Length);
        foreach (var cell in part.Cells)
        {
            var question = DrawnCases.Shipped(ShippedCase.Founding, cell.Cell.Selection);
            var robust = RobustAnalysis.Run(question, new() { Draws = 400, CloserDraws = 0 }, null, TestContext.Current.CancellationToken);
            Assert.Equal(robust.Grades.Select(g => g.Share.Count), cell.Draws.Grades);
            Assert.Equal(robust.Margin.Mean, cell.Draws.MeanMargin);
            var asked = VerdictAnalysis.Run(question.Problem, new() { Certificate = false }, null, TestContext.Current.CancellationToken);
            Assert.Equal((asked.Grade, true), (cell.AsAsked!.Grade, cell.AsAsked.IsDecided)); // one shard of one holds it
            Assert.Equal((double)asked.Margin, cell.AsAsked.Margin, 1e-9);
        }
    }

    [Fact]
    public void The_last_axis_runs_fastest()
    {
        var axes = new SweepAxes { At = [null, "d1"], Without = [["x"], ["x", "y"]], Set = [["p=1", "p=2"], ["q=1", "q=2", "q=3"]] };

        Assert.Equal(24, axes.Count);
        Assert.Equal(["p=1 q=1", "p=1 q=2", "p=1 q=3", "p=2 q=1"], Enumerable.Range(0, 4).Select(k => string.Join(' ', axes.Selection(k).Set)));
        Assert.Equal([1, 1, 2, 2, 1], new[] { 0, 5, 6, 11, 12 }.Select(k => axes.Selection(k).Without.Length));
        Assert.Equal([null, null, "d1", "d1"], new[] { 0, 11, 12, 23 }.Select(k => axes.Selection(k).At));
        Assert.Equal(OverlaySelection.Default.ToString(), new SweepAxes().Selection(0).ToString());
        Assert.Equal([0, 0, 0, 1, 1, 1], Plan([Threshold, Linear], Gains, 0).Cells.Select(c => c.Case));
    }

    [Fact]
    public void A_sample_is_part_of_the_grid_and_chosen_by_the_seed()
    {
        var axes = new SweepAxes { Set = [[.. Enumerable.Range(0, 1_000).Select(k => $"one.min_gain={k}")], [.. Enumerable.Range(0, 1_000).Select(k => $"two.min_gain={k}")]] };
        string[] Cells(int? sample, ulong seed) => [.. SweepPlan.Of([Threshold], axes, sample, seed).Cells.Select(c => string.Join(' ', c.Selection.Set))];

        var (one, again, other) = (Cells(500, 1), Cells(500, 1), Cells(500, 2));
        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
        Assert.Equal(500, one.Distinct().Count());
        Assert.InRange(one.Count(c => int.Parse(c.Split(' ')[0]["one.min_gain=".Length..], CultureInfo.InvariantCulture) < 500), 200, 300);
        Assert.Throws<ArgumentException>(() => Cells(null, 1));
        var small = new SweepAxes { Set = [["one.min_gain=0", "one.min_gain=1"]] };
        Assert.Equal(2, SweepPlan.Of([Threshold], small, 100, 1).Cells.Length);
    }

    [Fact]
    public void The_digest_tells_apart_what_is_asked()
    {
        var plan = Plan([Threshold], Gains, 10);
        SweepPlan[] others =
        [
            plan with { Draws = 11 }, plan with { Seed = 2 }, plan with { Sampling = SamplingKind.Sobol }, plan with { Version = "2" },
            Plan([Threshold with { Hash = "07" }], Gains, 10), Plan([Linear], Gains, 10), Plan([Threshold, Linear], Gains, 10),
            Plan([Threshold], new() { Set = [["one.min_gain=0", "one.min_gain=1"]] }, 10),
        ];

        Assert.Equal(plan.Digest(), Plan([Threshold], Gains, 10).Digest());
        Assert.Equal(others.Length + 1, others.Append(plan).Select(p => p.Digest()).Distinct().Count());
    }

    [Fact]
    public void Parts_that_do_not_make_a_whole_are_refused()
    {
        var plan = Plan([Threshold], Gains, 2_500);
        var parts = Enumerable.Range(1, 3).Select(shard => ($"{shard}.json", Make(plan, shard, 3, 2))).ToArray();
        var foreign = ("f.json", Make(plan with { Seed = 9 }, 3, 3, 2));
        var half = ("half.json", Make(plan, 2, 2, 2));
        static string Wrong(params (string, SweepPart)[] given)
        {
            var (whole, wrong) = SweepPart.Merge(given);
            Assert.Null(whole);
            return string.Join('\n', wrong);
        }

        Assert.Equal("There is nothing to merge.", Wrong());
        Assert.Equal("Shard 2 of 3 is missing.", Wrong(parts[0], parts[2]));
        Assert.Equal("Shards 1, 2 of 3 are missing.", Wrong(parts[2]));
        Assert.Equal("Shard 2 is given more than once: 2.json, 2.json.", Wrong(parts[0], parts[1], parts[1], parts[2]));
        Assert.Equal("f.json is of another sweep than 1.json: its cases, overlays, draws, seed or version differ.", Wrong(parts[0], parts[1], foreign));
        Assert.Equal("half.json is one of 2 shards, 1.json one of 3.\nShard 3 of 3 is missing.", Wrong(parts[0], half));
        Assert.Equal("half.json is one of 2 shards, 1.json one of 3.\nShard 2 is given more than once: 2.json, half.json.", Wrong(parts[0], parts[1], half, parts[2]));
        Assert.StartsWith("Shards 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and others of 2000000000 are missing.", Wrong(("1.json", parts[0].Item2 with { Shards = 2_000_000_000 })), StringComparison.Ordinal);

        var cell = parts[1].Item2.Cells[1];
        var empty = cell with { Draws = cell.Draws with { Draws = 0, Exact = 0, Grades = [0, 0, 0], MarginSteps = [], MarginSum = 0, MarginSquares = 0, Binding = [.. cell.Draws.Binding.Select(b => b with { Count = 0 })] } };
        var fewer = ("2.json", parts[1].Item2 with { Cells = parts[1].Item2.Cells.SetItem(1, empty) });
        Assert.Equal($"Cell 2 is not whole: {2_500 - cell.Draws.Draws} of 2500 draws. Was a part changed?", Wrong(parts[0], fewer, parts[2]));
        var renamed = cell with { Draws = cell.Draws with { Binding = [.. cell.Draws.Binding.Select(b => b with { Name = b.Name + "x" })] } };
        var other = ("2.json", parts[1].Item2 with { Cells = parts[1].Item2.Cells.SetItem(1, renamed) });
        Assert.Equal("2.json does not have the cells of 1.json. Was it changed?", Wrong(parts[0], other, parts[2]));
    }

    [Fact]
    public void Every_wrong_overlay_is_found_before_anything_is_drawn()
    {
        var axes = new SweepAxes { Under = [null, "nobody"], Without = [[], ["moon"]], Set = [["one.min_gain=1", "one.mingain=2"]] };
        var steps = 0;

        var made = SweepShard.Make(Plan([Threshold], axes, 1_000_000_000), new(), new Stopper(step => steps += step.Phase == "cells checked" ? 0 : 1), TestContext.Current.CancellationToken);

        Assert.Null(made.Value);
        Assert.Equal(["unknown-leader", "unknown-obstacle", "unknown-path"], made.Diagnostics.Select(d => d.Slug).Order(StringComparer.Ordinal));
        Assert.Equal(0, steps);
    }

    [Fact]
    public void A_sweep_that_is_cancelled_does_not_answer()
    {
        using var source = new CancellationTokenSource();
        var plan = Plan([Threshold], Gains, 100_000);

        Assert.ThrowsAny<OperationCanceledException>(() => SweepShard.Make(
            plan, new(), new Stopper(step =>
            {
                if (step is { Phase: "draws in cells", Done: > 100_000 }) source.Cancel();
            }), source.Token));
        Assert.True(source.IsCancellationRequested);
    }

    [Fact]
    public void Seven_shards_of_any_number_of_threads_merge_to_the_bytes_of_one_run()
    {
        var whole = SweepJson.Text(Make(Founding(3_500), 1, 1, 2));
        var parts = Enumerable.Range(1, 7).Reverse().Select(k => ($"part-{k}", SweepJson.Read(SweepJson.Text(Make(Founding(3_500), k, 7, k))))).ToList();
        var (merged, wrong) = SweepPart.Merge(parts);
        Assert.Empty(wrong);
        Assert.Equal(whole, SweepJson.Text(merged!));
        Assert.Equal(8, merged!.Cells.Length);
        Assert.All(merged.Cells, c => Assert.Equal(3_500, c.Draws.Draws));
    }


    [Fact]
    public void Without_draws_each_cell_is_judged_as_it_stands()
    {
        var part = Make(Founding(0), 1, 1, 2);
        Assert.All(part.Cells, c => Assert.NotNull(c.AsAsked));
        Assert.Equal(Verdict.Grade.Tokens, part.Cells[0].AsAsked!.Grade);
        Assert.Equal(-0.0859, part.Cells[0].AsAsked!.Margin, 0.0001);
        Assert.Equal(Verdict.Grade.Deal, part.Cells[1].AsAsked!.Grade); // with something to offer on trade there is a deal
    }

    private static SweepPlan Founding(long draws) => Plan(
        [new("founding", "abc", ShippedCase.Read(ShippedCase.Founding).Base)],
        new() { At = ["may_2019", "nov_2018"], Given = [[], ["regime_falls_open"]], Set = [["ru_trade=1", "ru_trade=15"]] },
        draws);

    private static SweepPlan Plan(ImmutableArray<SweepCase> cases, SweepAxes axes, long draws) => SweepPlan.Of(cases, axes, null, 1) with { Draws = draws, Version = "1" };

    private static SweepPart Make(SweepPlan plan, int shard, int shards, int threads)
    {
        var made = SweepShard.Make(plan, new() { Shard = shard, Shards = shards, Threads = threads }, null, TestContext.Current.CancellationToken);
        Assert.Empty(made.Diagnostics);
        return made.Value!; // no diagnostics, so there is one
    }
}
