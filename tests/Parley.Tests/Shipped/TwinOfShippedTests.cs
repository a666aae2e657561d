using Parley.Tests.BruteForce;

namespace Parley.Tests.Shipped;

/// <summary>The engine and the brute force agree on what is shipped, bare and under each overlay alone.</summary>
public class TwinOfShippedTests(ITestOutputHelper output)
{
    public static TheoryData<string> Paths => [.. ShippedCase.Paths];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Engine_and_brute_force_agree_under_every_overlay(string path)
    {
        var model = ShippedCase.Read(path).Base;
        var overlays = ShippedCase.OverlaysOf(model).ToList();
        var found = new List<string>();
        Parallel.ForEach(overlays, new ParallelOptions { MaxDegreeOfParallelism = 2 }, overlay =>
        {
            var shipped = ShippedCase.On(model, overlay.Overlays);
            foreach (var difference in new EngineComparison(shipped.Effective, shipped.Base).Differences())
                lock (found) found.Add($"{overlay.Name}: {difference}");
        });

        output.WriteLine($"{path}: {overlays.Count} selections of overlays");
        Assert.Empty(found);
    }
}
