using System.Collections.Immutable;
using Parley.Cases.Checks;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Overlays;

/// <summary>Makes the model that holds under overlays and edits; the given model stays as it is.</summary>
public static class CaseEdit
{
    /// <summary>The effective case under a selection of overlays.</summary>
    /// <remarks>
    /// Order: date, leader, perception, story, events and then obstacles in declaration order, last the typed edits; a later
    /// one wins. Without a date the last declared one is used.
    /// </remarks>
    /// <returns>The effective case, or errors: an overlay that is not declared, an edit that leads nowhere.</returns>
    public static Checked<CaseModel> Apply(CaseModel model, OverlaySelection selection)
    {
        var found = new List<Diagnostic>();
        var overlays = new List<Overlay>();
        var date = selection.At ?? model.OverlaysOf(OverlayKind.Date).LastOrDefault()?.Name;
        Add(OverlayKind.Date, date is null ? [] : [date]);
        Add(OverlayKind.Leader, selection.Under is { } leader ? [leader] : []);
        Add(OverlayKind.Perception, selection.SeenBy is { } view ? [view] : []);
        Add(OverlayKind.Story, selection.Story is { } story ? [story] : []);
        Add(OverlayKind.Event, selection.Given);
        Add(OverlayKind.Obstacle, selection.Without);
        var edits = overlays.SelectMany(o => o.Set.Select(e => (Edit: e, o.Source))).ToList();
        foreach (var text in selection.Set)
            if (Parse(text, found) is { } edit)
                edits.Add((edit, null));
        var dated = model with { InForce = overlays.Find(o => o.Kind == OverlayKind.Date)?.InForce };
        return Finish(dated, edits, found);

        void Add(OverlayKind kind, ImmutableArray<string> names)
        {
            var declared = model.OverlaysOf(kind).ToList();
            foreach (var name in names)
                if (!declared.Exists(o => o.Name == name))
                    found.Add(Unknown(kind, name, declared).At(SourceSpan.None));
            overlays.AddRange(declared.Where(o => names.Contains(o.Name)));
        }
    }

    /// <summary>The case with some edits, in their order.</summary>
    public static Checked<CaseModel> Apply(CaseModel model, IEnumerable<Edit> edits) =>
        Finish(model, [.. edits.Select(e => (e, (string?)null))], []);

    /// <summary>Reads an edit typed as <c>path=value</c>.</summary>
    public static Checked<Edit> Parse(string text)
    {
        var found = new List<Diagnostic>();
        var edit = Parse(text, found);
        return new(edit, [.. found]);
    }

    private static Edit? Parse(string text, List<Diagnostic> found)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at > 0 && text[(at + 1)..].Trim().Length > 0) return new Edit(text[..at].Trim(), text[(at + 1)..].Trim(), SourceSpan.None, SourceSpan.None);
        found.Add(ReaderMessages.BadEdit(text, "Write path=value.").At(SourceSpan.None));
        return null;
    }

    private static Checked<CaseModel> Finish(CaseModel model, List<(Edit Edit, string? Source)> edits, List<Diagnostic> found)
    {
        var result = model;
        foreach (var (edit, source) in edits)
            result = EditReader.Apply(result, edit, source, found.Add) ?? result;
        if (edits.Exists(e => model.Parameters.Any(p => p.Name == e.Edit.Path)) && ParameterCycles.Find(result.Parameters) is { } cycle)
            found.Add(ReaderMessages.CyclicParameters(string.Join(" -> ", cycle)).At(edits[^1].Edit.PathSpan));
        return new(found.Exists(d => d.Severity == Severity.Error) ? null : result, [.. found]);
    }

    private static ReaderMessage Unknown(OverlayKind kind, string name, List<Overlay> declared)
    {
        var (slug, what) = kind switch
        {
            OverlayKind.Date => (ReaderSlugs.UnknownDate, "a date"),
            OverlayKind.Leader => (ReaderSlugs.UnknownLeader, "a leader"),
            OverlayKind.Perception => (ReaderSlugs.UnknownPerception, "a perception"),
            OverlayKind.Story => (ReaderSlugs.UnknownStory, "a story"),
            OverlayKind.Event => (ReaderSlugs.UnknownEvent, "an event"),
            _ => (ReaderSlugs.UnknownObstacle, "an obstacle"),
        };
        var names = declared.ConvertAll(o => o.Name);
        return ReaderMessages.UnknownOverlay(slug, name, what, names, Spelling.Nearest(name, names));
    }
}
