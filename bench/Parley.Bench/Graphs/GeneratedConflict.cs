using System.Collections.Immutable;
using Parley.Kernels.Graphs;

namespace Parley.Bench.Graphs;

/// <summary>Generated conflicts: three parties with a third of the options each, and 16 prioritised statements each.</summary>
internal static class GeneratedConflict
{
    private const int Parties = 3;
    private const int Statements = 16;

    /// <param name="options">How many options; the first third is the first party's.</param>
    /// <param name="patterns">How many infeasible patterns, of two or three options each.</param>
    public static OptionGame Make(int options, int patterns)
    {
        var random = new Random(options * 100 + patterns);
        return new(
            [.. Enumerable.Range(0, options).Select(o => o * Parties / options)],
            [.. Enumerable.Repeat(OptionDirection.Both, options)],
            [.. Enumerable.Range(0, patterns).Select(_ => Pattern(random, options))],
            [.. Enumerable.Range(0, Parties).Select(_ => Preference(random, options))]);
    }

    private static OptionPreference.Statements Preference(Random random, int options) =>
        new([.. Enumerable.Range(0, Statements).Select(_ => Formula(random, options, 2))]);

    private static InfeasiblePattern Pattern(Random random, int options)
    {
        var mask = 0;
        for (var l = 0; l < random.Next(2, 4); l++) mask |= 1 << random.Next(options);
        return new(mask, random.Next(1 << options) & mask);
    }

    private static Statement Formula(Random random, int options, int depth)
    {
        if (depth == 0 || random.Next(3) == 0) return new Statement.Literal(random.Next(options), random.Next(2) == 0);
        var parts = Enumerable.Range(0, random.Next(2, 4)).Select(_ => Formula(random, options, depth - 1)).ToImmutableArray();
        return random.Next(5) switch
        {
            0 => new Statement.Not(parts[0]),
            1 => new Statement.If(parts[0], parts[1]),
            2 => new Statement.Iff(parts[0], parts[1]),
            3 => new Statement.Or(parts),
            _ => new Statement.And(parts),
        };
    }
}
