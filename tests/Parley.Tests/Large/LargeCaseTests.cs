using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Problems;
using Parley.Tests.BruteForce;
using Parley.Tests.Shared;
using Parley.Verdict;

namespace Parley.Tests.Large;

/// <summary>Cases too large to enumerate are decided within a stated amount of work; their small likes are decided rightly.</summary>
public class LargeCaseTests(ITestOutputHelper output)
{
    private const long Nodes = 5_000_000;

    public static TheoryData<int, int> Borders =>
    [
        .. from seed in Enumerable.Range(1, 4)
           from percent in new[] { 230, 255, 280 }
           select new TheoryDataRow<int, int>(seed, percent),
    ];

    [Theory]
    [MemberData(nameof(Borders))]
    public void Thirty_issues_of_ten_options_are_decided_within_five_million_nodes(int seed, int percent)
    {
        var model = LargeCases.Make(seed, bar: percent / 100.0);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var verdict = VerdictAnalysis.Run(
            CaseProblem.Compile(model, model), new() { MaxNodes = Nodes, Certificate = false, RefineNodes = 1_000 }, null, TestContext.Current.CancellationToken);

        output.WriteLine($"seed {seed}, bar {percent} %: {verdict.Grade}, margin {verdict.Margin.ToDouble():0.0000}..{verdict.MarginUpper.ToDouble():0.0000} in {clock.ElapsedMilliseconds} ms");
        Assert.True(verdict.IsDecided);
        Assert.True(verdict.Grade == Grade.Deal ? verdict.Margin.Sign >= 0 : verdict.Margin.Sign < 0, "the grade and the sign of the margin differ");
        Assert.True(verdict.Margin <= verdict.MarginUpper);
    }

    [Fact]
    public void Their_small_likes_are_answered_as_by_looking_at_every_package()
    {
        var found = new List<string>();
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var model = Small(seed);
            foreach (var difference in new EngineComparison(model, model).Differences())
                lock (found) found.Add($"seed {seed}: {difference}");
        });

        Assert.Empty(found);
    }

    // Eight issues are needed for the rules; two of them, others for each seed, are off the table.
    private static CaseModel Small(int seed)
    {
        var model = LargeCases.Make(seed, issues: 8, options: 4, bar: 1.0 + seed % 4 * 0.4);
        var off = new[] { seed % 8, (seed + 3) % 8 };
        return model with { Issues = [.. model.Issues.Select((issue, i) => issue with { OffTable = off.Contains(i) })] };
    }
}
