using Parley.Hypotheses;
using Parley.Reports.Answers;
using Parley.Reports.Wording;

namespace Parley.Reports.Tables;

/// <summary>Rival explanations against what was seen.</summary>
public static class StoriesSection
{
    private const int MostStories = 6;

    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Stories is not { } result) return;
        sheet.Blank();
        sheet.Line(StoryWords.Summary(result));
        if (result.Stories.IsEmpty) return;
        WriteScores(sheet, result);
        WriteMatrix(sheet, result);
        sheet.Heading("What the ranking hangs on");
        foreach (var sentence in StoryWords.Flips(result)) sheet.Line(sentence);
    }

    private static void WriteScores(Sheet sheet, StoriesResult result)
    {
        sheet.Heading("The stories");
        var table = new SheetTable(
            new SheetColumn("Story"), new SheetColumn("Mispredicts"), new SheetColumn("Against it", IsNumber: true), new SheetColumn("Log-lik.", IsNumber: true), new SheetColumn("Chance", IsNumber: true));
        foreach (var name in result.Ranking)
        {
            var story = result.Stories.First(s => s.Story == name);
            table.Add(
                story.Title ?? CaseWords.Plain(name),
                story.Mispredicted.IsEmpty ? "nothing" : string.Join(", ", story.Mispredicted.Select(CaseWords.Plain)),
                EvidenceText.Figure((double)story.Inconsistency, 2),
                EvidenceText.Figure(story.LogLikelihood, 2),
                EvidenceText.Figure(story.Posterior, 3));
        }

        sheet.Table(table);
        sheet.Note("Against it: 2 for each misprediction, and negative ratings by the fidelity of their source. Chance: among the stories told, from even odds.");
    }

    private static void WriteMatrix(Sheet sheet, StoriesResult result)
    {
        sheet.Heading("What was seen");
        var shown = Math.Min(MostStories, result.Stories.Length);
        var table = new SheetTable(
        [
            new SheetColumn("Observation"), .. result.Stories.Take(shown).Select(s => new SheetColumn(CaseWords.Plain(s.Story), IsLabel: true)), new SheetColumn("Weight", IsNumber: true), new SheetColumn("Tells apart", IsNumber: true),
        ]);
        foreach (var row in result.Rows)
        {
            table.Add(
            [
                row.Observation.Says ?? CaseWords.Plain(row.Observation.Name),
                .. row.Cells.Take(shown).Select(c => StoryWords.Cell(row, c)),
                NumberText.Fixed((Kernels.Exact.Rational)row.Fidelity, 2),
                EvidenceText.Figure(row.Diagnosticity, 2),
            ]);
        }

        sheet.Table(table);
        sheet.Note("yes and NO: the story predicts it, or the opposite. CC to II: rated by hand. Tells apart: the largest difference the row makes between two stories, in nats.");
        if (shown < result.Stories.Length) sheet.Note($"{result.Stories.Length - shown} more stories are not shown; --json has them.");
    }
}
