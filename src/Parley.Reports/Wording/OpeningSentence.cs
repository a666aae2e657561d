using Parley.Cases.Model;
using Parley.Openings;
using Parley.Verdict;

namespace Parley.Reports.Wording;

/// <summary>What would turn the answer over, in a sentence or two.</summary>
public static class OpeningSentence
{
    /// <summary>How near the nearest single number is.</summary>
    public static string Of(OpeningsResult openings)
    {
        var (turns, answer) = openings.Grade == Grade.Deal ? ("closes", "the deal") : ("opens", "a deal");
        var plausible = openings.TippingPoints.Count(t => t.IsPlausible);
        if (plausible > 0)
            return $"{Count(plausible)} would be enough: it {turns} {answer} within the range that the case calls plausible.";
        var nearest = openings.TippingPoints.FirstOrDefault(t => t.Cost is not null);
        return nearest?.Cost is { } cost
            ? $"No single number {turns} {answer} within the range that the case calls plausible. The nearest would have to move {NumberText.Fixed(cost, 1)} times as far as that."
            : $"No single number {turns} {answer}, however far it is moved.";
    }

    /// <summary>What events do; null when none was asked about.</summary>
    public static string? OfEvents(OpeningsResult openings)
    {
        var events = openings.Events.Where(e => e.Kind == OverlayKind.Event).ToList();
        if (events.Count == 0) return null;
        var ordinary = events.Where(e => !e.Momentous && e.Grade != openings.Grade).ToList();
        var momentous = events.Where(e => e.Momentous).ToList();
        var better = momentous.Exists(e => e.Grade > openings.Grade);
        var worse = momentous.Exists(e => e.Grade < openings.Grade);
        var change = (better, worse) switch
        {
            (true, true) => "only a momentous one does, for better or for worse",
            (true, false) => "only a momentous one does, for the better",
            (false, true) => "only a momentous one does, for the worse",
            _ => momentous.Count > 0 ? "nor does a momentous one" : null,
        };
        if (ordinary.Count > 0)
            return ordinary.Count == 1 ? "One ordinary event changes the verdict." : $"{ordinary.Count} ordinary events change the verdict.";
        return "No ordinary event changes the verdict" + (change is null ? "." : $"; {change}.");
    }

    /// <summary>What an overlay does to the answer.</summary>
    public static string Word(EventEffect effect) => effect switch
    {
        EventEffect.Opens => "opens",
        EventEffect.Closes => "closes",
        EventEffect.Better => "better",
        EventEffect.Worse => "worse",
        _ => "the same",
    };

    private static string Count(int plausible) => plausible == 1 ? "One number" : $"Each of {plausible} numbers";
}
