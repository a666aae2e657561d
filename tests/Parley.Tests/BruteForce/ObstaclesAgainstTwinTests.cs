using System.Globalization;
using Parley.Tests.Shared;

namespace Parley.Tests.BruteForce;

/// <summary>The engine and the brute force must agree why there is no deal, for any deal and for each named one.</summary>
public class ObstaclesAgainstTwinTests(ITestOutputHelper output)
{
    private const int Seeds = 5_000;

    // One pass over the generated cases serves all laws.
    private static readonly Lazy<Pass> Compared = new(CompareAll);

    [Fact]
    public void Correction_sets_agree() => Agree("correction sets");

    [Fact]
    public void Blocking_sets_agree() => Agree("blocking sets");

    [Fact]
    public void Answers_and_shares_of_obstacles_agree() => Agree("attributions");

    [Fact]
    public void Answers_and_shares_of_groups_agree() => Agree("groups");

    [Fact]
    public void Distances_and_their_shares_agree() => Agree("distances");

    [Fact]
    public void Opened_deals_agree() => Agree("opened deals");

    [Fact]
    public void Doses_agree() => Agree("doses");

    [Fact]
    public void The_cases_divide_into_every_kind()
    {
        var cases = Soak.Times(Seeds);
        foreach (var (kind, count) in Compared.Value.Kinds.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var share = 100.0 * count / cases;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-44} {count,6} {share,5:0.0} %"));
        }

        Assert.DoesNotContain(ObstacleKinds.Expected, k => Compared.Value.Kinds.GetValueOrDefault(k) < cases / 500);
    }

    private void Agree(string law)
    {
        var differences = Compared.Value.Differences[law];
        output.WriteLine($"{Soak.Times(Seeds)} generated cases, why not, {law}: {differences.Count} disagreements");
        Assert.True(differences.Count == 0, string.Join('\n', differences.Order(StringComparer.Ordinal).Take(8)));
    }

    private static Pass CompareAll()
    {
        var found = ObstaclesComparison.Laws.ToDictionary(law => law, _ => new List<string>());
        Dictionary<string, int> kinds = [];
        Parallel.For(0, Soak.Times(Seeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var generated = ObstacleGenerator.Generate(seed);
            var worlds = new TwinWorlds(generated.Case, generated.Selection);
            var differences = ObstaclesComparison.Differences(generated, worlds).ToList();
            var ofCase = ObstacleKinds.Of(generated, worlds).Distinct().ToList();
            lock (found)
            {
                foreach (var (law, difference) in differences) found[law].Add($"seed {seed}: {difference}");
                foreach (var kind in ofCase) kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            }
        });
        return new(found, kinds);
    }

    private sealed record Pass(Dictionary<string, List<string>> Differences, Dictionary<string, int> Kinds);
}
