using System.Collections.Immutable;
using System.Globalization;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;

namespace Parley.Tests.BruteForce;

/// <summary>Small numbers with few decimals, so that sums tie and slacks vanish often.</summary>
internal sealed class NumberMaker(Random random, List<Parameter> parameters)
{
    public static string Text(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    public static Number Exactly(decimal value) => new() { Coefficient = value };

    public Number Small() => Scaled(Pick([-3m, -2m, -1m, -1m, -0.5m, 0m, 0.5m, 1m, 1m, 2m, 2m, 3m, 4m]));

    public Number Cost() => Scaled(Pick([-4m, -3m, -2m, -1m, -1m, -0.5m, -0.25m, 0m, 0m, 1m]));

    public Number Pleasure() => Scaled(Pick([0m, 0.5m, 1m, 1m, 2m]));

    public Number Annoyance() => Scaled(Pick([-1m, -1m, -0.5m, 0m, 0m, 0.5m, 1m]));

    public Number LittleSize() => Scaled(Pick([0m, 0m, 1m, 1m, 2m]));

    public Number Size() => Scaled(Pick([0m, 1m, 2m, 3m, 4m, 6m, 8m]));

    public Number Chance() => Scaled(Pick([0m, 0.25m, 0.5m, 0.5m, 0.75m, 1m]));

    private decimal Pick(decimal[] from) => from[random.Next(from.Length)];

    /// <summary>Sometimes times one parameter, rarely two.</summary>
    private Number Scaled(decimal value)
    {
        if (parameters.Count == 0 || random.Next(100) >= 20) return Exactly(value);
        var names = Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1)
            .Select(_ => parameters[random.Next(parameters.Count)].Name);
        return new() { Coefficient = value, Parameters = [.. names] };
    }
}

/// <summary>Rules of every kind for a generated case.</summary>
internal sealed class RuleMaker(
    Random random, List<Issue> issues, List<Party> parties, string[] dimensions)
{
    private readonly string[] _negotiators =
        [.. parties.Where(p => p.Role == PartyRole.Negotiator).Select(p => p.Name)];

    public ImmutableArray<Rule> Make()
    {
        List<Rule> rules = [];
        foreach (var body in parties.Where(p => p.Role == PartyRole.Ratifier))
        {
            if (random.Next(10) == 0) continue;
            rules.Add(new RatificationRule { Name = $"{body.Name}_votes", By = body.Name, When = MakeWhen() });
        }

        if (parties.Any(p => p.Role == PartyRole.Implementer) && random.Next(4) == 0)
        {
            rules.Add(new RatificationRule { Name = "militia_veto", By = "militia", When = MakeWhen() });
        }

        for (var k = 0; k < Pick([0, 1, 1, 2, 2, 3]); k++) rules.Add(MakeRule($"r{k}"));
        return [.. rules.OrderBy(_ => random.Next())];
    }

    private Rule MakeRule(string name)
    {
        var inForce = random.Next(100) < 88;
        return random.Next(8) switch
        {
            0 or 1 or 5 => MakeRefusal(name, inForce),
            2 => new PreconditionRule
            {
                Name = name,
                InForce = inForce,
                Unlocks = References(1, 2),
                For = References(1, 3),
                Party = random.Next(2) == 0 ? Pick(_negotiators) : null,
            },
            3 => new RedLineRule
            {
                Name = name,
                InForce = inForce,
                Party = Pick(_negotiators),
                Never = References(1, 2),
            },
            4 => new TogetherRule { Name = name, InForce = inForce, Options = Distinct(References(2, 3)) },
            _ => new FloorRule
            {
                Name = name,
                InForce = inForce,
                Party = Pick(_negotiators),
                Dimension = Pick(dimensions),
                Tolerance = Tolerance(),
            },
        };
    }

    /// <summary>Mostly between coins that the party does lose and win in this case.</summary>
    private RefusesTradeRule MakeRefusal(string name, bool inForce)
    {
        var party = Pick(_negotiators);
        var effects = issues.SelectMany(i => i.Options).SelectMany(o => o.Effects)
            .Where(e => e.Party == party && e.Dimension is not null).ToList();
        var gives = Coin(effects.Where(e => e.Amount.Coefficient < 0));
        return new()
        {
            Name = name,
            InForce = inForce,
            Party = party,
            Gives = gives,
            Gets = Coin(effects.Where(e => e.Amount.Coefficient > 0 && e.Dimension != gives)),
            Tolerance = Tolerance(),
        };
    }

    private string Coin(IEnumerable<Effect> effects) => Pick([.. effects.Select(e => e.Dimension!), Pick(dimensions)]);

    private Number Tolerance() => NumberMaker.Exactly(Pick([0m, 0m, 0.5m, 1m, 2m]));

    private ImmutableArray<OptionReference> MakeWhen() => random.Next(3) == 0 ? [] : References(1, 2);

    private ImmutableArray<OptionReference> References(int least, int most)
    {
        var count = random.Next(least, most + 1);
        return [.. Enumerable.Range(0, count).Select(_ => Reference()).Distinct()];
    }

    private OptionReference Reference()
    {
        var issue = Pick(issues);
        var whole = random.Next(5) == 0;
        return new(issue.Name, whole ? null : Pick(issue.Options).Name, SourceSpan.None);
    }

    /// <summary>One option of an issue at most, so that all of them can come together.</summary>
    private static ImmutableArray<OptionReference> Distinct(ImmutableArray<OptionReference> references) =>
        [.. references.DistinctBy(r => r.Issue)];

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}

/// <summary>What overlays can do: other weights, parameters, effects, bars and rules, and what holds today.</summary>
internal sealed class CaseChanger(Random random, NumberMaker numbers)
{
    public CaseModel Change(CaseModel model)
    {
        for (var k = random.Next(1, 4); k > 0; k--) model = One(model);
        return model;
    }

    private CaseModel One(CaseModel model) => random.Next(8) switch
    {
        0 or 1 => model with { Parties = Replace(model.Parties, Reweigh) },
        2 => model with { Parties = Replace(model.Parties, p => p with { NoDeal = Exactly(-2m, -1m, 0m, 1m) }) },
        3 => model with { Parameters = Replace(model.Parameters, Revalue) },
        4 => model with { Rules = Replace(model.Rules, r => r with { InForce = !r.InForce }) },
        5 => model with { Issues = Replace(model.Issues, Move) },
        6 => model with { Issues = Replace(model.Issues, TakeOffOrPutOn) },
        _ => model with { Issues = Replace(model.Issues, i => i with { Options = Replace(i.Options, Shift) }) },
    };

    private Party Reweigh(Party party) =>
        party with { Weights = [.. party.Weights.Select(w => w with { Value = Exactly(0m, 0.5m, 1m, 2m, 3m) })] };

    private Parameter Revalue(Parameter parameter) =>
        parameter.Value is null ? parameter : parameter with { Value = Exactly(0m, 0.5m, 1m) };

    private static Issue TakeOffOrPutOn(Issue issue) =>
        issue.StatusQuo is null ? issue : issue with { OffTable = !issue.OffTable };

    private static Issue Move(Issue issue)
    {
        if (issue.StatusQuo is null) return issue;
        var next = issue.Options.First(o => o.Name != issue.StatusQuo);
        // An option that some may agree on without the others is no status quo of them all.
        return next.Needs.IsEmpty ? issue with { StatusQuo = next.Name } : issue;
    }

    private Option Shift(Option option) =>
        option with { Effects = [.. option.Effects.Select(Shift)] };

    private Effect Shift(Effect effect) => random.Next(2) == 0 ? effect : effect with { Amount = numbers.Small() };

    private ImmutableArray<T> Replace<T>(ImmutableArray<T> items, Func<T, T> change)
    {
        if (items.IsEmpty) return items;
        var at = random.Next(items.Length);
        return items.SetItem(at, change(items[at]));
    }

    private Number Exactly(params decimal[] from) => NumberMaker.Exactly(from[random.Next(from.Length)]);
}
