namespace Parley.Kernels.Graphs;

/// <summary>What to find out about an option game, and with how many hands.</summary>
public sealed record OptionStabilityOptions
{
    /// <summary>Whether sequential stability is asked for; it takes most of the time.</summary>
    public bool Sequential { get; init; } = true;

    /// <summary>Whether symmetric sequential stability is asked for too; only together with <see cref="Sequential"/>.</summary>
    public bool SymmetricSequential { get; init; } = true;

    /// <summary>At least 1; results do not depend on it.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Fewer states than these are left to one thread: a second costs more than it saves.</summary>
    internal int SharedFrom { get; init; } = 1 << 17;
}

/// <summary>Which states of an option game each party would keep, found by sweeps over sub-cubes.</summary>
/// <remarks>
/// Definition: as in <see cref="GraphStability"/>, of the graph that <see cref="OptionGame.ToExplicit"/> lists.
/// Shapes: states are option bitmasks; infeasible ones are in no set.
/// Cost: memory, per state and party, the width of the value and a bit for each verdict; for sequential concepts one party's width more, and
/// each different order of a party's sub-cubes once. Time, a few passes over that; for sequential concepts as many sweeps as improvements
/// alternate, each the longer the more orders stand side by side.
/// </remarks>
public sealed class OptionStability
{
    private readonly StateSet?[] stable;

    private OptionStability(OptionGame game, StateSet?[] stable) => (Game, this.stable) = (game, stable);

    public OptionGame Game { get; }

    /// <param name="game">The conflict.</param>
    /// <param name="options">Null for all concepts that can be had this way.</param>
    /// <param name="cancellationToken">Asked between parties and concepts.</param>
    public static OptionStability Solve(OptionGame game, OptionStabilityOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        if (options.Threads < 1) throw new ArgumentException("At least one thread.", nameof(options));
        var threads = game.StateCount < options.SharedFrom ? 1 : options.Threads;
        var (shape, buffers) = (new CubeShape(game), new CubeBuffers());
        var sets = new StateSet?[game.PartyCount * GraphStability.ConceptCount];
        if (!options.Sequential)
        {
            for (var p = 0; p < game.PartyCount; p++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var party = PartyCube.Create(shape, p, game.Preferences[p], ordered: false, threads, buffers);
                Keep(party.Solve(null, false, cancellationToken), p);
                party.Release();
            }

            return new(game, sets);
        }

        var parties = new PartyCube[game.PartyCount];
        var orders = new SubcubeOrder[parties.Length];
        for (var p = 0; p < parties.Length; p++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            parties[p] = PartyCube.Create(shape, p, game.Preferences[p], ordered: true, threads, buffers);
            orders[p] = parties[p].Order!; // Asked for a line above.
        }

        for (var p = 0; p < parties.Length; p++)
        {
            Keep(parties[p].Solve(orders, options.SymmetricSequential, cancellationToken), p);
            parties[p].Release();
        }

        return new(game, sets);

        void Keep(ulong[]?[] words, int party)
        {
            for (var c = 0; c < words.Length; c++)
                if (words[c] is { } found) sets[party * GraphStability.ConceptCount + c] = new(game.StateCount, found);
        }
    }

    /// <summary>Whether the concept was asked for.</summary>
    public bool Has(StabilityConcept concept) => stable[(int)concept] is not null;

    /// <summary>The states that the party would keep.</summary>
    /// <exception cref="ArgumentException">The concept was not asked for.</exception>
    public StateSet Stable(int party, StabilityConcept concept) =>
        stable[party * GraphStability.ConceptCount + (int)concept] ?? throw new ArgumentException("Not asked for.", nameof(concept));

    /// <summary>The states that every party would keep under the same concept.</summary>
    public StateSet Equilibria(StabilityConcept concept)
    {
        var all = StateSet.Full(Game.StateCount);
        for (var p = 0; p < Game.PartyCount; p++) all.IntersectWith(Stable(p, concept));
        return all;
    }
}
