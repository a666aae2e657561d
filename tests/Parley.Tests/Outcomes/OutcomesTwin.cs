using System.Numerics;
using Parley.Cases.Scenarios;
using Parley.Kernels.Exact;
using Parley.Tests.Shared;

namespace Parley.Tests.Outcomes;

/// <summary>Frontier and solutions of a small scenario, by looking at every outcome.</summary>
internal sealed class OutcomesTwin
{
    private readonly int _parties;
    private readonly Rational[] _reservations;

    public OutcomesTwin(Scenario scenario)
    {
        _parties = scenario.Profiles.Length;
        Vectors = [.. All(scenario).Select(k => scenario.Profiles.Select(p => Exact(ScenarioTwin.Utility(scenario, p, k))).ToArray()).DistinctBy(Text)];
        _reservations = [.. scenario.Profiles.Select(p => ScenarioTwin.Reservation(scenario, p) is { } stated ? Exact(stated) : Rational.Min(0, Least(scenario, p)))];
        Frontier = [.. Vectors.Where(a => !Vectors.Exists(b => b != a && Covers(b, a))).OrderDescending(Comparer<Rational[]>.Create(Compare))];
        Acceptable = [.. Frontier.Where(v => v.Zip(_reservations).All(u => u.First >= u.Second))];
    }

    /// <summary>The distinct vectors of utilities.</summary>
    public List<Rational[]> Vectors { get; }

    public List<Rational[]> Frontier { get; }

    /// <summary>The part of the frontier on which every party has at least its reservation.</summary>
    public List<Rational[]> Acceptable { get; }

    public Rational[]? Nash()
    {
        var gainers = Gainers();
        return Pick(v => [gainers.Aggregate(Rational.One, (product, p) => product * (v[p] - _reservations[p]))]);
    }

    public Rational[]? Egalitarian() => Pick(v => [.. v.Select((u, p) => u - _reservations[p]).Order()]);

    public Rational[]? KalaiSmorodinsky(bool overAll)
    {
        var ideals = Enumerable.Range(0, _parties).Select(p => (overAll ? Vectors : Acceptable).Max(v => v[p]) - _reservations[p]).ToArray();
        var gainers = Gainers();
        return Pick(v => [.. gainers.Select(p => (v[p] - _reservations[p]) / ideals[p]).Order()]);
    }

    public Rational[]? Utilitarian() => Pick(v => [v.Aggregate((a, b) => a + b)]);

    public static string Text(IEnumerable<Rational>? vector) => vector is null ? "none" : string.Join(' ', vector);

    private int[] Gainers() => [.. Enumerable.Range(0, _parties).Where(p => Acceptable.Exists(v => v[p] > _reservations[p]))];

    // Ties: the greatest vector, first party first.
    private Rational[]? Pick(Func<Rational[], Rational[]> score)
    {
        Rational[]? best = null;
        foreach (var vector in Acceptable)
            if (best is null || Compare(score(vector), score(best)) is > 0) best = vector;
        return best;
    }

    private static Rational Least(Scenario scenario, ScenarioProfile profile)
    {
        var parts = scenario.Issues.Select((issue, i) => profile.Issues.IsEmpty
            ? Rational.Zero
            : Enumerable.Range(0, issue.Values.Length).Min(v => Exact(ScenarioTwin.Part(scenario, profile, i, v))));
        var unit = scenario.Semantics == ScenarioSemantics.Genius && profile.RectangleMaximum is { } most ? Rational.One / Exact(TwinFraction.Of(most)) : 1;
        var rectangles = profile.Rectangles.Select(r => Exact(TwinFraction.Of(r.Utility)) * unit)
            .Select((bonus, k) => profile.Rectangles[k].Conditions.IsEmpty && !profile.Issues.IsEmpty ? bonus : Rational.Min(0, bonus));
        return parts.Concat(rectangles).Aggregate(Rational.Zero, (a, b) => a + b);
    }

    private static bool Covers(Rational[] a, Rational[] b) => a.Zip(b).All(v => v.First >= v.Second);

    private static int Compare(Rational[] a, Rational[] b) => a.AsSpan().SequenceCompareTo(b);

    private static Rational Exact(TwinFraction fraction) => new(fraction.Above, fraction.Below);

    private static IEnumerable<int[]> All(Scenario scenario) => scenario.Issues.Aggregate(
        (IEnumerable<int[]>)[[]], (outcomes, issue) => outcomes.SelectMany(k => Enumerable.Range(0, issue.Values.Length), (k, v) => (int[])[.. k, v]));
}
