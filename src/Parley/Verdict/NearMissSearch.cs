using System.Collections.Immutable;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using Parley.Problems;

namespace Parley.Verdict;

/// <summary>The candidates that come closest to a deal without being one (docs/model.md, 17).</summary>
/// <remarks>Widens the band below the best value until it holds enough packages, then sorts them.</remarks>
internal sealed class NearMissSearch(
    IReadOnlyList<Way> ways,
    VerdictOptions options,
    CancellationToken cancellationToken)
{
    private const int MostInBand = 20_000;

    /// <summary>False when the band was too full or the budget ran out.</summary>
    public bool IsComplete { get; private set; } = true;

    public IReadOnlyList<(int[] Package, ImmutableArray<int> Signatories)> Find(MarginOutcome margin)
    {
        var top = margin.Value is { Sign: < 0 } best ? best : Rational.Zero;
        var width = new Rational(1, 64);
        while (true)
        {
            var from = Rational.Max(top - width, -1);
            var last = from == -1;
            var band = Band(from, last, margin.Package!); // there is a candidate
            if (last || !IsComplete || band.Count >= options.NearMisses)
            {
                band.Sort(Compare);
                return [.. band.Take(options.NearMisses).Select(b => (b.Package, b.Signatories))];
            }

            width *= 4;
        }
    }

    // Packages worth at least so much but less than 0; at the bottom every candidate counts.
    private List<NearMiss> Band(Rational from, bool everything, int[] known)
    {
        var band = new Dictionary<string, NearMiss>(StringComparer.Ordinal);
        Keep(band, known);
        foreach (var (_, rows) in ways)
        {
            var source = everything ? rows.Problem.StructuralOnly() : rows.Problem;
            var complete = PackageSearch.Visit(
                source,
                everything ? 0 : from,
                strict: false,
                options.RefineNodes,
                package =>
                {
                    Keep(band, package);
                    return band.Count < MostInBand;
                },
                cancellationToken);
            IsComplete &= complete && band.Count < MostInBand;
        }

        return [.. band.Values];
    }

    private void Keep(Dictionary<string, NearMiss> band, int[] package)
    {
        if (BestOver(package) is ({ Sign: < 0 } value, var signatories))
            band[string.Join(' ', package)] = new((int[])package.Clone(), value, signatories);
    }

    // With a quorum a package counts at its best set of signatories; the first such set on a tie.
    private (Rational? Value, ImmutableArray<int> Signatories) BestOver(int[] package)
    {
        Rational? best = null;
        var signatories = ImmutableArray<int>.Empty;
        foreach (var (set, rows) in ways)
        {
            var value = rows.Problem.Value(package);
            if (!signatories.IsEmpty && (best is null || (value is { } v && v <= best))) continue;
            (best, signatories) = (value, set);
        }

        return (best, signatories);
    }

    private int Compare(NearMiss a, NearMiss b)
    {
        var order = b.Value.CompareTo(a.Value);
        return order != 0 ? order : ways[0].Rows.Problem.CompareTies(a.Package, b.Package);
    }

    private sealed record NearMiss(int[] Package, Rational Value, ImmutableArray<int> Signatories);
}
