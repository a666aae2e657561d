using System.Numerics;

namespace Parley.Kernels.Rectangles;

/// <summary>Packages whose values are sums over the issues, plus what hyper-rectangles over several issues add.</summary>
/// <remarks>
/// The value of a package to a party is, cut at the party's cap, the sum of its options' values and of the values of all
/// rectangles that it lies in. A package that lies in a forbidden rectangle is no package.
/// </remarks>
public sealed record RectangleProblem
{
    /// <summary>By issue, the number of options, at least 1; at least one issue.</summary>
    public required IReadOnlyList<int> OptionCounts { get; init; }

    public required int PartyCount { get; init; }

    /// <summary>By issue, option and party, the part that adds up; empty when nothing does.</summary>
    public BigInteger[][][] Values { get; init; } = [];

    public IReadOnlyList<ValuedRectangle> Rectangles { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<RectangleSide>> Forbidden { get; init; } = [];

    /// <summary>By party, the most that a package can be worth; null for no cap. Empty when nobody has one.</summary>
    public IReadOnlyList<BigInteger?> Caps { get; init; } = [];

    /// <summary>What a package is worth to each party, by definition.</summary>
    /// <param name="package">An option index for each issue.</param>
    public BigInteger[] ValuesOf(ReadOnlySpan<int> package)
    {
        var sums = new BigInteger[PartyCount];
        for (var i = 0; i < Values.Length; i++)
            for (var p = 0; p < sums.Length; p++) sums[p] += Values[i][package[i]][p];
        foreach (var rectangle in Rectangles)
        {
            if (!LiesIn(package, rectangle.Sides)) continue;
            for (var p = 0; p < sums.Length; p++) sums[p] += rectangle.Values[p];
        }

        for (var p = 0; p < Caps.Count; p++)
            if (Caps[p] is { } cap && sums[p] > cap) sums[p] = cap;
        return sums;
    }

    /// <summary>Whether a package lies in no forbidden rectangle.</summary>
    public bool IsAllowed(ReadOnlySpan<int> package)
    {
        foreach (var forbidden in Forbidden)
            if (LiesIn(package, forbidden)) return false;
        return true;
    }

    private static bool LiesIn(ReadOnlySpan<int> package, IReadOnlyList<RectangleSide> sides)
    {
        foreach (var side in sides)
            if (!side.Options[package[side.Issue]]) return false;
        return true;
    }
}

/// <summary>A hyper-rectangle and what lying in it is worth to each party, of either sign.</summary>
public sealed record ValuedRectangle(IReadOnlyList<RectangleSide> Sides, BigInteger[] Values);

/// <summary>One side of a hyper-rectangle: the options of an issue that lie within.</summary>
/// <param name="Issue">Index of the issue.</param>
/// <param name="Options">By option of the issue, whether it lies within.</param>
public sealed record RectangleSide(int Issue, bool[] Options)
{
    /// <summary>A side that holds the options from low to high.</summary>
    public static RectangleSide Between(int issue, int optionCount, int low, int high)
    {
        var inside = new bool[optionCount];
        for (var o = low; o <= high; o++) inside[o] = true;
        return new(issue, inside);
    }

    /// <summary>The options that do not lie within.</summary>
    public RectangleSide Outside() => new(Issue, Array.ConvertAll(Options, o => !o));
}
