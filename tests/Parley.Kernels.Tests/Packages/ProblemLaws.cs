using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Packages;

/// <summary>Holds a law against many random problems and says where it breaks.</summary>
internal static class ProblemLaws
{
    /// <summary>For each seed, whatever the law yields is wrong.</summary>
    public static void Hold(int seeds, Func<RandomProblem, IEnumerable<string>> law)
    {
        var found = new List<string>();
        Parallel.For(0, Soak.Times(seeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            foreach (var difference in law(new(seed)))
                lock (found) found.Add($"seed {seed}: {difference}");
        });
        Assert.True(found.Count == 0, $"{found.Count}: {string.Join('\n', found.Order(StringComparer.Ordinal).Take(8))}");
    }

    public static string Text(int[]? package) => package is null ? "none" : string.Join(' ', package);

    /// <summary>Compares by text.</summary>
    public static IEnumerable<string> Same<T>(string what, T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found)) yield return $"{what}: should be {expected}, is {found}";
    }
}
