using Parley.Kernels.Sampling;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Sampling;

/// <summary>Dependent numbers: the correlations asked for, uniform margins, and matrices that cannot be.</summary>
public class DependentUnitsTests
{
    [Theory]
    [InlineData(0.7, "independent")]
    [InlineData(-0.4, "hypercube")]
    [InlineData(0.95, "sobol")]
    public void Rank_correlations_come_out_as_asked_and_margins_stay_uniform(double rank, string kind)
    {
        const int draws = 4_096;
        Assert.True(Try([[1, 0, rank], [0, 1, 0], [rank, 0, 1]], out var units, out _));
        var sequence = kind switch
        {
            "independent" => UnitSequence.Independent(1, 3),
            "hypercube" => UnitSequence.LatinHypercube(1, 3, draws),
            _ => UnitSequence.ScrambledSobol(1, 3),
        };
        var rows = Rows(units!, sequence, draws, out var inputs);

        Assert.Equal(rank, Spearman(rows, 0, 2), 4.0 / Math.Sqrt(draws));
        Assert.Equal(0, Spearman(rows, 0, 1), 4.0 / Math.Sqrt(draws));
        Assert.Equal(inputs.Select(u => u[1]), rows.Select(u => u[1]));
        for (var j = 0; j < 3; j++)
        {
            var cells = rows.CountBy(u => (int)(u[j] * 16)).Select(c => c.Value).ToList();
            Assert.Equal(16, cells.Count);
            Assert.All(cells, c => Assert.InRange(c, 256 - 4 * 16, 256 + 4 * 16));
        }
    }

    [Fact]
    public void Common_factors_correlate_as_the_products_of_their_loadings()
    {
        const int draws = 20_000;
        var units = DependentUnits.FromFactors([[0.8, 0], [0.6, -0.5], [0, 0]]);
        Assert.Equal(5, units.Inputs);
        var rows = Rows(units, UnitSequence.Independent(3, 5), draws, out var inputs);

        Assert.Equal(0.48, units.NormalCorrelation(0, 1), 1e-15);
        Assert.Equal(6 / Math.PI * Math.Asin(0.48 / 2), Spearman(rows, 0, 1), 4 / Math.Sqrt(draws));
        Assert.Equal(inputs.Select(u => u[2]), rows.Select(u => u[2]));
    }

    [Fact]
    public void Factors_and_rank_correlations_work_together()
    {
        var r = 6 / Math.PI * Math.Asin(0.5 / 2);
        Assert.True(Try([[1, r], [r, 1]], out var units, out _, [[0.6], [0.8]]));

        Assert.Equal(0.6 * 0.8 + 0.8 * 0.6 * 0.5, units!.NormalCorrelation(0, 1), 1e-12);
        var rows = Rows(units, UnitSequence.Independent(2, 3), 10_000, out _);
        Assert.Equal(6 / Math.PI * Math.Asin(0.72 / 2), Spearman(rows, 0, 1), 0.03);
    }

    [Fact]
    public void Correlations_that_cannot_hold_together_are_reported_where_they_break()
    {
        Assert.False(Try([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]], out var none, out var at));
        Assert.Null(none);
        Assert.Equal(2, at);
        Assert.False(Try([[1, 1, 0.5], [1, 1, 0.2], [0.5, 0.2, 1]], out _, out at));
        Assert.Equal(2, at);
        Assert.True(Try([[1, 1, 0.5], [1, 1, 0.5], [0.5, 0.5, 1]], out var same, out at));
        Assert.Equal(-1, at);
        var rows = Rows(same!, UnitSequence.Independent(1, 3), 100, out _);
        Assert.All(rows, u => Assert.Equal(u[0], u[1], 1e-12));
    }

    [Fact]
    public void Every_correlation_of_generated_matrices_is_reached()
    {
        var random = new Random(6);
        for (var draw = 0; draw < Soak.Times(5_000); draw++)
        {
            // Correlations of normal scores of random vectors in a space of as many dimensions or fewer.
            var (count, space) = (random.Next(1, 6), random.Next(1, 6));
            var vectors = Enumerable.Range(0, count).Select(_ => Unit(random, space)).ToList();
            var ranks = vectors.Select((a, i) => vectors.Select((b, j) => i == j ? 1 : 6 / Math.PI * Math.Asin(Math.Clamp(Dot(a, b), -1, 1) / 2)).ToArray()).ToArray();
            Assert.True(Try(ranks, out var units, out _));
            for (var i = 0; i < count; i++)
                for (var j = 0; j < count; j++)
                    Assert.Equal(i == j ? 1 : Dot(vectors[i], vectors[j]), units!.NormalCorrelation(i, j), 1e-4);
        }
    }

    [Fact]
    public void Matrices_at_the_edge_break_where_they_leave_it_by_more_than_rounding()
    {
        var random = new Random(7);
        for (var draw = 0; draw < Soak.Times(5_000); draw++)
        {
            // Two numbers at will; the third at the edge of what they allow it, or beyond; after it one on its own.
            var (a, b) = (random.NextDouble() * 1.8 - 0.9, random.NextDouble() * 1.8 - 0.9);
            var edge = a * b + Math.Sqrt((1 - a * a) * (1 - b * b));
            var beyond = (draw % 4) switch { 0 => 0, 1 => 1e-9 * (1 - a * a) * (1 - b * b), 2 => 1e-6, _ => 0.05 };
            var c = edge + beyond;
            if (c > 1) continue;
            double[][] scores = [[1, a, b, 0], [a, 1, c, 0], [b, c, 1, 0], [0, 0, 0, 1]];
            double[][] ranks = [.. scores.Select((row, i) => row.Select((s, j) => i == j ? 1 : 6 / Math.PI * Math.Asin(s / 2)).ToArray())];

            var possible = Try(ranks, out var units, out var breaksAt);
            Assert.Equal(draw % 4 < 2, possible);
            Assert.Equal(possible ? -1 : 2, breaksAt);
            if (units is null) continue;
            for (var i = 0; i < 4; i++)
                for (var j = 0; j < 4; j++) Assert.Equal(scores[i][j], units.NormalCorrelation(i, j), 1e-5);
        }
    }

    [Fact]
    public void The_triangle_in_any_order_has_the_same_correlations()
    {
        var random = new Random(9);
        for (var draw = 0; draw < Soak.Times(1_000); draw++)
        {
            var count = random.Next(1, 6);
            var vectors = Enumerable.Range(0, count).Select(_ => Unit(random, random.Next(1, 6))).ToList();
            double[][] ranks = [.. vectors.Select((a, i) => vectors.Select((b, j) => i == j ? 1 : 6 / Math.PI * Math.Asin(Math.Clamp(Dot(a, b), -1, 1) / 2)).ToArray())];
            double[][] loadings = [.. vectors.Select(_ => new[] { random.NextDouble(), 0 })];
            Assert.True(Try(ranks, out var units, out _, draw % 2 == 0 ? loadings : null));
            var order = Enumerable.Range(0, count).ToArray();
            random.Shuffle(order);

            order = [.. order.Where(units!.IsTied)];
            var triangle = units!.NormalTriangle(order);
            for (var i = 0; i < order.Length; i++)
            {
                Assert.All(triangle[i].Skip(i + 1), above => Assert.Equal(0, above));
                for (var j = 0; j < order.Length; j++) Assert.Equal(units.NormalCorrelation(order[i], order[j]), Dot(triangle[i], triangle[j]), 3e-6);
            }
        }
    }

    [Fact]
    public void What_is_no_matrix_of_correlations_is_refused()
    {
        static void Refused(params (int, int, double)[] pairs) => Assert.Throws<ArgumentException>(() => DependentUnits.TryFromRankCorrelations(2, pairs, out _, out _));

        Refused((0, 1, 0.5), (1, 0, 0.5));
        Refused((0, 1, 2));
        Refused((0, 1, double.NaN));
        Refused((1, 1, 1));
        Refused((0, 2, 0.5));
        Refused((-1, 0, 0.5));
        Assert.Throws<ArgumentException>(() => DependentUnits.FromFactors([[0.8, 0.8]]));
        Assert.Throws<ArgumentException>(() => DependentUnits.FromFactors([[0.8], []]));
    }

    [Fact]
    public void Among_many_numbers_few_that_hang_together_come_out_as_if_alone()
    {
        // A matrix of all of them would take 80 gigabytes.
        const int many = 100_000;
        var alone = Few(4, [0, 1, 2, 3]);
        var among = Few(many, [7, 500, 70_000, 99_999]);
        var (few, row, small, turned) = (new double[5], new double[many + 1], new double[4], new double[many]);
        UnitSequence.Independent(1, many + 1).Fill(0, row);
        (few[0], few[1], few[2], few[3], few[4]) = (row[7], row[500], row[70_000], row[99_999], row[many]);
        alone.Turn(few, small);
        among.Turn(row, turned);

        Assert.Equal(small, new[] { turned[7], turned[500], turned[70_000], turned[99_999] });
        Assert.Equal(many - 3, row.Take(many).Zip(turned).Count(p => p.First == p.Second)); // the first of those correlated is as it was
        Assert.Equal(alone.NormalCorrelation(1, 2), among.NormalCorrelation(500, 70_000));
        Assert.Equal(0, among.NormalCorrelation(500, 501));
        Assert.False(DependentUnits.TryFromRankCorrelations(many, [(7, 500, 1), (500, 70_000, 1), (70_000, 7, 0.5)], out _, out var at));
        Assert.Equal(70_000, at);

        static DependentUnits Few(int dimensions, int[] at)
        {
            double[][] loadings = [.. Enumerable.Repeat<double[]>([0], dimensions)];
            loadings[at[3]] = [0.7];
            Assert.True(DependentUnits.TryFromRankCorrelations(dimensions, [(at[0], at[1], 0.6), (at[2], at[1], -0.4)], out var units, out _, loadings));
            return units!; // they can hold together
        }
    }

    private static bool Try(double[][] matrix, out DependentUnits? units, out int breaksAt, double[][]? loadings = null)
    {
        var pairs = matrix.SelectMany((row, i) => Enumerable.Range(0, i).Select(j => (i, j, row[j]))).ToList();
        return DependentUnits.TryFromRankCorrelations(matrix.Length, pairs, out units, out breaksAt, loadings);
    }

    private static double[][] Rows(DependentUnits units, UnitSequence sequence, int draws, out double[][] inputs)
    {
        var rows = new double[draws][];
        inputs = new double[draws][];
        for (var i = 0; i < draws; i++)
        {
            inputs[i] = new double[units.Inputs];
            rows[i] = new double[units.Dimensions];
            sequence.Fill(i, inputs[i]);
            units.Turn(inputs[i], rows[i]);
        }

        return rows;
    }

    private static double[] Unit(Random random, int space)
    {
        var v = Enumerable.Range(0, space).Select(_ => random.NextDouble() - 0.5).ToArray();
        var length = Math.Sqrt(v.Sum(x => x * x));
        return [.. v.Select(x => x / length)];
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static double Spearman(double[][] rows, int i, int j) =>
        // Margins are uniform: the correlation of the numbers is that of the ranks.
        12 * rows.Average(u => (u[i] - 0.5) * (u[j] - 0.5));
}
