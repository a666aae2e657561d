using System.Collections.Immutable;
using System.Globalization;
using Parley.Draws;
using Parley.Problems;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Robustness;

/// <summary>How sure is the verdict, given how uncertain the numbers are?</summary>
public static class RobustAnalysis
{
    /// <summary>Draws all uncertain numbers at once, again and again, and counts what comes out.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 90-93. Numbers are drawn in the order of the file, each from its own distribution; overlays are laid on
    /// the drawn case. Equal seeds give equal answers at any number of threads.
    /// Cost: some 50 microseconds a draw for a dozen issues; a draw that is looked at closer costs what <c>why</c> and <c>claims</c> cost.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// No draws; a precision with a Latin hypercube, which has to know beforehand how many there are; or Sobol points of more numbers than <see cref="SobolLimit"/> says.
    /// </exception>
    public static RobustResult Run(
        CaseQuestion question, RobustOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (options.Draws < 1) throw new ArgumentException("There is at least one draw.", nameof(options));
        if (options is { Until: not null, Sampling: SamplingKind.LatinHypercube })
            throw new ArgumentException("A Latin hypercube has a fixed number of draws.", nameof(options));
        cancellationToken.ThrowIfCancellationRequested();
        var sample = new InputSample(question, options.Sampling, options.Seed, options.Draws);
        var run = new DrawRun(question, sample, options.Threads, options.MaxNodes);
        var counts = new DrawCounts(run.Program).Tally();
        var convergence = ImmutableArray.CreateBuilder<(long, DrawShare)>();
        var reached = options.Until is null;
        foreach (var stop in Stops(options.Draws))
        {
            var before = counts.Draws;
            counts = counts.Plus(run.Count(before, stop, done => progress?.Report(new("draws", before + done, options.Draws)), cancellationToken));
            convergence.Add((counts.Draws, ShareOf(counts, Grade.Deal)));
            if (options.Until is { } precision && Enum.GetValues<Grade>().All(g => HalfWidth(ShareOf(counts, g)) <= precision))
            {
                reached = true;
                break;
            }
        }

        var closer = options.CloserDraws > 0 ? new CloserRun(question, sample, options, counts.Draws, progress, cancellationToken).Result() : null;
        progress?.Report(new("the case as asked", 0, 1));
        return Result(question, options, run, sample, counts, closer, reached, cancellationToken) with { Convergence = convergence.ToImmutable() };
    }

    // 100, 200, 500, 1000, 2000 .. and the last.
    private static IEnumerable<long> Stops(long draws)
    {
        for (var stop = 100L; stop < draws; stop = stop.ToString(CultureInfo.InvariantCulture)[0] == '2' ? stop / 2 * 5 : stop * 2) yield return stop;
        yield return draws;
    }

    private static RobustResult Result(
        CaseQuestion question, RobustOptions options, DrawRun run, InputSample sample, DrawTally counts, CloserLook? closer, bool reached, CancellationToken cancellationToken)
    {
        var withoutDeal = counts.Of(Grade.Nothing) + counts.Of(Grade.Tokens);
        var asAsked = run.AsAsked(cancellationToken);
        var overlaid = sample.Overlaid();
        return new()
        {
            Parties = question.Problem.Parties,
            AsAsked = asAsked.Grade,
            AsAskedIsDecided = asAsked.IsDecided,
            AsAskedMargin = asAsked.Margin,
            Numbers = sample.Numbers.Length - overlaid.Length,
            Together = sample.Together,
            Overlaid = overlaid,
            Draws = counts.Draws,
            ExactDraws = counts.Exact,
            UndecidedDraws = counts.Undecided,
            BoundedDraws = counts.Bounded,
            Seed = options.Seed,
            Sampling = options.Sampling,
            Until = options.Until,
            Grades = [.. Enum.GetValues<Grade>().Order().Select(g => (g, ShareOf(counts, g)))],
            Margin = new(counts.MeanMargin, counts.MarginDeviation, [.. DrawTally.QuantileShares.Select(s => (s, counts.MarginQuantile(s)))], counts.ShareBelow(asAsked.Margin), counts.MarginBins()),
            Tokens = [.. MostFirst(counts.Tokens).Select(t => DrawShare.Counted(t.Name, t.Count, counts.Decided))],
            Deals = [.. counts.Accepted.Select(d => DrawShare.Counted(d.Name, d.Count, counts.Decided))],
            Binding = [.. MostFirst(counts.Binding).Select(b => DrawShare.Counted(b.Name, b.Count, withoutDeal))],
            Convergence = [],
            Closer = closer,
            Completeness = reached && asAsked.IsDecided && counts.Undecided == 0 && counts.Bounded == 0 ? Completeness.Exact : Completeness.Truncated,
        };
    }

    private static IEnumerable<NamedCount> MostFirst(IEnumerable<NamedCount> counts) => counts.Where(c => c.Count > 0).OrderByDescending(c => c.Count);

    private static DrawShare ShareOf(DrawTally counts, Grade grade) => DrawShare.Counted(grade.ToString(), counts.Of(grade), counts.Decided);

    private static double HalfWidth(DrawShare share) => (share.High - share.Low) / 2;
}
