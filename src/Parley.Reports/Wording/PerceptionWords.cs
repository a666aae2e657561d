using Parley.Cases.Model;
using Parley.Perceptions;
using Parley.Verdict;

namespace Parley.Reports.Wording;

/// <summary>Who sees a deal, in words.</summary>
public static class PerceptionWords
{
    /// <summary>Whether there is a deal and who sees one, in a sentence or two.</summary>
    public static string Of(PerceptionsResult result, CaseWords words)
    {
        if (!result.IsDeclared)
        {
            return "This case declares no perceptions: as far as it says, everybody sees it as it stands. "
                + "Write some under \u201cperceptions\u201d to ask who believes in which deal.";
        }

        var sees = result.Parties.Where((_, k) => result.Own[k] is { IsDecided: true, Grade: Grade.Deal }).ToList();
        var blind = result.Parties.Except(sees).ToList();
        var sentence = result.Agreement switch
        {
            ViewAgreement.AgreedNo => "Agreed no: no deal exists, and no side sees one.",
            ViewAgreement.AgreedDeal => "Agreed: a deal exists, and every side sees one.",
            ViewAgreement.Illusory => "An illusion: every side sees a deal, but none exists.",
            ViewAgreement.Missed => $"A missed deal: one exists, but {words.Parties(blind, "and")} {(blind.Count == 1 ? "does" : "do")} not see any.",
            ViewAgreement.Split => $"The sides differ: no deal exists, but {words.Parties(sees)} {(sees.Count == 1 ? "sees" : "see")} one.",
            _ => "Open: in some view it could not be settled within the limit whether a deal exists.",
        };
        return Observers(result, words) is { } observers ? $"{sentence} {observers}" : sentence;
    }

    /// <summary>"agreed no", "illusory": the status of a deal.</summary>
    public static string Word(ViewAgreement agreement) => agreement switch
    {
        ViewAgreement.AgreedNo => "agreed no",
        ViewAgreement.AgreedDeal => "agreed deal",
        ViewAgreement.Illusory => "illusory",
        ViewAgreement.Missed => "missed",
        _ => "split",
    };

    /// <summary>What a view is called: "as Putin sees it", "as seen by Putin", "the case as it stands".</summary>
    public static string View(PerceivedCase view, CaseWords words)
    {
        if (view.Perception is not { } name) return "the case as it stands";
        return words.Model.OverlaysOf(OverlayKind.Perception).FirstOrDefault(o => o.Name == name)?.Title ?? $"as seen by {words.Party(name)}";
    }

    private static string? Observers(PerceptionsResult result, CaseWords words)
    {
        var inCase = result.Case is { IsDecided: true, Grade: Grade.Deal };
        var differ = result.Others.Where(o => o.IsDecided && result.Case.IsDecided && (o.Grade == Grade.Deal) != inCase).Select(o => View(o, words)).ToList();
        if (differ.Count == 0) return null;
        var views = CaseWords.Listed(differ);
        return char.ToUpperInvariant(views[0]) + views[1..] + (inCase ? ", there is none." : ", there is one.");
    }
}
