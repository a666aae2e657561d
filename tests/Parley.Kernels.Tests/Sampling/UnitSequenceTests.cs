using System.Numerics;
using Parley.Kernels.Sampling;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Sampling;

/// <summary>Points of the unit cube: any draw alone, in equal intervals as promised, and what that is good for.</summary>
public class UnitSequenceTests
{
    public static TheoryData<string> Kinds => ["independent", "hypercube", "sobol"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Draws_are_the_same_in_any_order_and_on_any_thread(string kind)
    {
        var forward = Points(kind, 7, 12, 300);
        var sequence = Sequence(kind, 7, 12, 300);
        var parallel = new double[300][];
        Parallel.For(0, 300, i => sequence.Fill(299 - i, parallel[299 - i] = new double[12]));

        Assert.Equal(forward, parallel);
        Assert.All(forward.SelectMany(u => u), u => Assert.InRange(u, double.Epsilon, 1 - 1e-17));
        Assert.NotEqual(forward, Points(kind, 8, 12, 300));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Means_of_a_point_over_seeds_are_those_of_the_uniform_distribution(string kind)
    {
        const int seeds = 4_000;
        double[] sums = new double[3], squares = new double[3];
        var product = 0.0;
        for (var seed = 0; seed < seeds; seed++)
        {
            var u = new double[3];
            Sequence(kind, (ulong)seed, 3, 64).Fill(5, u);
            for (var j = 0; j < 3; j++)
            {
                sums[j] += u[j] - 0.5;
                squares[j] += (u[j] - 0.5) * (u[j] - 0.5) - 1 / 12.0;
            }

            product += (u[0] - 0.5) * (u[2] - 0.5);
        }

        Assert.All(sums, s => Assert.InRange(s / Math.Sqrt(seeds / 12.0), -4, 4));
        Assert.All(squares, s => Assert.InRange(s / Math.Sqrt(seeds / 180.0), -4, 4));
        Assert.InRange(product * 12 / Math.Sqrt(seeds), -4, 4);
    }

    [Fact]
    public void A_latin_hypercube_has_one_draw_in_each_interval()
    {
        var random = new Random(1);
        for (var draw = 0; draw < Soak.Times(200); draw++)
        {
            var count = random.Next(1, 1_500);
            var points = Points("hypercube", (ulong)draw, 3, count);
            for (var j = 0; j < 3; j++)
                Assert.Equal(Enumerable.Range(0, count), points.Select(u => (int)Math.Floor(u[j] * count)).Order());
        }
    }

    [Fact]
    public void Scrambled_sobol_points_of_one_dimension_are_nets_in_every_dimension()
    {
        const int dimensions = 481;
        Assert.Equal(dimensions, UnitSequence.MaxSobolDimensions);
        var points = Points("sobol", 3, dimensions, 256);
        for (var j = 0; j < dimensions; j++)
            for (var size = 1; size <= 256; size *= 2)
                Assert.Equal(Enumerable.Range(0, size), points.Take(size).Select(u => (int)(u[j] * size)).Order());
    }

    [Fact]
    public void Pairs_of_the_first_dimensions_are_nets_as_far_as_their_polynomials_say()
    {
        const int m = 12;
        int[] degrees = [1, 1, 2, 3, 3, 4, 4];
        var points = Points("sobol", 11, degrees.Length, 1 << m);
        for (var i = 0; i < degrees.Length; i++)
            for (var j = 0; j < i; j++)
            {
                // A (t, m, 2)-net: each box of area 2^(t - m) with sides 1/2^p and 1/2^q holds 2^t points.
                var t = degrees[i] - 1 + degrees[j] - 1;
                for (var p = 0; p <= m - t; p++)
                {
                    var counts = new int[1 << (m - t)];
                    foreach (var u in points) counts[(int)(u[i] * (1 << p)) << (m - t - p) | (int)(u[j] * (1 << (m - t - p)))]++;
                    Assert.All(counts, c => Assert.Equal(1 << t, c));
                }
            }
    }

    [Fact]
    public void The_direction_numbers_of_the_first_32_dimensions_have_property_A()
    {
        // The first digits of the first d columns of d dimensions are an invertible matrix: the first 2^d points lie in 2^d different orthants.
        var directions = SobolNumbers.Directions(SobolNumbers.MaxDimensions);
        foreach (var d in Enumerable.Range(1, 32))
        {
            var rows = Enumerable.Range(0, d)
                .Select(j => Enumerable.Range(0, d).Aggregate(0u, (row, k) => row | directions[j * 32 + k] >> 31 << k))
                .ToList();
            Assert.Equal(d, Rank(rows));
        }
    }

    [Fact]
    public void The_points_before_scrambling_are_those_of_the_textbook_recurrence()
    {
        // Bratley and Fox 1988 in the order of Antonov and Saleev, one bit at a time, with rows of Joe and Kuo's file.
        (int Degree, int A, int[] M)[] rows = [(1, 0, [1]), (2, 1, [1, 3]), (3, 1, [1, 3, 1]), (3, 2, [1, 1, 1]), (4, 1, [1, 1, 3, 3]), (4, 4, [1, 3, 5, 13]), (5, 2, [1, 1, 5, 5, 17])];
        var sequence = new SobolSequence(0, rows.Length + 1);
        for (var j = 0; j < rows.Length; j++)
        {
            var (degree, a, given) = rows[j];
            var m = given.Select(v => (ulong)v).ToList();
            while (m.Count < 32)
            {
                var k = m.Count;
                var next = m[k - degree] ^ m[k - degree] << degree;
                for (var i = 1; i < degree; i++)
                    if ((a >> (degree - 1 - i) & 1) != 0) next ^= m[k - i] << i;
                m.Add(next);
            }

            var x = 0u;
            for (var n = 0u; n < 500; n++)
            {
                Assert.Equal(x, sequence.Digits(n ^ n >> 1, j + 1));
                var zero = BitOperations.TrailingZeroCount(~n);
                x ^= (uint)(m[zero] << (31 - zero));
            }
        }
    }

    [Fact]
    public void Primitive_polynomials_are_as_many_as_number_theory_says()
    {
        // phi(2^d - 1) / d of degree d.
        int[] expected = [1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176, 144];
        var counts = new int[12];
        var polynomial = 1u;
        for (var j = 1; j < SobolNumbers.MaxDimensions; j++)
        {
            polynomial = SobolNumbers.NextPrimitive(polynomial);
            counts[30 - BitOperations.LeadingZeroCount(polynomial)]++;
        }

        Assert.Equal(expected, counts);
    }

    [Fact]
    public void Scrambling_keeps_common_beginnings_common_and_nothing_else()
    {
        var random = new Random(4);
        for (var draw = 0; draw < Soak.Times(5_000); draw++)
        {
            var (x, key) = ((uint)random.NextInt64(1L << 32), (ulong)random.NextInt64());
            var common = random.Next(0, 32);
            // y parts from x at exactly this digit.
            var y = x ^ 1u << (31 - common) ^ (uint)random.NextInt64(1L << (31 - common));
            var (a, b) = (SobolSequence.Scramble(x, key), SobolSequence.Scramble(y, key));
            Assert.Equal(common, BitOperations.LeadingZeroCount(a ^ b));
        }
    }

    [Fact]
    public void Better_spread_draws_integrate_better()
    {
        // A smooth function of eight numbers, the last of less weight; its mean is 1.
        static double Product(double[] u) => u.Select((x, j) => 1 + (x - 0.5) / (j + 1)).Aggregate(1.0, (p, x) => p * x);
        double Error(string kind, int draws) => Math.Sqrt(Enumerable.Range(0, 20).Average(seed =>
        {
            var mean = Points(kind, (ulong)seed, 8, draws).Average(Product);
            return (mean - 1) * (mean - 1);
        }));

        var (coarse, fine) = (Error("sobol", 256), Error("sobol", 4_096));
        // Plain draws gain a factor 4 from sixteen times as many; scrambled Sobol points over 16 here.
        Assert.InRange(coarse / fine, 12, 100);
        Assert.InRange(Error("independent", 256) / Error("independent", 4_096), 2, 8);
        Assert.InRange(Error("hypercube", 1_024) / Error("independent", 1_024), 0, 0.5);
        Assert.InRange(fine / Error("independent", 4_096), 0, 0.05);
    }

    [Fact]
    public void A_draw_that_does_not_exist_is_refused()
    {
        var sequence = UnitSequence.LatinHypercube(1, 2, 10);
        Assert.Throws<ArgumentOutOfRangeException>(() => sequence.Fill(10, new double[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => sequence.Fill(-1, new double[2]));
        Assert.Throws<ArgumentException>(() => sequence.Fill(0, new double[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitSequence.ScrambledSobol(1, 482));
    }

    private static int Rank(List<uint> rows)
    {
        var rank = 0;
        for (var bit = 0; bit < 32; bit++)
        {
            var pivot = rows.FindIndex(rank, r => (r >> bit & 1) != 0);
            if (pivot < 0) continue;
            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var other = rank + 1; other < rows.Count; other++)
                if ((rows[other] >> bit & 1) != 0) rows[other] ^= rows[rank];
            rank++;
        }

        return rank;
    }

    private static double[][] Points(string kind, ulong seed, int dimensions, int draws)
    {
        var sequence = Sequence(kind, seed, dimensions, draws);
        return [.. Enumerable.Range(0, draws).Select(i =>
        {
            var u = new double[dimensions];
            sequence.Fill(i, u);
            return u;
        })];
    }

    private static UnitSequence Sequence(string kind, ulong seed, int dimensions, int draws) => kind switch
    {
        "independent" => UnitSequence.Independent(seed, dimensions),
        "hypercube" => UnitSequence.LatinHypercube(seed, dimensions, draws),
        _ => UnitSequence.ScrambledSobol(seed, dimensions),
    };
}
