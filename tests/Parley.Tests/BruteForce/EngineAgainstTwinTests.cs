using System.Collections.Immutable;
using Parley.Bargaining;
using Parley.Coalitions;
using Parley.Deals;
using Parley.Frontier;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Results;
using Parley.Tests.Shared;
using Parley.Trade;
using Parley.Verdict;

namespace Parley.Tests.BruteForce;

/// <summary>The engine and the brute force must agree on generated cases, witnesses and ties included.</summary>
public class EngineAgainstTwinTests(ITestOutputHelper output)
{
    private const int Seeds = 5_000;

    // One pass over the generated cases serves all laws.
    private static readonly Lazy<Dictionary<string, List<string>>> Disagreements = new(CompareAll);

    private static readonly (string Law, Action<Comparison> Compare)[] Laws =
    [
        ("verdict", CompareVerdict),
        ("deals", CompareDeals),
        ("frontier", CompareFrontier),
        ("coalitions", CompareCoalitions),
        ("trade", CompareTrade),
    ];

    [Fact]
    public void Verdicts_margins_witnesses_near_misses_and_counts_agree() => Agree("verdict");

    [Fact]
    public void Named_deals_agree() => Agree("deals");

    [Fact]
    public void Frontiers_and_solutions_agree() => Agree("frontier");

    [Fact]
    public void Side_deals_and_cores_agree() => Agree("coalitions");

    [Fact]
    public void Options_gives_and_terms_of_trade_agree() => Agree("trade");

    private void Agree(string law)
    {
        var differences = Disagreements.Value[law];
        output.WriteLine($"{Soak.Times(Seeds)} generated cases, {law}: {differences.Count} disagreements");
        Assert.True(differences.Count == 0, string.Join('\n', differences.Order(StringComparer.Ordinal).Take(8)));
    }

    private static Dictionary<string, List<string>> CompareAll()
    {
        var found = Laws.ToDictionary(l => l.Law, _ => new List<string>());
        Parallel.For(0, Soak.Times(Seeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var comparison = new Comparison(seed);
            foreach (var (law, compare) in Laws)
            {
                compare(comparison);
                if (comparison.Differences.Count == 0) continue;
                lock (found) found[law].Add($"seed {seed}: {string.Join("; ", comparison.Differences)}");
                comparison.Differences.Clear();
            }
        });
        return found;
    }

    private static void CompareVerdict(Comparison c)
    {
        var twin = c.Verdict;
        var engine = VerdictAnalysis.Run(c.Problem, new());
        c.Same("grade", twin.Grade, engine.Grade);
        c.Same("margin", twin.Margin, engine.Margin);
        c.Same("upper", twin.Margin, engine.MarginUpper);
        c.Same("witness", c.Ids(twin.Witness), c.Ids(engine.Witness));
        c.Same("tokens", Text(twin.Tokens), Text(engine.Tokens));
        c.Same("baseline", Text(twin.FreeBaseline), Text(engine.FreeBaseline));
        c.Same("packages", twin.PackageCount, engine.PackageCount);
        c.Same("acceptable", twin.AcceptableCount, engine.AcceptableCount);
        c.Same("near misses", string.Join(" | ", twin.NearMisses(5).Select(c.Ids)), string.Join(" | ", engine.NearMisses.Select(c.Ids)));
        c.Same("proof", twin.Grade == Grade.Deal, engine.Certificate is null);
        c.Same("completeness", Completeness.Exact, engine.Completeness);
    }

    private static void CompareDeals(Comparison c)
    {
        var coalitions = new TwinCoalitions(c.Twin, c.Verdict);
        var engine = DealsAnalysis.Run(c.Problem, new()).Deals;
        foreach (var (deal, found) in new TwinDeals(c.Twin, c.Verdict).All.Zip(engine))
        {
            c.Same($"{deal.Name} feasible", deal.Feasible, found.Feasible);
            if (!found.Unavailable.IsEmpty || deal.Outcome is null || found.Outcome is null) continue;
            c.Same($"{deal.Name} outcome", c.Ids(deal.Outcome), c.Ids(found.Outcome));
            c.Same($"{deal.Name} surplus", Text(deal.Surplus), Text(found.Surplus));
            c.Same($"{deal.Name} broken", Text(deal.Broken), Text(found.Broken));
            c.Same($"{deal.Name} candidate", deal.WhyNot.FirstOrDefault(), found.NotACandidate);
            c.Same(
                $"{deal.Name} needed",
                Text(deal.Needed.Select(n => $"{n.Option} {n.Delivery} {Text(n.Needed)}")),
                Text(found.NeededDelivery.Select(n => $"{n.Option} {n.Delivery} {Text(n.Needed)}")));
            if (deal.Feasible && c.Twin.Negotiators.Length > 2)
                c.Same($"{deal.Name} blocked", Text(coalitions.BlockedBy(deal.Outcome.Options) ?? []), Text(found.BlockedBy ?? []));
        }
    }

    private static void CompareFrontier(Comparison c)
    {
        var twin = new TwinBargaining(c.Twin, c.Verdict);
        var frontier = FrontierAnalysis.Run(c.Problem, new());
        c.Same("frontier", string.Join(" | ", twin.Frontier().Select(c.Ids)), string.Join(" | ", frontier.Points.Select(p => Text(p.Options))));
        var solutions = BargainingAnalysis.Run(c.Problem, frontier, new());
        c.Same("nash", c.Ids(twin.Nash()), c.Ids(solutions.Nash));
        c.Same("kalai-smorodinsky", c.Ids(twin.KalaiSmorodinsky()), c.Ids(solutions.KalaiSmorodinsky));
        c.Same("egalitarian", c.Ids(twin.Egalitarian()), c.Ids(solutions.Egalitarian));
        c.Same("utilitarian", c.Ids(twin.Utilitarian()), c.Ids(solutions.Utilitarian));
    }

    private static void CompareCoalitions(Comparison c)
    {
        if (c.Twin.Negotiators.Length < 3) return;
        var twin = new TwinCoalitions(c.Twin, c.Verdict);
        var engine = CoalitionsAnalysis.Run(c.Problem, new());
        foreach (var (expected, found) in twin.SideDeals.Zip(engine.Coalitions))
            c.Same(Text(expected.Members), c.Ids(expected.Package), c.Ids(found.Package));
        c.Same("coalitions", twin.SideDeals.Count, engine.Coalitions.Length);
        if (engine.InTheCore is { } core) c.Same("core", twin.InTheCore, core);
    }

    private static void CompareTrade(Comparison c)
    {
        var twin = new TwinTrade(c.Twin);
        var engine = TradeAnalysis.Run(c.Problem, new());
        c.Same(
            "options",
            Text(twin.Options().Select(o => $"{o.Id} {o.Delivery} {o.ExpectedSize} {o.Substantive ?? false} {o.Token} {o.Unilateral} {o.Available} {Text(o.Worth)}")),
            Text(engine.Options.Select(o => $"{o.Id} {o.Delivery} {o.ExpectedSize} {o.Substantive} {o.Token} {o.Unilateral} {o.Available} {Text(o.Worth)}")));
        foreach (var (expected, found) in twin.AllTerms().Zip(engine.Terms))
        {
            c.Same("pair", $"{expected.A} {expected.B}", $"{found.A} {found.B}");
            c.Same("terms", expected.Product, found.Product);
            c.Same("exchange", Text([expected.Exchange]), Text([found.ExchangeProduct]));
            c.Same("self-standing", expected.SelfStanding, found.SelfStanding);
            if (found.FromA is not null) c.Same("best pair", true, expected.BestPairs.Contains((found.FromA, found.FromB!)));
            foreach (var (from, to) in new[] { (found.A, found.B), (found.B, found.A) })
            {
                var gives = twin.Gives(from, to).Select(g => $"{g.Id} {g.Cost} {g.Benefit} {g.Efficiency}").Order(StringComparer.Ordinal);
                var seen = engine.Gives.Where(g => g.From == from && g.To == to)
                    .Select(g => $"{g.Option} {g.Cost} {g.Benefit} {g.Efficiency}").Order(StringComparer.Ordinal);
                c.Same($"gives {from} {to}", Text(gives), Text(seen));
            }
        }
    }

    private static string Text<T>(IEnumerable<T> items) => string.Join(", ", items.Select(i => i?.ToString() ?? "none"));

    private sealed class Comparison
    {
        public Comparison(int seed)
        {
            var generated = CaseGenerator.Generate(seed);
            Twin = new(generated.Effective, generated.Base);
            Verdict = new(Twin);
            Problem = CaseProblem.Compile(generated.Effective, generated.Base);
        }

        public TwinCase Twin { get; }

        public TwinVerdict Verdict { get; }

        public CaseProblem Problem { get; }

        public List<string> Differences { get; } = [];

        public void Same<T>(string what, T expected, T found)
        {
            if (!EqualityComparer<T>.Default.Equals(expected, found)) Differences.Add($"{what}: twin {expected}, engine {found}");
        }

        public void Same(string what, long expected, System.Numerics.BigInteger found) => Same(what, (System.Numerics.BigInteger)expected, found);

        public string Ids(int[]? package) => package is null ? "none" : Text(Twin.Ids(package));

        public string Ids(PackageView? view) => view is null ? "none" : Text(view.Options);

        public string Ids(TwinPackage? package) => package is null
            ? "none"
            : $"{Ids(package.Options)} [{package.Value}] {Text(package.Rows)}";

        public string Ids(PackageOutcome? outcome) => outcome is null
            ? "none"
            : $"{Text(outcome.Package.Options)} [{outcome.Margin}] {Text(outcome.Rows)}";
    }
}
