using Parley.Ledger;
using Parley.Reports.Answers;
using Parley.Reports.Wording;

namespace Parley.Reports.Tables;

/// <summary>Forecasts, what the case says, and how they turned out.</summary>
public static class ForecastsSection
{
    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Forecasts is not { } result) return;
        sheet.Blank();
        var resolved = result.Forecasts.Count(f => f.Forecast.Resolved is not null);
        sheet.Line($"{result.Forecasts.Length} {(result.Forecasts.Length == 1 ? "forecast" : "forecasts")}, {(resolved == 0 ? "none" : resolved.ToString(System.Globalization.CultureInfo.InvariantCulture))} of them resolved.");
        if (result.Forecasts.IsEmpty) return;
        WriteList(sheet, result);
        foreach (var note in result.Forecasts.Select(f => ForecastWords.Note(f, answers.IndexFalls)).OfType<string>().Distinct(StringComparer.Ordinal)) sheet.Note(note);
        if (result.Scores.IsEmpty) return;
        WriteScores(sheet, result);
        WriteCalibration(sheet, result);
        foreach (var lesson in result.Forecasts.Where(f => f.Forecast.PostMortem is not null))
            sheet.Note($"{CaseWords.Plain(lesson.Forecast.Name)}: {lesson.Forecast.PostMortem}");
    }

    private static void WriteList(Sheet sheet, LedgerResult result)
    {
        sheet.Heading("The forecasts");
        var table = new SheetTable(
            new SheetColumn("By", IsLabel: true), new SheetColumn("Forecast"), new SheetColumn("Until", IsLabel: true), new SheetColumn("Chance", IsNumber: true), new SheetColumn("The case", IsLabel: true), new SheetColumn("Draws that agree", IsLabel: true),
            new SheetColumn("Came true", IsLabel: true), new SheetColumn("Brier", IsNumber: true));
        foreach (var row in result.Forecasts)
        {
            var forecast = row.Forecast;
            table.Add(
                CaseWords.Plain(forecast.By),
                forecast.Says ?? forecast.Expect ?? string.Empty,
                forecast.Horizon ?? "\u2013",
                NumberText.Chance((Kernels.Exact.Rational)forecast.Probability),
                row.FollowsFromCase is { } follows ? (follows ? "agrees" : "disagrees") : "\u2013",
                row.Chance is { } chance ? $"{Percent(chance.Share)} ({EvidenceText.Figure(chance.Low * 100, 0)}\u2013{EvidenceText.Figure(chance.High * 100, 0)})" : "\u2013",
                forecast.Resolved is { } happened ? (happened ? "yes" : "no") : "open",
                row.Brier is { } score ? NumberText.Fixed((Kernels.Exact.Rational)score, 3) : "\u2013");
        }

        sheet.Table(table);
        sheet.Note("The case: whether what is foretold follows from its numbers as asked.");
        if (result.Draws > 0)
            sheet.Note($"Draws that agree: the share of {NumberText.Count(result.Draws)} draws of its {NumberText.Count(result.Numbers)} uncertain numbers in which it follows, and its 95 % interval (seed {result.Seed}).");
        else if (result.Numbers == 0 && result.Forecasts.Any(f => f.FollowsFromCase is not null))
            sheet.Note("There are no draws: none of its numbers is uncertain.");
    }

    private static void WriteScores(Sheet sheet, LedgerResult result)
    {
        sheet.Heading("How good they were");
        var table = new SheetTable(
            new SheetColumn("By", IsLabel: true), new SheetColumn("Resolved", IsNumber: true), new SheetColumn("Came true", IsNumber: true), new SheetColumn("Brier", IsNumber: true),
            new SheetColumn("Base rate", IsNumber: true), new SheetColumn("Log", IsNumber: true), new SheetColumn("Told apart", IsNumber: true));
        foreach (var score in result.Scores) Add(table, score.By is { } by ? CaseWords.Plain(by) : "all", score);
        if (result.Case is { } own)
        {
            Add(table, "the case", own.Own);
            Add(table, "all, of the same", own.Forecasters);
        }

        sheet.Table(table);
        sheet.Note("Brier and Log: 0 is perfect; even odds earn 0.250 and 0.693. Base rate: the Brier score of always saying the share that came true. "
            + "Told apart: how often one that came true had more chance than one that did not; 0.5 is a coin toss.");
        if (result.Case is null) return;
        sheet.Note("The case: the share of draws that agree as its chance, each question once; for Log no chance is nearer to 0 or 1 than half a draw. All, of the same: the forecasters on those questions.");
    }

    private static void Add(SheetTable table, string by, ForecastScore score) => table.Add(
        by, NumberText.Count(score.Resolved), NumberText.Count(score.CameTrue), EvidenceText.Figure(score.Brier, 3), EvidenceText.Figure(score.BaseRateBrier, 3),
        EvidenceText.Figure(score.Log, 3), score.Discrimination is { } apart ? EvidenceText.Figure(apart, 2) : "\u2013");

    private static void WriteCalibration(Sheet sheet, LedgerResult result)
    {
        sheet.Heading("Calibration");
        var table = new SheetTable(
            new SheetColumn("Said", IsLabel: true), new SheetColumn("Forecasts", IsNumber: true), new SheetColumn("Mean", IsNumber: true), new SheetColumn("Came true", IsNumber: true), new SheetColumn("95 % interval", IsLabel: true));
        foreach (var bin in result.Calibration)
        {
            table.Add(
                $"{Percent((double)bin.From)} to {Percent((double)bin.To)}", NumberText.Count(bin.Count), Percent((double)bin.MeanProbability), Percent((double)bin.CameTrue / bin.Count),
                $"{Percent(bin.Low)} to {Percent(bin.High)}");
        }

        sheet.Table(table);
    }

    private static string Percent(double share) => EvidenceText.Figure(share * 100, 0) + "%";
}
