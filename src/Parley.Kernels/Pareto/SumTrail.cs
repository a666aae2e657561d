using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>The way back from sums to values and packages, found when asked for.</summary>
/// <remarks>
/// No step is recorded in the fold: a sum comes from an option exactly when what the option leaves is a sum over the later
/// issues, because an undominated sum has only undominated parts.
/// </remarks>
internal abstract class SumTrail
{
    private readonly Lazy<BigInteger[]> _multiplicities;

    protected SumTrail() => _multiplicities = new(Count);

    public abstract int PointCount { get; }

    /// <summary>By point, the number of packages; counted for all when first asked.</summary>
    public BigInteger[] Multiplicities => _multiplicities.Value;

    /// <summary>By party, in the caller's units.</summary>
    public abstract BigInteger[] Values(int point);

    /// <summary>Every package, in lexicographic order, found as it is asked for.</summary>
    public abstract IEnumerable<int[]> Packages(int point);

    protected abstract BigInteger[] Count();
}

/// <summary>The way back with keys of one width.</summary>
/// <param name="scale">The way back to the caller's units.</param>
/// <param name="keys">The layout of keys.</param>
/// <param name="issues">The undominated options.</param>
/// <param name="layers">By issue, the sums over the issues from it on, the greatest first; one more at the end.</param>
internal sealed class SumTrail<T>(SumScale scale, SumKeys<T> keys, SumIssue<T>[] issues, T[][] layers) : SumTrail
    where T : struct, IBinaryInteger<T>
{
    public override int PointCount => layers[0].Length;

    public override BigInteger[] Values(int point)
    {
        var values = new BigInteger[scale.PartyCount];
        for (var p = 0; p < values.Length; p++)
            values[p] = scale.Base[p] + (scale.Unit[p] * BigInteger.CreateChecked(keys.Field(layers[0][point], p)));
        return values;
    }

    public override IEnumerable<int[]> Packages(int point)
    {
        // An option leaves one sum for the issues after it, so the first step that is not ruled out leads to a package.
        var package = new int[issues.Length];
        var open = new Stack<(int Issue, int Option, T Left)>();
        Push(open, 0, layers[0][point]);
        while (open.TryPop(out var step))
        {
            package[step.Issue] = step.Option;
            if (step.Issue + 1 < package.Length) Push(open, step.Issue + 1, step.Left);
            else yield return (int[])package.Clone();
        }
    }

    protected override BigInteger[] Count()
    {
        BigInteger[] below = [BigInteger.One];
        for (var i = issues.Length - 1; i >= 0; i--)
        {
            var counts = new BigInteger[layers[i].Length];
            for (var c = 0; c < issues[i].Keys.Length; c++) Count(counts, below, i, c);
            below = counts;
        }

        return below;
    }

    // Both lists fall, so one walk through them finds all sums that come from the choice.
    private void Count(BigInteger[] counts, BigInteger[] below, int issue, int choice)
    {
        var (sums, rests) = (layers[issue], layers[issue + 1]);
        var (key, options) = (issues[issue].Keys[choice], issues[issue].Options[choice].Length);
        for (var (k, rest) = (0, 0); k < sums.Length && rest < rests.Length;)
        {
            var sum = rests[rest] + key;
            if (sums[k] > sum)
            {
                k++;
                continue;
            }

            if (sums[k] == sum) counts[k] += options == 1 ? below[rest] : below[rest] * options;
            rest++;
        }
    }

    private void Push(Stack<(int Issue, int Option, T Left)> open, int issue, T sum)
    {
        var steps = new List<(int Option, T Left)>();
        for (var c = 0; c < issues[issue].Keys.Length; c++)
        {
            var key = issues[issue].Keys[c];
            if (!keys.Covers(sum, key) || !Contains(layers[issue + 1], sum - key)) continue;
            foreach (var option in issues[issue].Options[c]) steps.Add((option, sum - key));
        }

        steps.Sort((a, b) => b.Option.CompareTo(a.Option));
        foreach (var (option, rest) in steps) open.Push((issue, option, rest));
    }

    private static bool Contains(T[] falling, T key)
    {
        var (low, high) = (0, falling.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (falling[middle] > key) low = middle + 1;
            else high = middle;
        }

        return low < falling.Length && falling[low] == key;
    }
}
