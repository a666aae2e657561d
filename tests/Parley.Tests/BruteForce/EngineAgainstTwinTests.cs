using Parley.Tests.Shared;

namespace Parley.Tests.BruteForce;

/// <summary>The engine and the brute force must agree on generated cases, witnesses and ties included.</summary>
public class EngineAgainstTwinTests(ITestOutputHelper output)
{
    private const int Seeds = 5_000;

    // One pass over the generated cases serves all laws.
    private static readonly Lazy<Dictionary<string, List<string>>> Disagreements = new(CompareAll);

    [Fact]
    public void Verdicts_margins_witnesses_near_misses_and_counts_agree() => Agree("verdict");

    [Fact]
    public void Named_deals_agree() => Agree("deals");

    [Fact]
    public void Frontiers_and_solutions_agree() => Agree("frontier");

    [Fact]
    public void Side_deals_and_cores_agree() => Agree("coalitions");

    [Fact]
    public void Options_gives_and_terms_of_trade_agree() => Agree("trade");

    [Fact]
    public void Refusals_agree() => Agree("anatomy");

    private void Agree(string law)
    {
        var differences = Disagreements.Value[law];
        output.WriteLine($"{Soak.Times(Seeds)} generated cases, {law}: {differences.Count} disagreements");
        Assert.True(differences.Count == 0, string.Join('\n', differences.Order(StringComparer.Ordinal).Take(8)));
    }

    private static Dictionary<string, List<string>> CompareAll()
    {
        var found = EngineComparison.Laws.ToDictionary(law => law, _ => new List<string>());
        Parallel.For(0, Soak.Times(Seeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var generated = CaseGenerator.Generate(seed);
            var comparison = new EngineComparison(generated.Effective, generated.Base);
            foreach (var law in EngineComparison.Laws)
            {
                if (comparison.Differences(law) is not [_, ..] differences) continue;
                lock (found) found[law].Add($"seed {seed}: {string.Join("; ", differences)}");
            }
        });
        return found;
    }
}
