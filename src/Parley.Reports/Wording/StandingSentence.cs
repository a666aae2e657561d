using Parley.Cases.Model;
using Parley.Stability;

namespace Parley.Reports.Wording;

/// <summary>Whether a case as it stands is stable, in a few sentences.</summary>
public static class StandingSentence
{
    public static string Of(StandingResult result, CaseWords words)
    {
        var leaving = Leaving(result, words);
        return leaving is null ? Alone(result, words) : $"{leaving} {Alone(result, words)}";
    }

    /// <summary>Which events would break it.</summary>
    public static string Events(StandingResult result, CaseWords words)
    {
        var breaking = result.Events.Where(e => e.Breaks).ToList();
        if (breaking.Count == 0) return $"None of the {result.Events.Length} events would change that.";
        var names = CaseWords.Listed([.. breaking.Select(e => $"\u201c{words.Overlay(OverlayKind.Event, e.Event)}\u201d")]);
        var momentous = result.Events.Where(e => e.IsMomentous).ToList();
        var only = momentous.Count > 0 && breaking.All(e => e.IsMomentous) ? " Only what the case calls momentous is among them." : string.Empty;
        return $"Of {result.Events.Length} events, {breaking.Count} would break it: {names}.{only}";
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
            false => $"Stable: {nobody} by changing anything alone{escalation}, and together they have no deal{(words.Model.SubstantiveFrom is null ? string.Empty : " of substance")}.",
            null => $"Stable against each side alone: {nobody} by changing anything alone{escalation}; whether they have a deal was not settled within the limit.",
        };
    }

    /// <summary>What a party gains, and by what.</summary>
    public static string Gain(string party, BestMove best, CaseWords words) =>
        $"{party} gains {NumberText.Points(best.Gain).TrimStart('+')} by itself ({words.Package(best.Changes)})";

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
