using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;

namespace Parley.Tests.Shared;

/// <summary>Cases far too large to enumerate, near the border between deal and no deal.</summary>
internal static class LargeCases
{
    /// <summary>Three negotiators, a status quo on every issue, and eight rules of every kind.</summary>
    /// <param name="seed">Equal seeds give equal cases.</param>
    /// <param name="issues">Issues, at least 8: the rules name the first eight.</param>
    /// <param name="options">Options of each issue, the status quo included, at least 4.</param>
    /// <param name="bar">What each negotiator must gain, in units of two points an issue; the border between deal and no deal is at about 2.5 for 30 issues.</param>
    public static CaseModel Make(int seed, int issues = 30, int options = 10, double bar = 1.0)
    {
        var random = new Random(seed);
        string[] sides = ["north", "south", "east"];
        var made = new List<Issue>();
        for (var i = 0; i < issues; i++)
        {
            var choices = new List<Option> { new() { Name = "now" } };
            for (var o = 1; o < options; o++) choices.Add(MakeOption(random, $"o{o}", sides));
            made.Add(new() { Name = $"issue{i}", StatusQuo = "now", Options = [.. choices] });
        }

        var minGain = Number((decimal)Math.Round(bar * issues * 2.0, 2));
        var parties = sides.Select(s => new Party { Name = s, MinGain = minGain, Weights = [.. Dimensions.Select(d => new Weight(d, Number(1)))] }).ToList();
        parties.Add(new() { Name = "senate", Role = PartyRole.Ratifier, Of = "north", MinGain = Number(4) });
        parties.Add(new() { Name = "house", Role = PartyRole.Ratifier, Of = "south", VotesNeeded = Number(50) });
        parties.AddRange(new[] { 30, 25, 20, 15, 10 }.Select((votes, k) =>
            new Party { Name = $"bloc{k}", Role = PartyRole.Bloc, Of = "house", Votes = Number(votes), NoDeal = Number(2) }));
        return new() { Name = "large", Parties = [.. parties], Issues = [.. made], Rules = MakeRules(issues) };
    }

    private static readonly string[] Dimensions = ["money", "land"];

    private static Option MakeOption(Random random, string name, string[] sides)
    {
        var effects = new List<Effect>();
        // What one side gains the others mostly lose: options pull in opposite directions.
        var winner = random.Next(sides.Length);
        for (var s = 0; s < sides.Length; s++)
        {
            foreach (var dimension in Dimensions)
            {
                var amount = s == winner ? random.Next(0, 1600) / 100m : random.Next(-1000, 300) / 100m;
                effects.Add(new(sides[s], dimension, EffectTime.Plain, Number(amount)));
            }
        }

        effects.Add(new("senate", null, EffectTime.Plain, Number(random.Next(-400, 450) / 100m)));
        for (var b = 0; b < 5; b++) effects.Add(new($"bloc{b}", null, EffectTime.Plain, Number(random.Next(-300, 320) / 100m)));
        return new() { Name = name, Effects = [.. effects] };
    }

    private static ImmutableArray<Rule> MakeRules(int issues) =>
    [
        new RefusesTradeRule { Name = "no_land_for_money", Party = "east", Gives = "land", Gets = "money", Tolerance = Number(5) },
        new RatificationRule { Name = "senate_votes", By = "senate", When = [Option(0, 1), Option(1, null)] },
        new RatificationRule { Name = "house_votes", By = "house" },
        new PreconditionRule { Name = "first_things", Unlocks = [Option(2, 1), Option(3, 2)], For = [Option(4, null), Option(5, 3)] },
        new RedLineRule { Name = "never", Party = "south", Never = [Option(6, 1), Option(6, 2), Option(7, 3)] },
        new TogetherRule { Name = "both", Options = [Option(1, 2), Option(2, 2)] },
        new FloorRule { Name = "keeps_land", Party = "north", Dimension = "land", Tolerance = Number(10) },
        new RefusesTradeRule { Name = "no_money_for_land", Party = "south", Gives = "money", Gets = "land", Tolerance = Number(issues) },
    ];

    private static OptionReference Option(int issue, int? option) =>
        new($"issue{issue}", option is { } o ? $"o{o}" : null, SourceSpan.None);

    private static Number Number(decimal value) => new() { Coefficient = value };
}
