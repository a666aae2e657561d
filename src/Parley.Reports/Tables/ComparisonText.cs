using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Comparisons;
using Parley.Reports.Answers;
using Parley.Reports.Wording;

namespace Parley.Reports.Tables;

/// <summary>The case under several overlays, side by side, then what makes the difference.</summary>
public static class ComparisonText
{
    private const int MostBeside = 4;

    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Comparison is not { } comparison) return;
        var edits = answers.Stamp.Overlays.Set;
        sheet.Line(edits.IsEmpty ? answers.Words.CaseTitle : $"{answers.Words.CaseTitle} (with {string.Join(", ", edits)})", Ink.Title);
        var columns = comparison.Columns;
        sheet.Heading("Side by side");
        if (columns.Length <= MostBeside)
        {
            ComparisonTable.Write(sheet, answers, columns);
        }
        else
        {
            // Too many to stand beside each other: the first again with each next few.
            for (var k = 1; k < columns.Length; k += MostBeside - 1)
            {
                if (k > 1) sheet.Blank();
                ComparisonTable.Write(sheet, answers, [columns[0], .. columns.Skip(k).Take(MostBeside - 1)]);
            }
        }

        ComparisonTable.WriteNotes(sheet, columns);
        for (var k = 1; k < columns.Length; k++) ChangesTable.Write(sheet, answers, columns[0], columns[k]);
    }

    /// <summary>What a column is called: by what it was asked under, else by the date that holds by default.</summary>
    internal static string Title(ComparedColumn column, CaseWords words)
    {
        var asked = column.Selection;
        string[] parts =
        [
            .. One(OverlayKind.Date, "at ", asked.At), .. One(OverlayKind.Leader, "under ", asked.Under),
            .. One(OverlayKind.Perception, "seen by ", asked.SeenBy), .. One(OverlayKind.Story, "supposing ", asked.Story),
            .. Several("given ", OverlayKind.Event, asked.Given), .. Several("without ", OverlayKind.Obstacle, asked.Without),
        ];
        if (parts.Length > 0) return string.Join("; ", parts);
        var plain = OverlayWords.Of(words, new OverlaySelection());
        return plain.Length == 0 ? "the case as it stands" : plain;

        IEnumerable<string> Several(string word, OverlayKind kind, IReadOnlyList<string> names) =>
            names.Count == 0 ? [] : [word + CaseWords.Listed([.. names.Select(n => words.Overlay(kind, n))])];

        IEnumerable<string> One(OverlayKind kind, string word, string? name)
        {
            if (name is null) return [];
            return [words.Model.OverlaysOf(kind).FirstOrDefault(o => o.Name == name)?.Title ?? word + CaseWords.Plain(name)];
        }
    }
}
