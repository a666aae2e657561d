using Parley.Cases.Model;
using Parley.Kernels.Exact;

namespace Parley.Tests.BruteForce;

/// <summary>The best side deal of a coalition; no package when there is none. A null value stands for +inf.</summary>
internal sealed record TwinSideDeal(string[] Members, int[]? Package, Rational? Value)
{
    public bool CouldAgree => Package is not null;
}

/// <summary>Side deals and the core: docs/model.md, items 20 and 21.</summary>
internal sealed class TwinCoalitions(TwinCase twin, TwinVerdict verdict)
{
    private Dictionary<string, List<List<Rational>>>? _ownMeans;

    /// <summary>Coalitions of at least two, not all, negotiators: by size, then in declaration order.</summary>
    public List<TwinSideDeal> SideDeals =>
        [.. Enumerable.Range(2, Math.Max(0, twin.Negotiators.Length - 2))
            .SelectMany(size => TwinVerdict.Subsets(twin.Negotiators, size))
            .Select(BestSideDeal)];

    /// <summary>The first coalition, of one negotiator or more, that blocks a package; null in the core.</summary>
    public string[]? BlockedBy(int[] package)
    {
        _ownMeans ??= AllOwnMeans();
        foreach (var size in Enumerable.Range(1, twin.Negotiators.Length))
        {
            foreach (var members in TwinVerdict.Subsets(twin.Negotiators, size))
            {
                var now = members.Select(p => twin.Utility(p, package)).ToList();
                if (size == 1) now[0] -= twin.NoDeal(members[0]);
                foreach (var other in _ownMeans[string.Join(' ', members)])
                {
                    if (Enumerable.Range(0, now.Count).All(k => other[k] > now[k])) return members;
                }
            }
        }

        return null;
    }

    /// <summary>The number of acceptable packages that no coalition blocks.</summary>
    public int InTheCore => verdict.Acceptable.Count(p => BlockedBy(p.Options) is null);

    // Item 20.
    public TwinSideDeal BestSideDeal(string[] members)
    {
        int[]? best = null;
        Rational? bestValue = -1;
        foreach (var package in OwnMeans(members))
        {
            if (package.SequenceEqual(twin.Free) || !HoldsTheirRules(members, package)) continue;
            var gains = members.Select(p => twin.Utility(p, package) - twin.NoDealPoint(p)).ToList();
            if (gains.Any(g => g.Sign <= 0)) continue;
            Rational? value = null;
            for (var k = 0; k < members.Length; k++)
            {
                var range = twin.Range(members[k]);
                if (range.IsZero) continue;
                if (TwinVerdict.IsLess(gains[k] / range, value)) value = gains[k] / range;
            }

            // Item 16: packages come in lexicographic order.
            var better = best is null || TwinVerdict.IsLess(bestValue, value)
                || (value == bestValue && twin.Changes(package) < twin.Changes(best));
            if (!better) continue;
            best = package;
            bestValue = value;
        }

        return new(members, best, best is null ? null : bestValue);
    }

    /// <summary>Item 20: per issue x_free and the terms whose explicit givers all lie inside.</summary>
    private IEnumerable<int[]> OwnMeans(string[] members)
    {
        var choices = new List<int>[twin.Issues.Length];
        for (var i = 0; i < choices.Length; i++)
        {
            var all = Enumerable.Range(0, twin.Issues[i].Options.Length);
            choices[i] = [.. all.Where(o => o == twin.Free[i] || IsOwn(i, o))];
        }

        return TwinCase.Combinations(choices);

        bool IsOwn(int issue, int option)
        {
            var givers = twin.OptionAt(issue, option).By;
            return twin.IsTerm(issue, option) && !givers.IsEmpty && givers.All(members.Contains);
        }
    }

    /// <summary>Item 20: every rule that neither a negotiator outside nor an outsider's ratifier holds.</summary>
    private bool HoldsTheirRules(string[] members, int[] package) =>
        !twin.Rules.RuleRows(package).Any(r => r.Row.Value is { Sign: < 0 } && !IsOutside(r.Rule, members));

    private bool IsOutside(Rule rule, string[] members)
    {
        var holder = TwinRules.HolderOf(rule);
        if (rule is RatificationRule) holder = twin.PartyNamed(holder).Of ?? holder;
        return twin.Negotiators.Contains(holder) && !members.Contains(holder);
    }

    // Item 21: utilities of the members at each package of own means; for all negotiators, at each acceptable one.
    private Dictionary<string, List<List<Rational>>> AllOwnMeans()
    {
        Dictionary<string, List<List<Rational>>> all = [];
        foreach (var size in Enumerable.Range(1, twin.Negotiators.Length))
        {
            foreach (var members in TwinVerdict.Subsets(twin.Negotiators, size))
            {
                var packages = size == twin.Negotiators.Length
                    ? verdict.Acceptable.Select(p => p.Options)
                    : OwnMeans(members).Where(p => !p.SequenceEqual(twin.Free) && HoldsTheirRules(members, p));
                var utilities = packages.Select(p => members.Select(m => twin.Utility(m, p)).ToList());
                all[string.Join(' ', members)] = [.. utilities];
            }
        }

        return all;
    }
}
