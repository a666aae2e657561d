using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Dynamics;

/// <summary>Judges events one at a time and in pairs, and how soon one of those that change the verdict comes (docs/model.md, 65).</summary>
internal sealed class ChangeSearch(CaseQuestion asked, Grade now, PathOptions options, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
{
    /// <summary>False once a search ended before it knew a verdict.</summary>
    public bool IsComplete { get; private set; } = true;

    public VerdictChanges Run()
    {
        var rated = asked.BaseCase.OverlaysOf(OverlayKind.Event).Where(e => !asked.Selection.Given.Contains(e.Name) && Rate(e).Sign > 0).ToList();
        var alone = new List<(Overlay Event, Grade? Grade)>();
        foreach (var happening in rated)
        {
            alone.Add((happening, With(happening.Name)));
            progress?.Report(new("events", alone.Count, rated.Count));
        }

        var changing = alone.FindAll(a => a.Grade is { } grade && grade != now);
        var others = alone.FindAll(a => a.Grade == now).ConvertAll(a => a.Event);
        var isFew = others.Count <= options.MaxPairEvents;
        var pairs = isFew ? Pairs(others) : [];
        var sum = changing.Aggregate(Rational.Zero, (total, c) => total + Rate(c.Event));
        var singles = Quarters().Select(t => Math.Exp(-t * sum.ToDouble())).ToList(); // that none has come
        return new()
        {
            Judged = rated.Count,
            Alone = [.. changing.Select(c => new VerdictChange(c.Event, Rate(c.Event), c.Grade!.Value, Rate(c.Event) / sum))], // only those with a verdict are kept
            Pairs = pairs,
            PairsJudged = isFew,
            ChanceAlone = [.. singles.Select(s => 1 - s)],
            ChanceWithPairs = [.. singles.Select((single, k) => 1 - (single * NoPair(pairs, k + 1)))],
        };
    }

    private IEnumerable<double> Quarters() => Enumerable.Range(1, options.Quarters).Select(n => n / 4.0);

    private Rational Rate(Overlay happening) => happening.PerYear is { } rate ? asked.Problem.Values.Evaluate(rate) : Rational.Zero;

    private ImmutableArray<VerdictChangeByPair> Pairs(List<Overlay> others)
    {
        var pairs = ImmutableArray.CreateBuilder<VerdictChangeByPair>();
        var done = 0;
        for (var i = 0; i < others.Count; i++)
        {
            for (var j = i + 1; j < others.Count; j++)
            {
                if (With(others[i].Name, others[j].Name) is { } grade && grade != now) pairs.Add(new(others[i], others[j], grade));
                progress?.Report(new("pairs of events", ++done, others.Count * (others.Count - 1) / 2));
            }
        }

        return pairs.ToImmutable();
    }

    // The verdict with some events in addition; null where the question's own edits no longer fit, or it was not found.
    private Grade? With(params string[] events)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (asked.Under(asked.Selection with { Given = asked.Selection.Given.AddRange(events) }).Value is not { } other) return null;
        var verdict = PathAnalysis.Verdict(other.Problem, options, cancellationToken);
        IsComplete &= verdict.IsDecided;
        return verdict.IsDecided ? verdict.Grade : null;
    }

    private double NoPair(ImmutableArray<VerdictChangeByPair> pairs, int quarters)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new("pairs by quarter", quarters, options.Quarters));
        var years = quarters / 4.0;
        var events = pairs.SelectMany(p => new[] { p.First, p.Second }).Distinct().ToList();
        return NoEdge([.. events.Select(e => 1 - Math.Exp(-years * Rate(e).ToDouble()))], [.. pairs.Select(p => (events.IndexOf(p.First), events.IndexOf(p.Second)))]);
    }

    /// <summary>The chance that no edge has both ends, where ends come independently.</summary>
    /// <remarks>On an end of most edges: it does not come, or it does and none of its neighbours do. Cost: exponential in the ends that have neighbours.</remarks>
    internal static double NoEdge(ImmutableArray<double> chances, ImmutableArray<(int A, int B)> edges)
    {
        if (edges.IsEmpty) return 1;
        var busiest = edges.SelectMany(e => new[] { e.A, e.B }).GroupBy(v => v).MaxBy(g => g.Count())!.Key; // there is an edge
        var neighbours = edges.Where(e => e.A == busiest || e.B == busiest).Select(e => e.A == busiest ? e.B : e.A).ToHashSet();
        var without = NoEdge(chances, [.. edges.Where(e => e.A != busiest && e.B != busiest)]);
        var with = NoEdge(chances, [.. edges.Where(e => e.A != busiest && e.B != busiest && !neighbours.Contains(e.A) && !neighbours.Contains(e.B))]);
        return ((1 - chances[busiest]) * without) + (chances[busiest] * neighbours.Aggregate(1.0, (product, v) => product * (1 - chances[v])) * with);
    }
}
