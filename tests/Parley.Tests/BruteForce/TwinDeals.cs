using Parley.Cases.Model;
using Parley.Deals;
using Parley.Kernels.Exact;

namespace Parley.Tests.BruteForce;

/// <summary>One named deal as the twin sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Feasible">Whether it is an acceptable candidate.</param>
/// <param name="Unavailable">Ids of its options that are not available.</param>
/// <param name="LeftUnsettled">Issues without a status quo that it does not fix.</param>
/// <param name="WhyNot">Every reason why it is no candidate; empty when it is one, or no package at all.</param>
/// <param name="Outcome">The package and its rows; null when an option is unavailable or an issue unsettled.</param>
/// <param name="Surplus">Consent slack of each negotiator; empty when there is no outcome.</param>
/// <param name="Broken">The rows that fail.</param>
/// <param name="Needed">Item 25, for each option of the deal that has a delivery.</param>
internal sealed record TwinDeal(
    string Name,
    bool Feasible,
    List<string> Unavailable,
    List<string> LeftUnsettled,
    List<NotACandidate> WhyNot,
    TwinPackage? Outcome,
    List<Rational> Surplus,
    List<string> Broken,
    List<TwinNeeded> Needed)
{
    /// <summary>The margin; -1 where the deal is no package.</summary>
    public Rational? Margin => Outcome is null ? -1 : Outcome.Value;
}

/// <summary>The least delivery of one option at which each negotiator consents; null where there is none.</summary>
internal sealed record TwinNeeded(string Option, Rational Delivery, List<Rational?> Needed);

/// <summary>Named deals: docs/model.md, items 19 and 25.</summary>
internal sealed class TwinDeals(TwinCase twin, TwinVerdict verdict)
{
    public List<TwinDeal> All => [.. twin.Model.Deals.Select(Evaluate)];

    public TwinDeal Evaluate(Deal deal)
    {
        var package = (int[])twin.Free.Clone();
        List<string> unavailable = [];
        foreach (var term in deal.Terms)
        {
            var issue = twin.IssueIndex(term.Issue);
            package[issue] = TwinCase.IndexOf(twin.Issues[issue], term.Option);
            if (!twin.IsAvailable(issue, package[issue])) unavailable.Add(twin.IdOf(issue, package[issue]));
        }

        List<string> unsettled = [];
        for (var i = 0; i < package.Length; i++)
        {
            if (package[i] < 0) unsettled.Add(twin.Issues[i].Name);
        }

        if (unavailable.Count + unsettled.Count > 0)
        {
            return new(deal.Name, false, unavailable, unsettled, [], null, [], [], []);
        }

        var outcome = verdict.Judge(package);
        var whyNot = verdict.WhyNotCandidate(package);
        var isPackageOfTerms = Enumerable.Range(0, package.Length).All(i => twin.IsTerm(i, package[i]));
        var feasible = isPackageOfTerms && whyNot.Count == 0 && outcome.IsAcceptable;
        var surplus = twin.Negotiators.Select(p => twin.Rules.ConsentSlack(p, package)).ToList();
        return new(deal.Name, feasible, [], [], whyNot, outcome, surplus, outcome.Broken, Needed(deal, package));
    }

    // Item 25.
    private List<TwinNeeded> Needed(Deal deal, int[] package)
    {
        List<TwinNeeded> needed = [];
        foreach (var term in deal.Terms)
        {
            var issue = twin.IssueIndex(term.Issue);
            var option = package[issue];
            if (twin.OptionAt(issue, option).Delivery.IsEmpty) continue;
            var each = twin.Negotiators.Select(p => LeastDelivery(p, issue, package)).ToList();
            needed.Add(new(twin.IdOf(issue, option), twin.Delivery(issue, option), each));
        }

        return needed;
    }

    /// <summary>The consent slack is linear in pi; everything but this one option's delivery stands still.</summary>
    private Rational? LeastDelivery(string party, int issue, int[] package)
    {
        var asked = twin.Signers(package, twin.Free).Contains(party);
        if (!asked) return (Rational)0;
        var slope = twin.ValueOfDelivery(party, issue, package[issue]);
        var atZero = twin.Rules.ConsentSlack(party, package) - slope * twin.Delivery(issue, package[issue]);
        if (atZero.Sign >= 0) return (Rational)0;
        if (atZero + slope < 0) return null;
        return -atZero / slope;
    }
}
