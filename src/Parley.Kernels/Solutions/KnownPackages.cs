using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;

namespace Parley.Kernels.Solutions;

/// <summary>The packages met so far, one for each vector of values.</summary>
internal sealed class KnownPackages(BargainingSpace bargain, CancellationToken cancellationToken)
{
    private readonly HashSet<string> _vectors = [];
    private readonly List<KnownPackage> _all = [];

    public BargainingSpace Bargain { get; } = bargain;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public IReadOnlyList<KnownPackage> All => _all;

    /// <summary>Asks for a package with the greatest weighted sum of gains, and remembers it.</summary>
    /// <param name="weights">By party, on gains, at least 0.</param>
    public BestPackage Best(IReadOnlyList<Rational> weights)
    {
        var found = Bargain.Space.Best(Bargain.WeightsOnValues(weights), CancellationToken);
        if (found.Package is { } package) Add(package);
        return found;
    }

    public void Add(ValuedPackage package)
    {
        if (_vectors.Add(string.Join(' ', package.Values))) _all.Add(new(package, Bargain.Gains(package.Values)));
    }
}

/// <summary>A package with its gains by party.</summary>
internal sealed record KnownPackage(ValuedPackage Package, Rational[] Gains);
