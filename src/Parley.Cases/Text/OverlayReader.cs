using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;

namespace Parley.Cases.Text;

/// <summary>Reads overlays and checks that each of their edits leads somewhere.</summary>
internal static class OverlayReader
{
    public static ImmutableArray<Overlay> Overlays(FieldMap top, CaseScope scope, out List<(Overlay Overlay, Edit Edit)> edits)
    {
        var overlays = ImmutableArray.CreateBuilder<Overlay>();
        foreach (var kind in Enum.GetValues<OverlayKind>())
            foreach (var (key, value, _) in top.Entries(CaseFields.KeyOf(kind)))
                overlays.Add(Read(kind, key, value, scope));
        edits = [.. overlays.SelectMany(o => o.Set.Select(e => (o, e)))];
        return overlays.ToImmutable();
    }

    private static Overlay Read(OverlayKind kind, ScalarNode key, CaseNode value, CaseScope scope)
    {
        var map = new FieldMap(scope, CaseFields.OverlayOf(kind), value, key.Text, key);
        return new Overlay
        {
            Kind = kind,
            Name = key.Text,
            Title = map.Text("title"),
            Set = Edits(map, scope),
            Group = kind == OverlayKind.Obstacle ? map.Word("group") : null,
            PerYear = kind == OverlayKind.Event ? map.Number("per_year", NumberDomain.AtLeastZero) : null,
            Momentous = kind == OverlayKind.Event && (map.YesNo("momentous") ?? false),
            EffectOnIndex = kind == OverlayKind.Event ? map.Number("effect_on_index", NumberDomain.Any) : null,
            InForce = kind == OverlayKind.Date ? InForce(map, scope) : null,
            Source = map.Source(),
            Note = map.Text("note"),
            Span = map.Span,
        };
    }

    private static string? InForce(FieldMap map, CaseScope scope)
    {
        if (map.WordAt("in_force") is not var (deal, node)) return null;
        if (scope.Deals.Contains(deal)) return deal;
        scope.Context.Add(ReaderMessages.Unknown(ReaderSlugs.UnknownDeal, deal, "a deal", Spelling.Nearest(deal, scope.Deals.Order(StringComparer.Ordinal))), node);
        return null;
    }

    private static ImmutableArray<Edit> Edits(FieldMap map, CaseScope scope)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        foreach (var (key, value, _) in map.Entries("set"))
        {
            if (value is not ScalarNode { IsEmpty: false } scalar)
                scope.Context.Add(ReaderMessages.WrongShape(key.Text, value.Kind, "one value"), value.Kind == "nothing" ? key : value);
            else if (!scalar.Told)
                edits.Add(new Edit(key.Text, scalar.Text, scope.Context.Span(key), scope.Context.Span(scalar)));
        }
        return edits.ToImmutable();
    }

    /// <summary>Every edit is tried on the case by itself, after the earlier edits of its overlay.</summary>
    public static void CheckEdits(CaseModel model, List<(Overlay Overlay, Edit Edit)> edits, ReaderContext context)
    {
        if (context.Source.LostLines) return;
        foreach (var overlay in edits.GroupBy(e => e.Overlay, ReferenceEqualityComparer.Instance))
        {
            var changed = model;
            foreach (var (owner, edit) in overlay)
                changed = EditReader.Apply(changed, edit, owner.Source, context.Add) ?? changed;
        }
        var first = new Dictionary<string, (Overlay Overlay, Edit Edit)>(StringComparer.Ordinal);
        foreach (var entry in edits.Where(e => e.Overlay.Kind == OverlayKind.Obstacle))
        {
            if (first.TryAdd(entry.Edit.Path, entry) || SameValue(first[entry.Edit.Path].Edit, entry.Edit)) continue;
            context.Add(ReaderMessages.ConflictingObstacles(entry.Edit.Path, first[entry.Edit.Path].Overlay.Name, entry.Overlay.Name).At(entry.Edit.PathSpan));
        }
    }

    private static bool SameValue(Edit a, Edit b)
    {
        if (a.Value == b.Value) return true;
        var (x, y) = (NumberSyntax.Parse(a.Value, out _, out _), NumberSyntax.Parse(b.Value, out _, out _));
        return x is not null && y is not null && x.Coefficient == y.Coefficient && x.Parameters.Select(p => p.Name).SequenceEqual(y.Parameters.Select(p => p.Name));
    }
}
