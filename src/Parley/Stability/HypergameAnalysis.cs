using System.Collections.Immutable;
using Parley.Kernels.Graphs;
using Parley.Problems;
using Parley.Results;

namespace Parley.Stability;

/// <summary>Where does a conflict rest whose parties perceive it differently?</summary>
/// <remarks>
/// Definition: a first-level hypergame: each party plays the game that it perceives, and takes the others to play it too. A state is an
/// outcome when the conflict has it and each party keeps it in its own game. A party that does not see a state neither keeps it nor
/// moves to it.
/// Differs from source: there outcomes are put together from equilibria of the perceived games; here also from states that each keeps
/// though no party takes them to be an equilibrium.
/// Cost: the stability of every perceived conflict, and a name for each state.
/// Source: Fraser and Hipel 1984; key "fraser1984" in docs/references.bib.
/// </remarks>
public static class HypergameAnalysis
{
    /// <summary>Asks.</summary>
    /// <param name="problem">The conflict as it is, and as each party perceives it.</param>
    /// <param name="options">What is wanted.</param>
    /// <param name="progress">Told which perception is being worked on.</param>
    /// <param name="cancellationToken">Ends the work by exception.</param>
    public static HypergameResult Run(
        HypergameProblem problem, HypergameOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var solved = new Dictionary<StabilityProblem, PerceivedGame>();
        foreach (var game in problem.Perceived.Prepend(problem.Actual).Distinct())
        {
            progress?.Report(new("perceptions", solved.Count, problem.Perceived.Length + 1));
            solved[game] = new(game, GraphStability.Solve(game.Graph!, cancellationToken)); // a hypergame has every graph
        }

        var run = new HypergameRun(solved[problem.Actual], [.. problem.Perceived.Select(p => solved[p])]);
        return new()
        {
            Problem = problem,
            Concepts =
            [
                .. Enum.GetValues<StabilityConcept>()
                    .Where(c => (options.Concepts.IsEmpty || options.Concepts.Contains(c)) && solved.Values.All(g => g.Solved.Defines(c)))
                    .Select(c => new HypergameConcept(c, [.. run.States(c)])),
            ],
        };
    }
}

/// <summary>One perception: who keeps which of its states, and the states by their names.</summary>
internal sealed class PerceivedGame(StabilityProblem problem, GraphStability solved)
{
    private readonly Dictionary<string, int> _states = Enumerable.Range(0, problem.StateCount).ToDictionary(s => problem.Label(s).Name, StringComparer.Ordinal);

    public StabilityProblem Problem => problem;

    public GraphStability Solved => solved;

    public int? Find(string name) => _states.TryGetValue(name, out var state) ? state : null;

    public bool Keeps(int party, int state, StabilityConcept concept) => solved.Stable(party, concept).Contains(state);
}

/// <summary>The states of one concept, matched over all perceptions.</summary>
internal sealed class HypergameRun(PerceivedGame actual, ImmutableArray<PerceivedGame> perceived)
{
    public IEnumerable<PerceivedState> States(StabilityConcept concept)
    {
        ImmutableArray<PerceivedGame> games = [.. perceived.Prepend(actual).Distinct()];
        var equilibria = games.ToDictionary(g => g, g => g.Solved.Equilibria(concept));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var game in games)
        {
            for (var s = 0; s < game.Problem.StateCount; s++)
            {
                var label = game.Problem.Label(s);
                if (!seen.Add(label.Name)) continue;
                var state = State(label, concept, equilibria);
                if (state.IsEquilibrium || state.EquilibriumTo != 0 || state.IsOutcome) yield return state;
            }
        }
    }

    private PerceivedState State(StateLabel label, StabilityConcept concept, Dictionary<PerceivedGame, StateSet> equilibria)
    {
        var (seenBy, equilibriumTo, keptBy) = (0, 0, 0);
        for (var p = 0; p < perceived.Length; p++)
        {
            if (perceived[p].Find(label.Name) is not { } state) continue;
            seenBy |= 1 << p;
            if (equilibria[perceived[p]].Contains(state)) equilibriumTo |= 1 << p;
            if (perceived[p].Keeps(p, state, concept)) keptBy |= 1 << p;
        }

        var own = actual.Find(label.Name);
        var isEquilibrium = own is { } there && equilibria[actual].Contains(there);
        return new(label, own is not null, isEquilibrium, seenBy, equilibriumTo, keptBy, own is not null && keptBy == (1 << perceived.Length) - 1);
    }
}
