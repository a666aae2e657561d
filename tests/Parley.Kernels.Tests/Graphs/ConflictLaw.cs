using System.Globalization;
using Parley.Kernels.Graphs;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Graphs;

/// <summary>Holds a law against many random conflicts, says with which seed it breaks, and what the conflicts were like.</summary>
internal sealed class ConflictLaw
{
    private readonly SortedDictionary<string, long> noted = new(StringComparer.Ordinal);

    /// <param name="name">What the law is about, for the record of the soak run.</param>
    /// <param name="seed">Conflicts come from seeds that this one gives.</param>
    /// <param name="ordinary">How many conflicts in the ordinary run.</param>
    /// <param name="full">How many for each unit of the soak factor; 20 times 5,000 by default.</param>
    /// <param name="check">Asserts the law for one conflict made with the random numbers given.</param>
    public static void Hold(string name, int seed, int ordinary, Action<Random, ConflictLaw> check, int full = 5_000)
    {
        var (seeds, law, found) = (new Random(seed), new ConflictLaw(), new List<string>());
        var (count, broken) = (Soak.Times(ordinary, full), 0);
        for (var c = 0; c < count; c++)
        {
            var own = seeds.Next();
            try
            {
                check(new Random(own), law);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                if (broken++ < 8) found.Add($"seed {own}: {problem}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} generated conflicts, {name}: {broken} disagreements{law.Notes()}");
        Assert.True(broken == 0, $"{broken} of {count}: {string.Join('\n', found)}");
    }

    /// <summary>Counts something that the conflicts have or lead to.</summary>
    public void Note(string what, long times) => noted[what] = noted.GetValueOrDefault(what) + times;

    /// <summary>Counts a conflict by what makes it hard.</summary>
    public void Note(ExplicitGraph graph)
    {
        Note($"of {graph.PartyCount} parties", 1);
        var (tie, oneWay) = (false, false);
        for (var p = 0; p < graph.PartyCount; p++)
        {
            tie |= graph.Ranks(p).ToArray().Distinct().Count() < graph.StateCount;
            for (var s = 0; s < graph.StateCount && !oneWay; s++)
                foreach (var t in graph.Moves(p, s)) oneWay |= !graph.HasMove(p, t, s);
        }

        Note("with ties", tie ? 1 : 0);
        Note("with moves that cannot be undone", oneWay ? 1 : 0);
    }

    /// <summary>How often something was counted.</summary>
    public long Times(string what) => noted.GetValueOrDefault(what);

    private string Notes() =>
        noted.Count == 0 ? "" : "; " + string.Join(", ", noted.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Value} {n.Key}")));
}
