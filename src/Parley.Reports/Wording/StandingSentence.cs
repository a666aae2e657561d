using Parley.Cases.Model;
using Parley.Stability;

namespace Parley.Reports.Wording;

/// <summary>Whether a case as it stands is stable, in a few sentences.</summary>
public static class StandingSentence
{
    public static string Of(StandingResult result, CaseWords words)
    {
        string?[] parts = [Leaving(result, words), Alone(result, words), SideDeals(result, words)];
        return string.Join(' ', parts.Where(p => p is not null));
    }

    /// <summary>Which events would break it.</summary>
    public static string Events(StandingResult result, CaseWords words)
    {
        var breaking = result.Events.Where(e => e.Breaks).ToList();
        if (result.Events is [var only]) return $"\u201c{words.Overlay(OverlayKind.Event, only.Event)}\u201d would {(only.Breaks ? "break it" : "not change that")}.";
        if (breaking.Count == 0) return $"None of the {result.Events.Length} events would change that.";
        var names = CaseWords.Listed([.. breaking.Select(e => $"\u201c{words.Overlay(OverlayKind.Event, e.Event)}\u201d")]);
        var momentous = result.Events.Where(e => e.IsMomentous).ToList();
        var note = momentous.Count > 0 && breaking.All(e => e.IsMomentous) ? " Only what the case calls momentous is among them." : string.Empty;
        return $"Of {result.Events.Length} events, {breaking.Count} would break it: {names}.{note}";
    }

    private static string Alone(StandingResult result, CaseWords words)
    {
        var gaining = Enumerable.Range(0, result.Parties.Length).Where(k => result.Best[k].Gain.Sign > 0).ToList();
        if (gaining.Count > 0) return "Not stable: " + CaseWords.Listed([.. gaining.Select(k => Gain(words.Party(result.Parties[k]), result.Best[k], words))]) + ".";
        var nobody = result.Parties.Length == 2
            ? $"neither {words.Parties(result.Parties, "nor")} gains"
            : "no side gains";
        var escalation = result.Moves.Any(m => m.IsUnilateral) ? ", not even by escalating" : string.Empty;
        return result.HasDeal switch
        {
            true => $"Stable against each side alone: {nobody} by changing anything alone{escalation}. But together they have a deal (parley analyze).",
            false => $"Stable{(result.SideDeals.IsEmpty ? string.Empty : " against each side alone")}: {nobody} by changing anything alone{escalation}, and together they have no deal{(words.Model.SubstantiveFrom is null ? string.Empty : " of substance")}.",
            null => $"Stable against each side alone: {nobody} by changing anything alone{escalation}; whether they have a deal was not settled within the limit.",
        };
    }

    /// <summary>What a party gains, and by what.</summary>
    public static string Gain(string party, BestMove best, CaseWords words) =>
        $"{party} gains {NumberText.Points(best.Gain).TrimStart('+')} by itself ({words.Package(best.Changes)})";

    private static string? SideDeals(StandingResult result, CaseWords words)
    {
        if (result.SideDeals.IsEmpty) return null;
        var pairs = CaseWords.Listed([.. result.SideDeals.Select(m => words.Parties(m))], "or");
        return $"But without the others {pairs} could agree (parley analyze).";
    }

    private static string? Leaving(StandingResult result, CaseWords words)
    {
        if (result.InForce is not { } deal || result.Leaving.IsEmpty) return null;
        var leavers = result.Parties.Where((_, k) => result.Leaving[k].Leaves).ToList();
        var name = words.Deal(deal);
        return leavers.Count == 0
            ? $"In force: {name}. Nobody would leave it."
            : $"In force: {name}. {words.Parties(leavers)} would leave it.";
    }
}
