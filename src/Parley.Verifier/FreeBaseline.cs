using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Verifier;

/// <summary>x_free (docs/model.md 10-12): the tokens that their givers would grant without any deal.</summary>
internal sealed class FreeBaseline
{
    private readonly CaseTables _tables;
    private readonly Fraction[] _ranges;

    private FreeBaseline(CaseTables tables, Fraction[] ranges)
    {
        _tables = tables;
        _ranges = ranges;
    }

    /// <summary>By issue the free option, else the status quo; -1 where there is no status quo.</summary>
    /// <param name="tables">The effective case.</param>
    /// <param name="ranges">S_p on the base case, by party of the effective case.</param>
    public static int[] Of(CaseTables tables, Fraction[] ranges)
    {
        if (!tables.HasTokens) return [.. tables.StatusQuo];

        var search = new FreeBaseline(tables, ranges);
        int[] free = [.. Enumerable.Range(0, tables.IssueCount).Select(search.BestFreeOption)];
        search.RepairListed(free);
        search.RepairRefusedTrades(free);
        return free;
    }

    private int BestFreeOption(int issue)
    {
        var best = _tables.StatusQuo[issue];
        if (best < 0) return -1;

        Fraction[]? bestVector = null;
        for (var o = 0; o < _tables.OptionCount(issue); o++)
        {
            if (!IsFree(issue, o)) continue;
            var vector = GainVector(issue, o);
            if (bestVector is not null && Compare(vector, bestVector) <= 0) continue;
            (best, bestVector) = (o, vector);
        }

        return best;
    }

    private bool IsFree(int issue, int option)
    {
        if (!_tables.Moves(issue, option) || !_tables.IsTerm(issue, option) || _tables.IsSubstantive(issue, option)) return false;

        var by = _tables.Model.Issues[issue].Options[option].By;
        var gains = (by.IsEmpty ? _tables.Negotiators : by.Select(_tables.Party)).Select(p => Gain(p, issue, option)).ToList();
        if (gains.Exists(g => g.Sign < 0) || !gains.Exists(g => g.Sign > 0)) return false;

        int[] package = [.. _tables.StatusQuo];
        package[issue] = option;
        return !_tables.Model.Rules.Any(r => r.InForce && Violates(r, package));
    }

    private Fraction Gain(int party, int issue, int option)
    {
        var values = _tables.Values(party, issue);
        return values[option] - values[_tables.StatusQuo[issue]];
    }

    private Fraction[] GainVector(int issue, int option) =>
        [.. _tables.Negotiators.Select(p => _ranges[p].Sign == 0 ? Fraction.Zero : Gain(p, issue, option) / _ranges[p]).Order()];

    private static int Compare(Fraction[] a, Fraction[] b)
    {
        for (var k = 0; k < a.Length; k++)
        {
            var order = a[k].CompareTo(b[k]);
            if (order != 0) return order;
        }

        return 0;
    }

    /// <summary>All rules but refused trades, round by round; each round resets at least one issue or is the last.</summary>
    private void RepairListed(int[] free)
    {
        while (true)
        {
            var violated = _tables.Model.Rules.Where(r => r.InForce && r is not RefusesTradeRule && Violates(r, free)).ToList();
            var resets = MovedIssues(free).Where(i => violated.Exists(r => IsBehind(r, i, free[i]))).ToList();
            if (resets.Count == 0) return;
            foreach (var issue in resets) free[issue] = _tables.StatusQuo[issue];
        }
    }

    private void RepairRefusedTrades(int[] free)
    {
        foreach (var rule in _tables.Model.Rules.OfType<RefusesTradeRule>())
        {
            if (!rule.InForce || !Violates(rule, free)) continue;
            var party = _tables.Party(rule.Party);
            foreach (var issue in MovedIssues(free))
            {
                if (EffectFromStatusQuo(party, rule.Gives, issue, free[issue]).Sign < 0) free[issue] = _tables.StatusQuo[issue];
            }
        }
    }

    private List<int> MovedIssues(int[] free) =>
        [.. Enumerable.Range(0, free.Length).Where(i => free[i] != _tables.StatusQuo[i])];

    /// <summary>Is this free option one of those that made the package violate the rule?</summary>
    private bool IsBehind(Rule rule, int issue, int option) => rule switch
    {
        FloorRule floor => EffectFromStatusQuo(_tables.Party(floor.Party), floor.Dimension, issue, option).Sign < 0,
        RatificationRule { When.IsEmpty: true } => true,
        _ => References.TriggersOf(rule) is { } triggers && References.Triggers(_tables, triggers, issue, option),
    };

    /// <summary>Measured from the status quo, negotiators' bars at 0, a ratifier's kept; an issue at -1 contributes and triggers nothing.</summary>
    private bool Violates(Rule rule, int[] package) => rule switch
    {
        RatificationRule ratification => (ratification.When.IsEmpty || IsTriggered(ratification.When, package)) && !Ratifies(ratification, package),
        RefusesTradeRule refusal => ViolatesRefusal(refusal, package),
        FloorRule floor => Sum(package, (i, o) => EffectFromStatusQuo(_tables.Party(floor.Party), floor.Dimension, i, o)) < -_tables.Of(floor.Tolerance),
        PreconditionRule precondition => IsTriggered(precondition.For, package) && !precondition.Unlocks.Any(r => IsIn(r, package)),
        RedLineRule redLine => IsTriggered(redLine.Never, package),
        TogetherRule together => IsTriggered(together.Options, package) && !together.Options.All(r => IsIn(r, package)),
        _ => throw new UnsoundCaseException($"rule '{rule.Name}' is of an unknown kind"),
    };

    private bool Ratifies(RatificationRule rule, int[] package)
    {
        var ratifier = _tables.Model.Parties[_tables.Party(rule.By)];
        if (ratifier.VotesNeeded is not { } needed) return Consents(ratifier, package);

        var votes = Fraction.Zero;
        foreach (var bloc in _tables.Model.Parties.Where(p => p.Role == PartyRole.Bloc && p.Of == ratifier.Name))
        {
            if (bloc.Votes is { } number && Consents(bloc, package)) votes += _tables.Of(number);
        }

        return votes >= _tables.Of(needed);
    }

    private bool Consents(Party party, int[] package)
    {
        var p = _tables.Party(party.Name);
        return Sum(package, (i, o) => Gain(p, i, o)) >= _tables.Bar(p);
    }

    private bool ViolatesRefusal(RefusesTradeRule rule, int[] package)
    {
        var party = _tables.Party(rule.Party);
        if (Sum(package, (i, o) => EffectFromStatusQuo(party, rule.Gives, i, o)) >= -_tables.Of(rule.Tolerance)) return false;

        var weight = _tables.Weight(party, rule.Gets);
        return Sum(package, (i, o) => Struck(i, o) - Struck(i, _tables.StatusQuo[i])).Sign < 0;

        Fraction Struck(int i, int o) =>
            _tables.Values(party, i)[o] - weight * Fraction.Max(Fraction.Zero, _tables.ExpectedEffect(party, rule.Gets, i, o));
    }

    private Fraction EffectFromStatusQuo(int party, string dimension, int issue, int option) =>
        _tables.ExpectedEffect(party, dimension, issue, option)
        - _tables.ExpectedEffect(party, dimension, issue, _tables.StatusQuo[issue]);

    private static Fraction Sum(int[] package, Func<int, int, Fraction> term)
    {
        var sum = Fraction.Zero;
        for (var i = 0; i < package.Length; i++)
        {
            if (package[i] >= 0) sum += term(i, package[i]);
        }

        return sum;
    }

    private bool IsTriggered(ImmutableArray<OptionReference> triggers, int[] package) =>
        Enumerable.Range(0, package.Length).Any(i => package[i] >= 0 && References.Triggers(_tables, triggers, i, package[i]));

    private bool IsIn(OptionReference reference, int[] package)
    {
        var issue = _tables.Issue(reference.Issue);
        return package[issue] >= 0 && References.Names(_tables, reference, issue, package[issue]);
    }
}
