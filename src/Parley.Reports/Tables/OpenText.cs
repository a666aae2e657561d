using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Openings;
using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Verdict;

namespace Parley.Reports.Tables;

/// <summary>What would open it, as text: obstacles to go, numbers to move, events to happen, and why each side refuses now.</summary>
public static class OpenText
{
    private const int MostShown = 12;

    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Openings is not { } openings) return;
        sheet.Blank();
        sheet.Line($"As asked: {GradeWords.Of(openings.Grade, true, answers.Model)}, margin {NumberText.Margin(openings.Margin)}. " + OpeningSentence.Of(openings));
        if (answers.Obstacles is { IsOpen: false } why) WhyText.WriteOpenings(sheet, answers, why);
        WriteTips(sheet, answers, openings);
        WritePairs(sheet, answers, openings);
        WriteEvents(sheet, answers, openings);
        WritePayments(sheet, answers, openings);
        WriteReturned(sheet, answers, openings);
        if (openings.Anatomy is { } anatomy) WriteAnatomy(sheet, answers, anatomy);
        if (!openings.Undecided.IsEmpty)
            sheet.Note($"The search ended early on {openings.Undecided.Length} numbers, which may tip nearer or at all: {string.Join(", ", openings.Undecided.Take(MostShown))}.");
    }

    private static void WriteTips(Sheet sheet, CaseAnswers answers, OpeningsResult openings)
    {
        if (openings.TippingPoints.IsEmpty) return;
        sheet.Heading(openings.Grade == Grade.Deal ? "One number alone that would close it" : "One number alone that would open it");
        WriteTips(sheet, answers, openings.TippingPoints, openings.NumberCount, MostShown);
    }

    /// <summary>The values at which single numbers turn the answer.</summary>
    internal static void WriteTips(Sheet sheet, CaseAnswers answers, IReadOnlyList<TippingPoint> tips, int numbers, int most)
    {
        var table = new SheetTable(new("Number"), new("now", IsNumber: true), new("turns at", IsNumber: true), new("cost", IsNumber: true), new("then"));
        foreach (var tip in tips.Take(most))
            table.Add(Named(tip.Path, answers), Value(tip.From, exact: true), Turns(tip), Cost(tip.Cost), GradeWords.Of(tip.LeadsTo, true, answers.Model));
        sheet.Table(table);
        if (tips.Count > most) sheet.Note($"{tips.Count - most} more; --json lists them all.");
        sheet.Note($"Of {numbers} numbers, each moved alone. Cost: how far, where 1 is the end of the range that the case calls plausible; \u2013 without such a range."
            + (tips.Any(t => !t.Attained) ? " > or <: only beyond that value." : string.Empty)
            + (tips.Any(t => t.IsSampled) ? " ~: found on a grid." : string.Empty));
    }

    private static void WritePairs(Sheet sheet, CaseAnswers answers, OpeningsResult openings)
    {
        if (openings.Pairs.IsEmpty) return;
        sheet.Heading("Two numbers together");
        var table = new SheetTable(new("Numbers"), new("now", IsNumber: true), new("moved to", IsNumber: true), new("cost", IsNumber: true));
        foreach (var pair in openings.Pairs)
        {
            table.Add(Named(pair.First.Path, answers), Value(pair.First.From, exact: true), Value(pair.First.To, exact: false), Cost(pair.Cost));
            table.Add("  and " + Named(pair.Second.Path, answers), Value(pair.Second.From, exact: true), Value(pair.Second.To, exact: false), string.Empty);
        }

        sheet.Table(table);
        sheet.Note("Pairs that cost less together than the cheapest number alone. Found on a grid: the first is moved in quarters, the second then solved for exactly; cheaper pairs may exist.");
    }

    private static void WriteEvents(Sheet sheet, CaseAnswers answers, OpeningsResult openings)
    {
        if (openings.Events.IsEmpty) return;
        sheet.Heading("If it happened");
        var table = new SheetTable(new("One change"), new("then"), new("margin", IsNumber: true), new(string.Empty));
        foreach (var outcome in openings.Events)
        {
            var kind = outcome.Kind switch
            {
                OverlayKind.Event => outcome.Momentous ? " (momentous)" : string.Empty,
                OverlayKind.Leader => " (leader)",
                _ => " (date)",
            };
            table.Add(
                (outcome.Title ?? CaseWords.Plain(outcome.Name)) + kind,
                GradeWords.Of(outcome.Grade, true, answers.Model),
                NumberText.Margin(outcome.Margin),
                outcome.IsDecided ? OpeningSentence.Word(outcome.Effect) : "not settled");
        }

        sheet.Table(table);
        if (OpeningSentence.OfEvents(openings) is { } sentence) sheet.Note(sentence);
    }

    private static void WritePayments(Sheet sheet, CaseAnswers answers, OpeningsResult openings)
    {
        if (openings.SidePayments.IsEmpty) return;
        sheet.Heading("The least payment that makes a deal");
        var table = new SheetTable(new("Who pays whom"), new("how much", IsNumber: true), new("the deal then"));
        foreach (var payment in openings.SidePayments)
        {
            table.Add(
                $"{answers.Words.Party(payment.From)} pays {answers.Words.Party(payment.To)}",
                payment.Amount is { } amount ? NumberText.Fixed(amount, 2) : "\u2013",
                payment.Deal is { } deal ? answers.Words.PackageLines(deal.Changes) : "no payment is enough");
        }

        sheet.Table(table);
    }

    private static void WriteReturned(Sheet sheet, CaseAnswers answers, OpeningsResult openings)
    {
        if (openings.ReturnedIssues.IsEmpty) return;
        sheet.Heading("If an issue came back on the table");
        var table = new SheetTable(new("Issue"), new("then"), new("margin", IsNumber: true), new(string.Empty));
        foreach (var issue in openings.ReturnedIssues)
            table.Add(answers.Words.Issue(issue.Issue), GradeWords.Of(issue.Grade, true, answers.Model), NumberText.Margin(issue.Margin), OpeningSentence.Word(issue.Effect));
        sheet.Table(table);
    }

    private static void WriteAnatomy(Sheet sheet, CaseAnswers answers, AnatomyResult anatomy)
    {
        sheet.Heading("The best that the others would sign");
        foreach (var party in anatomy.Parties)
        {
            var name = answers.Words.Party(party.Party);
            if (party is not { Offer: { } offer, Gain: { } gain })
            {
                sheet.Line($"{name}: the others would sign nothing at all.");
                continue;
            }

            sheet.Line($"{name}: {NumberText.Points(gain)} beyond no deal, with {answers.Words.Package(offer.Changes)}.");
            var table = new SheetTable(
                new("In"), new("adds", IsNumber: true), new("of the objection", IsNumber: true), new("most on offer", IsNumber: true));
            foreach (var share in party.Dimensions)
            {
                if (share.Contribution.IsZero && share.Ceiling is null or { IsZero: true }) continue;
                table.Add(
                    answers.Words.Dimension(share.Dimension),
                    NumberText.Points(share.Contribution),
                    share.ObjectionShare.IsZero ? "\u2013" : NumberText.Share(share.ObjectionShare),
                    share.Ceiling is { } ceiling ? NumberText.WithSign(ceiling, 1) : "\u2013");
            }

            if (table.Rows.Count > 0) sheet.Table(table);
        }

        sheet.Note("Adds: value points, compared with what happens anyway. Of the objection: share of all that speaks against it. "
            + "Most on offer: the most in any package that the others would sign, in points of that dimension, before weights.");
    }

    internal static string Named(string path, CaseAnswers answers) => $"{NumberWords.Of(path, answers.Words)} ({path})";

    private static string Turns(TippingPoint tip)
    {
        var sign = tip.IsSampled ? "~" : tip.Attained ? string.Empty : tip.IsRise ? "> " : "< ";
        return sign + Value(tip.To, exact: false);
    }

    // As typed where it is short, else to four significant places at least.
    private static string Value(Rational value, bool exact)
    {
        for (var decimals = 0; decimals <= 4; decimals++)
            if ((value * System.Numerics.BigInteger.Pow(10, decimals)).Denominator.IsOne) return NumberText.Fixed(value, decimals);
        return NumberText.Fixed(value, exact ? 4 : value < 10 && value > -10 ? 3 : 2);
    }

    private static string Cost(Rational? cost) => cost is { } known ? NumberText.Fixed(known, 2) : "\u2013";
}
