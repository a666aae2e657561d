using Parley.Claims;
using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Robustness;

namespace Parley.Reports.Tables;

/// <summary>In which share of plausible worlds the verdict, its reasons and the claims stand.</summary>
public static class RobustSection
{
    private const int MostSets = 8;

    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Robust is not { } result) return;
        sheet.Blank();
        sheet.Line(RobustWords.Summary(result, answers.Words), Ink.Title);
        if (result.Numbers == 0) return;
        sheet.Note(RobustWords.Draws(result));
        WriteVerdicts(sheet, result, answers.Words);
        WriteMargin(sheet, result);
        WriteBinding(sheet, result, answers.Words);
        WriteOptions(sheet, result, answers.Words);
        if (result.Closer is { } closer) WriteCloser(sheet, closer, answers.Words);
        WriteConvergence(sheet, result);
    }

    private static void WriteVerdicts(Sheet sheet, RobustResult result, CaseWords words)
    {
        sheet.Heading("The verdict over all draws");
        var table = Shares("Verdict");
        foreach (var (grade, share) in result.Grades.Reverse())
            if (share.Count > 0 || words.Model.SubstantiveFrom is not null || grade != Verdict.Grade.Tokens) Add(table, GradeWords.Of(grade, true, words.Model), share, 2);
        sheet.Table(table);
    }

    private static void WriteMargin(Sheet sheet, RobustResult result)
    {
        sheet.Heading("How far from a deal: the margin");
        var table = new SheetTable([.. result.Margin.Quantiles.Select(q => new SheetColumn(q.Share == 0.5 ? "median" : RobustWords.Percent(q.Share, 0), IsNumber: true)), new("mean", IsNumber: true), new("spread", IsNumber: true)]);
        table.Add([.. result.Margin.Quantiles.Select(q => Margin(q.Margin)), Margin(result.Margin.Mean), EvidenceText.Figure(result.Margin.Deviation, 3)]);
        sheet.Table(table);
        sheet.Note("The margin of the verdict: at or above 0 there is a deal; -0.1 means that at the best package some condition falls short by a tenth of the range of whoever holds it. Spread: standard deviation.".Replace('-', NumberText.Minus));
    }

    private static string Margin(double value) => (value > 0 ? "+" : string.Empty) + EvidenceText.Figure(value, 3);

    private static void WriteBinding(Sheet sheet, RobustResult result, CaseWords words)
    {
        if (result.Binding.IsEmpty) return;
        sheet.Heading("What stands in the way where there is no deal");
        var table = Shares("Falls short first at the best package");
        foreach (var share in result.Binding) Add(table, words.Holder(share.Name), share);
        sheet.Table(table);
    }

    private static void WriteOptions(Sheet sheet, RobustResult result, CaseWords words)
    {
        if (!result.Tokens.IsEmpty)
        {
            sheet.Heading("What the givers would do anyway, and nobody minds: tokens");
            var tokens = Shares("Token");
            foreach (var share in result.Tokens) Add(tokens, words.Option(share.Name), share);
            sheet.Table(tokens);
        }

        if (result.Deals.IsEmpty) return;
        sheet.Heading("Named deals that all would accept");
        var deals = Shares("Deal");
        foreach (var share in result.Deals) Add(deals, words.Deal(share.Name), share);
        sheet.Table(deals);
    }

    private static void WriteCloser(Sheet sheet, CloserLook closer, CaseWords words)
    {
        if (!closer.Claims.IsEmpty) WriteClaims(sheet, closer, words);
        WriteSets(sheet, closer.BlockingSets, closer.Draws, "Sets of obstacles that block any deal", words);
        WriteSets(sheet, closer.CorrectionSets, closer.Draws, "Sets of obstacles without which there would be a deal", words);
    }

    private static void WriteClaims(Sheet sheet, CloserLook closer, CaseWords words)
    {
        sheet.Heading($"How often the claims follow, in the first {NumberText.Count(closer.Draws)} draws");
        if (closer.AllClaims is { } all) sheet.Line($"All that follow as asked follow together in {RobustWords.Percent(all.Share)} of them ({RobustWords.Interval(all)}).");
        var table = new SheetTable(
            new SheetColumn("Claim", IsLabel: true), new SheetColumn("What it says"), new SheetColumn("as asked", IsLabel: true), new SheetColumn("follows in", IsNumber: true), new SheetColumn("95 % interval", IsLabel: true));
        foreach (var claim in closer.Claims)
        {
            table.Add(
                claim.Id,
                words.Model.Claims.First(c => c.Id == claim.Id).Says ?? string.Empty,
                claim.AsAsked == ClaimStatus.Follows ? "follows" : claim.AsAsked == ClaimStatus.Unsupported ? "not computed" : "does not",
                RobustWords.Percent(claim.Follows.Share),
                RobustWords.Interval(claim.Follows));
        }

        sheet.Blank();
        sheet.Table(table);
    }

    private static void WriteSets(Sheet sheet, IReadOnlyList<SetShare> sets, int draws, string heading, CaseWords words)
    {
        if (sets.Count == 0) return;
        sheet.Heading($"{heading}, in the first {NumberText.Count(draws)} draws");
        var table = Shares("Set");
        foreach (var set in sets.Take(MostSets))
            Add(table, string.Join(" + ", set.Obstacles.Select(o => words.Overlay(Cases.Model.OverlayKind.Obstacle, o))), set.Share);
        sheet.Table(table);
        if (sets.Count > MostSets) sheet.Note($"{NumberText.Count(sets.Count - MostSets)} rarer sets are in --json.");
    }

    private static void WriteConvergence(Sheet sheet, RobustResult result)
    {
        sheet.Heading("As draws were added");
        var table = new SheetTable(new SheetColumn("Draws", IsNumber: true), new SheetColumn("Deals", IsNumber: true), new SheetColumn("95 % interval", IsLabel: true));
        foreach (var (draws, share) in result.Convergence) table.Add(NumberText.Count(draws), RobustWords.Percent(share.Share, 2), RobustWords.Interval(share, 2));
        sheet.Table(table);
    }

    private static SheetTable Shares(string what) => new(
        new SheetColumn(what), new SheetColumn("Draws", IsNumber: true), new SheetColumn("Share", IsNumber: true), new SheetColumn("95 % interval", IsLabel: true));

    private static void Add(SheetTable table, string name, DrawShare share, int decimals = 1) =>
        table.Add(name, NumberText.Count(share.Count), RobustWords.Percent(share.Share, decimals), RobustWords.Interval(share, decimals));
}
