using Parley.Reports.Wording;
using Parley.Stability;

namespace Parley.Reports.Tables;

/// <summary>Where a conflict rests whose parties perceive it differently, as text.</summary>
internal static class HypergameSection
{
    /// <summary>States listed at most.</summary>
    private const int MostStates = 20;

    public static void Write(Sheet sheet, HypergameResult result, StabilityWords words, string heading)
    {
        sheet.Heading(heading);
        var all = (1 << words.PartyCount) - 1;
        var own = words.Parties(Enumerable.Range(0, words.PartyCount).Where(result.Problem.Misperceives).Aggregate(0, (bits, p) => bits | 1 << p));
        var states = result.Concepts
            .SelectMany((c, k) => c.States.Select((s, order) => (c.Concept, State: s, Order: (k, order))))
            .GroupBy(x => x.State.Label.Name)
            .OrderByDescending(g => g.Count(x => x.State.IsOutcome))
            .ThenByDescending(g => g.Count())
            .ThenBy(g => g.First().Order)
            .ToList();
        if (states.Count == 0) sheet.Note("No state is an equilibrium to anybody, as it is or as it is seen.");
        else sheet.Table(Table(result, words, states.Take(MostStates).Select(g => g.Select(x => (x.Concept, x.State)))));
        if (states.Count > MostStates) sheet.Note($"{StabilityText.Count(states.Count - MostStates)} more not shown; --json has them.");
        if (states.Count > 0 && !states.Any(g => g.Any(x => x.State.IsOutcome))) sheet.Note("No state is an outcome: wherever the conflict is, somebody moves on or finds it otherwise than it thought.");
        sheet.Note($"A perception of its own: {own}. {(own == words.Parties(all) ? "Nobody" : "Nobody else")} sees it otherwise than it is.");
        sheet.Note("Outcome: every side would keep it in the conflict that it perceives. Who does not see a state neither keeps it nor moves to it.");
    }

    private static SheetTable Table(HypergameResult result, StabilityWords words, IEnumerable<IEnumerable<(Kernels.Graphs.StabilityConcept Concept, PerceivedState State)>> states)
    {
        var table = new SheetTable(
            new SheetColumn("State"), new SheetColumn("Under", IsLabel: true), new SheetColumn("An equilibrium to"), new SheetColumn("In fact", IsLabel: true), new SheetColumn("Outcome"));
        foreach (var state in states)
        {
            var name = words.State(state.First().State.Label);
            foreach (var same in state.GroupBy(x => (x.State.EquilibriumTo, x.State.IsEquilibrium, x.State.KeptBy)))
            {
                var first = same.First().State;
                var isAll = same.Count() == result.Concepts.Length;
                table.Add(
                    name,
                    isAll ? "all" : string.Join('\n', same.Select(x => StabilityWords.Letters(x.Concept))),
                    Believers(first.EquilibriumTo, words),
                    first.IsEquilibrium ? "yes" : "no",
                    Outcome(first, words));
                name = string.Empty;
            }
        }

        return table;
    }

    private static string Believers(int parties, StabilityWords words) =>
        parties == 0 ? "nobody" : parties == (1 << words.PartyCount) - 1 ? "all" : words.Parties(parties);

    private static string Outcome(PerceivedState state, StabilityWords words)
    {
        if (state.IsOutcome) return "yes";
        var all = (1 << words.PartyCount) - 1;
        var reasons = new List<string>();
        if (!state.IsActual) reasons.Add("it cannot be");
        if ((all & ~state.SeenBy) is var blind and not 0) reasons.Add($"not seen by {words.Parties(blind)}");
        if ((state.SeenBy & ~state.KeptBy) is var leavers and not 0) reasons.Add($"not kept by {words.Parties(leavers)}");
        return $"no: {string.Join(", ", reasons)}";
    }
}
