using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Kernels.Exact;

namespace Parley.Problems;

/// <summary>What happens anyway: per issue the best option that its givers would take on their own (docs/model.md, 4).</summary>
internal sealed class FreeBaseline
{
    private readonly CaseValues _values;
    private readonly IReadOnlyList<ResolvedRule> _rules;
    private readonly IReadOnlyList<Rational> _ranges;

    /// <param name="values">The effective case's numbers.</param>
    /// <param name="rules">Rules in force.</param>
    /// <param name="ranges">The range of each party, from the base case.</param>
    public FreeBaseline(CaseValues values, IReadOnlyList<ResolvedRule> rules, IReadOnlyList<Rational> ranges)
    {
        _values = values;
        _rules = rules;
        _ranges = ranges;
        Free = values.Model.SubstantiveFrom is null ? [] : [.. Enumerable.Range(0, values.Options.Length).Where(IsFree)];
        Tokens = [.. Free.Where(f => values.Negotiators.All(p => Gain(p, f).Sign >= 0))];
        Chosen = [.. Repair(Choose())];
    }

    /// <summary>Options that their givers want anyway, flat, in declaration order.</summary>
    public ImmutableArray<int> Free { get; }

    /// <summary>Free options by which no negotiator loses.</summary>
    public ImmutableArray<int> Tokens { get; }

    /// <summary>By issue, the flat option of the baseline; -1 where the issue has no status quo.</summary>
    public ImmutableArray<int> Chosen { get; }

    private bool IsFree(int flat)
    {
        var issue = _values.IssueOf(flat);
        var q = _values.StatusQuo[issue];
        if (q < 0 || flat == q || !_values.Term[flat] || _values.Substantive[flat]) return false;
        var gains = _values.Negotiators.Where(p => _values.Gives(p, flat)).Select(p => Gain(p, flat)).ToList();
        if (gains.Any(g => g.Sign < 0) || !gains.Any(g => g.Sign > 0)) return false;
        var package = _values.StatusQuo.ToArray();
        package[issue] = flat;
        return _rules.All(r => HoldsFromStatusQuo(r, package));
    }

    private Rational Gain(int party, int flat) => _values.Values[party][flat] - _values.Values[party][_values.StatusQuo[_values.IssueOf(flat)]];

    private int[] Choose()
    {
        var chosen = _values.StatusQuo.ToArray();
        foreach (var byIssue in Free.GroupBy(_values.IssueOf))
        {
            // Leximin over shares of range; the first declared wins a tie.
            var best = byIssue.First();
            foreach (var flat in byIssue.Skip(1))
                if (Compare(Shares(flat), Shares(best)) > 0) best = flat;
            chosen[byIssue.Key] = best;
        }

        return chosen;
    }

    private Rational[] Shares(int flat)
    {
        var shares = _values.Negotiators.Select(p => _ranges[p].IsZero ? Rational.Zero : Gain(p, flat) / _ranges[p]).ToArray();
        Array.Sort(shares);
        return shares;
    }

    private static int Compare(Rational[] a, Rational[] b)
    {
        for (var k = 0; k < a.Length; k++)
            if (a[k].CompareTo(b[k]) is var order and not 0) return order;
        return 0;
    }

    /// <summary>The baselines that the joint repair looked at, in order.</summary>
    public List<int[]> Repaired { get; } = [];

    private int[] Repair(int[] chosen)
    {
        while (true)
        {
            Repaired.Add((int[])chosen.Clone());
            var broken = _rules.Where(r => r.Rule is not RefusesTradeRule && !HoldsFromStatusQuo(r, chosen)).ToList();
            if (!ResetAll(chosen, broken)) break;
        }

        foreach (var refusal in _rules.Where(r => r.Rule is RefusesTradeRule))
        {
            Repaired.Add((int[])chosen.Clone());
            if (!HoldsFromStatusQuo(refusal, chosen)) ResetAll(chosen, [refusal]);
        }

        return chosen;
    }

    private bool ResetAll(int[] chosen, List<ResolvedRule> broken)
    {
        var reset = chosen.Where(f => f >= 0 && !_values.IsStatusQuo(f) && broken.Exists(r => Touches(r, f))).Select(_values.IssueOf).ToList();
        foreach (var issue in reset) chosen[issue] = _values.StatusQuo[issue];
        return reset.Count > 0;
    }

    // Does the option help to break the rule?
    private bool Touches(ResolvedRule rule, int flat) => rule.Rule switch
    {
        RefusesTradeRule or FloorRule => (rule.GiveEffects[flat] - rule.GiveEffects[_values.StatusQuo[_values.IssueOf(flat)]]).Sign < 0,
        RatificationRule when rule.Always => true,
        _ => rule.Listed[flat],
    };

    /// <summary>Whether a rule holds at a package measured from the status quo, the negotiators' own bars at 0.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="package">By issue, a flat option; -1 where an issue has no status quo.</param>
    public bool HoldsFromStatusQuo(ResolvedRule rule, ReadOnlySpan<int> package)
    {
        switch (rule.Rule)
        {
            case RefusesTradeRule:
                return Change(rule.GiveEffects, package) >= -rule.Tolerance || Change(rule.Struck, package).Sign >= 0;
            case FloorRule:
                return Change(rule.GiveEffects, package) >= -rule.Tolerance;
            case RatificationRule:
                return !IsTriggered(rule, package) || Ratifies(rule, package);
            case PreconditionRule:
                return !IsTriggered(rule, package) || AnyOf(rule.Unlocks, package);
            case RedLineRule:
                return !IsTriggered(rule, package);
            default:
                if (!IsTriggered(rule, package)) return true;
                foreach (var reference in rule.References)
                {
                    var flat = new bool[_values.Options.Length];
                    foreach (var f in rule.FlatOf(reference)) flat[f] = true;
                    if (!AnyOf(flat, package)) return false;
                }

                return true;
        }
    }

    /// <summary>The sums whose signs decide whether a rule holds at a package measured from the status quo.</summary>
    public IEnumerable<Rational> Slacks(ResolvedRule rule, int[] package)
    {
        switch (rule.Rule)
        {
            case RefusesTradeRule:
                yield return Change(rule.GiveEffects, package) + rule.Tolerance;
                yield return Change(rule.Struck, package);
                break;
            case FloorRule:
                yield return Change(rule.GiveEffects, package) + rule.Tolerance;
                break;
            case RatificationRule:
                foreach (var party in rule.VotesNeeded is null ? [rule.Party] : rule.Blocs) yield return Approval(party, package);
                break;
        }
    }

    private static bool IsTriggered(ResolvedRule rule, ReadOnlySpan<int> package)
    {
        if (rule.Always) return true;
        foreach (var flat in package)
            if (flat >= 0 && Array.IndexOf(rule.Triggers, flat) >= 0) return true;
        return false;
    }

    private static bool AnyOf(bool[] options, ReadOnlySpan<int> package)
    {
        foreach (var flat in package)
            if (flat >= 0 && options[flat]) return true;
        return false;
    }

    private bool Ratifies(ResolvedRule rule, ReadOnlySpan<int> package)
    {
        if (rule.VotesNeeded is not { } needed) return Approves(rule.Party, package);
        var votes = Rational.Zero;
        foreach (var bloc in rule.Blocs)
            if (Approves(bloc, package)) votes += _values.Evaluate(_values.Model.Parties[bloc].Votes ?? Number.Zero);
        return votes >= needed;
    }

    private bool Approves(int party, ReadOnlySpan<int> package) => Approval(party, package).Sign >= 0;

    private Rational Approval(int party, ReadOnlySpan<int> package)
    {
        var model = _values.Model.Parties[party];
        return Change(_values.Values[party], package) - _values.Evaluate(model.NoDeal) - _values.Evaluate(model.MinGain);
    }

    private Rational Change(Rational[] row, ReadOnlySpan<int> package)
    {
        var sum = Rational.Zero;
        for (var i = 0; i < package.Length; i++)
            if (package[i] >= 0 && package[i] != _values.StatusQuo[i]) sum += row[package[i]] - row[_values.StatusQuo[i]];
        return sum;
    }
}
