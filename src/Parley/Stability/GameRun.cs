using System.Collections.Immutable;
using Parley.Kernels.Graphs;
using Parley.Problems;
using Parley.Results;

namespace Parley.Stability;

/// <summary>One run over a conflict of options whose moves are too many to list: verdicts on every state, and traces on the one looked at.</summary>
internal sealed class GameRun(
    StabilityProblem problem,
    OptionGame game,
    StabilityOptions options,
    int? from,
    IProgress<AnalysisProgress>? progress,
    CancellationToken cancellationToken)
{
    private bool _isTraced = true;

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
            Uncertain = null,
            Gaps = [.. Gaps()],
        };
    }

    private IEnumerable<StabilityGap> Gaps()
    {
        yield return StabilityGap.Ways;
        if (!_isTraced) yield return StabilityGap.Traces;
        if (options.Coalitions) yield return StabilityGap.Coalitions;
    }

    private IEnumerable<int> Parties => Enumerable.Range(0, game.PartyCount);

    private StateStability At(int state, ImmutableArray<ConceptStability> concepts)
    {
        var traces = new GameTraces(game, cancellationToken);
        var verdicts = ImmutableArray.CreateBuilder<StabilityWitness>();
        foreach (var concept in concepts)
        {
            foreach (var party in Parties)
            {
                var isStable = concept.Stable[party].Contains(state);
                var witness = traces.Witness(party, state, concept.Concept, isStable);
                _isTraced &= witness is not null;
                verdicts.Add(witness ?? new(party, state, concept.Concept, isStable, []));
            }
        }

        return new()
        {
            State = state,
            Verdicts = verdicts.ToImmutable(),
            Reachable = [],
            MoreReachable = 0,
            OutOfReach = [],
            Absorbing = [],
            Needs = [],
            Breaks = [],
            ChangesTried = 0,
        };
    }
}
