using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Scenarios;
using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;
using Parley.Kernels.Rectangles;

namespace Parley.Problems;

/// <summary>Another program's scenario compiled to whole numbers, and the way back to its names and utilities.</summary>
/// <remarks>
/// A side's utilities are fractions with one denominator for all outcomes; kernels see the numerators
/// (docs/scenarios.md says how a format's numbers become utilities).
/// </remarks>
public sealed class ScenarioProblem
{
    private readonly Scenario _scenario;
    private readonly ImmutableArray<Rational> _least;

    private ScenarioProblem(Scenario scenario)
    {
        _scenario = scenario;
        Parties = [.. scenario.Profiles.Select(p => p.Name)];
        var utilities = scenario.Profiles.Select(p => new ProfileUtilities(scenario, p)).ToList();
        Units = [.. utilities.Select(u => new Rational(1, u.Denominator))];
        Reservations = [.. utilities.Select(u => u.Reservation)];
        _least = [.. utilities.Select(u => u.LeastPossible)];
        IsAdditive = utilities.TrueForAll(u => u.Rectangles.IsEmpty);
        Values = Array.ConvertAll(
            Enumerable.Range(0, scenario.Issues.Length).ToArray(),
            i => Enumerable.Range(0, scenario.Issues[i].Values.Length).Select(v => utilities.Select(u => u.Whole(i, v)).ToArray()).ToArray());
        Rectangles = IsAdditive ? null : RectanglesOf(scenario, utilities, Values);
    }

    /// <summary>Compiles a scenario.</summary>
    public static ScenarioProblem Compile(Scenario scenario) => new(scenario);

    public string Name => _scenario.Name;

    /// <summary>Names of the sides, in order.</summary>
    public ImmutableArray<string> Parties { get; }

    /// <summary>By party, the utility of no agreement; where the scenario states none 0, or the least possible if that is below 0.</summary>
    public ImmutableArray<Rational> Reservations { get; }

    /// <summary>Whether every utility is a sum over the issues.</summary>
    public bool IsAdditive { get; }

    public BigInteger OutcomeCount => _scenario.OutcomeCount;

    internal ImmutableArray<string> Issues => [.. _scenario.Issues.Select(i => i.Name)];

    internal ImmutableArray<string> ValuesOf(int issue) => _scenario.Issues[issue].Values;

    /// <summary>By party, what one whole unit of the kernels is worth.</summary>
    internal ImmutableArray<Rational> Units { get; }

    /// <summary>By issue, value and party, the part that adds up, in whole units.</summary>
    internal BigInteger[][][] Values { get; }

    /// <summary>The problem with rectangles; null where utilities are sums.</summary>
    internal RectangleProblem? Rectangles { get; }

    /// <summary>By party, the reservation in whole units; a fraction of one where it lies between two.</summary>
    internal ImmutableArray<Rational> ReservationUnits() => [.. Reservations.Select((r, p) => r / Units[p])];

    /// <summary>A utility that no outcome is below; attained where utilities are sums.</summary>
    internal Rational LeastUtility(int party) => _least[party];

    /// <summary>The values of a package, by issue.</summary>
    internal ImmutableArray<string> Names(ReadOnlySpan<int> package)
    {
        var names = ImmutableArray.CreateBuilder<string>(package.Length);
        for (var i = 0; i < package.Length; i++) names.Add(_scenario.Issues[i].Values[package[i]]);
        return names.MoveToImmutable();
    }

    internal ImmutableArray<Rational> Utilities(IReadOnlyList<BigInteger> whole) => [.. whole.Select((v, p) => (Rational)v * Units[p])];

    private static RectangleProblem RectanglesOf(Scenario scenario, List<ProfileUtilities> utilities, BigInteger[][][] values)
    {
        int[] counts = [.. scenario.Issues.Select(i => i.Values.Length)];
        var rectangles = utilities.SelectMany((utility, p) => utility.Rectangles.Select(rectangle =>
        {
            var worth = new BigInteger[scenario.Profiles.Length];
            worth[p] = utility.Whole(rectangle);
            return new ValuedRectangle([.. rectangle.Conditions.Select(c => Side(c, counts[c.Issue]))], worth);
        }));
        return new()
        {
            OptionCounts = counts,
            PartyCount = scenario.Profiles.Length,
            Values = values,
            Rectangles = [.. rectangles],
            Caps = [.. utilities.Select(u => u.Cap)],
        };
    }

    private static RectangleSide Side(RectangleCondition condition, int count)
    {
        var side = RectangleSide.Between(condition.Issue, count, Math.Max(condition.Low, 0), Math.Min(condition.High, count - 1));
        return condition.Excludes ? side.Outside() : side;
    }
}
