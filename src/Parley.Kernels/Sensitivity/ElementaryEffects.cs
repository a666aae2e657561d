using System.Collections.Immutable;
using Parley.Kernels.Sampling;

namespace Parley.Kernels.Sensitivity;

/// <summary>How one input moves the output when it takes a step of half its range, wherever the others stand.</summary>
/// <param name="Mean">Mu: the mean effect. Near 0 where effects of both signs cancel.</param>
/// <param name="MeanSize">Mu*: the mean size of the effect, whatever its sign.</param>
/// <param name="StandardError">Of <paramref name="MeanSize"/>.</param>
/// <param name="Spread">Sigma: the standard deviation of the effect. Great where the input works together with others, or not in a line.</param>
public sealed record ElementaryEffect(double Mean, double MeanSize, double StandardError, double Spread);

/// <summary>A cheap first look at which of many inputs matter: elementary effects along random paths.</summary>
/// <remarks>
/// Definition: a path starts at levels (l + 1/2) / 4, l = 0 .. 3, drawn for each input, and moves one input after the other, in random
/// order, by 1/2 up or down, whichever stays inside; the effect is the change of the output over the signed step.
/// Effects are by the share of the input's distribution, so inputs of all units can be compared.
/// Cost: paths times (inputs + 1) calls.
/// Differs from source: levels are the middles of quarters, not 0, 1/3, 2/3, 1, so that no input stands at an end that may be infinite.
/// Source: Morris 1991, Technometrics 33(2), pp. 161-174; key "morris1991" in docs/references.bib.
/// Source: Campolongo, Cariboni and Saltelli 2007, Environmental Modelling and Software 22(10), pp. 1509-1518; key "campolongo2007" in docs/references.bib.
/// </remarks>
public static class ElementaryEffects
{
    private const int Levels = 4;

    /// <summary>Runs the paths.</summary>
    /// <param name="function">What is computed from a row.</param>
    /// <param name="inputs">How many inputs there are.</param>
    /// <param name="paths">How many paths, at least 2; 10 to 50 are customary.</param>
    /// <param name="seed">Equal seeds give equal paths.</param>
    /// <param name="threads">How many threads may work on it; the result is the same.</param>
    /// <param name="progress">Told the share of the calls done, by one thread at a time.</param>
    /// <param name="cancellationToken">Looked at before each call.</param>
    /// <returns>By input.</returns>
    public static ImmutableArray<ElementaryEffect> Run(
        RowFunction function, int inputs, int paths, ulong seed, int threads = 2, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 2);
        var random = new CounterRandom(seed, 4);
        var effects = new double[checked(inputs * paths)];
        var watched = new WatchedFunction(function, (long)paths * (inputs + 1), progress, cancellationToken);
        RowRuns.ForEach(paths, threads, () => path => Walk(watched.Call, random, path, effects.AsSpan(path * inputs, inputs)), cancellationToken);
        watched.End();
        return [.. Enumerable.Range(0, inputs).Select(j => Summary([.. Enumerable.Range(0, paths).Select(path => effects[path * inputs + j])]))];
    }

    private static void Walk(RowFunction function, CounterRandom random, int path, Span<double> effects)
    {
        var inputs = effects.Length;
        var row = new double[inputs];
        for (var j = 0; j < inputs; j++) row[j] = (random.Index((ulong)path, j, Levels) + 0.5) / Levels;
        var before = function(row);
        foreach (var j in RandomOrder(random, (ulong)path, inputs))
        {
            var step = row[j] < 0.5 ? 0.5 : -0.5;
            row[j] += step;
            var after = function(row);
            effects[j] = (after - before) / step;
            before = after;
        }
    }

    /// <summary>0 .. count - 1 in random order, from the numbers count .. 2 count - 1 of a draw.</summary>
    internal static int[] RandomOrder(CounterRandom random, ulong draw, int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var k = count - 1; k > 0; k--)
        {
            var other = random.Index(draw, count + k, k + 1);
            (order[k], order[other]) = (order[other], order[k]);
        }

        return order;
    }

    private static ElementaryEffect Summary(double[] effects)
    {
        var (mean, size) = (effects.Average(), effects.Average(Math.Abs));
        var spread = effects.Sum(e => (e - mean) * (e - mean)) / (effects.Length - 1);
        var sizeSpread = effects.Sum(e => (Math.Abs(e) - size) * (Math.Abs(e) - size)) / (effects.Length - 1);
        return new(mean, size, Math.Sqrt(sizeSpread / effects.Length), Math.Sqrt(spread));
    }
}
