using System.Collections.Immutable;
using System.Numerics;
using Parley.Kernels.Graphs;
using Parley.Problems;
using Parley.Results;

namespace Parley.Stability;

/// <summary>One run over a conflict of options whose moves are too many to list: verdicts on every state, and the improvement where there is one.</summary>
internal sealed class GameRun(
    StabilityProblem problem,
    OptionGame game,
    StabilityOptions options,
    int? from,
    IProgress<AnalysisProgress>? progress,
    CancellationToken cancellationToken)
{
    public StabilityResult Result()
    {
        progress?.Report(new("stability", 0, 1));
        var wanted = StabilityAnalysis.Wanted(options).ToList();
        var solved = OptionStability.Solve(
            game,
            new()
            {
                Sequential = wanted.Contains(StabilityConcept.Sequential),
                SymmetricSequential = wanted.Contains(StabilityConcept.SymmetricSequential),
                Threads = options.Threads,
            },
            cancellationToken);
        ImmutableArray<ConceptStability> concepts =
        [
            .. wanted.Where(solved.Has).Select(c => new ConceptStability(c, [.. Parties.Select(p => solved.Stable(p, c))], solved.Equilibria(c))),
        ];
        var at = from is { } state ? At(state, concepts) : null;
        return new()
        {
            Problem = problem,
            Concepts = concepts,
            NonMyopic = null,
            From = at,
            Witnesses = at?.Verdicts ?? [],
            Coalitions = null,
            Gaps = options.Coalitions ? [StabilityGap.Traces, StabilityGap.Coalitions] : [StabilityGap.Traces],
        };
    }

    private IEnumerable<int> Parties => Enumerable.Range(0, game.PartyCount);

    private StateStability At(int state, ImmutableArray<ConceptStability> concepts) => new()
    {
        State = state,
        Verdicts = [.. concepts.SelectMany(c => Parties.Select(p => Verdict(p, state, c)))],
        Reachable = [],
        MoreReachable = 0,
        OutOfReach = [],
        Absorbing = [],
        Needs = [],
        Breaks = [],
        ChangesTried = 0,
    };

    private StabilityWitness Verdict(int party, int state, ConceptStability concept)
    {
        var isStable = concept.Stable[party].Contains(state);
        var isShown = !isStable && concept.Concept == StabilityConcept.Nash;
        return new(party, state, concept.Concept, isStable, isShown ? [new(BestMove(party, state), [], [])] : []);
    }

    private int BestMove(int party, int state)
    {
        var own = Enumerable.Range(0, game.OptionCount).Where(o => game.Owners[o] == party).Aggregate(0, (bits, o) => bits | 1 << o);
        var (best, value) = (state, game.Value(party, state));
        for (var change = own; change != 0; change = (change - 1) & own)
        {
            if ((BitOperations.PopCount((uint)change) & 15) == 0) cancellationToken.ThrowIfCancellationRequested();
            var to = state ^ change;
            if (game.HasMove(party, state, to) && game.Value(party, to) is var there && there > value) (best, value) = (to, there);
        }

        return best;
    }
}
