namespace Parley.Kernels.Graphs;

/// <summary>Checks a witness against the graph from the definitions alone, without the engine that made it.</summary>
/// <remarks>
/// A sanction is walked step by step. That an improvement has no sanction is checked by listing all that the others can reach from it:
/// pairs of a state and the last to move, O(parties * states) of them.
/// Source: Fang, Hipel and Kilgour 1993, ch. 3; key "fang1993" in docs/references.bib.
/// </remarks>
public static class WitnessReplay
{
    /// <summary>What is wrong with the witness, or null where it proves its verdict.</summary>
    public static string? Fault(ExplicitGraph graph, StabilityWitness witness)
    {
        var (party, state) = (witness.Party, witness.State);
        if ((uint)party >= (uint)graph.PartyCount) return "no such party";
        if ((uint)state >= (uint)graph.StateCount) return "no such state";
        if (witness.Concept == StabilityConcept.Simultaneous && graph.Codes is null) return "nothing says how moves combine";
        return witness.Stable ? StableFault(graph, witness) : UnstableFault(graph, witness);
    }

    private static string? StableFault(ExplicitGraph graph, StabilityWitness witness)
    {
        var (party, state) = (witness.Party, witness.State);
        var at = 0;
        foreach (var target in graph.Moves(party, state))
        {
            if (!graph.Improves(party, state, target)) continue;
            if (at == witness.Answers.Length || witness.Answers[at].Target != target) return "an improvement is not answered in its place";
            var fault = AnswerFault(graph, witness, witness.Answers[at++]);
            if (fault is not null) return fault;
        }

        return at == witness.Answers.Length ? null : "an answer to no improvement";
    }

    private static string? AnswerFault(ExplicitGraph graph, StabilityWitness witness, MoveAnswer answer)
    {
        if (witness.Concept == StabilityConcept.Nash) return "an improvement";
        if (answer.Sanction.IsEmpty) return "no sanction";
        if (witness.Concept == StabilityConcept.Simultaneous) return SimultaneousFault(graph, witness, answer);
        var improving = witness.Concept is StabilityConcept.Sequential or StabilityConcept.SymmetricSequential;
        var (at, last) = (answer.Target, witness.Party);
        foreach (var (mover, to) in answer.Sanction)
        {
            if ((uint)mover >= (uint)graph.PartyCount || (uint)to >= (uint)graph.StateCount) return "a step out of range";
            if (mover == witness.Party) return "the party punishes itself";
            if (mover == last) return "a party moves twice in a row";
            if (!graph.HasMove(mover, at, to)) return "a step that cannot be made";
            if (improving && !graph.Improves(mover, at, to)) return "a step that improves nothing for its mover";
            (at, last) = (to, mover);
        }

        if (graph.Improves(witness.Party, witness.State, at)) return "the sanction does not hurt";
        if (!CountsEscapes(witness.Concept)) return answer.Escapes.IsEmpty ? null : "escapes that the concept does not count";
        if (!answer.Escapes.AsSpan().SequenceEqual(graph.Moves(witness.Party, at))) return "not all escapes are listed";
        foreach (var escape in answer.Escapes)
            if (graph.Improves(witness.Party, witness.State, escape)) return "an escape";
        return null;
    }

    private static string? SimultaneousFault(ExplicitGraph graph, StabilityWitness witness, MoveAnswer answer)
    {
        var codes = graph.Codes!;
        var code = codes.Codes[answer.Target];
        var moved = 1UL << witness.Party;
        foreach (var (mover, to) in answer.Sanction)
        {
            if ((uint)mover >= (uint)graph.PartyCount || (uint)to >= (uint)graph.StateCount) return "a step out of range";
            if ((moved >> mover & 1) != 0) return "a party moves twice at once";
            if (!graph.HasMove(mover, witness.State, to)) return "a step that cannot be made";
            if (!graph.Improves(mover, witness.State, to)) return "a step that improves nothing for its mover";
            moved |= 1UL << mover;
            code = (code & ~codes.OwnMasks[mover]) | (codes.Codes[to] & codes.OwnMasks[mover]);
        }

        var end = codes.Codes.IndexOf(code);
        if (end < 0) return "the moves do not combine to a state";
        return graph.Improves(witness.Party, witness.State, end) ? "the sanction does not hurt" : null;
    }

    private static string? UnstableFault(ExplicitGraph graph, StabilityWitness witness)
    {
        if (witness.Answers.Length != 1) return "one improvement is to be named";
        var answer = witness.Answers[0];
        if (!answer.Sanction.IsEmpty || !answer.Escapes.IsEmpty) return "an answer where there should be none";
        if ((uint)answer.Target >= (uint)graph.StateCount) return "a step out of range";
        if (!graph.HasMove(witness.Party, witness.State, answer.Target)) return "a step that cannot be made";
        if (!graph.Improves(witness.Party, witness.State, answer.Target)) return "a step that improves nothing for its mover";
        if (witness.Concept == StabilityConcept.Nash) return null;
        var sanctioned = witness.Concept == StabilityConcept.Simultaneous
            ? AnyCombination(graph, witness, answer.Target, 0, graph.Codes!.Codes[answer.Target])
            : AnySanction(graph, witness, answer.Target);
        return sanctioned ? "there is a sanction" : null;
    }

    private static bool CountsEscapes(StabilityConcept concept) =>
        concept is StabilityConcept.SymmetricMetarational or StabilityConcept.SymmetricSequential;

    private static bool AnySanction(ExplicitGraph graph, StabilityWitness witness, int target)
    {
        var improving = witness.Concept is StabilityConcept.Sequential or StabilityConcept.SymmetricSequential;
        var seen = new HashSet<(int State, int Last)>();
        var open = new Stack<(int State, int Last)>([(target, witness.Party)]);
        while (open.TryPop(out var node))
        {
            for (var mover = 0; mover < graph.PartyCount; mover++)
            {
                if (mover == node.Last || mover == witness.Party) continue;
                foreach (var to in graph.Moves(mover, node.State))
                {
                    if (improving && !graph.Improves(mover, node.State, to)) continue;
                    if (!seen.Add((to, mover))) continue;
                    if (Hurts(graph, witness, to)) return true;
                    open.Push((to, mover));
                }
            }
        }

        return false;
    }

    private static bool Hurts(ExplicitGraph graph, StabilityWitness witness, int end)
    {
        if (graph.Improves(witness.Party, witness.State, end)) return false;
        if (!CountsEscapes(witness.Concept)) return true;
        foreach (var escape in graph.Moves(witness.Party, end))
            if (graph.Improves(witness.Party, witness.State, escape)) return false;
        return true;
    }

    private static bool AnyCombination(ExplicitGraph graph, StabilityWitness witness, int target, int mover, ulong code)
    {
        if (mover == graph.PartyCount)
        {
            var end = graph.Codes!.Codes.IndexOf(code);
            return end >= 0 && !graph.Improves(witness.Party, witness.State, end);
        }

        if (AnyCombination(graph, witness, target, mover + 1, code)) return true;
        if (mover == witness.Party) return false;
        var own = graph.Codes!.OwnMasks[mover];
        foreach (var to in graph.Moves(mover, witness.State))
        {
            if (!graph.Improves(mover, witness.State, to)) continue;
            var combined = (code & ~own) | (graph.Codes.Codes[to] & own);
            if (AnyCombination(graph, witness, target, mover + 1, combined)) return true;
        }

        return false;
    }
}
