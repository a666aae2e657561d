using System.Collections.Immutable;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Results;

namespace Parley.Trade;

/// <summary>What a look at trade may cost.</summary>
public sealed record TradeOptions;

/// <summary>What could each side give, and what is it worth to the other?</summary>
public static class TradeAnalysis
{
    /// <summary>Computes the option table, the costly gives of each ordered pair and each pair's terms of trade.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 24 and 41. Terms of trade are a diagnosis; only a certificate refutes a deal.
    /// Cost: options squared for each pair of negotiators.
    /// </remarks>
    public static TradeResult Run(
        CaseProblem problem, TradeOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new("terms of trade", 0, 1));
        return new TradeRun(problem).Result();
    }
}

/// <summary>One run of the trade analysis.</summary>
internal sealed class TradeRun(CaseProblem problem)
{
    private readonly CaseValues _values = problem.Values;
    private readonly SwapTerms _terms = SwapTerms.Of(problem);
    private readonly SwapTerms _delivered = SwapTerms.IfDelivered(problem);
    private readonly SwapTerms _accepted = SwapTerms.IfCoinsAccepted(problem);

    public TradeResult Result()
    {
        var negotiators = _values.Negotiators;
        var gives = ImmutableArray.CreateBuilder<Give>();
        var terms = ImmutableArray.CreateBuilder<TermsOfTrade>();
        foreach (var a in negotiators)
        {
            foreach (var b in negotiators)
            {
                if (a == b) continue;
                gives.AddRange(_terms.GivesOf(a, b).Select(g => g.Give));
                if (negotiators.IndexOf(a) < negotiators.IndexOf(b)) terms.Add(TermsOf(a, b));
            }
        }

        return new()
        {
            Parties = problem.Parties,
            Options = [.. Enumerable.Range(0, _values.Options.Length).Where(f => !_values.IsStatusQuo(f)).Select(WorthOf)],
            Gives = gives.ToImmutable(),
            Terms = terms.ToImmutable(),
        };
    }

    private OptionWorth WorthOf(int flat) => new()
    {
        Id = _values.Ids[flat],
        Title = _values.Options[flat].Title,
        By = _values.Options[flat].By,
        Delivery = _values.Delivery[flat],
        ExpectedSize = _values.ExpectedSize[flat],
        Substantive = _values.Substantive[flat],
        Token = problem.Baseline.Tokens.Contains(flat),
        Unilateral = _values.Options[flat].Unilateral,
        Available = _values.Available[flat],
        Worth = [.. _values.Negotiators.Select(p => OverStatusQuo(_values.Values[p], flat))],
    };

    // Absolute where the issue has no status quo.
    private Rational OverStatusQuo(Rational[] row, int flat)
    {
        var q = _values.StatusQuo[_values.IssueOf(flat)];
        return q >= 0 ? row[flat] - row[q] : row[flat];
    }

    private TermsOfTrade TermsOf(int a, int b)
    {
        var best = _terms.Best(a, b);
        var (delivered, accepted) = (_delivered.Best(a, b), _accepted.Best(a, b));
        var (exchange, selfStanding) = ExchangeProduct(a, b);
        return new(
            problem.Model.Parties[a].Name, problem.Model.Parties[b].Name, best.Product, best.FromA, best.FromB, exchange, selfStanding)
        {
            IfDelivered = delivered,
            IfCoinsAccepted = accepted,
            Shortfall = ShortfallOf(best, delivered, accepted),
        };
    }

    private static TermsShortfall ShortfallOf(Swap best, Swap delivered, Swap accepted)
    {
        if (best.Product >= Rational.One) return TermsShortfall.None;
        if (delivered.Product >= Rational.One) return TermsShortfall.Delivery;
        return accepted.Product >= Rational.One ? TermsShortfall.RefusedCoin : TermsShortfall.CurrencyMismatch;
    }

    private (Rational? Product, bool SelfStanding) ExchangeProduct(int a, int b)
    {
        var options = _terms.Terms().Select(f => (Flat: f, ToA: _terms.Net(a, f), ToB: _terms.Net(b, f))).ToList();
        if (options.Exists(o => o.ToA.Sign >= 0 && o.ToB.Sign >= 0 && o.ToA.Sign + o.ToB.Sign > 0)) return (null, true);
        var best = Rational.Zero;
        foreach (var g in options.Where(o => o.ToA.Sign < 0 && o.ToB.Sign > 0))
        {
            foreach (var h in options.Where(o => o.ToB.Sign < 0 && o.ToA.Sign > 0))
            {
                var (toB, toA) = (_terms.Admissible(b, gives: h.Flat, coin: g.Flat), _terms.Admissible(a, gives: g.Flat, coin: h.Flat));
                if (toB.Sign > 0 && toA.Sign > 0) best = Rational.Max(best, toB / -g.ToA * (toA / -h.ToB));
            }
        }

        return (best, false);
    }
}
