using System.Collections.Immutable;

namespace Parley.Kernels.Graphs;

/// <summary>One statement of a party's list dropped or put in another place.</summary>
/// <param name="Party">Whose list.</param>
/// <param name="From">The statement's place in it.</param>
/// <param name="To">Its place in the new list; null where it is dropped.</param>
public sealed record StatementChange(int Party, int From, int? To);

/// <summary>What is in equilibrium after one change.</summary>
/// <param name="Change">The change.</param>
/// <param name="Equilibria">By concept from Nash to the sequential one.</param>
public sealed record ChangedEquilibria(StatementChange Change, ImmutableArray<StateSet> Equilibria);

/// <summary>How far equilibria hang on single statements of the parties' lists.</summary>
/// <remarks>
/// What a change leaves as it is, is used again: the other parties' values and orders, and their verdicts but for the sequential ones.
/// Cost: for each change the sequential verdicts of all parties and the rest of one; changes are worked on side by side.
/// </remarks>
public static class StatementChanges
{
    private const int Concepts = (int)StabilityConcept.Sequential + 1;

    /// <summary>Every drop of a statement from a list of two or more, and every move; moves that give the same list count once.</summary>
    public static ImmutableArray<StatementChange> All(OptionGame game)
    {
        var changes = ImmutableArray.CreateBuilder<StatementChange>();
        for (var p = 0; p < game.PartyCount; p++)
        {
            if (game.Preferences[p] is not OptionPreference.Statements { Values.Length: > 1 } list) continue;
            for (var from = 0; from < list.Values.Length; from++)
            {
                changes.Add(new(p, from, null));
                for (var to = 0; to < list.Values.Length; to++)
                    if (to != from && to != from - 1) changes.Add(new(p, from, to));
            }
        }

        return changes.ToImmutable();
    }

    /// <summary>The game after the change.</summary>
    public static OptionGame Apply(OptionGame game, StatementChange change) => game.With(change.Party, Changed(game, change));

    /// <summary>The equilibria after each change, in the order given.</summary>
    public static ImmutableArray<ChangedEquilibria> Solve(
        OptionGame game, ImmutableArray<StatementChange> changes, int threads = 2, CancellationToken cancellationToken = default)
    {
        var (shape, buffers) = (new CubeShape(game), new CubeBuffers());
        var parties = new PartyCube[game.PartyCount];
        for (var p = 0; p < parties.Length; p++) parties[p] = PartyCube.Create(shape, p, game.Preferences[p], ordered: true, 1, buffers);
        var orders = Array.ConvertAll(parties, p => p.Order!); // Asked for a line above.
        var words = Array.ConvertAll(parties, p => p.Solve(null, false, cancellationToken));
        var results = new ChangedEquilibria[changes.Length];
        Parallel.For(0, changes.Length, new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, k =>
        {
            var change = changes[k];
            var changed = PartyCube.Create(shape, change.Party, Changed(game, change), ordered: true, 1, buffers);
            var newOrders = (SubcubeOrder[])orders.Clone();
            newOrders[change.Party] = changed.Order!; // Asked for above.
            var sets = new StateSet[Concepts];
            for (var c = 0; c < Concepts; c++) sets[c] = StateSet.Full(game.StateCount);
            for (var p = 0; p < parties.Length; p++)
            {
                var found = p == change.Party ? changed.Solve(newOrders, false, cancellationToken) : words[p];
                for (var c = 0; c < Concepts - 1; c++) sets[c].IntersectWith(new(game.StateCount, found[c]!));
                var sequential = p == change.Party ? found[(int)StabilityConcept.Sequential]! : parties[p].SolveSequential(newOrders);
                sets[^1].IntersectWith(new(game.StateCount, sequential));
            }

            changed.Release();
            results[k] = new(change, [.. sets]);
        });
        return [.. results];
    }

    private static OptionPreference.Statements Changed(OptionGame game, StatementChange change)
    {
        if (game.Preferences[change.Party] is not OptionPreference.Statements list)
            throw new ArgumentException("The party has no list of statements.", nameof(change));
        var without = list.Values.RemoveAt(change.From);
        return new(change.To is { } to ? without.Insert(to, list.Values[change.From]) : without);
    }
}
