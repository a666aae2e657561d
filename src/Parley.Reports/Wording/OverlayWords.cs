using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Overlays;

namespace Parley.Reports.Wording;

/// <summary>Under what the question was asked, in words.</summary>
public static class OverlayWords
{
    /// <summary>"at May 2019, under Obama, without the investigation"; empty for a case without dates, asked plainly.</summary>
    public static string Of(CaseWords words, OverlaySelection overlays)
    {
        var parts = new List<string>();
        var date = overlays.At ?? words.Model.OverlaysOf(OverlayKind.Date).LastOrDefault()?.Name;
        if (date is not null) parts.Add("at " + words.Overlay(OverlayKind.Date, date));
        else if (words.Model.AsOf is { } day) parts.Add("as of " + day);
        if (overlays.Under is { } leader) parts.Add("under " + words.Overlay(OverlayKind.Leader, leader));
        if (overlays.SeenBy is { } viewer) parts.Add("seen by " + words.Overlay(OverlayKind.Perception, viewer));
        if (overlays.Story is { } story) parts.Add("if " + words.Overlay(OverlayKind.Story, story));
        AddList(parts, "given ", words, OverlayKind.Event, overlays.Given);
        AddList(parts, "without ", words, OverlayKind.Obstacle, overlays.Without);
        if (!overlays.Set.IsEmpty) parts.Add("with " + string.Join(", ", overlays.Set));
        return string.Join("; ", parts);
    }

    private static void AddList(
        List<string> parts, string word, CaseWords words, OverlayKind kind, ImmutableArray<string> names)
    {
        if (names.IsEmpty) return;
        parts.Add(word + CaseWords.Listed([.. names.Select(n => words.Overlay(kind, n))]));
    }
}
