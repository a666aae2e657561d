using System.Collections.Immutable;
using Parley.Cases.Model;
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
    /// Definition: docs/model.md, 24. Terms of trade are a diagnosis; only a certificate refutes a deal.
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
                gives.AddRange(GivesOf(a, b).Select(g => g.Give));
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
        Worth = [.. _values.Negotiators.Select(p => Over(_values.StatusQuo, _values.Values[p], flat))],
    };

    // What an option brings beyond a reference package; absolute where its issue has none.
    private Rational Over(ImmutableArray<int> reference, Rational[] row, int flat)
    {
        var at = reference[_values.IssueOf(flat)];
        return at >= 0 ? row[flat] - row[at] : row[flat];
    }

    private Rational Net(int party, int flat) => Over(problem.Baseline.Chosen, _values.Values[party], flat);

    private IEnumerable<int> Terms() => Enumerable.Range(0, _values.Options.Length)
        .Where(f => _values.Term[f] && problem.Baseline.Chosen[_values.IssueOf(f)] != f);

    private List<(int Flat, Give Give)> GivesOf(int a, int b)
    {
        var name = problem.Model.Parties[a].Name;
        return [.. Terms()
            .Where(f => _values.Options[f].By is [var giver] && giver == name && Net(a, f).Sign < 0)
            .Select(f => (f, new Give(name, problem.Model.Parties[b].Name, _values.Ids[f], -Net(a, f), Net(b, f), Net(b, f) / -Net(a, f))))
            .OrderByDescending(g => g.Item2.Efficiency)];
    }

    private TermsOfTrade TermsOf(int a, int b)
    {
        var best = Rational.Zero;
        (string? fromA, string? fromB) = (null, null);
        foreach (var (g, giveA) in GivesOf(a, b))
        {
            foreach (var (h, giveB) in GivesOf(b, a))
            {
                if (_values.IssueOf(g) == _values.IssueOf(h)) continue;
                var toB = Admissible(b, gives: h, coin: g);
                var toA = Admissible(a, gives: g, coin: h);
                if (toB.Sign <= 0 || toA.Sign <= 0) continue;
                var product = toB / giveA.Cost * (toA / giveB.Cost);
                if (product > best) (best, fromA, fromB) = (product, giveA.Option, giveB.Option);
            }
        }

        var (exchange, selfStanding) = ExchangeProduct(a, b);
        return new(problem.Model.Parties[a].Name, problem.Model.Parties[b].Name, best, fromA, fromB, exchange, selfStanding);
    }

    // What a coin is worth to a party that gives something for it: gains it refuses to be paid in are struck out.
    private Rational Admissible(int party, int gives, int coin)
    {
        var worth = Net(party, coin);
        var struck = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in problem.Rules)
        {
            if (rule.Rule is not RefusesTradeRule refusal || rule.Party != party || !struck.Add(refusal.Gets)) continue;
            if (Over(problem.Baseline.Chosen, rule.GiveEffects, gives) < -rule.Tolerance)
                worth -= Net(party, coin) - Over(problem.Baseline.Chosen, rule.Struck, coin);
            else
                struck.Remove(refusal.Gets);
        }

        return worth;
    }

    private (Rational? Product, bool SelfStanding) ExchangeProduct(int a, int b)
    {
        if (Terms().Any(f => Net(a, f).Sign >= 0 && Net(b, f).Sign >= 0 && Net(a, f).Sign + Net(b, f).Sign > 0)) return (null, true);
        var best = Rational.Zero;
        foreach (var g in Terms().Where(f => Net(a, f).Sign < 0 && Net(b, f).Sign > 0))
        {
            foreach (var h in Terms().Where(f => Net(b, f).Sign < 0 && Net(a, f).Sign > 0))
            {
                var (toB, toA) = (Admissible(b, gives: h, coin: g), Admissible(a, gives: g, coin: h));
                if (toB.Sign > 0 && toA.Sign > 0) best = Rational.Max(best, toB / -Net(a, g) * (toA / -Net(b, h)));
            }
        }

        return (best, false);
    }
}
