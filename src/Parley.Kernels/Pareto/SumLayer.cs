namespace Parley.Kernels.Pareto;

/// <summary>The undominated options of an issue: distinct vectors, flat, and the options that have each.</summary>
internal sealed record SumIssue(long[] Values, int[][] Options)
{
    /// <summary>Cost: options squared.</summary>
    public static SumIssue Of(long[][] options, CancellationToken cancellationToken)
    {
        var kept = Skyline.Of(options, cancellationToken);
        return new(
            [.. kept.SelectMany(k => options[k])],
            [.. kept.Select(k => Enumerable.Range(0, options.Length).Where(o => options[o].AsSpan().SequenceEqual(options[k])).ToArray())]);
    }
}

/// <summary>Undominated sums over the issues from one on, and for each the steps that lead to it.</summary>
/// <param name="Count">The number of sums.</param>
/// <param name="Values">Their vectors, flat, the best for the first party first.</param>
/// <param name="Start">Where the links of each sum begin; one more at the end.</param>
/// <param name="Below">For each link, the sum over the later issues.</param>
/// <param name="Choice">For each link, the vector of the issue.</param>
/// <param name="IsCut">Whether there were more sums than the limit.</param>
internal sealed record SumLayer(int Count, long[] Values, int[] Start, int[] Below, int[] Choice, bool IsCut)
{
    /// <summary>No issues: one sum, zero.</summary>
    public static SumLayer Empty(int parties) => new(1, new long[parties], [0, 0], [], [], false);

    /// <summary>The same steps; the vectors are needed by the next merge only.</summary>
    public SumLayer WithoutValues() => this with { Values = [] };
}

/// <summary>A layer in the making: sums arrive in order, each followed by its links.</summary>
internal sealed class SumLayerBuilder(int parties, int limit)
{
    private readonly List<long> _values = [];
    private readonly List<int> _start = [];
    private readonly List<int> _below = [];
    private readonly List<int> _choice = [];

    /// <summary>Whether a sum was refused because there were as many as allowed.</summary>
    public bool IsCut { get; private set; }

    public int Count => _start.Count;

    public bool TryAdd(ReadOnlySpan<long> vector)
    {
        IsCut = _start.Count == limit;
        if (IsCut) return false;
        _start.Add(_below.Count);
        _values.AddRange(vector[..parties]);
        return true;
    }

    public void Link(int below, int choice)
    {
        _below.Add(below);
        _choice.Add(choice);
    }

    public SumLayer Build() => new(_start.Count, [.. _values], [.. _start, _below.Count], [.. _below], [.. _choice], IsCut);
}
