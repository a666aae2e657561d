using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
using Parley.Perceptions;
using Parley.Problems;
using Parley.Tests.Shared;
using Parley.Verdict;

namespace Parley.Tests.BruteForce;

/// <summary>Who sees which deal, against brute force on generated cases (docs/model.md, 42).</summary>
public class PerceptionsAgainstTwinTests(ITestOutputHelper output)
{
    private const int Seeds = 600;

    [Fact]
    public void Views_and_what_they_agree_on_are_those_of_brute_force()
    {
        var differences = new List<string>();
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        Parallel.For(0, Soak.Times(Seeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var found = new Comparing(GeneratedViews.Ask(seed));
            lock (differences)
            {
                differences.AddRange(found.Differences.Select(d => $"seed {seed}: {d}"));
                seen.UnionWith(found.Seen);
            }
        });

        output.WriteLine(string.Join(", ", seen));
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(8)));
        Assert.Equal([.. Enum.GetNames<ViewAgreement>().Order(StringComparer.Ordinal)], [.. seen]);
    }

    /// <summary>One question put to both.</summary>
    private sealed class Comparing
    {
        private readonly CaseQuestion _question;

        public Comparing(CaseQuestion question)
        {
            _question = question;
            var engine = PerceptionsAnalysis.Run(question, new());
            var stands = Look(null);
            var declared = question.BaseCase.OverlaysOf(OverlayKind.Perception).Select(o => o.Name).ToHashSet();
            var own = engine.Parties.Select(p => declared.Contains(p) ? Look(p) : stands).ToList();
            Compare("case", stands, engine.Case);
            foreach (var (view, found) in own.Zip(engine.Own)) Compare($"own {found.Negotiator}", view, found);
            foreach (var found in engine.Others) Compare($"other {found.Perception}", Look(found.Perception), found);
            Same("any deal", Status(stands.HasDeal, own.ConvertAll(v => v.HasDeal)), engine.Agreement);
            for (var k = 0; k < engine.Deals.Length; k++)
                Same(engine.Deals[k].Name, Status(stands.Deals[k].Feasible, own.ConvertAll(v => v.Deals[k].Feasible)), engine.Deals[k].Agreement);
        }

        public List<string> Differences { get; } = [];

        public HashSet<string> Seen { get; } = [];

        // Every status by its own words rather than by exclusion.
        private static List<ViewAgreement> Status(bool inCase, List<bool> own)
        {
            List<ViewAgreement> holds = [];
            if (!inCase && own.TrueForAll(v => !v)) holds.Add(ViewAgreement.AgreedNo);
            if (inCase && own.TrueForAll(v => v)) holds.Add(ViewAgreement.AgreedDeal);
            if (!inCase && own.TrueForAll(v => v)) holds.Add(ViewAgreement.Illusory);
            if (inCase && own.Exists(v => !v)) holds.Add(ViewAgreement.Missed);
            if (!inCase && own.Exists(v => v) && own.Exists(v => !v)) holds.Add(ViewAgreement.Split);
            return holds;
        }

        private void Same(string what, List<ViewAgreement> expected, ViewAgreement? found)
        {
            if (expected is not [var only] || only != found) Differences.Add($"{what}: twin {string.Join('/', expected)}, engine {found}");
            if (found is { } status) Seen.Add(status.ToString());
        }

        private (bool HasDeal, Rational? Margin, Grade Grade, List<TwinDeal> Deals) Look(string? perception)
        {
            var model = CaseEdit.Apply(_question.BaseCase, OverlaySelection.Default with { SeenBy = perception }).Value!; // it was asked before
            var twin = new TwinCase(model, _question.BaseCase);
            var verdict = new TwinVerdict(twin);
            return (verdict.Grade == Grade.Deal, verdict.Margin, verdict.Grade, new TwinDeals(twin, verdict).All);
        }

        private void Compare(string what, (bool HasDeal, Rational? Margin, Grade Grade, List<TwinDeal> Deals) twin, PerceivedCase engine)
        {
            if (twin.Grade != engine.Grade || (twin.Margin ?? Rational.Zero) != engine.Margin)
                Differences.Add($"{what}: twin {twin.Grade} {twin.Margin}, engine {engine.Grade} {engine.Margin}");
            foreach (var (deal, found) in twin.Deals.Zip(engine.Deals))
            {
                if (deal.Feasible != found.Feasible) Differences.Add($"{what}, {deal.Name}: twin {deal.Feasible}, engine {found.Feasible}");
                if (deal.Outcome is null || found.Surplus.IsEmpty) continue;
                if ((deal.Margin ?? Rational.Zero) != found.Margin || !deal.Surplus.SequenceEqual(found.Surplus))
                    Differences.Add($"{what}, {deal.Name}: twin {deal.Margin} {string.Join(' ', deal.Surplus)}, engine {found.Margin} {string.Join(' ', found.Surplus)}");
            }
        }
    }
}
