using Parley.Kernels.Sampling;
using Parley.Kernels.Sensitivity;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Sensitivity;

/// <summary>Shares of the variance, of independent and dependent inputs, against closed forms.</summary>
public class ShapleyEffectsTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public void Shares_of_a_line_in_dependent_normal_inputs_are_the_known_ones()
    {
        double[] weights = [1, 2, -1];
        double[][] correlations = [[1, 0.7, 0.2], [0.7, 1, 0], [0.2, 0, 1]];
        var truth = LinearShares(weights, correlations);
        // With two inputs the formula is short; the general one agrees with it.
        var two = LinearShares([1, 2], [[1, 0.5], [0.5, 1]]);
        Assert.Equal((1 * (1 - 0.125) + 0.5 * 2 + 4 * 0.125) / 7, two[0], 1e-12);

        var result = ShapleyEffects.Run(KnownFunction.LinearOf(weights), UnitSequence.Independent(3, 6), 20_000, 1, Dependence(correlations), cancellationToken: Now);

        AssertClose(truth, result);
        Assert.Equal(1, result.Effects.Sum(e => e.Share), 1e-12);
        Assert.Equal(20_000 * 8L, result.Evaluations);
    }

    [Fact]
    public void Shares_along_random_orders_are_those_over_all_subsets()
    {
        // Ten inputs, more than are looked at by subsets; the first three hang together by a common factor.
        double[] weights = [1, 1, 1, 2, 0, 0.5, 0.5, 1, 0, 1];
        var dependence = DependentUnits.FromFactors([.. weights.Select((_, j) => new[] { j < 3 ? 0.8 : 0.0 })]);
        var correlations = Enumerable.Range(0, 10).Select(i => Enumerable.Range(0, 10).Select(j => dependence.NormalCorrelation(i, j)).ToArray()).ToArray();

        var result = ShapleyEffects.Run(KnownFunction.LinearOf(weights), UnitSequence.Independent(5, 20), 20_000, 2, dependence, cancellationToken: Now);

        AssertClose(LinearShares(weights, correlations), result);
        Assert.Equal(20_000 * 11L, result.Evaluations);
    }

    [Fact]
    public void Shares_of_independent_inputs_lie_between_first_and_total_indices_and_split_what_two_do_together()
    {
        foreach (var known in KnownFunction.All)
        {
            var result = ShapleyEffects.Run(known.Function, UnitSequence.Independent(9, 2 * known.Inputs), 20_000, 1, cancellationToken: Now);
            for (var j = 0; j < known.Inputs; j++)
                Assert.InRange(result.Effects[j].Share, known.First[j] - 4 * result.Effects[j].StandardError, known.Total[j] + 4 * result.Effects[j].StandardError);
        }

        // Ishigami's first and third input share their interaction in halves.
        var ishigami = KnownFunction.All[0];
        var effects = ShapleyEffects.Run(ishigami.Function, UnitSequence.Independent(10, 6), 20_000, 1, cancellationToken: Now);
        AssertClose([.. ishigami.First.Zip(ishigami.Total, (s, t) => (s + t) / 2)], effects);
    }

    [Fact]
    public void Standard_errors_are_right_and_results_the_same_on_any_number_of_threads()
    {
        var replications = Soak.Times(500);
        var held = new int[2];
        for (var seed = 0; seed < replications; seed++)
        {
            var dependence = Dependence([[1, 0.5], [0.5, 1]]);
            var results = (seed < 20 ? new[] { 1, 2, 8 } : [2])
                .Select(t => ShapleyEffects.Run(KnownFunction.LinearOf(1, 2), UnitSequence.Independent((ulong)seed, 4), 300, 1, dependence, t, cancellationToken: Now)).ToList();
            Assert.All(results, r => Assert.Equal(results[0].Effects, r.Effects));
            var truth = LinearShares([1, 2], [[1, 0.5], [0.5, 1]]);
            for (var j = 0; j < 2; j++)
            {
                var interval = IndexEstimate.Around(results[0].Effects[j].Share, results[0].Effects[j].StandardError, 299, 0.9);
                if (interval.Low <= truth[j] && truth[j] <= interval.High) held[j]++;
            }
        }

        // Three standard deviations of the count.
        var slack = Math.Max(0.02, 3 * Math.Sqrt(0.09 / replications));
        Assert.All(held, h => Assert.Equal(0.9, (double)h / replications, slack));
    }

    [Fact]
    public void An_input_that_is_another_one_shares_with_it_in_halves()
    {
        var result = ShapleyEffects.Run(KnownFunction.LinearOf(1, 0), UnitSequence.Independent(2, 4), 5_000, 1, Dependence([[1, 1], [1, 1]]), cancellationToken: Now);

        Assert.All(result.Effects, e => Assert.Equal(0.5, e.Share, 1e-9));
    }

    private static void AssertClose(double[] truth, ShapleyEffectsResult result)
    {
        for (var j = 0; j < truth.Length; j++)
        {
            Assert.Equal(truth[j], result.Effects[j].Share, 4 * result.Effects[j].StandardError + 1e-12);
            Assert.InRange(result.Effects[j].StandardError, 0, 0.02);
        }
    }

    private static DependentUnits Dependence(double[][] correlations)
    {
        var ranks = correlations.SelectMany((row, i) => Enumerable.Range(0, i).Select(j => (i, j, 6 / Math.PI * Math.Asin(row[j] / 2)))).ToList();
        Assert.True(DependentUnits.TryFromRankCorrelations(correlations.Length, ranks, out var units, out _));
        return units!;
    }

    /// <summary>Shapley values of Var(Y | inputs outside S) for Y = SUM w z, over all subsets, by elimination.</summary>
    private static double[] LinearShares(double[] weights, double[][] correlations)
    {
        var inputs = weights.Length;
        var costs = Enumerable.Range(0, 1 << inputs).Select(s => Left(weights, correlations, s)).ToArray();
        var shares = new double[inputs];
        for (var s = 0; s < costs.Length; s++)
            for (var j = 0; j < inputs; j++)
                if ((s >> j & 1) == 0)
                {
                    var size = int.PopCount(s);
                    shares[j] += Factorial(size) * Factorial(inputs - size - 1) / Factorial(inputs) * (costs[s | 1 << j] - costs[s]) / costs[^1];
                }

        return shares;

        static double Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);
    }

    /// <summary>The variance of the sum left once the inputs outside S are known: they are swept out of the covariances one by one.</summary>
    private static double Left(double[] weights, double[][] correlations, int s)
    {
        var c = correlations.Select(row => (double[])row.Clone()).ToArray();
        for (var k = 0; k < weights.Length; k++)
        {
            if ((s >> k & 1) != 0 || c[k][k] < 1e-12) continue;
            var (column, pivot) = (c.Select(row => row[k]).ToArray(), c[k][k]);
            for (var i = 0; i < weights.Length; i++)
                for (var j = 0; j < weights.Length; j++) c[i][j] -= column[i] * column[j] / pivot;
        }

        var variance = 0.0;
        for (var i = 0; i < weights.Length; i++)
            for (var j = 0; j < weights.Length; j++) variance += weights[i] * weights[j] * c[i][j];
        return variance;
    }
}
