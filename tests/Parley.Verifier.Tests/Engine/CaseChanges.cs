using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Verifier.Tests.Engine;

/// <summary>Makes a deal easier, so that a proof that there was none becomes wrong.</summary>
internal static class CaseChanges
{
    /// <summary>The case with one demand made smaller; null when there is nothing to make smaller.</summary>
    public static CaseModel? Loosened(CaseModel model, Random random) => random.Next(6) switch
    {
        0 when model.Rules.Length > 0 => model with { Rules = Without(model.Rules, random.Next(model.Rules.Length)) },
        1 when model.SubstantiveFrom is { Coefficient: > 0 } threshold => model with { SubstantiveFrom = threshold with { Coefficient = 0 } },
        2 when !model.DealMustSettle.IsEmpty => model with { DealMustSettle = [] },
        3 when model.Parties.Any(p => p.Votes is not null) => model with { Parties = [.. model.Parties.Select(MoreVotes)] },
        4 => BetterOption(model, random),
        _ => model with { Parties = [.. LowerBars(model.Parties, random.Next(1, 12))] },
    };

    private static ImmutableArray<Rule> Without(ImmutableArray<Rule> rules, int index) => rules.SetItem(index, rules[index] with { InForce = false });

    private static Party MoreVotes(Party party) => party.Votes is { } votes ? party with { Votes = votes with { Coefficient = votes.Coefficient + 4 } } : party;

    private static IEnumerable<Party> LowerBars(ImmutableArray<Party> parties, decimal by) => parties.Select(p => p with
    {
        MinGain = p.MinGain with { Coefficient = Math.Max(0, p.MinGain.Coefficient - by) },
        NoDeal = p.NoDeal with { Coefficient = p.NoDeal.Coefficient - by },
    });

    // One option becomes worth more to everybody.
    private static CaseModel? BetterOption(CaseModel model, Random random)
    {
        var index = random.Next(model.Issues.Length);
        var issue = model.Issues[index];
        if (issue.Scale is not null) return null;
        var chosen = random.Next(issue.Options.Length);
        var gift = model.Parties.Select(p => new Effect(p.Name, null, EffectTime.Plain, new() { Coefficient = random.Next(1, 10) }));
        var option = issue.Options[chosen] with { Effects = [.. issue.Options[chosen].Effects.Where(e => e.Dimension is not null || e.Time != EffectTime.Plain), .. gift] };
        return model with { Issues = model.Issues.SetItem(index, issue with { Options = issue.Options.SetItem(chosen, option) }) };
    }
}
