using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Problems;

namespace Parley.Trade;

/// <summary>The gives of a case and the best swap of two of them (docs/model.md, 24 and 41).</summary>
/// <param name="values">The numbers, as they are or as if everything were delivered.</param>
/// <param name="rules">The rules whose refused trades strike gains out.</param>
/// <param name="baseline">By issue, the flat option that happens anyway; -1 without a status quo.</param>
internal sealed class SwapTerms(CaseValues values, IReadOnlyList<ResolvedRule> rules, ImmutableArray<int> baseline)
{
    /// <summary>The case as it is.</summary>
    public static SwapTerms Of(CaseProblem problem) => new(problem.Values, problem.Rules, problem.Baseline.Chosen);

    /// <summary>Every chance of delivery 1; what happens anyway stays.</summary>
    public static SwapTerms IfDelivered(CaseProblem problem)
    {
        var model = problem.Model with
        {
            Issues = [.. problem.Model.Issues.Select(i => i.Options.All(o => o.Delivery.IsEmpty)
                ? i
                : i with { Options = [.. i.Options.Select(o => o.Delivery.IsEmpty ? o : o with { Delivery = [] })] })],
        };
        var delivered = new CaseValues(model, problem.Values);
        return new(delivered, [.. problem.Rules.Select(r => new ResolvedRule(r.Rule, delivered))], problem.Baseline.Chosen);
    }

    /// <summary>Nobody refuses to be paid in some currency.</summary>
    public static SwapTerms IfCoinsAccepted(CaseProblem problem) => new(problem.Values, [], problem.Baseline.Chosen);

    /// <summary>What an option brings a party beyond what happens anyway.</summary>
    public Rational Net(int party, int flat) => Over(values.Values[party], flat);

    /// <summary>Terms that do not happen anyway.</summary>
    public IEnumerable<int> Terms() => Enumerable.Range(0, values.Options.Length)
        .Where(f => values.Term[f] && baseline[values.IssueOf(f)] != f);

    /// <summary>The costly gives of one negotiator to another, best efficiency first.</summary>
    public List<(int Flat, Give Give)> GivesOf(int a, int b)
    {
        var name = values.Model.Parties[a].Name;
        return [.. Terms()
            .Where(f => values.Options[f].By is [var giver] && giver == name && Net(a, f).Sign < 0)
            .Select(f => (f, new Give(name, values.Model.Parties[b].Name, values.Ids[f], -Net(a, f), Net(b, f), Net(b, f) / -Net(a, f))))
            .OrderByDescending(g => g.Item2.Efficiency)];
    }

    /// <summary>The best swap of a give each way, on different issues.</summary>
    public Swap Best(int a, int b)
    {
        var best = new Swap(Rational.Zero, null, null);
        foreach (var (g, giveA) in GivesOf(a, b))
        {
            foreach (var (h, giveB) in GivesOf(b, a))
            {
                if (values.IssueOf(g) == values.IssueOf(h)) continue;
                var toB = Admissible(b, gives: h, coin: g);
                var toA = Admissible(a, gives: g, coin: h);
                if (toB.Sign <= 0 || toA.Sign <= 0) continue;
                var product = toB / giveA.Cost * (toA / giveB.Cost);
                if (product > best.Product) best = new(product, giveA.Option, giveB.Option);
            }
        }

        return best;
    }

    /// <summary>What a coin is worth to a party that gives something for it: gains it refuses to be paid in are struck out.</summary>
    public Rational Admissible(int party, int gives, int coin)
    {
        var worth = Net(party, coin);
        var struck = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (rule.Rule is not RefusesTradeRule refusal || rule.Party != party || !struck.Add(refusal.Gets)) continue;
            if (Over(rule.GiveEffects, gives) < -rule.Tolerance)
                worth -= Net(party, coin) - Over(rule.Struck, coin);
            else
                struck.Remove(refusal.Gets);
        }

        return worth;
    }

    // Relative to what happens anyway; absolute where the issue has no status quo.
    private Rational Over(Rational[] row, int flat)
    {
        var at = baseline[values.IssueOf(flat)];
        return at >= 0 ? row[flat] - row[at] : row[flat];
    }
}
