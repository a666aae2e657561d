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
    private const double LeastWorth = 0.00005; // 0.01% when shown
    private const double LeastLift = 1.1; // a box whose draws are hardly unlike the others says nothing

    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Sensitivity is not { } result) return;
        sheet.Blank();
        sheet.Line(SensitivityWords.Summary(result, answers.Words), Ink.Title);
        if (RobustWords.Overlaid(result.Overlaid) is { } overlaid) sheet.Note(overlaid);
        if (SensitivityWords.Open(result) is { } open) sheet.Note(open);
        if (SensitivityWords.Moves(result)) WriteNumbers(sheet, answers, result);
        if (result.Flips.Length > 0)
        {
            sheet.Heading("Values at which a number alone turns the verdict");
            OpenText.WriteTips(sheet, answers, result.Flips, result.FlipNumbers, MostFlips);
        }

        WriteBoxes(sheet, answers, result);
        sheet.Heading("What to find out first");
        if (result.Information is { } information) WriteInformation(sheet, answers, information);
        else if (result.TooFewDraws) sheet.Line($"Too few draws to say: take --draws {BinnedSample.LeastDraws} or more.");
        else sheet.Line("Say what talks cost, as a share of what a deal is worth: --cost-of-talks 0.1, or cost_of_talks in the case.");
    }

    private static void WriteNumbers(Sheet sheet, CaseAnswers answers, SensitivityResult result)
    {
        sheet.Heading($"The numbers that the margin ({RobustWords.Margin(result.Margin)} as asked) hangs on most");
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
                RobustWords.Margin(number.AtLow.Margin),
                RobustWords.Margin(number.AtHigh.Margin),
                number.FirstOrder is { } alone ? RobustWords.Percent(alone) : "–",
            };
            if (number.Design is { } design) cells.Add(Measure(result, design.Estimate));
            table.Add(cells);
        }

        sheet.Table(table);
        if (result.Numbers.Length > MostNumbers) sheet.Note($"{NumberText.Count(result.Numbers.Length - MostNumbers)} more numbers, and all paths and intervals, are in --json.");
        sheet.Note(SensitivityWords.Explained(result));
        if (result is { IsDependent: true, Design: SensitivityDesign.Screening }) sheet.Note("The screening takes numbers that move together as independent.");
    }

    private static string Measure(SensitivityResult result, double value) =>
        result.Design == SensitivityDesign.Screening ? EvidenceText.Figure(value, 4) : RobustWords.Percent(Math.Max(0, value));

    private static string Value(double value) => NumberText.Typed((decimal)value);

    private static void WriteBoxes(Sheet sheet, CaseAnswers answers, SensitivityResult result)
    {
        sheet.Heading(result.BoxesOfDeals ? "Under what circumstances there is a deal" : "Under what circumstances there is no deal");
        if (result.Boxes is not { } boxes)
        {
            sheet.Line("Too few of the draws differ from the verdict to say; take more --draws.");
            return;
        }

        var overall = (double)boxes.Hits / boxes.Draws;
        var dense = boxes.Boxes.Where(b => b.Density >= overall * LeastLift).ToList();
        if (dense.Count == 0)
        {
            sheet.Line("No few numbers set those draws apart.");
            return;
        }

        foreach (var (box, k) in dense.Select((b, k) => (b, k)))
        {
            if (k > 0) sheet.Blank();
            sheet.Line(SensitivityWords.Box(box, result, overall));
            var table = new SheetTable(new("Number"), new("has to be", IsNumber: true), new("now", IsNumber: true), new("so already", IsLabel: true));
            foreach (var bound in box.Bounds)
            {
                var number = result.Numbers[bound.Input];
                table.Add(NumberWords.Of(number.Path, answers.Words), SensitivityWords.Bound(bound), SensitivityWords.Value(number.Value), SensitivityWords.IsWithin(bound, number.Value) ? "yes" : "no");
            }

            sheet.Table(table);
        }

        sheet.Note("Found by peeling draws away (PRIM, Friedman and Fisher 1999): bounds are chosen to suit these draws, so the share in new ones will be somewhat nearer to the overall one.");
    }

    private static void WriteInformation(Sheet sheet, CaseAnswers answers, InformationResult information)
    {
        sheet.Line(SensitivityWords.Talks(information));
        var numbers = information.Numbers.Select(n => (Name: OpenText.Named(n.Path, answers), Worth: SensitivityWords.Worth(n.Value, information)));
        var groups = information.Groups.Select(g => (
            Name: $"{(g.Members == 2 ? "both" : $"all {NumberText.Count(g.Members)}")} numbers of {answers.Words.Holding(g.Group)}",
            Worth: Math.Max(SensitivityWords.Worth(g.Value, information), information.Numbers.Where(n => n.Path.StartsWith(g.Group + ".", StringComparison.Ordinal)).Select(n => SensitivityWords.Worth(n.Value, information)).Max())));
        var seen = numbers.Concat(groups).Where(n => n.Worth >= LeastWorth).OrderByDescending(n => n.Worth).Take(MostWorth).ToList();
        if (seen.Count == 0)
        {
            sheet.Line("To know any single number, or all numbers under one name, would not change whether to sit down: none is worth finding out first.");
            return;
        }

        sheet.Blank();
        var table = new SheetTable(new SheetColumn("Number, or numbers"), new SheetColumn("worth", IsNumber: true));
        foreach (var (name, worth) in seen) table.Add(name, RobustWords.Percent(worth, 2));
        sheet.Table(table);
        sheet.Note("Worth: how much better, in shares of what a deal is worth, one decides whether to sit down when one knows it beforehand (EVPPI); beyond what the same estimate makes of a number without any bearing.");
    }
}
