namespace Parley.Kernels.Pareto;

/// <summary>Remembers vectors that arrive with the first party's value falling, and says what they cover in the other parties.</summary>
internal abstract class SumCover
{
    public static SumCover For(int parties, long[] greatest, long[] ranges) => parties switch
    {
        2 => new GreatestCover(),
        3 when ranges[1] <= StairCover.MostSteps => new StairCover(greatest[1], ranges[1]),
        _ => new ListCover(parties),
    };

    /// <summary>Whether an earlier vector is at least this one in every party but the first.</summary>
    public abstract bool Covers(ReadOnlySpan<long> vector);

    public abstract void Add(ReadOnlySpan<long> vector);
}

/// <summary>Two parties: the greatest value so far. Cost: constant.</summary>
internal sealed class GreatestCover : SumCover
{
    private long _greatest = long.MinValue;

    public override bool Covers(ReadOnlySpan<long> vector) => vector[1] <= _greatest;

    public override void Add(ReadOnlySpan<long> vector) => _greatest = Math.Max(_greatest, vector[1]);
}

/// <summary>Three parties: for each value of the second, the greatest third that came with at least it.</summary>
/// <remarks>Cost: constant to ask, the length of the new stair to add.</remarks>
internal sealed class StairCover : SumCover
{
    public const long MostSteps = 1 << 16;

    private readonly long[] _steps;
    private readonly long _base;

    public StairCover(long greatest, long range)
    {
        _steps = new long[range];
        Array.Fill(_steps, long.MinValue);
        _base = greatest - range + 1;
    }

    public override bool Covers(ReadOnlySpan<long> vector) => _steps[vector[1] - _base] >= vector[2];

    public override void Add(ReadOnlySpan<long> vector)
    {
        for (var k = vector[1] - _base; k >= 0 && _steps[k] < vector[2]; k--) _steps[k] = vector[2];
    }
}

/// <summary>Any number of parties: the vectors that no other covers, the greatest sum first.</summary>
/// <remarks>A vector is covered only by one with at least its sum. Cost: the number of those, to ask and to add.</remarks>
internal sealed class ListCover(int parties) : SumCover
{
    private readonly List<(long Sum, long[] Vector)> _kept = [];

    public override bool Covers(ReadOnlySpan<long> vector)
    {
        var sum = Sum(vector);
        foreach (var (total, kept) in _kept)
        {
            if (total < sum) return false;
            if (Skyline.Covers<long>(kept.AsSpan(1), vector[1..])) return true;
        }

        return false;
    }

    public override void Add(ReadOnlySpan<long> vector)
    {
        var sum = Sum(vector);
        var added = vector[..parties].ToArray();
        _kept.RemoveAll(k => k.Sum <= sum && Skyline.Covers<long>(added.AsSpan(1), k.Vector.AsSpan(1)));
        var place = _kept.FindIndex(k => k.Sum < sum);
        _kept.Insert(place < 0 ? _kept.Count : place, (sum, added));
    }

    private static long Sum(ReadOnlySpan<long> vector)
    {
        var sum = 0L;
        foreach (var value in vector[1..]) sum += value;
        return sum;
    }
}
