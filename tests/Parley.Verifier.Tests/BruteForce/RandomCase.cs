using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using static Parley.Verifier.Tests.Build;

namespace Parley.Verifier.Tests.BruteForce;

/// <summary>Small cases with every kind of rule; the same seed gives the same case.</summary>
internal sealed class RandomCase(int seed)
{
    private readonly Random _random = new(seed);
    private string[] _negotiators = [];
    private string[] _parties = [];

    public CaseModel Next()
    {
        _negotiators = Chance(2) ? ["a", "b"] : ["a", "b", "c"];
        _parties = [.. _negotiators, "duma", "left", "centre", "right"];
        var parties = _negotiators.Select(n => new Party
        {
            Name = n,
            NoDeal = N(_random.Next(-4, 3)),
            MinGain = N(Chance(4) ? 1 : 0),
            Weights = [new("geo", N(_random.Next(0, 3))), new("econ", N(1))],
        }).Concat([Ratifier("duma", _random.Next(-3, 2)), Ratifier("house", votesNeeded: _random.Next(0, 8))])
            .Concat(new[] { "left", "centre", "right" }.Select((n, k) => Bloc(n, "house", k + 1, _random.Next(-3, 2))));
        var issues = Enumerable.Range(0, _random.Next(2, 4)).Select(k => NextIssue($"i{k}")).ToImmutableArray();
        return new()
        {
            Name = "random",
            Parties = [.. parties],
            Issues = issues,
            SubstantiveFrom = Chance(2) ? N(3) : null,
            DealMustSettle = Chance(5) ? [issues[0].Name] : [],
            Signatories = Chance(4) ? new(["a"], 1, [.. _negotiators[1..]], SourceSpan.None) : null,
            Rules = [.. Enumerable.Range(0, _random.Next(0, 4)).Select(k => NextRule($"r{k}", issues))],
        };
    }

    private Issue NextIssue(string name)
    {
        var options = Enumerable.Range(0, _random.Next(2, 4)).Select(k => new Option
        {
            Name = $"o{k}",
            Size = N(_random.Next(0, 6)),
            Delivery = Chance(3) ? [new("x", N(0.5m)), .. Chance(2) ? (DeliveryChannel[])[new("y", N(0.5m))] : []] : [],
            Unilateral = Chance(10),
            Needs = Chance(3) && _negotiators.Length > 2 ? ["a", Pick("b", "c")] : [],
            By = Chance(2) ? [Pick(_negotiators)] : [],
            Effects = [.. Enumerable.Range(0, _random.Next(0, 6)).Select(_ => new Effect(
                Pick(_parties), Pick(null, "geo", "econ"), Pick(EffectTime.Plain, EffectTime.AtOnce, EffectTime.IfDelivered), N(_random.Next(-5, 6))))],
        });
        var statusQuo = Chance(5) ? null : "o0";
        return Issue(name, statusQuo, [.. options]) with { OffTable = statusQuo is not null && Chance(12) };
    }

    private Rule NextRule(string name, ImmutableArray<Issue> issues) => _random.Next(8) switch
    {
        0 => new RatificationRule { Name = name, By = "duma", When = Chance(4) ? [] : List(issues) },
        1 => new RatificationRule { Name = name, By = "house", When = Chance(4) ? [] : List(issues) },
        2 => new PreconditionRule { Name = name, Unlocks = List(issues), For = List(issues) },
        3 => new RedLineRule { Name = name, Party = "a", Never = List(issues) },
        4 => new TogetherRule { Name = name, Options = List(issues) },
        5 => new FloorRule { Name = name, Party = Pick(_negotiators), Dimension = "geo", Tolerance = N(_random.Next(0, 3)), InForce = !Chance(6) },
        _ => new RefusesTradeRule { Name = name, Party = Pick(_negotiators), Gives = "geo", Gets = "econ", Tolerance = N(_random.Next(0, 2)) },
    };

    private ImmutableArray<OptionReference> List(ImmutableArray<Issue> issues) => [.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ =>
    {
        var issue = Pick([.. issues]);
        return new OptionReference(issue.Name, Chance(5) ? null : Pick([.. issue.Options]).Name, SourceSpan.None);
    })];

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];
}
