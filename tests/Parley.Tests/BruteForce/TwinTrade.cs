using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Trade;

namespace Parley.Tests.BruteForce;

/// <summary>One option that is a change. Substance is asked only where the case has a threshold.</summary>
internal sealed record TwinOption(
    string Id, Rational Delivery, Rational ExpectedSize, bool? Substantive, bool Token, bool Unilateral, bool Available,
    List<Rational> Worth);

/// <summary>A costly give.</summary>
internal sealed record TwinGive(
    string From, string To, int Issue, int Option, string Id, Rational Cost, Rational Benefit, Rational Efficiency);

/// <summary>The best exchange rate of a pair of negotiators.</summary>
/// <param name="A">The first, in declaration order.</param>
/// <param name="B">The second.</param>
/// <param name="Product">0 when there is no pair.</param>
/// <param name="BestPairs">Every pair of gives that attains it, first give of A first.</param>
/// <param name="Exchange">Over all terms by sign, on any issues; null when self-standing.</param>
/// <param name="ExchangeOnDifferentIssues">The same with both on different issues; null when self-standing.</param>
/// <param name="SelfStanding">Whether a term outside the baseline costs neither and pays one.</param>
internal sealed record TwinTerms(
    string A, string B, Rational Product, List<(string FromA, string FromB)> BestPairs,
    Rational? Exchange, Rational? ExchangeOnDifferentIssues, bool SelfStanding)
{
    /// <summary>The product and its pairs if every chance of delivery were 1; item 41.</summary>
    public required (Rational Product, List<(string FromA, string FromB)> Pairs) IfDelivered { get; init; }

    /// <summary>The same without any refused trade.</summary>
    public required (Rational Product, List<(string FromA, string FromB)> Pairs) IfCoinsAccepted { get; init; }

    /// <summary>Why the product is below 1.</summary>
    public required TermsShortfall Shortfall { get; init; }
}

/// <summary>Options, gives and terms of trade: docs/model.md, items 24 and 41.</summary>
/// <param name="twin">The case.</param>
/// <param name="free">By issue, what happens anyway where that is not the case's own; for the suppositions of item 41.</param>
/// <param name="coins">Whether refused trades count.</param>
internal sealed class TwinTrade(TwinCase twin, int[]? free = null, bool coins = true)
{
    private int[] Free => free ?? twin.Free;

    public List<TwinOption> Options()
    {
        List<TwinOption> options = [];
        foreach (var (i, o) in AllOptions().Where(x => x.Option != twin.StatusQuo[x.Issue]))
        {
            options.Add(new(
                twin.IdOf(i, o),
                twin.Delivery(i, o),
                twin.ExpectedSize(i, o),
                twin.Threshold is null ? null : twin.IsSubstantive(i, o),
                twin.Tokens.Contains((i, o)),
                twin.OptionAt(i, o).Unilateral,
                twin.IsAvailable(i, o),
                [.. twin.Negotiators.Select(p => twin.Worth(p, i, o))]));
        }

        return options;
    }

    /// <summary>The gives of one negotiator to another, in declaration order.</summary>
    public List<TwinGive> Gives(string from, string to)
    {
        List<TwinGive> gives = [];
        foreach (var (i, o) in TermsOutsideBaseline())
        {
            if (twin.OptionAt(i, o).By is not [var giver] || giver != from) continue;
            if (Change(from, i, o).Sign >= 0) continue;
            gives.Add(GiveOf(from, to, i, o));
        }

        return gives;
    }

    /// <summary>Every unordered pair, in declaration order.</summary>
    public List<TwinTerms> AllTerms() =>
        [.. TwinVerdict.Subsets(twin.Negotiators, 2).Select(pair => Terms(pair[0], pair[1]))];

    public TwinTerms Terms(string a, string b)
    {
        var (product, pairs) = Best(a, b);
        var delivered = new TwinTrade(Delivered(), twin.Free).Best(a, b);
        var accepted = new TwinTrade(twin, coins: false).Best(a, b);
        var selfStanding = TermsOutsideBaseline().Any(x => StandsAlone(x, a, b));
        return new(
            a, b, product, pairs,
            selfStanding ? null : BestBySign(a, b, sameIssue: true),
            selfStanding ? null : BestBySign(a, b, sameIssue: false),
            selfStanding)
        {
            IfDelivered = delivered,
            IfCoinsAccepted = accepted,
            Shortfall = product >= 1 ? TermsShortfall.None
                : delivered.Product >= 1 ? TermsShortfall.Delivery
                : accepted.Product >= 1 ? TermsShortfall.RefusedCoin
                : TermsShortfall.CurrencyMismatch,
        };
    }

    private (Rational Product, List<(string FromA, string FromB)> Pairs) Best(string a, string b)
    {
        Rational product = 0;
        List<(string, string)> pairs = [];
        foreach (var give in Gives(a, b))
        {
            foreach (var back in Gives(b, a).Where(back => back.Issue != give.Issue))
            {
                var value = Exchange(give, back);
                if (value.IsZero || value < product) continue;
                if (value > product) pairs.Clear();
                product = value;
                pairs.Add((give.Id, back.Id));
            }
        }

        return (product, pairs);
    }

    // The case written anew with a certain delivery on every option.
    private TwinCase Delivered()
    {
        var certain = new DeliveryChannel(null, Parley.Cases.Model.Number.One);
        var model = twin.Model with
        {
            Issues = [.. twin.Model.Issues.Select(i => i with { Options = [.. i.Options.Select(o => o with { Delivery = [certain] })] })],
        };
        return new(model, model);
    }

    private Rational BestBySign(string a, string b, bool sameIssue)
    {
        Rational best = 0;
        foreach (var give in BySign(a, b))
        {
            foreach (var back in BySign(b, a))
            {
                if (sameIssue || give.Issue != back.Issue) best = Rational.Max(best, Exchange(give, back));
            }
        }

        return best;
    }

    private List<TwinGive> BySign(string from, string to) =>
        [.. TermsOutsideBaseline()
            .Where(x => Change(from, x.Issue, x.Option).Sign < 0 && Change(to, x.Issue, x.Option).Sign > 0)
            .Select(x => GiveOf(from, to, x.Issue, x.Option))];

    private bool StandsAlone((int Issue, int Option) term, string a, string b)
    {
        var toA = Change(a, term.Issue, term.Option).Sign;
        var toB = Change(b, term.Issue, term.Option).Sign;
        return toA >= 0 && toB >= 0 && toA + toB > 0;
    }

    /// <summary>Product of the two efficiencies, less what a refused trade strikes; 0 unless both remain.</summary>
    private Rational Exchange(TwinGive give, TwinGive back)
    {
        var toTaker = Benefit(give, back);
        var toGiver = Benefit(back, give);
        if (toTaker.Sign <= 0 || toGiver.Sign <= 0) return 0;
        return toTaker / give.Cost * (toGiver / back.Cost);
    }

    /// <summary>
    /// What a give is worth to its taker, who pays for it with another: where the taker refuses such a trade and its
    /// payment loses more than the tolerance, positive effects in the refused coin do not count.
    /// </summary>
    private Rational Benefit(TwinGive give, TwinGive payment)
    {
        var taker = give.To;
        HashSet<string> struck = [];
        foreach (var rule in twin.Model.Rules.OfType<RefusesTradeRule>().Where(r => coins && r.InForce && r.Party == taker))
        {
            var loss = EffectOf(taker, rule.Gives, payment.Issue, payment.Option)
                - EffectOf(taker, rule.Gives, payment.Issue, Free[payment.Issue]);
            if (loss < -twin.Number(rule.Tolerance)) struck.Add(rule.Gets);
        }

        return Counted(taker, give.Issue, give.Option, struck)
            - Counted(taker, give.Issue, Free[give.Issue], struck);
    }

    private Rational Counted(string party, int issue, int option, HashSet<string> struck)
    {
        if (option < 0) return 0;
        var value = twin.Value(party, issue, option);
        foreach (var dimension in struck)
        {
            value -= twin.Weight(party, dimension) * Rational.Max(0, twin.Effect(party, dimension, issue, option));
        }

        return value;
    }

    private Rational EffectOf(string party, string dimension, int issue, int option) =>
        option < 0 ? 0 : twin.Effect(party, dimension, issue, option);

    private TwinGive GiveOf(string from, string to, int issue, int option)
    {
        var cost = -Change(from, issue, option);
        var benefit = Change(to, issue, option);
        return new(from, to, issue, option, twin.IdOf(issue, option), cost, benefit, benefit / cost);
    }

    /// <summary>Value less that of the free baseline, where the issue has one.</summary>
    private Rational Change(string party, int issue, int option) =>
        twin.Value(party, issue, option) - (Free[issue] < 0 ? 0 : twin.Value(party, issue, Free[issue]));

    private IEnumerable<(int Issue, int Option)> TermsOutsideBaseline() =>
        AllOptions().Where(x => twin.IsTerm(x.Issue, x.Option) && x.Option != Free[x.Issue]);

    private IEnumerable<(int Issue, int Option)> AllOptions()
    {
        for (var i = 0; i < twin.Issues.Length; i++)
        {
            for (var o = 0; o < twin.Issues[i].Options.Length; o++) yield return (i, o);
        }
    }
}
