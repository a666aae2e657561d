using System.Collections.Immutable;
using Parley.Kernels.Graphs;

namespace Parley.Kernels.Tests.Graphs;

/// <summary>Small option games: irreversible options, infeasible patterns, ties, preferences of every kind.</summary>
internal static class RandomOptionGame
{
    /// <param name="random">The seed.</param>
    /// <param name="options">How many; null for few.</param>
    /// <param name="parties">How many; null for 2 to 4.</param>
    /// <param name="reversible">Whether every option goes both ways; else half of the games have some that do not.</param>
    public static OptionGame Make(Random random, int? options = null, int? parties = null, bool reversible = false)
    {
        while (true)
        {
            var n = options ?? random.Next(2, 8);
            var p = parties ?? random.Next(2, 5);
            var directions = new OptionDirection[n];
            if (!reversible && random.Next(2) == 0)
                for (var o = 0; o < n; o++) directions[o] = random.Next(3) == 0 ? (OptionDirection)random.Next(1, 3) : OptionDirection.Both;
            ReadOnlySpan<int> counts = [0, 3, 6];
            var patterns = new InfeasiblePattern[counts[random.Next(3)]];
            for (var k = 0; k < patterns.Length; k++) patterns[k] = Pattern(random, n);
            var game = new OptionGame(
                [.. Enumerable.Range(0, n).Select(_ => random.Next(p))], [.. directions], [.. patterns],
                [.. Enumerable.Range(0, p).Select(_ => Preference(random, n))]);
            if (Enumerable.Range(0, game.StateCount).Any(game.IsFeasible)) return game;
        }
    }

    public static InfeasiblePattern Pattern(Random random, int options)
    {
        var mask = 0;
        for (var l = 0; l < random.Next(2, 4); l++) mask |= 1 << random.Next(options);
        return new(mask, random.Next(1 << options) & mask);
    }

    public static Statement Statement(Random random, int options, int depth)
    {
        if (depth == 0 || random.Next(3) == 0) return new Statement.Literal(random.Next(options), random.Next(2) == 0);
        var parts = Enumerable.Range(0, random.Next(2, 4)).Select(_ => Statement(random, options, depth - 1)).ToImmutableArray();
        return random.Next(6) switch
        {
            0 => new Statement.Not(parts[0]),
            1 => new Statement.If(parts[0], parts[1]),
            2 => new Statement.Iff(parts[0], parts[1]),
            3 => new Statement.Or(parts),
            4 => new Statement.And(random.Next(10) == 0 ? [] : parts),
            _ => new Statement.And(parts),
        };
    }

    private static OptionPreference Preference(Random random, int options)
    {
        switch (random.Next(4))
        {
            case 0:
                var levels = random.Next(2, 2 << options);
                return new OptionPreference.Ranks([.. Enumerable.Range(0, 1 << options).Select(_ => random.Next(levels) - 3)]);
            case 1:
                return new OptionPreference.Weights([.. Enumerable.Range(0, options).Select(_ => random.Next(-4, 5))]);
            default:
                ReadOnlySpan<int> counts = [1, 3, 8, 9, 16, 17, 40, 64];
                var count = counts[random.Next(random.Next(4) == 0 ? 8 : 5)];
                return new OptionPreference.Statements([.. Enumerable.Range(0, count).Select(_ => Statement(random, options, 2))]);
        }
    }
}
