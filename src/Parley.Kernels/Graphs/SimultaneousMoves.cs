namespace Parley.Kernels.Graphs;

/// <summary>How a move of one party combines with improvements that the others make at the same time.</summary>
/// <remarks>
/// Definition: the combination of q (moved to by i from s) and q_j (moved to by each j of some others from s) takes each party's option
/// bits from its own move, and the other bits from s. It exists when it is a state.
/// Cost: the product over the others of their improvements plus one.
/// Source: Fraser and Hipel 1984; key "fraser1984" in docs/references.bib.
/// </remarks>
internal sealed class SimultaneousMoves
{
    private readonly ExplicitGraph graph;
    private readonly StateCodes codes;
    private readonly Dictionary<ulong, int> stateByCode = [];

    public SimultaneousMoves(ExplicitGraph graph, StateCodes codes)
    {
        (this.graph, this.codes) = (graph, codes);
        for (var s = 0; s < graph.StateCount; s++) stateByCode[codes.Codes[s]] = s;
    }

    /// <summary>
    /// Improvements of some of the others from the state which, made together with the party's move to the target, end at a state that the
    /// party likes no better; null where there are none. Each step says to which state its mover would have moved alone.
    /// </summary>
    public MoveStep[]? Answer(int party, int state, int target)
    {
        var chosen = new List<MoveStep>();
        return Choose(0, codes.Codes[target]) ? [.. chosen] : null;

        bool Choose(int other, ulong code)
        {
            if (other == graph.PartyCount) return stateByCode.TryGetValue(code, out var end) && !graph.Improves(party, state, end);
            if (Choose(other + 1, code)) return true;
            if (other == party) return false;
            foreach (var to in graph.Moves(other, state))
            {
                if (!graph.Improves(other, state, to)) continue;
                chosen.Add(new(other, to));
                if (Choose(other + 1, code ^ ((codes.Codes[to] ^ code) & codes.OwnMasks[other]))) return true;
                chosen.RemoveAt(chosen.Count - 1);
            }

            return false;
        }
    }
}
