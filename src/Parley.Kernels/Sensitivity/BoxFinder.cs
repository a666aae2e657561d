using System.Collections.Immutable;
using Parley.Kernels.Sampling;

namespace Parley.Kernels.Sensitivity;

/// <summary>Under what circumstances does it come about? Boxes of inputs in which hits are dense: the patient rule induction method.</summary>
/// <remarks>
/// Definition: from all draws on, the step is taken that leaves the box of the greatest density: of each input the draws below or above a value are peeled
/// off, about <see cref="BoxFinderOptions.StepShare"/> of those in the box, with equal values together. It goes on while the box keeps its least support and is
/// not all hits. Of the boxes on the way the one with the most hits above what as many draws at hand would hold on average is chosen,
/// the earliest of equals. Then bounds are moved outward by steps of the same size while the density does not fall, the densest first.
/// Ties of steps: the larger box, then the input given first, then the lower bound.
/// Boxes are looked for until none is denser than the whole sample.
/// Cost: for N draws of d inputs, sorting, then d N for each of about ln(support) / ln(1 - step) steps.
/// Differs from source: the box is chosen by a rule, not by eye.
/// Source: Friedman and Fisher 1999, Statistics and Computing 9(2), pp. 123-143; key "friedman1999" in docs/references.bib.
/// Source: Bryant and Lempert 2010, Technological Forecasting and Social Change 77(1), pp. 34-49; key "bryant2010" in docs/references.bib.
/// </remarks>
public static class BoxFinder
{
    /// <summary>Finds boxes.</summary>
    /// <param name="inputs">[j][i], the value of input j in draw i; none NaN.</param>
    /// <param name="hits">Whether draw i is a hit.</param>
    /// <param name="options">How they are looked for.</param>
    /// <param name="progress">Told how many steps were taken so far, after each; how many there will be is not known.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is NaN, or an option is outside its range.</exception>
    public static BoxFinderResult Find(
        IReadOnlyList<double[]> inputs, IReadOnlyList<bool> hits, BoxFinderOptions options, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        if (inputs.Any(x => x.Length != hits.Count || x.Any(double.IsNaN))) throw new ArgumentException($"Every input has {hits.Count} values, none of them NaN.", nameof(inputs));
        if (!(options.StepShare is > 0 and < 0.5) || !(options.LeastSupport is >= 0 and <= 1)) throw new ArgumentException("A share is outside its range.", nameof(options));
        var all = hits.Count(h => h);
        var left = Enumerable.Range(0, hits.Count).ToArray();
        var taken = 0;
        void Step()
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(++taken);
        }

        var sorted = inputs.Select(x => Sorted(x, Step)).ToArray();
        var boxes = ImmutableArray.CreateBuilder<FoundBox>();
        while (boxes.Count < options.MaxBoxes && Array.Exists(left, i => hits[i]))
        {
            var search = new BoxPeeling(inputs, hits, left, sorted, options, Step);
            var sides = search.Paste(search.Chosen);
            var inside = Array.FindAll(left, i => sides.Holds(inputs, i));
            var found = inside.Count(i => hits[i]);
            // Denser than the sample, compared without rounding.
            if ((long)found * hits.Count <= (long)all * inside.Length) break;
            boxes.Add(new(sides.Bounds(), QuasiP(sides, inputs, hits, left), inside.Length, found, (double)found / inside.Length, (double)found / all));
            left = Array.FindAll(left, i => !sides.Holds(inputs, i));
            for (var j = 0; j < sorted.Length; j++) sorted[j] = Array.FindAll(sorted[j], i => !sides.Holds(inputs, i));
        }

        return new(boxes.ToImmutable(), hits.Count, all);
    }

    private static int[] Sorted(double[] values, Action step)
    {
        step();
        return RankOrder.Of(values);
    }

    private static ImmutableArray<double> QuasiP(BoxSides sides, IReadOnlyList<double[]> inputs, IReadOnlyList<bool> hits, int[] left)
    {
        var inside = Array.FindAll(left, i => sides.Holds(inputs, i));
        var found = inside.Count(i => hits[i]);
        return [.. sides.Restricted().Select(j =>
        {
            var wider = sides.Without(j);
            var around = Array.FindAll(left, i => wider.Holds(inputs, i));
            return AtLeast(found, inside.Length, (double)around.Count(i => hits[i]) / around.Length);
        })];
    }

    /// <summary>P(X >= hits) for X binomial, as the beta curve has it.</summary>
    internal static double AtLeast(int hits, int draws, double probability)
    {
        if (hits == 0 || probability >= 1) return 1;
        return probability <= 0 ? 0 : new BetaCurve(hits, draws - hits + 1).Below(Math.Log(probability / (1 - probability)));
    }
}

/// <summary>Bounds of inputs, infinite where there are none; the box holds its bounds.</summary>
internal sealed class BoxSides(double[] lows, double[] highs)
{
    public BoxSides(int inputs)
        : this([.. Enumerable.Repeat(double.NegativeInfinity, inputs)], [.. Enumerable.Repeat(double.PositiveInfinity, inputs)])
    {
    }

    public double? Low(int input) => double.IsNegativeInfinity(lows[input]) ? null : lows[input];

    public double? High(int input) => double.IsPositiveInfinity(highs[input]) ? null : highs[input];

    public IEnumerable<int> Restricted() => Enumerable.Range(0, lows.Length).Where(j => Low(j) is not null || High(j) is not null);

    public ImmutableArray<BoxBound> Bounds() => [.. Restricted().Select(j => new BoxBound(j, Low(j), High(j)))];

    public BoxSides With(int input, bool below, double bound)
    {
        var (low, high) = ((double[])lows.Clone(), (double[])highs.Clone());
        (below ? low : high)[input] = bound;
        return new(low, high);
    }

    public BoxSides Without(int input) => With(input, true, double.NegativeInfinity).With(input, false, double.PositiveInfinity);

    public bool Holds(IReadOnlyList<double[]> inputs, int draw)
    {
        for (var j = 0; j < lows.Length; j++)
            if (inputs[j][draw] < lows[j] || inputs[j][draw] > highs[j]) return false;
        return true;
    }
}
