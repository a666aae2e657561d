using Parley.Cases.Diagnostics;

namespace Parley.Cases.Text;

/// <summary>What the reader says about distributions and dependence.</summary>
internal static partial class ReaderMessages
{
    /// <summary>The words that name a distribution.</summary>
    public static IReadOnlyList<string> Distributions { get; } = ["uniform", "triangular", "pert", "normal", "lognormal", "beta", "discrete"];

    public static ReaderMessage UnknownDistribution(string word, string? meant) =>
        Error(ReaderSlugs.BadDistribution, $"'{Short(word)}' is not a distribution.{DidYouMean(meant, $" Write one of {string.Join(", ", Distributions)}.")}");

    /// <summary>An argument is not there.</summary>
    public static ReaderMessage NeedsArgument(string kind) => Form(kind, kind switch
    {
        "normal" => "needs a deviation",
        "lognormal" => "needs a factor",
        "beta" => "needs two shapes",
        _ => "needs a chance behind every value",
    });

    /// <summary>The range behind the arguments is not there.</summary>
    public static ReaderMessage NeedsRange(string kind) => Form(kind, "needs a range behind 'in'");

    /// <summary>A comma stands between the arguments.</summary>
    public static ReaderMessage NoComma(string kind) => Form(kind, "is written without commas");

    /// <summary>A distribution without arguments is written as one with them.</summary>
    public static ReaderMessage NoIn(string kind, string range) =>
        Error(ReaderSlugs.BadDistribution, $"'{kind}' has no 'in'. Write ({kind} {Short(range)}).");

    private static ReaderMessage Form(string kind, string what) => Error(ReaderSlugs.BadDistribution, $"'{kind}' {what}: " + kind switch
    {
        "normal" => "4 (normal 1 in 2..9).",
        "lognormal" => "4 (lognormal 1.5 in 2..9).",
        "beta" => "4 (beta 2 5 in 2..9).",
        _ => "0 (discrete 0:70% 1:30%).",
    });

    public static ReaderMessage BadArgument(string word, string what, string kind, int above, decimal? most) =>
        Error(ReaderSlugs.BadDistribution, $"{Short(word)} cannot be the {what} of '{kind}'. Write a number above {above}{(most is { } limit ? $", at most {DecimalText.Of(limit)}" : string.Empty)}.");

    public static ReaderMessage NotAboveZero(string word, string what) =>
        Error(ReaderSlugs.BadDistribution, $"{Short(word)} cannot be the {what} of 'lognormal'. Write a number above 0, or another distribution.");

    public static ReaderMessage WrongUnit(string word) =>
        Error(ReaderSlugs.BadDistribution, word.EndsWith('%')
            ? $"{Short(word)} is a share where a plain number is meant. Write it without %."
            : $"{Short(word)} is no share, but its number is one. Write {Short(word)}%.");

    public static ReaderMessage ValueTwice(string word) =>
        Error(ReaderSlugs.BadDistribution, $"{Short(word)} stands twice among the values. Add their chances up.");

    public static ReaderMessage BadShare(string word) =>
        Error(ReaderSlugs.BadDistribution, $"{Short(word)} cannot be the chance of a value. Write a number above 0 and up to 1, or 12%.");

    public static ReaderMessage ChancesSum(string sum) =>
        Error(ReaderSlugs.BadDistribution, $"The chances sum to {sum}. Make them sum to 1.");

    public static ReaderMessage NotSampled(string path, string why, string fix) =>
        Error(ReaderSlugs.NotSampled, $"'{Short(path)}' {why}, so it moves with nothing. {fix}");

    public static ReaderMessage LoadingsTooLarge(string path, string sum) =>
        Error(ReaderSlugs.BadDependence, $"The squared loadings of '{Short(path)}' sum to {sum}. Lower them until the sum is at most 1.");

    public static ReaderMessage TwoKindsOfDependence(string path, string factor) =>
        Error(ReaderSlugs.BadDependence, $"'{Short(path)}' already moves with the factor '{Short(factor)}'. Leave one of the two out.");

    public static ReaderMessage PairWithItself(string path) =>
        Error(ReaderSlugs.BadDependence, $"'{Short(path)}' is paired with itself. Name another number.");

    public static ReaderMessage PairTwice(string first, string second, int line) =>
        Error(ReaderSlugs.BadDependence, $"'{Short(first)}' and '{Short(second)}' are already a pair on line {line}. Remove one of the two.");

    /// <param name="paths">The numbers of the group.</param>
    /// <param name="share">A share of its correlations that is possible.</param>
    public static ReaderMessage ImpossibleCorrelations(IReadOnlyList<string> paths, string share) =>
        Error(ReaderSlugs.BadDependence, $"The rank correlations between {string.Join(", ", paths.Take(6).Select(p => $"'{Short(p)}'"))}{(paths.Count > 6 ? $" and {paths.Count - 6} more" : string.Empty)} cannot all hold at once. Bring them nearer to 0: {share} of each would do.");

    public static ReaderMessage ValueCount(int count) =>
        Error(ReaderSlugs.BadDistribution, $"'discrete' has {count} values. Write from 2 to {CaseLimits.DiscreteValues}.");
}
