namespace Parley.Kernels.Graphs;

/// <summary>Which states two parties keep when each looks a number of moves ahead.</summary>
/// <remarks>
/// Definition: G_0(i, s) = s. For h above 0: where i has no move, G_h(i, s) = s; else M is the own move whose outcome G_{h-1}(j, M) ranks
/// highest for i, and G_h(i, s) is s when s ranks at least as high as that outcome, else the outcome. s is L_h-stable for i when
/// G_h(i, s) = s. Horizon 1 is Nash. Non-myopic: L_h-stable for every h from some h on; since the two functions repeat, a period decides.
/// Shapes: sets by horizon 1.., party, states.
/// Ties and edge cases: stated for strict rankings; with ties a party stays when moving gains nothing, and of equal outcomes it takes the
/// lowest state moved to.
/// Source: Kilgour 1985; key "kilgour1985" in docs/references.bib.
/// </remarks>
public sealed class LimitedMoves
{
    private readonly List<StateSet[]> byHorizon;
    private readonly StateSet[]? nonMyopic;

    private LimitedMoves(List<StateSet[]> byHorizon, StateSet[]? nonMyopic, int periodStart, int period)
    {
        (this.byHorizon, this.nonMyopic, PeriodStart, Period) = (byHorizon, nonMyopic, periodStart, period);
    }

    /// <summary>How many horizons were worked out.</summary>
    public int Horizons => byHorizon.Count;

    /// <summary>The horizon from which verdicts repeat; 0 where that was not seen.</summary>
    public int PeriodStart { get; }

    /// <summary>After how many horizons they repeat; 0 where that was not seen.</summary>
    public int Period { get; }

    /// <summary>Whether the budget let the period be seen, so that non-myopic stability is known.</summary>
    public bool KnowsNonMyopic => nonMyopic is not null;

    /// <param name="graph">A conflict of two parties.</param>
    /// <param name="maxHorizon">The budget, at least 1.</param>
    /// <param name="cancellationToken">Asked once for each horizon.</param>
    /// <exception cref="ArgumentException">Not two parties.</exception>
    public static LimitedMoves Solve(ExplicitGraph graph, int maxHorizon = 4096, CancellationToken cancellationToken = default)
    {
        if (graph.PartyCount != 2) throw new ArgumentException("Two parties are asked for.", nameof(graph));
        ArgumentOutOfRangeException.ThrowIfLessThan(maxHorizon, 1);
        var m = graph.StateCount;
        var outcomes = new int[2 * m];
        for (var k = 0; k < outcomes.Length; k++) outcomes[k] = k % m;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = new List<StateSet[]>();
        for (var h = 1; h <= maxHorizon; h++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            outcomes = Ahead(graph, outcomes);
            var key = string.Join(',', outcomes);
            if (seen.TryGetValue(key, out var before)) return new(sets, Always(sets, before), before, h - before);
            seen[key] = h;
            sets.Add([Kept(outcomes, 0, m), Kept(outcomes, 1, m)]);
        }

        return new(sets, null, 0, 0);
    }

    /// <summary>The L_h-stable states of the party.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is below 1, or beyond what was worked out and nothing repeats.</exception>
    public StateSet Stable(int party, int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        if (horizon > byHorizon.Count && Period > 0) horizon = PeriodStart + (horizon - PeriodStart) % Period;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(horizon, byHorizon.Count);
        return byHorizon[horizon - 1][party];
    }

    /// <summary>The states that the party keeps at every horizon from some one on.</summary>
    /// <exception cref="InvalidOperationException">The budget ended before the verdicts repeated.</exception>
    public StateSet NonMyopic(int party) =>
        nonMyopic is null ? throw new InvalidOperationException("The horizons did not yet repeat.") : nonMyopic[party];

    private static int[] Ahead(ExplicitGraph graph, int[] outcomes)
    {
        var m = graph.StateCount;
        var ahead = new int[outcomes.Length];
        for (var party = 0; party < 2; party++)
        {
            var ranks = graph.Ranks(party);
            for (var s = 0; s < m; s++)
            {
                var best = -1;
                foreach (var q in graph.Moves(party, s))
                {
                    var outcome = outcomes[(1 - party) * m + q];
                    if (best < 0 || ranks[outcome] > ranks[best]) best = outcome;
                }

                ahead[party * m + s] = best < 0 || ranks[s] >= ranks[best] ? s : best;
            }
        }

        return ahead;
    }

    private static StateSet Kept(int[] outcomes, int party, int stateCount)
    {
        var kept = new StateSet(stateCount);
        for (var s = 0; s < stateCount; s++)
            if (outcomes[party * stateCount + s] == s) kept.Add(s);
        return kept;
    }

    private static StateSet[] Always(List<StateSet[]> sets, int from)
    {
        StateSet[] always = [StateSet.Full(sets[0][0].StateCount), StateSet.Full(sets[0][0].StateCount)];
        for (var h = from; h <= sets.Count; h++)
            for (var party = 0; party < 2; party++) always[party].IntersectWith(sets[h - 1][party]);
        return always;
    }
}
