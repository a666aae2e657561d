using Parley.Kernels.Sensitivity;
using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Sensitivity;

namespace Parley.Reports.Tables;

/// <summary>What the verdict hangs on, under what circumstances it is another, and what is worth finding out.</summary>
public static class SensitivitySection
{
    private const int MostNumbers = 15;
    private const int MostFlips = 6;
    private const int MostWorth = 8;

    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Sensitivity is not { } result) return;
        sheet.Blank();
        sheet.Line(SensitivityWords.Summary(result, path => NumberWords.Of(path, answers.Words)), Ink.Title);
        WriteNumbers(sheet, answers, result);
        if (result.Flips.Length > 0)
        {
            sheet.Heading("Values at which a number alone turns the verdict");
            OpenText.WriteTips(sheet, answers, result.Flips, result.FlipNumbers, MostFlips);
        }

        WriteBoxes(sheet, answers, result);
        if (result.Information is { } information) WriteInformation(sheet, answers, information);
    }

    private static void WriteNumbers(Sheet sheet, CaseAnswers answers, SensitivityResult result)
    {
        sheet.Heading($"The numbers that the margin ({EvidenceText.Figure(result.Margin, 3)}) hangs on most");
        var columns = new List<SheetColumn>
        {
            new("Number"), new("range", IsLabel: true), new("at low", IsNumber: true), new("at high", IsNumber: true), new("alone", IsNumber: true),
        };
        var hasDesign = result.Design != SensitivityDesign.None;
        if (hasDesign) columns.Add(new(SensitivityWords.Design(result.Design), IsNumber: true));
        var table = new SheetTable([.. columns]);
        foreach (var number in SensitivityWords.Ranked(result).Take(MostNumbers))
        {
            var cells = new List<string>
            {
                NumberWords.Of(number.Path, answers.Words),
                $"{Value(number.AtLow.Value)}..{Value(number.AtHigh.Value)}",
                EvidenceText.Figure(number.AtLow.Margin, 3),
                EvidenceText.Figure(number.AtHigh.Margin, 3),
                number.FirstOrder is { } alone ? RobustWords.Percent(alone) : "–",
            };
            if (number.Design is { } design) cells.Add(Measure(result, design.Estimate));
            table.Add(cells);
        }

        sheet.Table(table);
        if (result.Numbers.Length > MostNumbers) sheet.Note($"{NumberText.Count(result.Numbers.Length - MostNumbers)} more numbers, and all paths and intervals, are in --json.");
        sheet.Note(SensitivityWords.Explained(result));
        sheet.Note($"{NumberText.Count(result.Draws)} draws" + (hasDesign ? $" and {NumberText.Count(result.DesignEvaluations)} evaluations" : string.Empty)
            + (result.IsDependent && result.Design == SensitivityDesign.Screening ? "; the screening takes numbers that move together as independent." : "."));
    }

    private static string Measure(SensitivityResult result, double value) =>
        result.Design == SensitivityDesign.Screening ? EvidenceText.Figure(value, 4) : EvidenceText.Figure(value * 100, 1) + "%";

    private static string Value(double value) => NumberText.Typed((decimal)value);

    private static void WriteBoxes(Sheet sheet, CaseAnswers answers, SensitivityResult result)
    {
        sheet.Heading(result.BoxesOfDeals ? "Under what circumstances there is a deal" : "Under what circumstances there is no deal");
        if (result.Boxes is not { Boxes.IsEmpty: false } boxes)
        {
            sheet.Line(result.Boxes is null ? "Too few of the draws differ from the verdict to say; take more --draws." : "No few numbers set those draws apart.");
            return;
        }

        foreach (var (box, k) in boxes.Boxes.Select((b, k) => (b, k)))
        {
            if (k > 0) sheet.Blank();
            sheet.Line(SensitivityWords.Box(box, result, path => NumberWords.Of(path, answers.Words), (double)boxes.Hits / boxes.Draws));
        }

        sheet.Note("Found by peeling (PRIM): bounds are chosen to make the box dense, so the share in new draws will be somewhat nearer to the overall one.");
    }

    // Above what chance makes of it, and not 0 to two decimals of a percent.
    private static bool IsSeen(InformationValue value) => value.Value - Math.Max(0, value.Chance) >= 0.00005;

    private static void WriteInformation(Sheet sheet, CaseAnswers answers, InformationResult information)
    {
        sheet.Heading("What to find out first");
        sheet.Line(SensitivityWords.Talks(information));
        var numbers = information.Numbers.Where(n => IsSeen(n.Value)).OrderByDescending(n => n.Value.Value - n.Value.Chance).Take(MostWorth).ToList();
        var groups = information.Groups.Where(g => IsSeen(g.Value)).OrderByDescending(g => g.Value.Value - g.Value.Chance).Take(MostWorth).ToList();
        if (numbers.Count == 0 && groups.Count == 0)
        {
            sheet.Line("To know any single number, or all numbers under one name, would not change whether to sit down: it is worth nothing.");
            return;
        }

        var table = new SheetTable(new("Number, or numbers"), new("worth", IsNumber: true), new("by chance", IsNumber: true));
        foreach (var (path, value) in numbers) table.Add(OpenText.Named(path, answers), RobustWords.Percent(value.Value, 2), RobustWords.Percent(Math.Max(0, value.Chance), 2));
        foreach (var (group, members, value) in groups)
            table.Add($"all {NumberText.Count(members)} numbers of {CaseWords.Plain(group)}", RobustWords.Percent(value.Value, 2), RobustWords.Percent(Math.Max(0, value.Chance), 2));
        sheet.Blank();
        sheet.Table(table);
        sheet.Note("Worth: how much better, in shares of what a deal is worth, one decides whether to sit down when one knows it beforehand (EVPPI). By chance: what the same estimate makes of a number without any bearing.");
    }
}
