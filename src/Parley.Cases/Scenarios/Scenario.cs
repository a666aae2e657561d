using System.Collections.Immutable;
using System.Numerics;

namespace Parley.Cases.Scenarios;

/// <summary>The program whose files a scenario was read from.</summary>
public enum ScenarioFormat
{
    /// <summary>GENIUS, XML: a template and one utility space for each side.</summary>
    Genius,

    /// <summary>GeniusWeb, JSON: a domain and one profile for each side.</summary>
    GeniusWeb,

    /// <summary>NegMAS, YAML: an outcome space and one utility function for each side.</summary>
    NegMas,

    /// <summary>NegoLog, JSON: two profiles.</summary>
    NegoLog,
}

/// <summary>How the numbers of a profile become utilities.</summary>
public enum ScenarioSemantics
{
    /// <summary>
    /// Weights times evaluations, where evaluations in a table are divided by the issue's greatest, linear ones are clamped to
    /// 0..1, and a sum of hyper-rectangles is divided by the stated maximum and clamped to at most 1.
    /// </summary>
    Genius,

    /// <summary>Weights times values as they stand; a sum of hyper-rectangles as it stands.</summary>
    AsWritten,
}

/// <summary>A negotiation scenario as programs of the field keep it: issues, and for each side a utility function over them.</summary>
/// <remarks>Everything keeps the order of the files, and numbers are kept as written: what they mean is said by <see cref="Semantics"/>.</remarks>
public sealed record Scenario
{
    public required string Name { get; init; }

    public required ScenarioFormat Format { get; init; }

    public required ScenarioSemantics Semantics { get; init; }

    public required ImmutableArray<ScenarioIssue> Issues { get; init; }

    /// <summary>One for each side, at least one, with different names.</summary>
    public required ImmutableArray<ScenarioProfile> Profiles { get; init; }

    /// <summary>How many ways there are to take a value of each issue.</summary>
    public BigInteger OutcomeCount => Issues.Aggregate(BigInteger.One, (product, issue) => product * issue.Values.Length);
}

/// <summary>An issue: its values, in order.</summary>
/// <param name="Name">Different from all other issues' names.</param>
/// <param name="Values">At least one, all different; of an integer issue every whole number from low to high.</param>
/// <param name="Range">Low and high of an integer issue; null for one with named values.</param>
public sealed record ScenarioIssue(string Name, ImmutableArray<string> Values, IntegerRange? Range);

/// <summary>The whole numbers from low to high.</summary>
public sealed record IntegerRange(int Low, int High);

/// <summary>What the outcomes are worth to one side.</summary>
public sealed record ScenarioProfile
{
    public required string Name { get; init; }

    /// <summary>By issue: what its values are worth; empty when the profile has hyper-rectangles alone.</summary>
    public ImmutableArray<IssueUtility> Issues { get; init; } = [];

    /// <summary>Bonuses for combinations, summed.</summary>
    public ImmutableArray<HyperRectangle> Rectangles { get; init; } = [];

    /// <summary>The stated maximum of the sum of hyper-rectangles, above 0 (GENIUS: <c>maxutility</c>); null when there is none.</summary>
    public ExactDecimal? RectangleMaximum { get; init; }

    /// <summary>The utility of no agreement, compared with utilities after all that <see cref="Scenario.Semantics"/> does to them; null when not stated.</summary>
    public ExactDecimal? Reservation { get; init; }

    /// <summary>The outcome whose utility is that of no agreement: by issue, an index into its values; empty when not stated.</summary>
    public ImmutableArray<int> ReservationBid { get; init; } = [];

    /// <summary>What a round of talks leaves of a utility; kept, and no part of any answer.</summary>
    public ExactDecimal? Discount { get; init; }
}

/// <summary>One issue's part in a profile: a weight times a value function.</summary>
public sealed record IssueUtility(ExactDecimal Weight, ValueFunction Function);

/// <summary>What the values of one issue are worth, before the weight.</summary>
public abstract record ValueFunction;

/// <summary>A number for each value of the issue, in its order.</summary>
public sealed record TableFunction(ImmutableArray<ExactDecimal> Values) : ValueFunction;

/// <summary><c>Slope * (value - low) + Offset</c> on an integer issue.</summary>
/// <remarks>GENIUS counts from the issue's lower bound; <see cref="ScenarioSemantics.Genius"/> clamps to 0..1.</remarks>
public sealed record LinearFunction(ExactDecimal Slope, ExactDecimal Offset) : ValueFunction;

/// <summary>A utility that is had when every condition holds.</summary>
public sealed record HyperRectangle(ExactDecimal Utility, ImmutableArray<RectangleCondition> Conditions);

/// <summary>A condition on one issue: its value lies between two, or does not.</summary>
/// <param name="Issue">Index of the issue.</param>
/// <param name="Low">Index of the first value within.</param>
/// <param name="High">Index of the last value within; below <paramref name="Low"/>, nothing is.</param>
/// <param name="Excludes">True when the value must lie outside.</param>
public sealed record RectangleCondition(int Issue, int Low, int High, bool Excludes);
