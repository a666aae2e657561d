using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Overlays;

namespace Parley.Reports.Wording;

/// <summary>Under what the question was asked, in words.</summary>
public static class OverlayWords
{
    /// <summary>"at 2019; given: the sailors come home; without: the investigation"; empty for a case without dates, asked plainly.</summary>
    public static string Of(CaseWords words, OverlaySelection overlays)
    {
        var parts = new List<string>();
        var date = overlays.At ?? words.Model.OverlaysOf(OverlayKind.Date).LastOrDefault()?.Name;
        AddOne(parts, "at ", words, OverlayKind.Date, date);
        if (date is null && words.Model.AsOf is { } day) parts.Add("as of " + day);
        AddOne(parts, "under ", words, OverlayKind.Leader, overlays.Under);
        AddOne(parts, "seen by ", words, OverlayKind.Perception, overlays.SeenBy);
        if (overlays.Story is { } story) parts.Add("supposing " + words.Overlay(OverlayKind.Story, story));
        AddList(parts, "given: ", words, OverlayKind.Event, overlays.Given);
        AddList(parts, "without: ", words, OverlayKind.Obstacle, overlays.Without);
        if (!overlays.Set.IsEmpty) parts.Add("with " + string.Join(", ", overlays.Set));
        return string.Join("; ", parts);
    }

    /// <summary>A title stands for itself ("as Putin sees it"); a bare name needs a word before it.</summary>
    private static void AddOne(List<string> parts, string word, CaseWords words, OverlayKind kind, string? name)
    {
        if (name is null) return;
        var title = words.Model.OverlaysOf(kind).FirstOrDefault(o => o.Name == name)?.Title;
        parts.Add(title ?? word + CaseWords.Plain(name));
    }

    private static void AddList(
        List<string> parts, string word, CaseWords words, OverlayKind kind, ImmutableArray<string> names)
    {
        if (names.IsEmpty) return;
        parts.Add(word + CaseWords.Listed([.. names.Select(n => words.Overlay(kind, n))]));
    }
}
