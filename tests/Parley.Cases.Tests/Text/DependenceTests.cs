using System.Globalization;
using Parley.Cases.Checks;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Text;

/// <summary>Numbers that move together: what is read and what is refused.</summary>
public class DependenceTests
{
    [Fact]
    public void Common_factors_and_rank_correlations_are_read_in_their_order()
    {
        var dependence = Samples.Read(Samples.Everything).Dependence;

        Assert.Equal(["sanctions", "elections"], dependence.CommonFactors.Select(f => f.Name));
        Assert.Equal([("noise", 0.8m), ("us.weights.econ", -0.5m)], dependence.CommonFactors[0].Loadings.Select(l => (l.Path, l.Loading)));
        Assert.Equal([("us.min_gain", "base.80k.us", 0.5m), ("trade.open.size", "us.min_gain", -0.25m)], dependence.RankCorrelations.Select(r => (r.First, r.Second, r.Correlation)));
    }

    [Fact]
    public void The_cost_of_talks_is_read_and_is_no_number_that_a_verdict_rests_on()
    {
        var model = Samples.Read(Samples.Everything);

        Assert.Equal((0.1m, "guess", (NumberRange?)null), (model.CostOfTalks!.Coefficient, model.CostOfTalks.Source, model.CostOfTalks.Range));
        Assert.False(CaseNumbers.List(model)[0].CanEdit);
        Assert.DoesNotContain(CaseNumbers.Sampled(model), n => n.Path == "cost_of_talks");
        Assert.Equal(["out-of-range"], CaseReader.Read("c", "cost_of_talks: 1.5\n" + Samples.Small).Errors.Select(d => d.Slug));
    }

    [Fact]
    public void A_path_written_otherwise_than_it_is_listed_is_told_with_the_listed_one()
    {
        var findings = Samples.Findings(Samples.Everything.Replace("[us.min_gain, base.80k.us, 0.5]", "[us.min_gain, wage.russia.5.0, 0.5]", StringComparison.Ordinal));

        Assert.Contains(findings, f => f.EndsWith("Nothing stands at 'wage.russia.5.0': 'wage.russia.5.0' is not there. Did you mean 'wage.russia.5'?", StringComparison.Ordinal));
    }

    [Fact]
    public void What_only_an_overlay_or_a_rule_has_does_not_vary()
    {
        var findings = Samples.Findings(Samples.Everything.Replace("elections: {noise: 0.6}", "elections: {us.weights.geo: 1, china.min_gain: 0.5, r1.tolerance: 0.1, events.thaw.per_year: 0.1}", StringComparison.Ordinal));

        Assert.Equal(3, findings.Count(f => f.Contains("error not-sampled", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("gas: 4 (2..8)", "gas: 4 (unifrom 2..8)", "gas", "bad-distribution")]
    [InlineData("{no_deal: 45}", "{no_deal: 45 (50..30)}", "firm.no_deal", "bad-range")]
    [InlineData("{no_deal: 45}", "{no_deal: 45 (30, 50)}", "firm.no_deal", "bad-range")]
    [InlineData("{by: firm, firm: -5, worker: 10}", "{by: firm, at_once: {firm: -5 (3...7)}, worker: 10}", "start.may.at_once.firm", "bad-range")]
    public void Of_a_number_that_is_wrong_itself_nothing_else_is_told(string planted, string by, string path, string slug)
    {
        var text = Case($"common_factors: {{f: {{oil: 0.5, {path}: 0.5}}}}");
        Assert.Contains(planted, text, StringComparison.Ordinal);

        var read = CaseReader.Read("c", text.Replace(planted, by, StringComparison.Ordinal));

        Assert.Equal([slug], read.Errors.Select(d => d.Slug));
    }

    [Theory]
    [InlineData("common_factors: {f: 0.5}", "wrong-shape")]
    [InlineData("common_factors: {f: {gas: high}}", "bad-number")]
    [InlineData("common_factors: {f: {gas: -1.01}}", "out-of-range")]
    [InlineData("common_factors: {f: {gas: 0.5, gas: 0.6}}", "duplicate-key")]
    [InlineData("common_factors: {f: {gsa: 0.5}}", "unknown-path")]
    [InlineData("rank_correlations: {gas: oil}", "wrong-shape")]
    [InlineData("rank_correlations: [[gas, oil]]", "wrong-shape")]
    [InlineData("rank_correlations: [[gas, {oil: 1}, 0.5]]", "wrong-shape")]
    [InlineData("rank_correlations: [[gas, oil, 2]]", "out-of-range")]
    [InlineData("rank_correlation: [[gas, oil, 0.5]]", "unknown-key")]
    [InlineData("rank_correlations: [[gas, oil, 1], [oil, coal, 1], [gas, coal, 0.99]]", "bad-dependence")]
    public void What_is_wrong_is_told(string dependence, string slug) =>
        Assert.Equal([slug], CaseReader.Read("c", Case(dependence)).Errors.Select(d => d.Slug));

    [Theory]
    [InlineData("rank_correlations: [[gas, oil, 1], [oil, coal, 1], [gas, coal, 1]]")]
    [InlineData("rank_correlations: [[gas, oil, 1], [oil, coal, -1], [gas, coal, -1]]")]
    [InlineData("common_factors: {f: {gas: 0.6, oil: 1}, g: {gas: -0.8, coal: 0.5}}")]
    public void What_can_just_hold_is_accepted(string dependence) => Assert.Empty(Samples.Findings(Case(dependence)));

    [Fact]
    public void Too_many_factors_or_pairs_are_told()
    {
        var factors = string.Join(", ", Enumerable.Range(0, CaseLimits.CommonFactors + 1).Select(k => $"f{k}: {{gas: 0.1}}"));
        var pairs = string.Join(", ", Enumerable.Repeat("[oil, coal, 0.1]", CaseLimits.RankCorrelations + 1));

        Assert.Equal(["too-many-dependences"], CaseReader.Read("c", Case($"common_factors: {{{factors}}}")).Errors.Select(d => d.Slug));
        Assert.Contains(CaseReader.Read("c", Case($"rank_correlations: [{pairs}]")).Errors, d => d.Slug == "too-many-dependences");
    }

    /// <summary>Positive semidefinite iff no principal minor is negative; and the share that is offered is possible.</summary>
    [Fact]
    public void Correlations_that_cannot_hold_are_those_with_a_negative_principal_minor()
    {
        var (possible, impossible) = (0, 0);
        for (var seed = 0; seed < Soak.Times(5_000); seed++)
        {
            var random = new Random(seed);
            var size = random.Next(2, 6);
            var pairs = new List<RankCorrelation>();
            for (var i = 0; i < size; i++)
                for (var j = 0; j < i; j++)
                    if (j == i - 1 || random.Next(3) > 0)
                        pairs.Add(Pair(i, j, random.Next(12) == 0 ? random.Next(2) * 2 - 1 : random.Next(-90, 91) / 100m));
            var group = Assert.Single(RankCorrelationGroup.Of(pairs.OrderBy(_ => random.Next()).ToList()));
            var least = LeastMinor(pairs, size, 1);
            if (Math.Abs(least) < 1e-7) continue; // on the edge both answers are right
            Assert.Equal(least > 0, group.IsPossible);
            if (least > 0)
            {
                possible++;
                continue;
            }
            impossible++;
            var share = group.LargestPossibleShare();
            Assert.InRange(share, 0m, 0.99m);
            Assert.True(LeastMinor(pairs, size, (double)share) > -1e-7, $"seed {seed}");
        }
        Assert.True(possible > 500 && impossible > 500, $"{possible} possible, {impossible} impossible");
    }

    [Fact]
    public void Pairs_that_share_no_number_are_groups_of_their_own()
    {
        var groups = RankCorrelationGroup.Of([Pair(0, 1, 0.5m), Pair(2, 3, 0.5m), Pair(4, 5, 0.5m), Pair(3, 0, 0.5m)]).ToList();

        Assert.Equal([4, 2], groups.Select(g => g.Paths.Count));
    }

    private static double LeastMinor(List<RankCorrelation> pairs, int size, double share)
    {
        var least = double.MaxValue;
        for (var members = 1; members < 1 << size; members++)
        {
            var chosen = Enumerable.Range(0, size).Where(i => (members >> i & 1) != 0).ToArray();
            least = Math.Min(least, Determinant([.. chosen.Select(i => chosen.Select(j => Entry(pairs, i, j, share)).ToArray())]));
        }
        return least;
    }

    private static double Entry(List<RankCorrelation> pairs, int i, int j, double share) => i == j ? 1
        : pairs.Find(p => p.First == Name(Math.Max(i, j)) && p.Second == Name(Math.Min(i, j))) is { } pair ? 2 * Math.Sin(Math.PI / 6 * (double)pair.Correlation * share) : 0;

    /// <summary>By the first row.</summary>
    private static double Determinant(double[][] m) => m.Length == 1 ? m[0][0]
        : Enumerable.Range(0, m.Length).Sum(c => (c % 2 == 0 ? 1 : -1) * m[0][c] * Determinant([.. m.Skip(1).Select(r => r.Where((_, k) => k != c).ToArray())]));

    private static RankCorrelation Pair(int first, int second, decimal value) => new(Name(first), Name(second), value, SourceSpan.None, SourceSpan.None);

    private static string Name(int i) => i.ToString(CultureInfo.InvariantCulture);

    private static string Case(string dependence) => $"params: {{gas: 4 (2..8), oil: 50 (30..90), coal: 3 (uniform 1..5)}}\ndependence: {{{dependence}}}\n{Samples.Small}";
}
