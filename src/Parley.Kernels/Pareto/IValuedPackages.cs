using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>Packages and what each is worth to several parties, in whole numbers; more is better.</summary>
/// <remarks>Two spaces are known: sums over the issues, and sums with hyper-rectangles over several issues.</remarks>
public interface IValuedPackages
{
    int PartyCount { get; }

    /// <summary>A package with the greatest weighted sum of values over all packages.</summary>
    /// <param name="weights">By party, at least 0.</param>
    /// <param name="cancellationToken">Ends the search by exception.</param>
    /// <returns>The package, null where none is feasible or the budget found none; and whether no package has more.</returns>
    BestPackage Best(IReadOnlyList<BigInteger> weights, CancellationToken cancellationToken);

    /// <summary>The undominated vectors among the packages that satisfy all cuts, with one package for each.</summary>
    /// <remarks>
    /// Cuts have weights of at least 0, so a vector of the region is undominated in it exactly when it is undominated in all.
    /// </remarks>
    /// <param name="cuts">Conditions on the vector of values; none means all packages.</param>
    /// <param name="cancellationToken">Ends the search by exception.</param>
    ValuedFrontier Within(IReadOnlyList<LinearCut> cuts, CancellationToken cancellationToken);
}

/// <summary>A package (an option index for each issue) and its value to each party.</summary>
public sealed record ValuedPackage(int[] Package, BigInteger[] Values);

/// <summary>The outcome of a search for one best package.</summary>
/// <param name="Package">The best found; null when none was.</param>
/// <param name="IsProved">Whether no other is better; with no package, whether none exists.</param>
public readonly record struct BestPackage(ValuedPackage? Package, bool IsProved);

/// <summary>A condition on values: the weighted sum is at least <paramref name="Least"/>.</summary>
/// <param name="Weights">By party, at least 0.</param>
/// <param name="Least">The least that it may be.</param>
public sealed record LinearCut(BigInteger[] Weights, BigInteger Least)
{
    public bool Holds(IReadOnlyList<BigInteger> values)
    {
        var sum = BigInteger.Zero;
        for (var p = 0; p < Weights.Length; p++) sum += Weights[p] * values[p];
        return sum >= Least;
    }

    /// <summary>At least so much for each party.</summary>
    public static LinearCut[] AtLeast(IReadOnlyList<BigInteger> values)
    {
        var cuts = new LinearCut[values.Count];
        for (var p = 0; p < cuts.Length; p++)
        {
            var weights = new BigInteger[values.Count];
            weights[p] = BigInteger.One;
            cuts[p] = new(weights, values[p]);
        }

        return cuts;
    }
}

/// <summary>Undominated vectors of a region.</summary>
/// <param name="Points">Distinct, the best for the first party first, then for the second, and so on.</param>
/// <param name="IsComplete">Whether none is missing and none is dominated; false when a budget ended the search.</param>
public sealed record ValuedFrontier(IReadOnlyList<ValuedPackage> Points, bool IsComplete);
