using Parley.Kernels.Exact;
using Parley.Kernels.Solutions;
using static Parley.Kernels.Tests.Packages.ProblemLaws;
using static Parley.Kernels.Tests.Solutions.BargainLaws;

namespace Parley.Kernels.Tests.Solutions;

public class FrontierMeasuresTests
{
    private const int Seeds = 5_000;

    [Fact]
    public void One_point_above_the_chord_makes_a_triangle()
    {
        // In shares of the swing: (0, 1), (4/5, 3/5), (1, 0).
        Rational[][] points = [[10, 0], [8, 12], [0, 20]];

        Assert.Equal(new(1, 5), FrontierMeasures.IntegrativePotential(points, [10, 20]));
        Assert.Equal(new(1, 5), FrontierMeasures.IntegrativePotential([points[1], points[0], points[2]], [10, 20]));
        Assert.Equal(new(-1, 5), FrontierMeasures.IntegrativePotential([points[0], [2, 8], points[2]], [10, 20]));
        Assert.Equal(Rational.Zero, FrontierMeasures.IntegrativePotential([points[0], [5, 10], points[2]], [10, 20]));
        Assert.Equal(Rational.Zero, FrontierMeasures.IntegrativePotential(points[..2], [10, 20]));
    }

    [Fact]
    public void The_potential_is_the_sum_of_the_areas_of_a_polygon() => Hold(Seeds / 5, seed =>
    {
        var random = new Random(seed);
        var x = Enumerable.Range(0, 3 + random.Next(5)).Select(_ => random.Next(50)).Distinct().Order().ToArray();
        var y = x.Select(_ => random.Next(50)).OrderDescending().ToArray();
        Rational[] swings = [1 + random.Next(9), 1 + random.Next(9)];
        Rational[][] points = [.. x.Zip(y, (a, b) => (Rational[])[a, b])];
        // Shoelace, clockwise from the left.
        var twice = Rational.Zero;
        for (var k = 0; k < x.Length; k++)
        {
            var next = (k + 1) % x.Length;
            twice += x[next] * (Rational)y[k] - x[k] * (Rational)y[next];
        }

        return Same("area", x.Length < 3 ? 0 : twice / 2 / swings[0] / swings[1], FrontierMeasures.IntegrativePotential(points, swings));
    });

    [Fact]
    public void Distances_and_opposition_are_squared_and_exact()
    {
        Assert.Equal(25, FrontierMeasures.SquaredDistance([1, 2, 3], [4, 6, 3]));
        Assert.Equal(new(5, 16), FrontierMeasures.SquaredOpposition([3, 5, 2], [4, 10, 2], [4, 10, 1]));
        Assert.Throws<ArgumentException>(() => FrontierMeasures.SquaredDistance([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => FrontierMeasures.SquaredOpposition([1], [1], [0]));
        Assert.Throws<ArgumentException>(() => FrontierMeasures.IntegrativePotential([[1, 2, 3]], [1, 1]));
    }

    [Fact]
    public void Rules_with_one_name_pick_different_points()
    {
        Rational[][] points = [[0, 0, 0], [9, 5, 4], [6, 6, 2], [5, 5, 5]];

        Assert.Equal((3, 0), (PointPicks.LeastDifference(points), PointPicks.LeastSumOfDifferences(points[..3])));
        Assert.Equal((1, 3), (PointPicks.GreatestWelfare(points), PointPicks.Egalitarian(points)));
        Assert.Equal(1, PointPicks.Egalitarian(points[..3]));
        Assert.Equal(1, PointPicks.LeastDifference([[0, 9], [4, 5], [5, 3]]));
        Assert.Equal(-1, PointPicks.Egalitarian([]));
    }

    [Fact]
    public void Picks_are_those_of_comparing_all_pairs() => Hold(Seeds, seed =>
    {
        var random = new Random(seed);
        var n = 2 + random.Next(4);
        var points = Enumerable.Range(0, 1 + random.Next(8))
            .Select(_ => Enumerable.Range(0, n).Select(_ => new Rational(random.Next(7) - 2, 2)).ToArray()).ToArray();
        return Same("difference", Least(points, u => u.Max() - u.Min()), PointPicks.LeastDifference(points))
            .Concat(Same("differences", Least(points, u => u.SelectMany(a => u.Select(b => Rational.Max(a - b, b - a))).Aggregate((a, b) => a + b)), PointPicks.LeastSumOfDifferences(points)))
            .Concat(Same("welfare", Least(points, u => -u.Aggregate((a, b) => a + b)), PointPicks.GreatestWelfare(points)))
            .Concat(Same("least", points.Max(u => u.Min()), points[PointPicks.Egalitarian(points)].Min()));
    });

    private static int Least(Rational[][] points, Func<Rational[], Rational> cost)
    {
        var least = points.Min(cost);
        var tied = points.Where(p => cost(p) == least).ToList();
        return Array.FindIndex(points, p => cost(p) == least && tied.TrueForAll(t => p.AsSpan().SequenceCompareTo(t) >= 0));
    }
}
