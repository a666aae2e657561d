using Parley.Kernels.Exact;
using Parley.Kernels.Linear;

namespace Parley.Kernels.Tests.Solutions;

/// <summary>The randomized solutions by programs over all packages at once.</summary>
internal sealed class LotteryTwin
{
    private readonly List<Rational[]> _gains;
    private readonly int _parties;

    public LotteryTwin(RandomBargain random)
    {
        // A mixture never needs a dominated package: another is at least as good for everybody.
        _gains = ListedPackages.Undominated(random.All).ConvertAll(k => random.Bargain().Gains(k.Values));
        _parties = random.PartyCount;
        IsRational = _gains.Count > 0 && Solve(new Rational[_parties], Floors(0), Ones).Value.Sign >= 0;
        if (!IsRational) return;
        Ideals = [.. Enumerable.Range(0, _parties).Select(p => Solve(Only(p), Floors(0), new Rational[_parties]).Value)];
        IdealsOfAll = [.. Enumerable.Range(0, _parties).Select(p => _gains.Max(g => g[p]))];
        Utilitarian = Solve(Ones, Floors(0), new Rational[_parties]).Value;
    }

    public bool IsRational { get; }

    public Rational[] Ideals { get; } = [];

    public Rational[] IdealsOfAll { get; } = [];

    public Rational Utilitarian { get; }

    public Rational[] Ones => [.. Floors(0).Select(_ => Rational.One)];

    /// <summary>Raises the level as far as it goes, asks of each party whether it can rise further, and settles those that cannot.</summary>
    public Rational[] MaxMin(Rational[] scales)
    {
        var floors = Floors(0);
        var open = Enumerable.Range(0, _parties).Where(p => !scales[p].IsZero).ToList();
        while (open.Count > 0)
        {
            foreach (var p in open) floors[p] = Rational.Zero;
            var level = Solve(new Rational[_parties], floors, [.. scales.Select((s, p) => open.Contains(p) ? s : 0)]).Value;
            foreach (var p in open) floors[p] = level * scales[p];
            open.RemoveAll(p => Solve(Only(p), floors, new Rational[_parties]).Value == level * scales[p]);
        }

        return floors;
    }

    /// <summary>The greatest over packages of the sum of gains divided by these.</summary>
    public Rational Tangent(IReadOnlyList<Rational> at) => _gains.Max(g => g.Zip(at).Aggregate(Rational.Zero, (sum, x) => sum + x.First / x.Second));

    private Rational[] Floors(Rational value) => [.. Enumerable.Repeat(value, _parties)];

    private Rational[] Only(int party) => [.. Floors(0).Select((_, p) => p == party ? Rational.One : Rational.Zero)];

    private LinearOutcome Solve(Rational[] weights, Rational[] floors, Rational[] scales)
    {
        var level = scales.Any(s => s.Sign > 0) ? Rational.One : Rational.Zero;
        var rows = Enumerable.Range(0, _parties).Select(p => (Rational[])[.. _gains.Select(g => -g[p]), scales[p], -scales[p]]).ToList();
        rows.Add([.. _gains.Select(_ => Rational.One), 0, 0]);
        Rational[] objective = [.. _gains.Select(g => g.Zip(weights).Aggregate(Rational.Zero, (sum, x) => sum + x.First * x.Second)), level, -level];
        return ExactSimplex.Solve(new(objective, rows, [.. floors.Select(f => -f), 1], [.. floors.Select(_ => false), true]));
    }
}
