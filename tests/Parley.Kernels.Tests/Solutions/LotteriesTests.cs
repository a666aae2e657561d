using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;
using Parley.Kernels.Solutions;
using static Parley.Kernels.Tests.Packages.ProblemLaws;
using static Parley.Kernels.Tests.Solutions.BargainLaws;

namespace Parley.Kernels.Tests.Solutions;

public class LotteriesTests
{
    private const int Seeds = 5_000;

    [Fact]
    public void Each_solution_is_that_of_one_program_over_all_packages() => Hold(Seeds, seed =>
    {
        var random = new RandomBargain(seed);
        var found = Solve(random.Bargain());
        var twin = new LotteryTwin(random);
        var faults = Same("any", (twin.IsRational, true), (found.AnyRational.Lottery is not null, found.AnyRational.IsProved));
        if (!twin.IsRational) return faults.Concat(Picks(found).SelectMany(p => Same(p.Name, new(null, true, 0), p.Found)));
        Rational[] scales = [.. twin.IdealsOfAll.Select((ideal, p) => twin.Ideals[p].IsZero ? 0 : ideal)];
        return faults.Concat(Same("ideals", Join(twin.Ideals), Join(Gains(random, found.IdealOverRational))))
            .Concat(Same("ideals of all", Join(twin.IdealsOfAll), Join(Gains(random, found.IdealOverAll))))
            .Concat(Same("egalitarian", Join(twin.MaxMin(twin.Ones)), Join(found.Egalitarian.Lottery!.Gains)))
            .Concat(Same("ks", Join(twin.MaxMin(twin.Ideals)), Join(found.KalaiSmorodinskyOverRational.Lottery!.Gains)))
            .Concat(Same("ks all", Join(twin.MaxMin(scales)), Join(found.KalaiSmorodinskyOverAll.Lottery!.Gains)))
            .Concat(Same("utilitarian", twin.Utilitarian, found.Utilitarian.Lottery!.Gains.Aggregate((a, b) => a + b)))
            .Concat(Picks(found).SelectMany(p => Faults(random, p.Name, p.Found)));
    });

    [Fact]
    public void The_product_of_Nash_is_within_its_gap_of_the_greatest() => Hold(Seeds / 5, seed =>
    {
        var random = new RandomBargain(seed);
        var nash = Solve(random.Bargain()).Nash;
        if (nash.Lottery is not { } lottery) return [];
        var twin = new LotteryTwin(random);
        var gaining = twin.Ideals.Count(i => i.Sign > 0);
        var exact = gaining > 2 || nash.Gap.IsZero ? [] : Same("gap", Rational.Zero, nash.Gap);
        if (gaining < random.PartyCount) return exact;
        var n = (Rational)gaining;
        var mean = twin.Tangent(lottery.Gains) / n; // 1 exactly where nothing is better
        return exact.Concat(Same("gap below a millionth", true, nash.Gap <= new Rational(1, 1_000_000)))
            .Concat(Same("tangent", true, mean >= 1 && mean <= new Rational(1_001, 1_000)))
            .Concat(nash.Gap.IsZero && gaining <= 2 ? Same("tangent", Rational.One, mean) : [])
            .Concat(Same("no mixture beats the bound", true, Mixtures(random, seed).All(m => Product(m) <= Product(lottery.Gains) * (1 + nash.Gap))));
    });

    [Fact]
    public void The_prices_of_a_program_prove_its_value() => Hold(Seeds / 5, seed =>
    {
        var random = new RandomBargain(seed);
        var program = new LotteryProgram(new(random.Bargain(), CancellationToken.None));
        Rational[] scales = [.. random.Units.Select((u, p) => u + p)];
        Rational[] weights = [.. random.Units.Select((_, p) => (Rational)(p % 2))];
        var best = program.Maximise(weights, new Rational[scales.Length], scales);
        if (best is null) return Same("packages", 0, random.All.Count);
        var bound = random.All.Max(k => LotteryProgram.Sum([.. weights.Zip(best.Prices, (a, b) => a + b)], random.Bargain().Gains(k.Values)));
        return Same("value", bound, best.Value)
            .Concat(Same("prices of the level", Rational.One, LotteryProgram.Sum(best.Prices, scales)))
            .Concat(Same("signs", true, best.Prices.All(y => y.Sign >= 0) && best.IsProved));
    });

    [Fact]
    public void A_refutation_refutes_every_package() => Hold(Seeds / 5, seed =>
    {
        var random = new RandomBargain(seed);
        var any = Lotteries.AnyLotteryIsRational(random.Bargain(), CancellationToken.None);
        if (any.Refutation is not { } weights) return Same("answered", true, any.Lottery is not null || random.All.Count == 0);
        return Same("weights", (true, Rational.One), (weights.All(w => w.Sign >= 0), weights.Aggregate((a, b) => a + b)))
            .Concat(Same("sums", true, random.All.All(k => LotteryProgram.Sum(weights, random.Bargain().Gains(k.Values)).Sign < 0)));
    });

    [Fact]
    public void Without_proved_best_packages_nothing_is_proved_but_that_a_lottery_exists() => Hold(Seeds / 10, seed =>
    {
        var found = Solve(new RandomBargain(seed).Bargain(neverProves: true));
        return Same("any", found.AnyRational.Lottery is not null, found.AnyRational.IsProved)
            .Concat(Picks(found).SelectMany(p => Same(p.Name, false, p.Found.IsProved)));
    });

    [Fact]
    public void Nash_and_Kalai_Smorodinsky_do_not_move_when_a_party_is_shifted_and_rescaled() => Hold(Seeds / 10, seed =>
    {
        var random = new RandomBargain(seed, 2);
        var moved = random.All.ConvertAll(k => new ValuedPackage(k.Package, [k.Values[0], 3 * k.Values[1] - 7]));
        var before = Solve(random.Bargain());
        var after = Solve(new(new ListedPackages(2, moved), [random.Reservations[0], 3 * random.Reservations[1] - 7], random.Units));
        string Moved(LotterySolution s) => s.Lottery is { } l ? Join([l.Expected[0], 3 * l.Expected[1] - 7]) : "none";
        return Same("nash", Moved(before.Nash), Join(after.Nash.Lottery?.Expected))
            .Concat(Same("ks", Moved(before.KalaiSmorodinskyOverRational), Join(after.KalaiSmorodinskyOverRational.Lottery?.Expected)))
            .Concat(Same("ks all", Moved(before.KalaiSmorodinskyOverAll), Join(after.KalaiSmorodinskyOverAll.Lottery?.Expected)));
    });

    [Fact]
    public void Parties_that_can_be_exchanged_expect_the_same() => Hold(Seeds / 10, seed =>
    {
        var random = new RandomBargain(seed, 2);
        var both = random.All.SelectMany(k => new[] { k.Values, [k.Values[1], k.Values[0]] }).Select((v, i) => new ValuedPackage([i], v)).ToList();
        var found = Solve(new(new ListedPackages(2, both), [random.Reservations[0], random.Reservations[0]]));
        return Picks(found).Where(p => p.Name != "utilitarian" && p.Found.Lottery is not null)
            .SelectMany(p => Same(p.Name, p.Found.Lottery!.Gains[0], p.Found.Lottery.Gains[1]));
    });

    [Fact]
    public void A_coin_flip_can_be_acceptable_when_no_package_is()
    {
        var bargain = Of([2, 2], [5, 0], [0, 5], [1, 1]);

        var any = Lotteries.AnyLotteryIsRational(bargain, CancellationToken.None);

        Assert.Equal([new(1, 2), new(1, 2)], any.Lottery!.Shares.Select(s => s.Probability));
        Assert.Equal([new(5, 2), new(5, 2)], any.Lottery.Expected);
        Assert.Equal(new(null, true), DirectSolutions.Of(bargain, CancellationToken.None).Nash);
    }

    [Fact]
    public void Nash_lies_on_the_edge_where_the_product_is_greatest()
    {
        // Between (8, 0) and (0, 4), (8 - 8s) * 4s is greatest at s = 1/2. From (5, 3) both edges only go down from 15.
        Assert.Equal([4, 2], Solve(Of([0, 0], [8, 0], [0, 4])).Nash.Lottery!.Gains);
        Assert.Equal([5, 3], Solve(Of([0, 0], [8, 0], [0, 4], [5, 3])).Nash.Lottery!.Gains);
    }

    [Fact]
    public void Three_parties_that_want_everything_share_it()
    {
        var found = Solve(Of([0, 0, 0], [6, 0, 0], [0, 3, 0], [0, 0, 1]));

        Assert.All(found.Nash.Lottery!.Gains.Zip([2.0, 1.0, 1.0 / 3]), g => Assert.Equal(g.Second, g.First.ToDouble(), 1e-9));
        Assert.True(found.Nash.Gap < new Rational(1, 1_000_000_000));
        Assert.Equal([2, 1, new(1, 3)], found.KalaiSmorodinskyOverRational.Lottery!.Gains);
        Assert.Equal([new(2, 3), new(2, 3), new(2, 3)], found.Egalitarian.Lottery!.Gains); // 2/3 = 6a = 3b = c, a + b + c = 1
        Assert.Equal([6, 0, 0], found.Utilitarian.Lottery!.Gains);
    }

    [Fact]
    public void Ideals_beyond_the_acceptable_move_Kalai_Smorodinsky()
    {
        // Acceptable mixtures reach (4, 8) at most; all packages reach (8, 8). The frontier joins (8, -8), (4, 4) and (0, 8).
        var found = Solve(Of([0, 0], [8, -8], [4, 4], [0, 8]));

        Assert.Equal([new(16, 3), 8], found.IdealOverRational.Select(i => i.Value!.Value));
        Assert.Equal([new(16, 5), new(24, 5)], found.KalaiSmorodinskyOverRational.Lottery!.Gains);
        Assert.Equal([4, 4], found.KalaiSmorodinskyOverAll.Lottery!.Gains);
    }

    private static LotteriesResult Solve(BargainingSpace bargain) => Lotteries.Of(bargain, CancellationToken.None);

    private static BargainingSpace Of(Rational[] reservations, params BigInteger[][] vectors) =>
        new(new ListedPackages(reservations.Length, [.. vectors.Select((v, k) => new ValuedPackage([k], v))]), reservations);

    private static IEnumerable<string> Faults(RandomBargain random, string name, LotterySolution found)
    {
        var lottery = found.Lottery!;
        var expected = new Rational[random.PartyCount];
        foreach (var share in lottery.Shares)
            for (var p = 0; p < expected.Length; p++) expected[p] += share.Probability * share.Package.Values[p];
        var fair = lottery.Shares.All(s => s.Probability.Sign > 0) && lottery.Shares.Aggregate(Rational.Zero, (sum, s) => sum + s.Probability) == 1;
        return Same(name, (true, true), (found.IsProved, fair))
            .Concat(Same($"{name} expected", Join(expected), Join(lottery.Expected)))
            .Concat(Same($"{name} gains", Join(expected.Select((e, p) => (e - random.Reservations[p]) * random.Units[p])), Join(lottery.Gains)))
            .Concat(Same($"{name} is rational", true, lottery.Gains.All(g => g.Sign >= 0)))
            .Concat(Same($"{name} is short", true, lottery.Shares.Count <= random.PartyCount + 1));
    }

    private static IEnumerable<Rational[]> Mixtures(RandomBargain random, int seed)
    {
        var draw = new Random(seed);
        var gains = random.All.ConvertAll(k => random.Bargain().Gains(k.Values));
        for (var m = 0; m < 20; m++)
        {
            var shares = gains.ConvertAll(_ => draw.Next(3) == 0 ? draw.Next(10) : 0);
            if (shares.Sum() == 0) continue;
            yield return [.. random.Units.Select((_, p) => gains.Zip(shares).Aggregate(Rational.Zero, (sum, x) => sum + x.First[p] * x.Second) / shares.Sum())];
        }
    }

    private static Rational Product(IReadOnlyList<Rational> gains) => gains.Aggregate(Rational.One, (a, b) => a * Rational.Max(0, b));

    private static IEnumerable<Rational> Gains(RandomBargain random, IReadOnlyList<IdealValue> ideals) =>
        ideals.Select((i, p) => (i.Value!.Value - random.Reservations[p]) * random.Units[p]);

    private static string Join(IEnumerable<Rational>? values) => values is null ? "none" : string.Join(' ', values);

    private static IEnumerable<(string Name, LotterySolution Found)> Picks(LotteriesResult found) =>
    [
        ("nash", found.Nash), ("egalitarian", found.Egalitarian), ("ks", found.KalaiSmorodinskyOverRational),
        ("ks all", found.KalaiSmorodinskyOverAll), ("utilitarian", found.Utilitarian),
    ];
}
