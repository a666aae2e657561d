using System.Collections.Immutable;
using Parley.Deals;
using Parley.Kernels.Exact;
using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Results;

namespace Parley.Reports.Tables;

/// <summary>The deals that the case names: accepted or not, and where they break.</summary>
public static class DealsSection
{
    /// <summary>One row a deal, as part of the whole analysis.</summary>
    public static void WriteSummary(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Deals is not { Deals.IsEmpty: false } deals) return;
        sheet.Heading("Named deals");
        WriteTable(sheet, answers, deals);
        WriteDeliveries(sheet, answers, deals);
    }

    /// <summary>The deals on their own, with their terms.</summary>
    public static void WriteAll(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Deals is not { Deals.IsEmpty: false } deals)
        {
            sheet.Blank();
            sheet.Line("This case names no deals.");
            return;
        }

        sheet.Heading("What is in them");
        var terms = new SheetTable(new SheetColumn("Deal", IsLabel: true), new SheetColumn("Terms"));
        foreach (var deal in answers.Model.Deals)
        {
            terms.Add(deal.Title ?? CaseWords.Plain(deal.Name), answers.Words.PackageLines(TermIds(answers, deal)));
        }

        sheet.Table(terms);
        sheet.Heading("Would they be accepted?");
        WriteTable(sheet, answers, deals);
        WriteDeliveries(sheet, answers, deals);
    }

    private static ImmutableArray<string> TermIds(CaseAnswers answers, Cases.Model.Deal deal) =>
    [
        .. deal.Terms.Select(t =>
            answers.Model.Issues.FirstOrDefault(i => i.Name == t.Issue)?.IdOf(t.Option) ?? $"{t.Issue}.{t.Option}"),
    ];

    private static void WriteTable(Sheet sheet, CaseAnswers answers, DealsResult deals)
    {
        var surplus = new PartyColumns(sheet, answers.Words, deals.Parties);
        var table = new SheetTable(
            [DealColumn(sheet, deals), new SheetColumn("Accepted", IsLabel: true), .. surplus.Columns, new SheetColumn("What breaks it")],
            surplus.DetailColumns("Beyond the least"));
        foreach (var deal in deals.Deals)
        {
            string[] lead = [Title(deal), deal.Feasible ? "yes" : "no"];
            var breaks = Breaks(deal, answers.Words);
            if (surplus.Fit) table.Add([.. lead, .. SurplusTexts(deal, deals.Parties.Length), breaks]);
            else surplus.AddRow(table, [.. lead, breaks], deal.Surplus);
        }

        sheet.Table(table);
        sheet.Note("The sides' columns: what each gains beyond the least it must have, in its own points; below zero it "
            + "refuses. What breaks it: who refuses, and by what share of the range of what is at stake for it.");
    }

    /// <summary>Titles stay on one line while they leave room for the rest.</summary>
    private static SheetColumn DealColumn(Sheet sheet, DealsResult deals) =>
        new("Deal", IsLabel: deals.Deals.Max(d => Title(d).Length) * 3 <= sheet.Width);

    private static IEnumerable<string> SurplusTexts(NamedDealResult deal, int partyCount) => deal.Surplus.IsDefaultOrEmpty
        ? Enumerable.Repeat("\u2013", partyCount)
        : deal.Surplus.Select(NumberText.Points);

    private static string Breaks(NamedDealResult deal, CaseWords words)
    {
        var reasons = new List<string>();
        if (!deal.Unavailable.IsEmpty)
        {
            reasons.Add("not on the table: " + string.Join("; ", deal.Unavailable.Select(words.Option)));
        }

        if (deal.NotACandidate != NotACandidate.None && deal.Unavailable.IsEmpty) reasons.Add(Why(deal.NotACandidate));
        if (deal.Outcome is { } outcome)
        {
            reasons.AddRange(outcome.Broken.Select(row => Broken(row, words)));
        }

        if (deal.BlockedBy is { } rivals)
        {
            reasons.Add($"{words.Parties(rivals)} would do better by themselves");
        }

        return string.Join("\n", reasons);
    }

    private static string Broken(RowOutcome row, CaseWords words)
    {
        var refuser = ConditionWords.Refuser(row, words);
        return row.Slack is null ? refuser : $"{refuser}: {ConditionWords.ShareOfRange(row)}";
    }

    private static string Why(NotACandidate reason) => reason switch
    {
        NotACandidate.NothingSubstantive => "nothing in it is substantive",
        NotACandidate.NothingChanges => "it changes nothing",
        NotACandidate.LeavesIssueOpen => "it leaves open what a deal must settle",
        NotACandidate.FewerThanTwoSign => "fewer than two would sign it",
        _ => string.Empty,
    };

    private static void WriteDeliveries(Sheet sheet, CaseAnswers answers, DealsResult deals)
    {
        var uncertain = deals.Deals.SelectMany(d => d.NeededDelivery.Select(n => (Deal: d, Needed: n))).ToList();
        if (uncertain.Count == 0) return;
        sheet.Blank();
        var table = new SheetTable(
            [DealColumn(sheet, deals), new SheetColumn("Undertaking"), new SheetColumn("Chance now", IsNumber: true)],
            [new SheetColumn("Enough for"), new SheetColumn("from", IsNumber: true)]);
        var previous = string.Empty;
        foreach (var (deal, needed) in uncertain)
        {
            var lines = deals.Parties.Select((p, i) => new[] { answers.Words.Party(p), NeededText(needed.Needed[i]) });
            table.AddDetailed(
                [deal.Name == previous ? string.Empty : Title(deal), answers.Words.Option(needed.Option), NumberText.Chance(needed.Delivery)],
                [.. lines]);
            previous = deal.Name;
        }

        sheet.Table(table);
        sheet.Note("Chance now: how likely the undertaking is to be carried out. From: how likely it would have to be, "
            + "all else unchanged, for that side alone to agree; never: no chance is enough.");
    }

    private static string NeededText(Rational? needed) => needed switch
    {
        null => "never",
        { IsZero: true } => "any",
        { } value => NumberText.Chance(value),
    };

    private static string Title(NamedDealResult deal) => deal.Title ?? CaseWords.Plain(deal.Name);
}
