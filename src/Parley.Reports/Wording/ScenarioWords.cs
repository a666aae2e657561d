using Parley.Cases.Scenarios;
using Parley.Outcomes;

namespace Parley.Reports.Wording;

/// <summary>Names of formats and solutions, for people and for machines.</summary>
internal static class ScenarioWords
{
    public static string Token(ScenarioFormat format) => format switch
    {
        ScenarioFormat.Genius => "genius",
        ScenarioFormat.GeniusWeb => "geniusweb",
        ScenarioFormat.NegMas => "negmas",
        _ => "negolog",
    };

    public static string Title(ScenarioFormat format) => format switch
    {
        ScenarioFormat.Genius => "GENIUS",
        ScenarioFormat.GeniusWeb => "GeniusWeb",
        ScenarioFormat.NegMas => "NegMAS",
        _ => "NegoLog",
    };

    public static string Token(ScenarioSemantics semantics) => semantics == ScenarioSemantics.Genius ? "genius" : "as-written";

    public static string Token(FrontierExtent extent) => extent switch
    {
        FrontierExtent.Complete => "complete",
        FrontierExtent.FirstPoints => "first-points",
        FrontierExtent.Within => "within",
        _ => "partial",
    };

    public static IEnumerable<(string Name, OutcomeSolution Solution)> Named(OutcomeSolutions solutions) =>
    [
        ("nash", solutions.Nash),
        ("kalaiSmorodinsky", solutions.KalaiSmorodinsky),
        ("kalaiSmorodinskyOverAll", solutions.KalaiSmorodinskyOverAll),
        ("egalitarian", solutions.Egalitarian),
        ("utilitarian", solutions.Utilitarian),
    ];

    public static IEnumerable<(string Name, OutcomeLottery Lottery)> Named(OutcomeLotteries lotteries) =>
    [
        ("anyRational", lotteries.AnyRational),
        ("nash", lotteries.Nash),
        ("kalaiSmorodinsky", lotteries.KalaiSmorodinsky),
        ("kalaiSmorodinskyOverAll", lotteries.KalaiSmorodinskyOverAll),
        ("egalitarian", lotteries.Egalitarian),
        ("utilitarian", lotteries.Utilitarian),
    ];

    public static IEnumerable<(string Name, OutcomeView Outcome)> Named(OtherKalai other) =>
    [
        ("leastDifference", other.LeastDifference),
        ("leastSumOfDifferences", other.LeastSumOfDifferences),
        ("greatestWelfare", other.GreatestWelfare),
        ("egalitarian", other.Egalitarian),
    ];

    /// <summary>A solution's name in a table.</summary>
    public static string Title(string name) => name switch
    {
        "nash" => "Nash",
        "kalaiSmorodinsky" => "Kalai–Smorodinsky",
        "kalaiSmorodinskyOverAll" => "K–S, all hopes",
        "egalitarian" => "Egalitarian",
        "anyRational" => "Surest",
        _ => "Utilitarian",
    };

    /// <summary>The same where there is little room.</summary>
    public static string Short(string name) => name == "kalaiSmorodinsky" ? "K–S" : Title(name);
}
