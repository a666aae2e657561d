using Parley.Kernels.Exact;
using Parley.Obstacles;
using Parley.Problems;
using Parley.Results;

namespace Parley.Tests.BruteForce;

/// <summary>Asks the engine and the brute force why there is no deal and says where they differ.</summary>
internal sealed class ObstaclesComparison
{
    private readonly List<string> _differences = [];
    private readonly TwinWorlds _worlds;
    private readonly TwinObstacles _twin;
    private readonly ObstaclesResult _engine;
    private readonly string? _deal;

    private ObstaclesComparison(TwinWorlds worlds, CaseQuestion question, string? deal)
    {
        _worlds = worlds;
        _deal = deal;
        _twin = new(worlds, deal);
        _engine = ObstaclesAnalysis.Run(question, new() { Deal = deal });
    }

    /// <summary>What can be compared.</summary>
    public static IReadOnlyList<string> Laws { get; } = ["correction sets", "blocking sets", "attributions", "groups", "distances", "opened deals", "doses"];

    /// <summary>The differences in each law, for any deal and for each named one.</summary>
    public static IEnumerable<(string Law, string Difference)> Differences(GeneratedQuestion generated, TwinWorlds worlds)
    {
        var asked = CaseQuestion.Ask(generated.Case, generated.Selection);
        var question = asked.Value ?? throw new InvalidOperationException(asked.Errors.First().Message);
        foreach (var deal in generated.Case.Deals.Select(d => d.Name).Prepend(null))
        {
            var comparison = new ObstaclesComparison(worlds, question, deal);
            foreach (var law in Laws)
            {
                comparison._differences.Clear();
                comparison.Compare(law);
                foreach (var difference in comparison._differences) yield return (law, $"{deal ?? "any deal"}: {difference}");
            }
        }
    }

    private void Compare(string law)
    {
        switch (law)
        {
            case "correction sets":
                CompareCorrectionSets();
                break;
            case "blocking sets":
                CompareBlockingSets();
                break;
            case "attributions":
                CompareAttributions(_twin.Attributions, _engine.Attributions, distances: false);
                break;
            case "groups":
                CompareAttributions(_twin.Groups(), _engine.Groups, distances: true);
                break;
            case "distances":
                Same("distance", _twin.Distances[0], _engine.Distance);
                Same("shares", Text(_twin.Attributions.Select(a => a.DistanceShare)), Text(_engine.Attributions.Select(a => a.DistanceShare)));
                break;
            case "opened deals":
                CompareOpened();
                break;
            default:
                CompareDoses();
                break;
        }
    }

    private void CompareCorrectionSets()
    {
        Same("obstacles", Text(_worlds.Obstacles.Select(o => $"{o.Name} {o.Title} {o.Group} False")), Text(_engine.Obstacles.Select(o => $"{o.Name} {o.Title} {o.Group} {o.IsGenerated}")));
        Same("deal", _deal, _engine.Deal);
        Same("open", _twin.IsOpenIn[0], _engine.IsOpen);
        Same("sets", Sets(_twin.CorrectionSets), string.Join(" | ", _engine.CorrectionSets.Select(c => Text(c.Members))));
        Same("complete", true, _engine.IsComplete);
        Same("completeness", Completeness.Exact, _engine.Completeness);
    }

    private void CompareBlockingSets()
    {
        Same("sets", Sets(_twin.BlockingSets), string.Join(" | ", _engine.BlockingSets.Select(b => Text(b.Members))));
        Same("hitting sets of correction sets", Sets(_twin.BlockingSets), Sets(_twin.MinimalHittingSets(_twin.CorrectionSets)));
        Same("hitting sets of blocking sets", Sets(_twin.CorrectionSets), Sets(_twin.MinimalHittingSets(_twin.BlockingSets)));
        foreach (var (set, found) in _twin.BlockingSets.Zip(_engine.BlockingSets))
        {
            if (found.Certificate is not { } certificate) continue;
            var settings = certificate.Settings.Select(s => Text(s.Without)).Order(StringComparer.Ordinal);
            var others = _worlds.Within(_worlds.All & ~set).Select(Names).Order(StringComparer.Ordinal);
            Same($"settings of {Names(set)}", string.Join(" | ", others), string.Join(" | ", settings));
        }
    }

    private void CompareAttributions(List<TwinAttribution> twin, IEnumerable<Attribution> engine, bool distances)
    {
        var expected = twin.Select(a => Line(a.Name, [a.ButFor, a.Sufficient, a.Relevant], [a.Responsibility, a.OpeningShare, a.Banzhaf, a.DistanceShare], null));
        var found = engine.Select(a => Line(a.Name, [a.ButFor, a.Sufficient, a.Relevant], [a.Responsibility, a.OpeningShare, a.Banzhaf, a.DistanceShare], a.OpeningShareError));
        Same("but-for, sufficient, relevant; responsibility, opening, Banzhaf, distance", Text(expected), Text(found));

        string Line(string name, bool?[] answers, Rational?[] shares, double? error) =>
            $"{name} {Text(answers)} {Text(distances ? shares : shares[..3])} {error}";
    }

    private void CompareOpened()
    {
        foreach (var (set, found) in _twin.CorrectionSets.Zip(_engine.CorrectionSets))
        {
            var world = _worlds.World(set);
            var opened = world.Opened(_deal)!;
            Same($"{Names(set)} package", Describe(world.Twin, opened), Describe(found.Opens));
            Same($"{Names(set)} surplus", Text(world.Surplus(opened)), Text(found.Surplus));
        }
    }

    private void CompareDoses()
    {
        foreach (var (set, found) in _twin.CorrectionSets.Zip(_engine.CorrectionSets))
            Same($"dose of {Names(set)}", _twin.Dose(set), (found.Dose, found.ClosesAgain));
    }

    private static string Describe(TwinCase twin, TwinPackage package)
    {
        var utilities = twin.Negotiators.Select(p => twin.Utility(p, package.Options)).ToList();
        var gains = twin.Negotiators.Select(p => twin.Utility(p, package.Options) - twin.NoDealPoint(p));
        return $"{Text(twin.Ids(package.Options))} [{package.Value}] changes {Text(twin.ChangedIds(package.Options))} utilities {Text(utilities)} gains {Text(gains)} {Text(package.Rows)}";
    }

    private static string Describe(PackageOutcome? outcome) => outcome is null
        ? "none"
        : $"{Text(outcome.Package.Options)} [{outcome.Margin}] changes {Text(outcome.Package.Changes)} utilities {Text(outcome.Package.Utilities)} gains {Text(outcome.Package.Gains)} {Text(outcome.Rows)}";

    private string Sets(IEnumerable<int> sets) => string.Join(" | ", sets.Select(Names));

    private string Names(int set) => Text(_worlds.Members(set).Select(o => o.Name));

    private static string Text<T>(IEnumerable<T> items) => "{" + string.Join(", ", items.Select(i => i?.ToString() ?? "none")) + "}";

    private void Same<T>(string what, T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found)) _differences.Add($"{what}: twin {expected}, engine {found}");
    }
}
