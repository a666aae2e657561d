using System.Globalization;
using System.Numerics;
using Parley.Outcomes;

namespace Parley.Reports.Wording;

/// <summary>A scenario's answer in sentences.</summary>
internal static class OutcomeWords
{
    private const int DigitsSpeltOut = 15;

    /// <summary>Whether anything is acceptable, and how much of the frontier is.</summary>
    public static string Sentence(OutcomesResult result)
    {
        if (result.Solutions.Nash.Outcome is not null)
        {
            return result.RationalSize == result.Size
                ? $"A deal is possible: {Best(result.Size)}, and none leaves a side worse off than no agreement."
                : $"A deal is possible: {Best(result.Size)}, of which {NumberText.Count(result.RationalSize)} {(result.RationalSize == 1 ? "leaves" : "leave")} every side at least as well off as no agreement.";
        }

        if (!result.Solutions.Nash.IsProved) return "Not decided: no outcome was found that every side prefers to no agreement, and none is ruled out.";
        var lottery = result.Lotteries is { AnyRational.Shares.IsEmpty: false }
            ? " A draw between outcomes would be acceptable before it is drawn."
            : result.Lotteries is null ? string.Empty : " Nor is any draw between outcomes.";
        return $"No deal: none of the {Count(result.OutcomeCount)} outcomes is acceptable to every side.{lottery}";
    }

    /// <summary>What is missing from the frontier; null when nothing is.</summary>
    public static string? Extent(OutcomesResult result) => result.Extent switch
    {
        FrontierExtent.FirstPoints => $"The frontier goes on: shown are its {NumberText.Count(result.Size)} points that are best for {result.Parties[0]}.",
        FrontierExtent.Partial => "A limit was reached: the points shown are attained, but some may be bettered and others are missing.",
        FrontierExtent.Within =>
            "Thinned out: every outcome is within "
            + string.Join(", ", result.Parties.Zip(result.GivenAway, (party, given) => $"{NumberText.Significant(given)} ({party})"))
            + " of a point shown, for all sides at once.",
        _ => null,
    };

    /// <summary>A count with its digits grouped, or as a power of ten where there are very many.</summary>
    public static string Count(BigInteger count)
    {
        var digits = count.ToString(CultureInfo.InvariantCulture);
        if (digits.Length <= DigitsSpeltOut) return NumberText.Count(count);
        var rest = digits.TrimEnd('0');
        return rest == "1"
            ? string.Create(CultureInfo.InvariantCulture, $"10^{digits.Length - 1}")
            : string.Create(CultureInfo.InvariantCulture, $"{digits[0]}.{digits[1]} × 10^{digits.Length - 1}");
    }

    private static string Best(int size) => size == 1 ? "one outcome is best for everybody" : $"{NumberText.Count(size)} outcomes cannot be bettered for everybody";
}
