using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;

namespace Parley.Tests.BruteForce;

/// <summary>Two issues and a rule.</summary>
internal sealed record Trap(ImmutableArray<Issue> Issues, ImmutableArray<Rule> Rules);

/// <summary>Pairs of issues planted on purpose, because chance alone seldom makes these rules bite.</summary>
internal sealed class CaseTraps(Random random, NumberMaker numbers, string[] negotiators, string[] dimensions)
{
    /// <summary>Land for money, between a party that refuses the trade and one that would gladly make it.</summary>
    public Trap RefusedTrade()
    {
        var (refuser, other) = Pair();
        var give = Issue("t0", refuser, 8,
            new(refuser, dimensions[1], EffectTime.Plain, NumberMaker.Exactly(Pick([-1m, -2m]))),
            new(other, null, EffectTime.Plain, NumberMaker.Exactly(3)));
        var pay = Issue("t1", other, 8,
            new(refuser, dimensions[0], EffectTime.Plain, NumberMaker.Exactly(Pick([2m, 4m, 6m]))),
            new(other, null, EffectTime.Plain, numbers.Cost()));
        return new([give, pay], [Refusal(refuser, Pick([0m, 0.5m]))]);
    }

    /// <summary>Two free options, each harmless, that break a rule together.</summary>
    public Trap JointTokens()
    {
        var (giver, other) = Pair();
        var first = Issue("t0", giver, 0, Annoyance(other, dimensions[1]), Pleasure(giver));
        var second = Issue("t1", giver, 0, Annoyance(other, dimensions[1]), Pleasure(giver));
        Rule rule = random.Next(4) switch
        {
            0 => new FloorRule
            {
                Name = "trap",
                Party = other,
                Dimension = dimensions[1],
                Tolerance = NumberMaker.Exactly(1),
            },
            1 => new PreconditionRule { Name = "trap", Unlocks = [At("t1", "none")], For = [At("t0", "done")] },
            2 => Refusal(other, 1),
            _ => new TogetherRule { Name = "trap", Options = [At("t0", "done"), At("t1", "none")] },
        };
        return new([first, second], [rule]);
    }

    private static OptionReference At(string issue, string? option) => new(issue, option, SourceSpan.None);

    private static Issue Issue(string name, string by, decimal size, params Effect[] effects) => new()
    {
        Name = name,
        StatusQuo = "none",
        Options =
        [
            new Option { Name = "none" },
            new Option { Name = "done", By = [by], Size = NumberMaker.Exactly(size), Effects = [.. effects] },
        ],
    };

    private RefusesTradeRule Refusal(string party, decimal tolerance) => new()
    {
        Name = "trap",
        Party = party,
        Gives = dimensions[1],
        Gets = dimensions[0],
        Tolerance = NumberMaker.Exactly(tolerance),
    };

    private Effect Pleasure(string party) => new(party, null, EffectTime.Plain, numbers.Pleasure());

    private static Effect Annoyance(string party, string dimension) =>
        new(party, dimension, EffectTime.Plain, NumberMaker.Exactly(-1));

    private (string First, string Second) Pair()
    {
        var first = random.Next(negotiators.Length);
        var second = (first + 1 + random.Next(negotiators.Length - 1)) % negotiators.Length;
        return (negotiators[first], negotiators[second]);
    }

    private decimal Pick(decimal[] from) => from[random.Next(from.Length)];
}
