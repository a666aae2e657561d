using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Reports.Tables;

/// <summary>The whole analysis as text, part by part, so that each part can be shown as soon as it is known.</summary>
public static class AnalyzeText
{
    /// <summary>The case's title, and under what it is asked.</summary>
    public static void Header(Sheet sheet, CaseAnswers answers)
    {
        var overlays = OverlayWords.Of(answers.Words, answers.Stamp.Overlays);
        var title = answers.Words.CaseTitle;
        sheet.Line(overlays.Length == 0 ? title : $"{title} ({overlays})", Ink.Title);
    }

    /// <summary>The verdict in one sentence, what is jointly acceptable, and what comes nearest to it.</summary>
    public static void Verdict(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Verdict is not { } verdict) return;
        var ink = verdict.Grade switch
        {
            Grade.Deal => Ink.Good,
            Grade.Tokens => Ink.Middling,
            _ => VerdictSentence.IsOpen(verdict) ? Ink.Middling : Ink.Bad,
        };
        sheet.Blank();
        sheet.Line(VerdictSentence.Of(verdict, answers.Words), ink);
        if (verdict.Certificate is { } proof)
        {
            sheet.Line($"Proved in {CaseCount(proof.LeafCount)}; parley verify checks the proof.", Ink.Faint);
        }
    }

    private static string CaseCount(int leaves) => leaves == 1 ? "one step" : $"{leaves} cases";

    /// <summary>Everything below the verdict.</summary>
    public static void Rest(Sheet sheet, CaseAnswers answers)
    {
        AcceptableSection.Write(sheet, answers);
        MissesSection.Write(sheet, answers);
        DealsSection.WriteSummary(sheet, answers);
        TradeSection.WriteGives(sheet, answers);
        CoalitionsSection.Write(sheet, answers);
        Limits(sheet, answers);
    }

    /// <summary>Says so where a limit cut the answer short.</summary>
    public static void Limits(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Completeness != Completeness.Truncated) return;
        sheet.Blank();
        sheet.Line(
            "A limit was reached: what is shown is true, but there may be more than is shown.", Ink.Middling);
    }
}
