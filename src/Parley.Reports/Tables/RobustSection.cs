using Parley.Claims;
using Parley.Draws;
using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Robustness;

namespace Parley.Reports.Tables;

/// <summary>In which share of plausible worlds the verdict, its reasons and the claims stand.</summary>
public static class RobustSection
{
    private const int MostCorrections = 5;
    private const int MostBlocking = 3;

    private static SheetColumn Interval { get; } = new("95\u00A0%\u00A0interval", IsLabel: true);

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
        sheet.Note("Which numbers it hangs on: parley sensitivity. The same at other dates, under other leaders and events: parley sweep.");
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
        var quantiles = result.Margin.Quantiles.Select(q => new SheetColumn(q.Share == 0.5 ? "median" : RobustWords.Percent(q.Share, 0), IsNumber: true));
        var table = new SheetTable([new("as\u00A0asked", IsNumber: true), .. quantiles, new("mean", IsNumber: true), new("spread", IsNumber: true)], []);
        table.Add([RobustWords.Margin(result.AsAskedMargin), .. result.Margin.Quantiles.Select(q => RobustWords.Margin(q.Margin)), RobustWords.Margin(result.Margin.Mean), EvidenceText.Figure(result.Margin.Deviation, 3)]);
        sheet.Table(table);
        if (RobustWords.AsAsked(result.Margin) is { } sentence) sheet.Line(sentence);
        sheet.Note($"At or above 0 there is a deal; {NumberText.Minus}0.1: at the best package some condition falls short by a tenth of the range of whoever holds it. 5% of the draws lie at or below the margin under 5%. Spread: standard deviation.");
    }

    private static void WriteBinding(Sheet sheet, RobustResult result, CaseWords words)
    {
        if (result.Binding.IsEmpty) return;
        sheet.Heading($"What falls short, in the {NumberText.Count(result.Binding[0].Of)} draws without a deal");
        var table = Shares("At the package that comes nearest");
        foreach (var share in result.Binding)
            Add(table, words.Model.Parties.Any(p => p.Name == share.Name) ? $"{words.Party(share.Name)} gains too little" : $"{words.Rule(share.Name)} (a rule)", share);
        sheet.Table(table);
        sheet.Note("The condition that is furthest from being met there: where it stops, not the cause. The causes: parley why.");
    }

    private static void WriteOptions(Sheet sheet, RobustResult result, CaseWords words)
    {
        if (!result.Tokens.IsEmpty)
        {
            sheet.Heading("Tokens: what the givers would do anyway, and nobody minds");
            var tokens = Shares("Token");
            foreach (var share in result.Tokens) Add(tokens, words.Option(share.Name), share);
            sheet.Table(tokens);
        }

        if (result.Deals.IsEmpty) return;
        sheet.Heading("How often all would accept the named deals");
        var deals = Shares("Deal");
        foreach (var share in result.Deals) Add(deals, words.Deal(share.Name), share);
        sheet.Table(deals);
    }

    private static void WriteCloser(Sheet sheet, CloserLook closer, CaseWords words)
    {
        if (!closer.Claims.IsEmpty) WriteClaims(sheet, closer, words);
        WriteSets(sheet, closer, closer.CorrectionSets, "Obstacles that are enough to take away", "Each line is enough by itself for a deal; none of it can be left out.", MostCorrections);
        WriteSets(sheet, closer, closer.BlockingSets, "Obstacles that together block every deal", "Each line blocks by itself, whichever other obstacles go.", MostBlocking);
    }

    private static void WriteClaims(Sheet sheet, CloserLook closer, CaseWords words)
    {
        var first = $"the first {NumberText.Count(closer.Draws)} draws";
        sheet.Heading($"How often the claims follow, in {first}");
        var following = closer.Claims.Count(c => c.AsAsked == ClaimStatus.Follows);
        var all = following == closer.Claims.Length ? $"All {following} claims follow" : $"{following} of {closer.Claims.Length} claims follow";
        if (closer.AllClaims is { } together) sheet.Line($"{all} as asked; together these follow in {NumberText.Count(together.Count)} of {first} ({RobustWords.Interval(together, 0)}).");
        var always = closer.Claims.Where(c => c.Follows.Count == closer.Draws).Select(c => c.Id).ToList();
        if (always.Count > 0) sheet.Line($"In every one: {string.Join(", ", always)}.");
        var shaky = closer.Claims.Where(c => c.Follows.Count < closer.Draws).OrderBy(c => c.Follows.Count).ToList();
        if (shaky.Count == 0) return;
        var saysHow = shaky.Any(c => c.AsAsked != ClaimStatus.Follows);
        var table = new SheetTable(
            [new("Claim", IsLabel: true), new("The others, least sure first"), .. saysHow ? [new SheetColumn("as asked", IsLabel: true)] : Array.Empty<SheetColumn>(), new("follows in", IsNumber: true), Interval], []);
        foreach (var claim in shaky)
        {
            var asAsked = claim.AsAsked switch { ClaimStatus.Follows => "follows", ClaimStatus.Unsupported => "not computed", _ => "does not" };
            table.Add([
                claim.Id, words.Model.Claims.First(c => c.Id == claim.Id).Says ?? string.Empty, .. saysHow ? [asAsked] : Array.Empty<string>(),
                RobustWords.Percent(claim.Follows.Share, 0), RobustWords.Interval(claim.Follows, 0)]);
        }

        sheet.Blank();
        sheet.Table(table);
    }

    private static void WriteSets(Sheet sheet, CloserLook closer, IReadOnlyList<SetShare> sets, string heading, string note, int most)
    {
        if (sets.Count == 0) return;
        sheet.Heading($"{heading}, in {NumberText.Count(sets[0].Share.Of)} of the first {NumberText.Count(closer.Draws)} draws");
        string Title(string name) => closer.Obstacles.First(o => o.Name == name).Title ?? CaseWords.Plain(name);
        var table = Shares("Obstacles", "in");
        foreach (var set in sets.Take(most))
            Add(table, string.Join("; ", set.Obstacles.Select(Title)), set.Share, 0);
        sheet.Table(table);
        var rarer = sets.Count - most;
        sheet.Note(note + " In the other draws there is a deal, or nothing helps." + (rarer > 0 ? $" {NumberText.Count(rarer)} rarer {(rarer == 1 ? "set is" : "sets are")} in --json." : string.Empty));
    }

    private static void WriteConvergence(Sheet sheet, RobustResult result)
    {
        sheet.Heading("As draws were added");
        var table = new SheetTable(new SheetColumn("Draws", IsNumber: true), new SheetColumn("Deals", IsNumber: true), Interval);
        foreach (var (draws, share) in result.Convergence) table.Add(NumberText.Count(draws), RobustWords.Percent(share.Share, 2), RobustWords.Interval(share, 2));
        sheet.Table(table);
    }

    private static SheetTable Shares(string what, string count = "Draws") => new(
        new SheetColumn(what), new SheetColumn(count, IsNumber: true), new SheetColumn("Share", IsNumber: true), Interval);

    private static void Add(SheetTable table, string name, DrawShare share, int decimals = 1) =>
        table.Add(name, NumberText.Count(share.Count), RobustWords.Percent(share.Share, decimals), RobustWords.Interval(share, decimals));
}
