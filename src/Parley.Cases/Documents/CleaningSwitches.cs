using System.Collections.Immutable;
using System.Globalization;

namespace Parley.Cases.Documents;

/// <summary>Switches the cleaning steps of an attached document off and on again.</summary>
public static class CleaningSwitches
{
    /// <summary>True when a document has such a step.</summary>
    /// <param name="document">The document.</param>
    /// <param name="step">A step's number, or a kind of steps.</param>
    public static bool Has(SourceDocument document, string step) => Of(document, step).Any();

    /// <summary>What is to be left out after some steps were undone and others redone.</summary>
    /// <remarks>A kind stands for all its steps. Redoing one step of a kind that is off leaves its others off. What changes nothing is no error.</remarks>
    /// <param name="document">The document, whatever is switched off in it.</param>
    /// <param name="without">What was left out so far.</param>
    /// <param name="undo">Numbers or kinds to switch off.</param>
    /// <param name="redo">Numbers or kinds to switch on, after that.</param>
    public static ImmutableArray<string> Switch(SourceDocument document, IEnumerable<string> without, IEnumerable<string> undo, IEnumerable<string> redo)
    {
        var off = without.ToList();
        foreach (var step in undo)
        {
            if (!Of(document, step).Any(s => !IsIn(off, s))) continue;
            if (!IsNumber(step)) off.RemoveAll(o => IsNumber(o) && Of(document, step).Any(s => Number(s) == o));
            off.Add(step.ToLowerInvariant());
        }

        foreach (var step in redo)
        {
            var again = Of(document, step).ToList();
            foreach (var kind in again.Select(s => SourceDocument.KindName(s.Kind)).Distinct().Where(k => off.RemoveAll(o => string.Equals(o, k, StringComparison.OrdinalIgnoreCase)) > 0))
                off.AddRange(Of(document, kind).Select(Number).Except(off).ToList());
            off.RemoveAll(o => again.Exists(s => Number(s) == o));
        }

        return [.. off];
    }

    private static IEnumerable<CleaningStep> Of(SourceDocument document, string step) =>
        document.Steps.Where(s => Number(s) == step || string.Equals(SourceDocument.KindName(s.Kind), step, StringComparison.OrdinalIgnoreCase));

    private static bool IsIn(List<string> off, CleaningStep step) =>
        off.Contains(Number(step)) || off.Contains(SourceDocument.KindName(step.Kind), StringComparer.OrdinalIgnoreCase);

    private static bool IsNumber(string step) => char.IsAsciiDigit(step[0]);

    private static string Number(CleaningStep step) => step.Number.ToString(CultureInfo.InvariantCulture);
}
