using System.Globalization;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
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
    public void Doses_agree_where_a_factor_changes_with_its_product_and_where_no_delivery_was_written()
    {
        Effect[] effects =
        [
            new("east", null, EffectTime.Plain, new() { Coefficient = 3, Parameters = ["p"] }),
            new("west", null, EffectTime.Plain, TwinFixtures.Exactly(3)),
            new("west", null, EffectTime.IfDelivered, TwinFixtures.Exactly(-4)),
        ];
        Overlay[] obstacles =
        [
            Obstacle("dearer", EditMaker.To("p", "1"), EditMaker.To("road.done.east", "6*p")),
            Obstacle("unlikely", EditMaker.To("road.done.delivery", "0")),
        ];
        CaseModel model = new()
        {
            Name = "road",
            Parameters = [new() { Name = "p", Value = TwinFixtures.Exactly(0.5m) }],
            Parties = [TwinFixtures.Negotiator("east", noDeal: 5), TwinFixtures.Negotiator("west", noDeal: 0)],
            Issues = [new() { Name = "road", StatusQuo = "none", Options = [new() { Name = "none" }, new() { Name = "done", Effects = [.. effects] }] }],
            Overlays = [.. obstacles],
        };
        TwinWorlds worlds = new(model, OverlaySelection.Default);

        // East's points go from 1.5 to 6 and must reach 5; West bears the delivery up to 3/4.
        Assert.Equal((new Rational(39, 50), false), new TwinObstacles(worlds, null).Dose(3));
        Assert.Empty(ObstaclesComparison.Differences(new(model, OverlaySelection.Default), worlds));

        static Overlay Obstacle(string name, params Edit[] edits) => new() { Kind = OverlayKind.Obstacle, Name = name, Set = [.. edits] };
    }

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
