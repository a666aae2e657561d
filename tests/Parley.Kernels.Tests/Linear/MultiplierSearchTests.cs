using Parley.Kernels.Linear;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Linear;

public class MultiplierSearchTests
{
    private const int Seeds = 5_000;
    private const double Near = 1e-7;

    [Fact]
    public void Any_multipliers_bound_the_mixed_slack_of_every_package() => ForAll((game, random) =>
    {
        var multipliers = Enumerable.Range(0, game.Rows.Length).Select(_ => random.Next(4) == 0 ? 0 : random.NextDouble()).ToArray();
        var (bound, package) = game.Search().Price(multipliers);
        var best = game.Packages().Max(p => Mixed(game.Slacks(p), multipliers));
        Assert.Equal(best, bound, Near);
        Assert.Equal(bound, Mixed(game.Slacks(package), multipliers), Near);
    });

    [Fact]
    public void The_multipliers_found_are_a_mix_and_give_the_bound_reported() => ForAll((game, random) =>
    {
        var search = game.Solved();
        Assert.All(search.Multipliers, m => Assert.True(m >= 0));
        Assert.Equal(1, search.Multipliers.Sum(), Near);
        Assert.Equal(game.Packages().Max(p => Mixed(game.Slacks(p), search.Multipliers)), search.Bound, Near);
    });

    [Fact]
    public void The_mix_of_packages_meets_every_row_as_well_as_the_bound_says() => ForAll((game, _) =>
    {
        // Weak duality: no mix of packages can do better than the bound, so this one shows that the bound is the value.
        var search = game.Solved();
        var shares = search.Shares();
        foreach (var issue in game.Options) Assert.Equal(1, issue.Sum(f => shares[f]), Near);
        for (var r = 0; r < game.Rows.Length; r++)
            Assert.True(game.Rows[r].Zip(shares).Sum(x => x.First * x.Second) - game.Thresholds[r] >= search.Bound - Near, $"row {r}");
    });

    [Fact]
    public void With_two_rows_the_bound_is_the_value_found_by_trying_every_corner() => ForAll((game, _) =>
    {
        if (game.Rows.Length != 2) return;
        var slacks = game.Packages().Select(game.Slacks).ToList();
        var corners = new List<double> { 0, 1 };
        foreach (var a in slacks)
        {
            foreach (var b in slacks)
            {
                // Where the two lines m * first + (1 - m) * second cross.
                var slope = a[0] - a[1] - (b[0] - b[1]);
                if (Math.Abs(slope) > 1e-9 && (b[1] - a[1]) / slope is var m and > 0 and < 1) corners.Add(m);
            }
        }

        var value = corners.Min(m => slacks.Max(s => m * s[0] + (1 - m) * s[1]));
        Assert.Equal(value, game.Solved().Bound, Near);
    });

    [Fact]
    public void A_search_that_may_stop_early_stops_at_a_bound_that_is_low_enough() => ForAll((game, _) =>
    {
        var value = game.Solved().Bound;
        var search = game.Search();
        search.Run(game.Even(), value + 1, CancellationToken.None);
        Assert.InRange(search.Bound, value - Near, value + 1);
    });

    private static double Mixed(double[] slacks, double[] multipliers) => slacks.Zip(multipliers).Sum(x => x.First * x.Second);

    private static void ForAll(Action<Game, Random> law)
    {
        for (var seed = 0; seed < Soak.Times(Seeds); seed++)
        {
            try
            {
                law(Game.Make(seed), new(seed));
            }
            catch (Xunit.Sdk.XunitException failure)
            {
                throw new Xunit.Sdk.XunitException($"seed {seed}: {failure.Message}", failure);
            }
        }
    }

    /// <summary>A few rows over a few issues, in whole numbers that often tie.</summary>
    private sealed record Game(double[][] Rows, double[] Thresholds, int[][] Options)
    {
        public static Game Make(int seed)
        {
            var random = new Random(seed);
            var options = new List<int[]>();
            var flats = 0;
            foreach (var count in Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(1, 4)))
            {
                options.Add([.. Enumerable.Range(flats, count)]);
                flats += count;
            }

            var rows = Enumerable.Range(0, random.Next(1, 6) is var n and < 4 ? n : 2)
                .Select(_ => Enumerable.Range(0, flats).Select(_ => random.Next(-8, 9) / 8.0).ToArray()).ToArray();
            return new(rows, [.. rows.Select(_ => random.Next(-8, 9) / 8.0)], [.. options]);
        }

        public MultiplierSearch Search() => new(Rows, Thresholds, Options);

        public MultiplierSearch Solved()
        {
            var search = Search();
            search.Run(Even(), double.NegativeInfinity, CancellationToken.None);
            return search;
        }

        public double[] Even() => [.. Rows.Select(_ => 1.0 / Rows.Length)];

        public double[] Slacks(int[] package) => [.. Rows.Select((row, r) => package.Sum(f => row[f]) - Thresholds[r])];

        public List<int[]> Packages() => Options.Aggregate(
            new List<int[]> { Array.Empty<int>() }, (all, issue) => [.. all.SelectMany(p => issue.Select(f => (int[])[.. p, f]))]);
    }
}
