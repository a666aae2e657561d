using System.Numerics;
using Parley.Bargaining;
using Parley.Cases.Model;
using Parley.Coalitions;
using Parley.Deals;
using Parley.Frontier;
using Parley.Kernels.Exact;
using Parley.Openings;
using Parley.Problems;
using Parley.Results;
using Parley.Trade;
using Parley.Verdict;

namespace Parley.Tests.BruteForce;

/// <summary>Puts the same case to the engine and to the brute force and says where they differ.</summary>
internal sealed class EngineComparison
{
    private readonly List<string> _differences = [];

    /// <param name="effective">The case with its overlays on.</param>
    /// <param name="baseCase">The case that the ranges come from.</param>
    public EngineComparison(CaseModel effective, CaseModel baseCase)
    {
        Twin = new(effective, baseCase);
        Verdict = new(Twin);
        Problem = CaseProblem.Compile(effective, baseCase);
    }

    /// <summary>What can be compared.</summary>
    public static IReadOnlyList<string> Laws { get; } = ["verdict", "deals", "frontier", "coalitions", "trade", "anatomy"];

    public TwinCase Twin { get; }

    public TwinVerdict Verdict { get; }

    public CaseProblem Problem { get; }

    /// <summary>The differences in one of the laws, or in all of them.</summary>
    public List<string> Differences(string? law = null)
    {
        _differences.Clear();
        if (law is null or "verdict") CompareVerdict();
        if (law is null or "deals") CompareDeals();
        if (law is null or "frontier") CompareFrontier();
        if (law is null or "coalitions") CompareCoalitions();
        if (law is null or "trade") CompareTrade();
        if (law is null or "anatomy") CompareAnatomy();
        return [.. _differences];
    }

    private void CompareVerdict()
    {
        var twin = Verdict;
        var engine = VerdictAnalysis.Run(Problem, new());
        Same("grade", twin.Grade, engine.Grade);
        Same("margin", twin.Margin, engine.Margin);
        Same("upper", twin.Margin, engine.MarginUpper);
        Same("witness", Ids(twin.Witness), Ids(engine.Witness));
        Same("tokens", Text(twin.Tokens), Text(engine.Tokens));
        Same("baseline", Text(twin.FreeBaseline), Text(engine.FreeBaseline));
        Same("packages", twin.PackageCount, engine.PackageCount);
        Same("acceptable", twin.AcceptableCount, engine.AcceptableCount);
        Same("near misses", string.Join(" | ", twin.NearMisses(5).Select(Ids)), string.Join(" | ", engine.NearMisses.Select(Ids)));
        Same("proof", twin.Grade == Grade.Deal, engine.Certificate is null);
        Same("completeness", Completeness.Exact, engine.Completeness);
    }

    private void CompareDeals()
    {
        var coalitions = new TwinCoalitions(Twin, Verdict);
        var engine = DealsAnalysis.Run(Problem, new()).Deals;
        var twin = new TwinDeals(Twin, Verdict).All;
        Same("deals", Text(twin.Select(d => d.Name)), Text(engine.Select(d => d.Name)));
        foreach (var (deal, found) in twin.Zip(engine))
        {
            Same($"{deal.Name} feasible", deal.Feasible, found.Feasible);
            if (!found.Unavailable.IsEmpty || deal.Outcome is null || found.Outcome is null) continue;
            Same($"{deal.Name} outcome", Ids(deal.Outcome), Ids(found.Outcome));
            Same($"{deal.Name} surplus", Text(deal.Surplus), Text(found.Surplus));
            Same($"{deal.Name} broken", Text(deal.Broken), Text(found.Broken));
            Same($"{deal.Name} candidate", deal.WhyNot.FirstOrDefault(), found.NotACandidate);
            Same(
                $"{deal.Name} needed",
                Text(deal.Needed.Select(n => $"{n.Option} {n.Delivery} {Text(n.Needed)}")),
                Text(found.NeededDelivery.Select(n => $"{n.Option} {n.Delivery} {Text(n.Needed)}")));
            if (deal.Feasible && Twin.Negotiators.Length > 2)
                Same($"{deal.Name} blocked", Text(coalitions.BlockedBy(deal.Outcome.Options) ?? []), Text(found.BlockedBy ?? []));
        }
    }

    private void CompareFrontier()
    {
        var twin = new TwinBargaining(Twin, Verdict);
        var frontier = FrontierAnalysis.Run(Problem, new());
        Same("frontier", string.Join(" | ", twin.Frontier().Select(Ids)), string.Join(" | ", frontier.Points.Select(p => Text(p.Options))));
        var solutions = BargainingAnalysis.Run(Problem, frontier, new());
        Same("nash", Ids(twin.Nash()), Ids(solutions.Nash));
        Same("kalai-smorodinsky", Ids(twin.KalaiSmorodinsky()), Ids(solutions.KalaiSmorodinsky));
        Same("egalitarian", Ids(twin.Egalitarian()), Ids(solutions.Egalitarian));
        Same("utilitarian", Ids(twin.Utilitarian()), Ids(solutions.Utilitarian));
    }

    private void CompareCoalitions()
    {
        if (Twin.Negotiators.Length < 3) return;
        var twin = new TwinCoalitions(Twin, Verdict);
        var engine = CoalitionsAnalysis.Run(Problem, new());
        foreach (var (expected, found) in twin.SideDeals.Zip(engine.Coalitions))
            Same(Text(expected.Members), Ids(expected.Package), Ids(found.Package));
        Same("coalitions", twin.SideDeals.Count, engine.Coalitions.Length);
        var isCounted = Verdict.AcceptableCount <= new CoalitionsOptions().MaxCorePackages;
        Same("core", isCounted ? twin.InTheCore : null, engine.InTheCore);
    }

    private void CompareTrade()
    {
        var twin = new TwinTrade(Twin);
        var engine = TradeAnalysis.Run(Problem, new());
        Same(
            "options",
            Text(twin.Options().Select(o => $"{o.Id} {o.Delivery} {o.ExpectedSize} {o.Substantive ?? false} {o.Token} {o.Unilateral} {o.Available} {Text(o.Worth)}")),
            Text(engine.Options.Select(o => $"{o.Id} {o.Delivery} {o.ExpectedSize} {o.Substantive} {o.Token} {o.Unilateral} {o.Available} {Text(o.Worth)}")));
        Same("pairs", twin.AllTerms().Count, engine.Terms.Length);
        foreach (var (expected, found) in twin.AllTerms().Zip(engine.Terms))
        {
            Same("pair", $"{expected.A} {expected.B}", $"{found.A} {found.B}");
            Same("exchange", Text([expected.Exchange]), Text([found.ExchangeProduct]));
            Same("self-standing", expected.SelfStanding, found.SelfStanding);
            Same("shortfall", expected.Shortfall, found.Shortfall);
            SameSwap("terms", expected.Product, expected.BestPairs, new(found.Product, found.FromA, found.FromB));
            SameSwap("terms if delivered", expected.IfDelivered.Product, expected.IfDelivered.Pairs, found.IfDelivered);
            SameSwap("terms if coins accepted", expected.IfCoinsAccepted.Product, expected.IfCoinsAccepted.Pairs, found.IfCoinsAccepted);
            foreach (var (from, to) in new[] { (found.A, found.B), (found.B, found.A) })
            {
                var gives = twin.Gives(from, to).Select(g => $"{g.Id} {g.Cost} {g.Benefit} {g.Efficiency}").Order(StringComparer.Ordinal);
                var seen = engine.Gives.Where(g => g.From == from && g.To == to)
                    .Select(g => $"{g.Option} {g.Cost} {g.Benefit} {g.Efficiency}").Order(StringComparer.Ordinal);
                Same($"gives {from} {to}", Text(gives), Text(seen));
            }
        }
    }

    // Of several pairs that attain the product any will do.
    private void SameSwap(string what, Rational product, List<(string FromA, string FromB)> pairs, Swap found)
    {
        Same(what, product, found.Product);
        Same($"{what}: some pair", pairs.Count > 0, found.FromA is not null);
        if (found.FromA is not null) Same($"{what}: pair", true, pairs.Contains((found.FromA, found.FromB!)));
    }

    private void CompareAnatomy()
    {
        var twin = new TwinAnatomy(Twin, Verdict);
        var engine = AnatomyAnalysis.Run(Problem, new());
        Same("completeness", Completeness.Exact, engine.Completeness);
        Same("refusers", Text(Twin.Negotiators), Text(engine.Parties.Select(p => p.Party)));
        foreach (var party in engine.Parties)
        {
            var offer = twin.Offer(party.Party);
            Same($"{party.Party} offer", Ids(offer?.Options), Ids(party.Offer));
            Same($"{party.Party} has offer", offer is not null, party.HasOffer);
            Same($"{party.Party} gain", offer is null ? null : Twin.Utility(party.Party, offer.Options) - Twin.NoDealPoint(party.Party), party.Gain);
            var contributions = party.Dimensions.Select(d => offer is null ? 0 : twin.Contribution(party.Party, d.Dimension, offer.Options)).ToList();
            var against = contributions.Aggregate(Rational.Zero, (sum, c) => sum + Rational.Max(0, -c));
            Same($"{party.Party} contributions", Text(contributions), Text(party.Dimensions.Select(d => d.Contribution)));
            Same(
                $"{party.Party} shares",
                Text(contributions.Select(c => c.Sign < 0 ? -c / against : 0)),
                Text(party.Dimensions.Select(d => d.ObjectionShare)));
            Same(
                $"{party.Party} ceilings",
                Text(party.Dimensions.Select(d => twin.Ceiling(party.Party, d.Dimension))),
                Text(party.Dimensions.Select(d => d.Ceiling)));
            var worth = offer is null ? 0 : Twin.Utility(party.Party, offer.Options) - Twin.Utility(party.Party, Twin.Free);
            Same($"{party.Party} sum", worth, contributions.Aggregate(Rational.Zero, (sum, c) => sum + c));
        }
    }

    private static string Text<T>(IEnumerable<T> items) => string.Join(", ", items.Select(i => i?.ToString() ?? "none"));

    private void Same<T>(string what, T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found)) _differences.Add($"{what}: twin {expected}, engine {found}");
    }

    private void Same(string what, long expected, BigInteger found) => Same(what, (BigInteger)expected, found);

    private string Ids(int[]? package) => package is null ? "none" : Text(Twin.Ids(package));

    private string Ids(PackageView? view) => view is null ? "none" : Text(view.Options);

    private string Ids(TwinPackage? package) => package is null
        ? "none"
        : $"{Ids(package.Options)} [{package.Value}] {Text(package.Rows)}";

    private string Ids(PackageOutcome? outcome) => outcome is null
        ? "none"
        : $"{Text(outcome.Package.Options)} [{outcome.Margin}] {Text(outcome.Rows)}";
}
