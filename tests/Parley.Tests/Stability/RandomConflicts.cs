using System.Collections.Immutable;
using Parley.Cases.Conflicts;
using Parley.Cases.Diagnostics;

namespace Parley.Tests.Stability;

/// <summary>Small random conflicts made of options, with conditions of every form; a seed always gives the same conflict.</summary>
internal static class RandomConflicts
{
    public static Conflict OfOptions(int seed)
    {
        var random = new Random(seed);
        var (parties, options) = (random.Next(2, 5), random.Next(2, 7));
        return new()
        {
            Name = "random",
            Parties = [.. Enumerable.Range(0, parties).Select(p => new ConflictParty($"p{p}", null, SourceSpan.None))],
            Options =
            [
                .. Enumerable.Range(0, options).Select(o => new ConflictOption
                {
                    Name = $"o{o}",
                    Owner = $"p{random.Next(parties)}",
                    Direction = random.Next(4) == 0 ? (OptionDirection)random.Next(3) : OptionDirection.Both,
                }),
            ],
            Infeasible = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Place(Statement(random, options, 2)))],
            StatusQuo = new StateKey(StateKind.Options, 0),
            Preferences = [.. Enumerable.Range(0, parties).Select(_ => Preference(random, options))],
        };
    }

    /// <summary>The same with perceptions: what cannot be, what parties prefer, or both.</summary>
    public static Conflict Perceived(int seed)
    {
        var conflict = OfOptions(seed);
        var random = new Random(~seed);
        var options = conflict.Options.Length;
        return conflict with
        {
            Perceptions =
            [
                .. conflict.Parties.Where(_ => random.Next(3) > 0).Select(p => new ConflictPerception
                {
                    Party = p.Name,
                    Infeasible = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Place(Statement(random, options, 2)))],
                    Preferences = [.. conflict.Parties.Where(_ => random.Next(3) == 0).Select(o => new PerceivedPreference(o.Name, Preference(random, options)))],
                }),
            ],
        };
    }

    private static ConflictPreference Preference(Random random, int options) => random.Next(3) switch
    {
        0 => new WeightPreference([.. Enumerable.Range(0, options).Select(_ => (decimal)random.Next(-4, 5) / 2)]),
        1 => new StatementPreference([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ =>
            Enumerable.Range(0, random.Next(1, 3)).Select(_ => Place(Statement(random, options, 2))).ToImmutableArray())]),
        _ => new StatementPreference([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => ImmutableArray.Create(Place(Statement(random, options, 2))))]),
    };

    private static PlacedStatement Place(Statement statement) => new(statement, SourceSpan.None);

    private static Statement Statement(Random random, int options, int depth)
    {
        if (depth == 0 || random.Next(3) == 0) return new OptionTaken(random.Next(options));
        Statement Part() => Statement(random, options, depth - 1);
        return random.Next(5) switch
        {
            0 => new NotStatement(Part()),
            1 => new AndStatement(Part(), Part()),
            2 => new OrStatement(Part(), Part()),
            3 => new IfStatement(Part(), Part()),
            _ => new IffStatement(Part(), Part()),
        };
    }
}
