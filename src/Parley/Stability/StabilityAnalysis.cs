using System.Collections.Immutable;
using System.Numerics;
using Parley.Kernels.Graphs;
using Parley.Problems;
using Parley.Results;

namespace Parley.Stability;

/// <summary>Is the state that a conflict is in stable, for whom, in which sense, and what would upset it?</summary>
/// <remarks>
/// Definition: the concepts of the graph model for conflict resolution (docs/stability.md). A state is stable for a party in
/// the sense of a concept when the concept's answer deters it from each of its improvements.
/// </remarks>
public static class StabilityAnalysis
{
    /// <summary>States up to which parties that look ahead without limit are followed.</summary>
    public const int MaxForesight = 200;

    /// <summary>States up to which coalitions are looked at.</summary>
    public const int MaxCoalitionStates = 2_000;

    /// <summary>Equilibria listed at most as within reach.</summary>
    public const int MaxReachable = 20;

    /// <summary>States up to which it is asked which rankings would make a party keep a state.</summary>
    public const int MaxInverseStates = InverseStability.MaxRelevant + 1;

    /// <summary>States that bear on a verdict up to which it is asked what would turn it.</summary>
    public const int MaxRelevant = 40;

    // A count of rankings that takes more is left out.
    internal const long MaxCountSteps = 100_000;

    /// <summary>States up to which every verdict comes with its trace.</summary>
    public const int MaxTracedStates = 60;

    /// <summary>Asks.</summary>
    /// <param name="problem">The conflict.</param>
    /// <param name="options">What is wanted.</param>
    /// <param name="progress">Told what is being worked on.</param>
    /// <param name="cancellationToken">Ends the work by exception.</param>
    /// <exception cref="ArgumentException">The state to look at is none of the conflict's.</exception>
    public static StabilityResult Run(
        StabilityProblem problem, StabilityOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var from = options.From ?? problem.Start;
        if (from is { } state && (uint)state >= (uint)problem.StateCount) throw new ArgumentException("No such state.", nameof(options));
        return problem.Graph is { } graph
            ? new GraphRun(problem, graph, options, from, progress, cancellationToken).Result()
            : new GameRun(problem, problem.Game!, options, from, progress, cancellationToken).Result(); // one of the two is there
    }

    /// <summary>The concepts wanted, in their own order.</summary>
    internal static IEnumerable<StabilityConcept> Wanted(StabilityOptions options) =>
        Enum.GetValues<StabilityConcept>().Where(c => options.Concepts.IsEmpty || options.Concepts.Contains(c));
}

/// <summary>One run over a conflict whose moves are listed.</summary>
internal sealed class GraphRun(
    StabilityProblem problem,
    ExplicitGraph graph,
    StabilityOptions options,
    int? from,
    IProgress<AnalysisProgress>? progress,
    CancellationToken cancellationToken)
{
    private const int Steps = 5;

    public StabilityResult Result()
    {
        progress?.Report(new("stability", 0, Steps));
        var solved = GraphStability.Solve(graph, cancellationToken);
        ImmutableArray<ConceptStability> concepts =
        [
            .. StabilityAnalysis.Wanted(options).Where(solved.Defines)
                .Select(c => new ConceptStability(c, [.. Parties.Select(p => solved.Stable(p, c))], solved.Equilibria(c))),
        ];
        var at = from is { } state ? At(state, solved, concepts) : null;
        var coalitions = options.Coalitions ? Coalitions() : null;
        progress?.Report(new("stability", 1, Steps));
        return new()
        {
            Problem = problem,
            Concepts = concepts,
            NonMyopic = Foresight(),
            From = at,
            Witnesses = graph.StateCount > StabilityAnalysis.MaxTracedStates ? at?.Verdicts ?? [] : [.. EveryVerdict(solved, concepts)],
            Coalitions = coalitions,
            Uncertain = UncertainStability.Of(problem, graph, cancellationToken),
            Gaps = coalitions is { Stable: null } && (from is null || coalitions.AtState.Any(c => c.Keeps is null)) ? [StabilityGap.Coalitions] : [],
        };
    }

    private IEnumerable<int> Parties => Enumerable.Range(0, graph.PartyCount);

    private IEnumerable<StabilityWitness> EveryVerdict(GraphStability solved, ImmutableArray<ConceptStability> concepts) =>
        from state in Enumerable.Range(0, graph.StateCount)
        from concept in concepts
        from party in Parties
        select solved.Witness(party, state, concept.Concept);

    private ImmutableArray<StateSet>? Foresight()
    {
        if (graph.PartyCount != 2 || graph.StateCount > StabilityAnalysis.MaxForesight) return null;
        var ahead = LimitedMoves.Solve(graph, cancellationToken: cancellationToken);
        return ahead.KnowsNonMyopic ? [ahead.NonMyopic(0), ahead.NonMyopic(1)] : null;
    }

    private StateStability At(int state, GraphStability solved, ImmutableArray<ConceptStability> concepts)
    {
        ImmutableArray<StabilityWitness> verdicts = [.. concepts.SelectMany(c => Parties.Select(p => solved.Witness(p, state, c.Concept)))];
        progress?.Report(new("stability", 2, Steps));
        var (reachable, more, outOfReach, absorbing) = new Reach(graph, state, concepts, cancellationToken).Find();
        progress?.Report(new("stability", 3, Steps));
        var needs = graph.StateCount > StabilityAnalysis.MaxInverseStates ? [] : Needs(state, solved, concepts).ToImmutableArray();
        progress?.Report(new("stability", 4, Steps));
        var (breaks, tried) = new StatementBreaks(problem, graph, state, concepts, options.Threads, cancellationToken).Find();
        return new()
        {
            State = state,
            Verdicts = verdicts,
            Reachable = reachable,
            MoreReachable = more,
            OutOfReach = outOfReach,
            Absorbing = absorbing,
            Needs = needs,
            Breaks = breaks,
            ChangesTried = tried,
        };
    }

    private IEnumerable<PreferenceNeed> Needs(int state, GraphStability solved, ImmutableArray<ConceptStability> concepts)
    {
        foreach (var concept in concepts.Select(c => c.Concept).Where(c => c != StabilityConcept.Simultaneous))
        {
            foreach (var party in Parties)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var preferred = graph.Preferred(party, state);
                var inverse = InverseStability.Build(graph, party, state, concept);
                if (inverse.Relevant.Length > StabilityAnalysis.MaxRelevant) continue;
                var isStable = solved.Stable(party, concept).Contains(state);
                var moved = isStable ? inverse.NearestDestabilising(preferred) : inverse.NearestStabilising(preferred);
                yield return new(
                    party,
                    concept,
                    isStable,
                    moved?.ToImmutableArray(),
                    inverse.Condition(),
                    inverse.CountStrictRankings(StabilityAnalysis.MaxCountSteps, cancellationToken),
                    Factorial(graph.StateCount));
            }
        }
    }

    private static BigInteger Factorial(int n) =>
        Enumerable.Range(1, n).Aggregate(BigInteger.One, (product, k) => product * k);

    // All concepts on all states where they are few; else what coalitions could better from the state at hand.
    private CoalitionAnswers Coalitions()
    {
        var solved = graph.StateCount > StabilityAnalysis.MaxCoalitionStates ? null : CoalitionStability.Solve(graph, cancellationToken);
        ImmutableArray<StabilityConcept> concepts = [.. Enum.GetValues<StabilityConcept>().Where(c => c <= StabilityConcept.Sequential)];
        var at = from is not { } state ? [] : Enumerable.Range(1, (1 << graph.PartyCount) - 1)
            .Where(h => BitOperations.PopCount((uint)h) > 1)
            .OrderBy(h => BitOperations.PopCount((uint)h))
            .Select(h => At(state, h, solved, concepts))
            .ToImmutableArray();
        return new(solved is null ? null : [.. concepts.Select(solved.StableForAll)], at);
    }

    private CoalitionAtState At(int state, int members, CoalitionStability? solved, ImmutableArray<StabilityConcept> concepts)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = Improvement(state, members);
        if (path is null) return new(members, concepts, null); // nothing to be deterred from
        return new(members, solved is null ? null : [.. concepts.Where(c => solved.Stable(members, c).Contains(state))], path);
    }

    // The nearest state that every member prefers, the lowest of several.
    private ImmutableArray<MoveStep>? Improvement(int state, int members)
    {
        var reach = Evolution.From(graph, state, improving: false, members);
        var better = reach.Reached.ToArray()
            .Where(q => Parties.All(p => (members >> p & 1) == 0 || graph.Improves(p, state, q)))
            .OrderBy(reach.Distance)
            .Select(q => (int?)q)
            .FirstOrDefault();
        return better is { } found ? reach.Path(found) : null;
    }
}
