using Parley.Comparisons;
using Parley.Reports.Answers;
using Parley.Reports.Wording;

namespace Parley.Reports.Tables;

/// <summary>What stands otherwise in a column than in the first, and what each change would do alone.</summary>
internal static class ChangesTable
{
    private const int MostShown = 15;
    private const int WidestValue = 16;

    public static void Write(Sheet sheet, CaseAnswers answers, ComparedColumn first, ComparedColumn column)
    {
        var words = answers.Words;
        sheet.Heading($"What is different: {ComparisonText.Title(column, words)}");
        sheet.Line(Sentence(answers, first, column));
        if (column.Changes.IsEmpty) return;
        sheet.Blank();
        var table = new SheetTable(
            new SheetColumn("Against the first column"), new SheetColumn("was", IsNumber: true), new SheetColumn("is", IsNumber: true),
            new SheetColumn("Alone", IsLabel: true), new SheetColumn("Margin", IsNumber: true), new SheetColumn("Effect", IsNumber: true));
        foreach (var change in column.Changes.Take(MostShown))
        {
            string[] lead = [ChangeWords.Of(change, words), Value(change.From), Value(change.To)];
            table.Add(change.Alone is { } alone
                ? [.. lead, GradeWords.Of(alone.Grade, true, answers.Model), NumberText.Margin(alone.Margin), NumberText.Margin(alone.Effect)]
                : [.. lead, "\u2013", "\u2013", "\u2013"]);

            string Value(string? text) => TextWrap.Hanging(ChangeWords.Value(text, change, words), WidestValue);
        }

        sheet.Table(table);
        if (column.Changes.Length > MostShown) sheet.Note($"{column.Changes.Length - MostShown} more with less effect: --json lists all.");
        sheet.Note("Alone: the verdict and margin of the first column with this one change; effect: how far that moves its margin."
            + (column.Changes.Length > 1 ? " Effects of several need not add up." : string.Empty));
    }

    private static string Sentence(CaseAnswers answers, ComparedColumn first, ComparedColumn column)
    {
        if (column.Changes.IsEmpty) return "Nothing stands otherwise than in the first column.";
        var (was, now) = (GradeWords.Of(first.Verdict.Grade, first.Verdict.IsDecided, answers.Model), GradeWords.Of(column.Verdict.Grade, column.Verdict.IsDecided, answers.Model));
        var count = column.Changes.Length == 1 ? "One thing differs" : $"{column.Changes.Length} things differ";
        var verdict = was == now ? $"the verdict stays \u201c{was}\u201d, the margin goes" : $"the verdict goes from \u201c{was}\u201d to \u201c{now}\u201d, the margin";
        var sentence = $"{count}; {verdict} from {GradeWords.Margin(first.Verdict.Margin, first.Verdict.MarginUpper)} "
            + $"to {GradeWords.Margin(column.Verdict.Margin, column.Verdict.MarginUpper)}.";
        return was == now || column.Changes.Length == 1 ? sentence : $"{sentence} {Enough(answers.Words, column)}";
    }

    private static string Enough(CaseWords words, ComparedColumn column)
    {
        var alone = column.Changes.Where(c => c.Alone?.Grade == column.Verdict.Grade).Select(c => ChangeWords.Of(c, words)).ToList();
        return alone.Count switch
        {
            0 => "No single one of them makes that verdict.",
            1 => $"One of them makes that verdict alone: {alone[0]}.",
            _ => $"Each of these makes that verdict alone: {string.Join("; ", alone)}.",
        };
    }
}
