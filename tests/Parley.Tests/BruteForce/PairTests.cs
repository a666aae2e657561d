using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
using Parley.Openings;
using Parley.Problems;
using Parley.Tests.Shared;
using Parley.Verdict;

namespace Parley.Tests.BruteForce;

/// <summary>Each reported pair of numbers must open a deal for the brute force, and cost less than every single number.</summary>
public class PairTests(ITestOutputHelper output)
{
    private const int Seeds = 600;
    private const int MostPackages = 60;
    private static readonly Rational Beyond = new(1, 1_000_000_000);

    [Fact]
    public void Each_opens_a_deal_and_costs_less_than_one_number_alone()
    {
        var found = new List<string>();
        var pairs = 0;
        Parallel.For(0, Soak.Times(Seeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var generated = CaseGenerator.Generate(seed);
            if (generated.Base.Issues.Aggregate(1, (n, i) => n * i.Options.Length) > MostPackages) return;
            var model = Ranged(generated.Base);
            if (new TwinVerdict(new(model, model)).Grade == Grade.Deal) return;
            var options = new OpeningsOptions { PairNumbers = 4, Events = false, Anatomy = false };
            var result = OpeningsAnalysis.Run(CaseQuestion.Ask(model, OverlaySelection.Default).Value!, options); // no overlay, no error
            foreach (var pair in result.Pairs)
            {
                Interlocked.Increment(ref pairs);
                var cheapest = result.TippingPoints.FirstOrDefault(t => t.Cost is not null)?.Cost;
                var moved = Move(Move(model, pair.First, false), pair.Second, true);
                var opens = new TwinVerdict(new(moved, model)).Grade == Grade.Deal;
                if (opens && pair.Cost == pair.First.Cost + pair.Second.Cost && (cheapest is not { } single || pair.Cost < single)) continue;
                lock (found) found.Add($"seed {seed}: {pair}, cheapest {cheapest}, opens {opens}");
            }
        });
        output.WriteLine($"{pairs} pairs, {found.Count} wrong");
        Assert.NotEqual(0, pairs);
        Assert.True(found.Count == 0, string.Join('\n', found.Order(StringComparer.Ordinal).Take(8)));
    }

    // Every number may move by one either way.
    private static CaseModel Ranged(CaseModel model)
    {
        var dimensions = model.Issues.SelectMany(i => i.Options).SelectMany(o => o.Effects).Select(e => e.Dimension).OfType<string>().Distinct();
        ImmutableArray<Dimension> declared = [.. dimensions.Select(d => new Dimension(d, d, SourceSpan.None))];
        model = model with { Dimensions = declared };
        foreach (var number in CaseNumbers.List(model).Where(n => n.CanEdit))
        {
            var value = number.Number.Coefficient;
            model = CaseNumbers.Set(model, number.Path, number.Number with { Range = new(value - 1, value + 1) });
        }

        return model;
    }

    // The second a hair's breadth further: its place may lie between decimals.
    private static CaseModel Move(CaseModel model, NumberChange change, bool further)
    {
        var number = CaseNumbers.List(model).Single(n => n.Path == change.Path).Number;
        var to = change.To + (further ? change.To > change.From ? Beyond : -Beyond : 0);
        var scaled = to * System.Numerics.BigInteger.Pow(10, 15);
        return CaseNumbers.Set(model, change.Path, number with { Coefficient = (decimal)(scaled.Numerator / scaled.Denominator) / 1_000_000_000_000_000m });
    }
}
