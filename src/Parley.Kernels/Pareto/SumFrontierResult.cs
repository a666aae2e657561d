using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>How much of a frontier was found.</summary>
public enum SumFrontierStatus
{
    /// <summary>Every undominated point, with every package behind it.</summary>
    Complete,

    /// <summary>The first points only; each is undominated, with every package behind it.</summary>
    FirstPoints,

    /// <summary>A partial frontier was cut: each point is attained, but may be dominated, and may have further packages.</summary>
    PartialCut,
}

/// <summary>Undominated sums and the packages behind them.</summary>
public sealed class SumFrontierResult
{
    internal SumFrontierResult(int parties, SumFrontierStatus status, SumIssue[] issues, SumLayer[] layers)
    {
        Status = status;
        var multiplicities = new Lazy<BigInteger[]>(() => Multiplicities(issues, layers));
        var top = layers[0];
        Points = [.. Enumerable.Range(0, top.Count).Select(k => new SumPoint(
            top.Values.AsSpan(k * parties, parties).ToArray(), k, multiplicities, issues, layers))];
    }

    public SumFrontierStatus Status { get; }

    /// <summary>Whether points or packages may be missing.</summary>
    public bool IsTruncated => Status != SumFrontierStatus.Complete;

    /// <summary>Distinct vectors, the best for the first party first, then for the second, and so on.</summary>
    public IReadOnlyList<SumPoint> Points { get; }

    private static BigInteger[] Multiplicities(SumIssue[] issues, SumLayer[] layers)
    {
        BigInteger[] below = [BigInteger.One];
        for (var i = issues.Length - 1; i >= 0; i--)
        {
            var layer = layers[i];
            var counts = new BigInteger[layer.Count];
            for (var k = 0; k < counts.Length; k++)
            {
                for (var link = layer.Start[k]; link < layer.Start[k + 1]; link++)
                    counts[k] += below[layer.Below[link]] * issues[i].Options[layer.Choice[link]].Length;
            }

            below = counts;
        }

        return below;
    }
}

/// <summary>A vector of values, one for each party, and the packages that have it.</summary>
public sealed class SumPoint
{
    private readonly int _index;
    private readonly Lazy<BigInteger[]> _multiplicities;
    private readonly SumIssue[] _issues;
    private readonly SumLayer[] _layers;

    internal SumPoint(long[] values, int index, Lazy<BigInteger[]> multiplicities, SumIssue[] issues, SumLayer[] layers)
    {
        Values = values;
        (_index, _multiplicities, _issues, _layers) = (index, multiplicities, issues, layers);
    }

    public IReadOnlyList<long> Values { get; }

    /// <summary>The number of packages; counted for all points when first asked.</summary>
    public BigInteger Multiplicity => _multiplicities.Value[_index];

    /// <summary>The lexicographically smallest package: an option index for each issue.</summary>
    public int[] Canonical => Packages().First();

    /// <summary>Every package, in lexicographic order, found as it is asked for.</summary>
    /// <remarks>Cost: per package, at most the number of options.</remarks>
    public IEnumerable<int[]> Packages()
    {
        // An option leaves one sum for the issues after it, so the first step that is not ruled out leads to a package.
        var package = new int[_issues.Length];
        var open = new Stack<(int Issue, int Option, int Below)>();
        Push(open, 0, _index);
        while (open.TryPop(out var step))
        {
            package[step.Issue] = step.Option;
            if (step.Issue + 1 < package.Length) Push(open, step.Issue + 1, step.Below);
            else yield return (int[])package.Clone();
        }
    }

    private void Push(Stack<(int Issue, int Option, int Below)> open, int issue, int index)
    {
        var layer = _layers[issue];
        var steps = new List<(int Option, int Below)>();
        for (var link = layer.Start[index]; link < layer.Start[index + 1]; link++)
            foreach (var option in _issues[issue].Options[layer.Choice[link]]) steps.Add((option, layer.Below[link]));
        steps.Sort((a, b) => b.Option.CompareTo(a.Option));
        foreach (var (option, below) in steps) open.Push((issue, option, below));
    }
}
