namespace Parley.Kernels.Sensitivity;

/// <summary>Draws in rising order of a value, equal ones in order of draws.</summary>
internal static class RankOrder
{
    /// <exception cref="ArgumentException">A value is not a number.</exception>
    public static int[] Of(ReadOnlySpan<double> input)
    {
        var (values, order) = (input.ToArray(), new int[input.Length]);
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            if (double.IsNaN(values[i])) throw new ArgumentException($"Draw {i} is not a number.", nameof(input));
        }

        Array.Sort(values, order);
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && values[to] == values[from]) to++;
            order.AsSpan(from, to - from).Sort();
            from = to;
        }

        return order;
    }
}
