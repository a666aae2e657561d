using System.Collections.Immutable;
using Parley.Kernels.Graphs;
using Parley.Problems;

namespace Parley.Stability;

/// <summary>Which single statements of the parties' lists an equilibrium hangs on.</summary>
/// <remarks>Every drop and every move of one statement is solved anew, up to <see cref="MaxOptions"/> options.</remarks>
internal sealed class StatementBreaks(
    StabilityProblem problem,
    ExplicitGraph graph,
    int state,
    ImmutableArray<ConceptStability> concepts,
    int threads,
    CancellationToken cancellationToken)
{
    /// <summary>Options up to which every change is tried.</summary>
    public const int MaxOptions = OptionGame.MaxExplicitOptions;

    public (ImmutableArray<StatementBreak> Breaks, int Tried) Find()
    {
        if (problem.Game is not { } game || game.OptionCount > MaxOptions || problem.GameState(state) is not { } taken) return ([], 0);
        var changes = StatementChanges.All(game);
        if (changes.IsEmpty) return ([], 0);
        var held = concepts.Where(c => c.Concept <= StabilityConcept.Sequential && c.Equilibria.Contains(state)).Select(c => c.Concept).ToList();
        var breaks = ImmutableArray.CreateBuilder<StatementBreak>();
        foreach (var changed in StatementChanges.Solve(game, changes, threads, cancellationToken))
        {
            foreach (var concept in held.Where(c => !changed.Equilibria[(int)c].Contains(taken)))
                breaks.Add(new(changed.Change, concept, Leaver(game, changed.Change, concept)));
        }

        return (breaks.ToImmutable(), changes.Length);
    }

    // Who leaves the state after the change: the first party that does not keep it.
    private StabilityWitness Leaver(OptionGame game, StatementChange change, StabilityConcept concept)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var after = StatementChanges.Apply(game, change);
        Int128[] values = [.. Enumerable.Range(0, graph.StateCount).Select(s => after.Value(change.Party, problem.GameState(s)!.Value))]; // it is a game
        var solved = GraphStability.Solve(graph.WithRanks(change.Party, ExplicitGraph.RanksOf(values)), cancellationToken);
        return Enumerable.Range(0, graph.PartyCount).Select(p => solved.Witness(p, state, concept)).First(w => !w.Stable);
    }
}
