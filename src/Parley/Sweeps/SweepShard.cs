using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Overlays;
using Parley.Draws;
using Parley.Problems;
using Parley.Results;

namespace Parley.Sweeps;

/// <summary>What one run of a sweep may cost, and which share of it falls to it.</summary>
public sealed record SweepOptions
{
    /// <summary>Which shard, from 1.</summary>
    public int Shard { get; init; } = 1;

    /// <summary>Of how many.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Threads; the answer does not hang on it.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Search nodes at most where a draw is judged exactly.</summary>
    public long MaxNodes { get; init; } = 200_000;
}

/// <summary>Asks many questions alike, draw by draw, and can be shared out over machines.</summary>
public static class SweepShard
{
    /// <summary>Draws that go to one shard together.</summary>
    private const long BlockSize = 1_000;

    /// <summary>Makes one shard of a sweep.</summary>
    /// <remarks>
    /// Definition: docs/sweep.md. The draws of every cell are cut into blocks; block b of cell c is number cB + b, and goes to the shard
    /// that is its number modulo the shards. Tallies add up to the last bit, so that merged shards are the bytes of one run.
    /// Cost: that of a robustness run for each cell; memory is of the order of the cells.
    /// </remarks>
    /// <returns>The shard, or all that is wrong with overlays in cells; nothing is drawn then.</returns>
    /// <exception cref="ArgumentException">A shard that is not there, or Sobol points of more numbers than <see cref="SobolLimit"/> says.</exception>
    public static Checked<SweepPart> Make(
        SweepPlan plan, SweepOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Shards, 1, nameof(options));
        if (options.Shard < 1 || options.Shard > options.Shards) throw new ArgumentException("Shards count from 1.", nameof(options));
        var wrong = WrongOverlays(plan, progress, cancellationToken);
        if (wrong.Length > 0) return new(null, wrong);
        var blocks = BlocksOf(plan);
        var cells = ImmutableArray.CreateBuilder<SweepTally>(plan.Cells.Length);
        for (var c = 0; c < plan.Cells.Length; c++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = c * plan.Draws;
            // Where it is in the whole grid: a shard passes over what is not its own.
            void Report(long draws) => progress?.Report(new("draws in cells", before + draws, plan.Cells.Length * plan.Draws));
            if (plan.Draws == 0) progress?.Report(new("cells", c, plan.Cells.Length));
            var (at, selection) = plan.Cells[c];
            var asked = CaseQuestion.Ask(plan.Cases[at].Model, selection);
            if (asked.Value is not { } question) return new(null, asked.Diagnostics);
            cells.Add(TallyOf(plan.Cells[c], question, plan, options, c * blocks, Report, cancellationToken));
        }

        var part = new SweepPart
        {
            Digest = plan.Digest(),
            Version = plan.Version,
            Seed = plan.Seed,
            Sampling = plan.Sampling,
            Cases = [.. plan.Cases.Select(c => (c.Name, c.Hash))],
            Shard = options.Shard,
            Shards = options.Shards,
            DrawsPerCell = plan.Draws,
            Cells = cells.MoveToImmutable(),
        };
        return new(part, []);
    }

    private static ImmutableArray<Diagnostic> WrongOverlays(SweepPlan plan, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        var wrong = new List<Diagnostic>();
        for (var c = 0; c < plan.Cells.Length; c++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("cells checked", c, plan.Cells.Length));
            var (at, selection) = plan.Cells[c];
            var applied = CaseEdit.Apply(plan.Cases[at].Model, selection);
            if (applied.Value is null) wrong.AddRange(applied.Diagnostics);
        }

        return [.. wrong.Distinct()];
    }

    private static long BlocksOf(SweepPlan plan) => Math.Max(1, (plan.Draws + BlockSize - 1) / BlockSize);

    private static SweepTally TallyOf(
        SweepCell cell, CaseQuestion question, SweepPlan plan, SweepOptions options, long firstUnit, Action<long> report, CancellationToken cancellationToken)
    {
        var sample = new InputSample(question, plan.Sampling, plan.Seed, Math.Max(1, plan.Draws));
        var run = new DrawRun(question, sample, options.Threads, options.MaxNodes);
        bool IsMine(long block) => (firstUnit + block) % options.Shards == options.Shard - 1;
        AskedVerdict? asAsked = null;
        if (IsMine(0))
        {
            var outcome = run.AsAsked(cancellationToken);
            asAsked = new(outcome.Grade, outcome.Margin, outcome.IsDecided);
        }

        var tally = new DrawCounts(run.Program).Tally();
        for (var block = 0L; block < BlocksOf(plan); block++)
        {
            if (!IsMine(block)) continue;
            var from = block * BlockSize;
            tally = tally.Plus(run.Count(from, Math.Min(plan.Draws, from + BlockSize), done => report(from + done), cancellationToken));
        }

        return new(cell, asAsked, tally);
    }
}
