using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Solutions;

/// <summary>Holds a law against many random spaces and says where it breaks.</summary>
internal static class BargainLaws
{
    public static void Hold(int seeds, Func<int, IEnumerable<string>> law)
    {
        var found = new List<string>();
        Parallel.For(0, Soak.Times(seeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            foreach (var difference in law(seed))
                lock (found) found.Add($"seed {seed}: {difference}");
        });
        Assert.True(found.Count == 0, $"{found.Count}: {string.Join('\n', found.Order(StringComparer.Ordinal).Take(8))}");
    }
}
