using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Cases.Text;

namespace Parley.Cases.Checks;

/// <summary>Tells of numbers that rest on what was published after the day up to which things may be known.</summary>
internal static class AsOfCheck
{
    public static void Run(CaseModel model, ReaderContext context)
    {
        if (model.AsOf is not { } asOf) return;
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var number in CaseNumbers.List(model).Select(n => n.Number)) Check(number.Source, number.Span);
        foreach (var overlay in model.Overlays)
        {
            foreach (var edit in overlay.Set) Check(Cited(edit.Value), edit.ValueSpan);
            if (!overlay.Set.IsEmpty) Check(overlay.Source, overlay.Span);
        }

        // Once for each source: mending the first place mends the others.
        void Check(string? id, Diagnostics.SourceSpan span)
        {
            if (id is null || SourceDates.Of(model, id) is not { } date || !DaySpan.IsAfter(date, asOf) || !told.Add(id)) return;
            context.Add(ReaderMessages.LaterThanAsOf(id, date, asOf).At(span));
        }
    }

    private static string? Cited(string value) => value.IndexOf('@', StringComparison.Ordinal) is var at and >= 0 ? value[(at + 1)..].Trim() : null;
}
