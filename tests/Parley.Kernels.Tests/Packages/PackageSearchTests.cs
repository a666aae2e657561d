using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using static Parley.Kernels.Tests.Packages.ProblemLaws;

namespace Parley.Kernels.Tests.Packages;

/// <summary>The search against looking at every package, with small nodes enumerated and with none.</summary>
public class PackageSearchTests
{
    private const int Seeds = 5_000;
    private const long Budget = 1_000_000;

    internal static readonly SearchSettings SplitEverything = new(0, 0);
    internal static readonly SearchSettings LookBeforeSplitting = new(0, 20);

    [Fact]
    public void A_search_finds_a_package_exactly_where_one_reaches_the_target() => Hold(Seeds, Found(SearchSettings.Default));

    [Fact]
    public void A_search_that_splits_every_node_finds_the_same() => Hold(Seeds, Found(SplitEverything));

    [Fact]
    public void A_search_that_looks_briefly_before_it_splits_finds_the_same() => Hold(Seeds, Found(LookBeforeSplitting));

    [Fact]
    public void A_refutation_holds_when_it_is_added_up_again() => Hold(Seeds, random => random.Targets(3).SelectMany(t =>
    {
        var (target, strict) = t;
        var outcome = PackageSearch.Find(random.Problem, target, strict, wantProof: true, Budget, CancellationToken.None);
        var what = $"{target}{(strict ? " strict" : "")}";
        if (Misses(random, target, strict, outcome) is { } miss) return [$"{what}: {miss}"];
        if (outcome.Package is not null) return Same(what, null, outcome.Proof);
        return new ProofCheck(random.Problem, target, strict).Flaw(outcome.Proof) is { } flaw ? [$"{what}: {flaw}"] : [];
    }));

    [Fact]
    public void Refutations_are_met_of_every_shape()
    {
        var met = new HashSet<Type>();
        for (var seed = 0; seed < 500 && met.Count < 4; seed++)
        {
            var random = new RandomProblem(seed);
            foreach (var (target, strict) in random.Targets(3))
                Visit(PackageSearch.Find(random.Problem, target, strict, wantProof: true, Budget, CancellationToken.None).Proof);
        }

        Assert.Equal(4, met.Count);

        void Visit(ProofNode? node)
        {
            if (node is not null) met.Add(node.GetType());
            if (node is ClauseNode clause) foreach (var (_, proof) in clause.Branches) Visit(proof);
            if (node is IssueNode issue) foreach (var (_, proof) in issue.Parts) Visit(proof);
        }
    }

    [Fact]
    public void A_search_that_runs_out_of_nodes_never_says_what_is_not_so() => Hold(Seeds / 5, random => random.Targets(3).SelectMany(t =>
    {
        var outcomes = from budget in new long[] { 0, 1, 2, 5, 20 }
                       from proof in new[] { false, true }
                       select PackageSearch.Find(random.Problem, t.Target, t.Strict, proof, budget, SplitEverything, CancellationToken.None);
        var reaching = random.Reaching(t.Target, t.Strict).ConvertAll(Text);
        return outcomes.Where(o => o.Package is { } p ? !reaching.Contains(Text(p)) || o.Proof is not null : o.Complete ? reaching.Count > 0 : o.Proof is not null)
            .Select(o => $"{t}: {Text(o.Package)}, complete {o.Complete}");
    }));

    [Fact]
    public void Counting_counts_every_package_that_reaches_the_target_once() => Hold(Seeds, random => random.Targets(4).SelectMany(t =>
        Same($"{t}", (random.Reaching(t.Target, t.Strict).Count, true), PackageSearch.Count(random.Problem, t.Target, t.Strict, Budget, CancellationToken.None))));

    [Fact]
    public void A_visit_meets_every_package_that_reaches_the_target_in_lexicographic_order() => Hold(Seeds, random => random.Targets(3).SelectMany(t =>
    {
        var met = new List<string>();
        var complete = PackageSearch.Visit(random.Problem, t.Target, t.Strict, Budget, p => Keep(met, p), CancellationToken.None);
        var expected = string.Join(", ", random.Reaching(t.Target, t.Strict).Select(Text));
        return Same($"{t}", (expected, true), (string.Join(", ", met), complete));
    }));

    [Fact]
    public void A_visitor_can_end_the_visit() => Hold(Seeds / 5, random =>
    {
        var met = new List<string>();
        var complete = PackageSearch.Visit(random.Problem, -1, true, Budget, p => Keep(met, p) && met.Count < 3, CancellationToken.None);
        return Same("met", (string.Join(", ", random.Reaching(-1, true).Take(3).Select(Text)), true), (string.Join(", ", met), complete));
    });

    [Theory]
    [InlineData(0, nameof(IntegerWidth.Bits64))]
    [InlineData(16, nameof(IntegerWidth.Bits128))]
    [InlineData(40, nameof(IntegerWidth.Unbounded))]
    public void Answers_are_the_same_in_integers_of_every_width(int zeros, string width) => Hold(Seeds / 5, random =>
    {
        var unit = BigInteger.Pow(10, zeros);
        var scaled = RandomProblem.InUnits(random.Problem, unit);
        if (scaled.Rows.All(r => r.Threshold.IsZero && r.Scale.IsZero && r.Coefficients.All(c => c.IsZero))) return [];
        return random.Targets(3).SelectMany(t => Same("width", width, $"{PackageSearch.WidthOf(scaled, t.Target)}")
            .Concat(Outcomes(scaled, t.Target, t.Strict).Select(o => Misses(random, t.Target, t.Strict, o)).OfType<string>())
            .Concat(Same($"{t} count", random.Reaching(t.Target, t.Strict).Count, (int)PackageSearch.Count(scaled, t.Target, t.Strict, Budget, CancellationToken.None).Count))
            .Concat(Outcomes(scaled, t.Target, t.Strict).Where(o => o.Proof is not null)
                .Select(o => new ProofCheck(scaled, t.Target, t.Strict).Flaw(o.Proof)).OfType<string>()));
    });

    [Fact]
    public void A_cancelled_search_ends_by_exception()
    {
        var problem = new RandomProblem(1).Problem;
        var cancelled = new CancellationToken(canceled: true);

        Assert.ThrowsAny<OperationCanceledException>(() => PackageSearch.Find(problem, 0, strict: false, wantProof: true, Budget, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => new MarginSearch(problem, Budget, cancelled).Run());
    }

    private static Func<RandomProblem, IEnumerable<string>> Found(SearchSettings settings) => random => random.Targets(3)
        .Select(t => (t, Miss: Misses(random, t.Target, t.Strict,
            PackageSearch.Find(random.Problem, t.Target, t.Strict, wantProof: false, Budget, settings, CancellationToken.None))))
        .Where(x => x.Miss is not null)
        .Select(x => $"{x.t}: {x.Miss}");

    private static IEnumerable<SearchOutcome> Outcomes(PackageProblem problem, Rational target, bool strict) =>
        from settings in new[] { SearchSettings.Default, SplitEverything, LookBeforeSplitting }
        from proof in new[] { false, true }
        select PackageSearch.Find(problem, target, strict, proof, Budget, settings, CancellationToken.None);

    // What is wrong with an outcome; null when nothing is.
    private static string? Misses(RandomProblem random, Rational target, bool strict, SearchOutcome outcome)
    {
        var reaching = random.Reaching(target, strict);
        if (!outcome.Complete) return "gave up";
        if (outcome.Package is null) return reaching.Count > 0 ? $"missed {Text(reaching[0])}" : null;
        return reaching.Exists(p => p.AsSpan().SequenceEqual(outcome.Package)) ? null : $"{Text(outcome.Package)} does not reach it";
    }

    private static bool Keep(List<string> met, int[] package)
    {
        met.Add(Text(package));
        return true;
    }
}
