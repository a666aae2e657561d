using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Verdict;

namespace Parley.Reports.Wording;

/// <summary>A verdict in a word or two, for tables.</summary>
public static class GradeWords
{
    /// <summary>"a deal", "tokens only", "nothing"; "no deal" where the case knows no tokens; "open" where the search did not end.</summary>
    public static string Of(Grade grade, bool isDecided, CaseModel model) => Of(grade, isDecided, model.SubstantiveFrom is not null);

    /// <summary>The same where only whether there are tokens is known.</summary>
    public static string Of(Grade grade, bool isDecided, bool hasTokens) => grade switch
    {
        _ when !isDecided => "open",
        Grade.Deal => "a deal",
        Grade.Tokens => "tokens only",
        _ => hasTokens ? "nothing" : "no deal",
    };

    /// <summary>The verdict as one word: deal, tokens or nothing.</summary>
    public static string Slug(Grade grade) => grade switch
    {
        Grade.Deal => "deal",
        Grade.Tokens => "tokens",
        _ => "nothing",
    };

    /// <summary>A margin, with its bounds where it is not settled.</summary>
    public static string Margin(Rational margin, Rational upper) => margin == upper
        ? NumberText.Margin(margin)
        : $"{NumberText.Margin(margin)} to {NumberText.Margin(upper)}";
}
