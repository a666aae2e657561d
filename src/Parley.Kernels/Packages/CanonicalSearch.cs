using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Kernels.Packages;

/// <summary>Picks one package among equals: fewest changes, then the lexicographically smallest option indices.</summary>
/// <param name="problem">Whose packages reaching the target are the equals.</param>
/// <param name="target">The value they all reach.</param>
/// <param name="find">Finds a package of a problem that reaches a target; null when there is none or the budget ran out.</param>
internal sealed class CanonicalSearch(PackageProblem problem, Rational target, Func<PackageProblem, Rational, bool, int[]?> find)
{
    /// <summary>The canonical package, starting from any one of the equals.</summary>
    public int[] From(int[] package)
    {
        while (find(problem.WithRow(AtMost(problem.ChangeCount(package) - 1)), target, false) is { } fewer) package = fewer;
        var fixedProblem = problem.WithRow(AtMost(problem.ChangeCount(package)));
        var allowed = (bool[])problem.Allowed.Clone();
        for (var i = 0; i < package.Length; i++)
        {
            var offset = problem.Offset(i);
            for (var o = 0; o < package[i]; o++)
            {
                if (!problem.Allowed[offset + o]) continue;
                Only(allowed, i, o);
                if (find(fixedProblem.WithAllowed(allowed), target, false) is not { } found) continue;
                package = found;
                break;
            }

            Only(allowed, i, package[i]);
        }

        return package;
    }

    private PackageRow AtMost(int changes) => new(
        PackageRowKind.Structural,
        Array.ConvertAll(problem.Changes, c => c ? BigInteger.MinusOne : BigInteger.Zero),
        -changes,
        BigInteger.Zero);

    private void Only(bool[] allowed, int issue, int option)
    {
        var offset = problem.Offset(issue);
        for (var o = 0; o < problem.OptionCounts[issue]; o++) allowed[offset + o] = o == option;
    }
}
