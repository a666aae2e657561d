using System.Collections.Immutable;
using Parley.Cases.Claims;
using Parley.Dynamics;
using Parley.Ledger;

namespace Parley.Reports.Wording;

/// <summary>What a forecast of the index says of its expectation, and what it does not say of the index itself.</summary>
public static class ForecastWords
{
    /// <summary>Whether phrases speak of the expected index.</summary>
    public static bool IsOfIndex(ImmutableArray<ClaimPhrase> phrases) => phrases.Any(IsOfIndex);

    /// <summary>What a draw that agrees does not mean; null where the forecast is not of the index.</summary>
    /// <param name="row">The forecast.</param>
    /// <param name="falls">How likely the index falls; null where nothing says.</param>
    public static string? Note(ScoredForecast row, FallChances? falls)
    {
        if (!IsOfIndex(row.Forecast.Phrases)) return null;
        if (Fall(row.Forecast.Phrases) is not var (what, chanceOf))
            return "What the case says of the drift is said of the expected index; how likely the index itself goes there, parley path tells.";
        var chance = falls is null ? "is another question" : $"has a chance of {IndexWords.Chance(chanceOf(falls))}";
        var expected = row.Chance switch
        {
            { } drawn when drawn.Count == drawn.Of => "; its expectation does in every draw",
            { } drawn => $"; its expectation does in {EvidenceText.Figure(drawn.Share * 100, 0)}% of the draws",
            _ => "; the case speaks of its expectation",
        };
        return $"That the index itself {what} {chance} (parley path){expected}.";
    }

    private static bool IsOfIndex(ClaimPhrase phrase) =>
        phrase is ComparisonPhrase comparison && (comparison.Left.Kind == MeasureKind.Drift || comparison.Right.Kind == MeasureKind.Drift);

    // The falls of which the path knows the chance: as asked, over one quarter or two.
    private static (string What, Func<FallChances, double> Chance)? Fall(ImmutableArray<ClaimPhrase> phrases)
    {
        var steps = phrases.Select(Step).Distinct().Order().ToList();
        return steps switch
        {
            [(0, 1)] => ("falls in one quarter", f => f.LowerAfterOne),
            [(0, 1), (1, 2)] => ("falls twice", f => f.LowerStillAfterTwo),
            [(0, 2)] => ("is lower after two quarters", f => f.LowerAfterTwo),
            _ => null,
        };
    }

    // From which quarter to which a phrase says that the expected index falls; today is quarter 0.
    private static (int From, int To) Step(ClaimPhrase phrase)
    {
        if (phrase is not ComparisonPhrase { Comparison: Comparison.Less or Comparison.Greater } comparison || comparison.Under != ClaimContext.None) return (-1, -1);
        var (less, more) = comparison.Comparison == Comparison.Less ? (comparison.Left, comparison.Right) : (comparison.Right, comparison.Left);
        return (QuarterOf(more), QuarterOf(less));
    }

    private static int QuarterOf(Measure measure) => measure switch
    {
        { Kind: MeasureKind.Number, Number: 0 } => 0,
        { Kind: MeasureKind.Drift } when measure.Under == ClaimContext.None => (int)measure.Number,
        _ => -1,
    };
}
