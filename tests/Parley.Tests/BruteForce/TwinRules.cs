using System.Diagnostics;
using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Results;

namespace Parley.Tests.BruteForce;

/// <summary>The rows of docs/model.md, section 5, and the joint repair of item 12.</summary>
internal sealed class TwinRules(TwinCase twin)
{
    private IEnumerable<Rule> InForce => twin.Model.Rules.Where(r => r.InForce);

    /// <summary>The triggered rows of a package whose consent is asked of the given parties only.</summary>
    public List<RowOutcome> Rows(int[] package, IReadOnlyCollection<string> signatories)
    {
        List<RowOutcome> rows = [];
        var signers = twin.Signers(package, twin.Free);
        foreach (var party in twin.Negotiators)
        {
            if (signers.Contains(party) && signatories.Contains(party)) rows.Add(Consent(party, package));
        }

        foreach (var rule in InForce)
        {
            if (Row(rule, package, twin.Free, bars: true) is { } row) rows.Add(row);
        }

        return rows;
    }

    /// <summary>Slack of a negotiator's consent, whether or not it is triggered.</summary>
    public Rational ConsentSlack(string party, int[] package) =>
        twin.Utility(party, package) - twin.NoDealPoint(party) - twin.MinGain(party);

    /// <summary>The triggered rule rows at x, measured from x_free with every bar.</summary>
    public IEnumerable<(Rule Rule, RowOutcome Row)> RuleRows(int[] package)
    {
        foreach (var rule in InForce)
        {
            if (Row(rule, package, twin.Free, bars: true) is { } row) yield return (rule, row);
        }
    }

    // Items 10 and 15: measured from q, the negotiators' min_gain and no_deal taken as 0; a ratifier keeps its own.
    public bool AllHoldFromStatusQuo(int[] package) => InForce.All(r => !Breaks(r, package));

    // Item 12.
    public int[] Repair(int[] free)
    {
        while (true)
        {
            var repaired = (int[])free.Clone();
            foreach (var rule in InForce.Where(r => r is not RefusesTradeRule && Breaks(r, free)))
            {
                for (var i = 0; i < free.Length; i++)
                {
                    if (twin.Leaves(i, free) && Triggers(rule, i, free)) repaired[i] = twin.StatusQuo[i];
                }
            }

            if (repaired.SequenceEqual(free)) break;
            free = repaired;
        }

        foreach (var rule in InForce.OfType<RefusesTradeRule>())
        {
            if (!Breaks(rule, free)) continue;
            for (var i = 0; i < free.Length; i++)
            {
                var loses = twin.Leaves(i, free) && EffectChange(rule.Party, rule.Gives, i, free).Sign < 0;
                if (loses) free[i] = twin.StatusQuo[i];
            }
        }

        return free;
    }

    /// <summary>The party a rule belongs to; the rule itself where it has none.</summary>
    public static string HolderOf(Rule rule) => rule switch
    {
        RatificationRule r => r.By,
        RefusesTradeRule r => r.Party,
        FloorRule r => r.Party,
        RedLineRule r => r.Party,
        PreconditionRule r => r.Party ?? r.Name,
        _ => rule.Name,
    };

    private bool Breaks(Rule rule, int[] package) =>
        Row(rule, package, twin.StatusQuo, bars: false) is { Value.Sign: < 0 };

    private bool Triggers(Rule rule, int issue, int[] free) => rule switch
    {
        PreconditionRule r => r.For.Any(o => Names(o, issue, free)),
        RatificationRule r => r.When.IsEmpty || r.When.Any(o => Names(o, issue, free)),
        RedLineRule r => r.Never.Any(o => Names(o, issue, free)),
        TogetherRule r => r.Options.Any(o => Names(o, issue, free)),
        FloorRule r => EffectChange(r.Party, r.Dimension, issue, free).Sign < 0,
        _ => throw new UnreachableException($"{rule.GetType().Name} has no trigger to repair"),
    };

    private bool Names(OptionReference reference, int issue, int[] package) =>
        twin.IssueIndex(reference.Issue) == issue && IsIn(reference, package);

    private Rational EffectChange(string party, string dimension, int issue, int[] package) =>
        twin.Effect(party, dimension, issue, package[issue])
        - twin.Effect(party, dimension, issue, twin.StatusQuo[issue]);

    private RowOutcome Consent(string party, int[] package)
    {
        var slack = ConsentSlack(party, package);
        return new(party, RowKind.Consent, party, slack, Bounded(slack, twin.Range(party)));
    }

    /// <summary>The row of one rule, or null where it is not triggered.</summary>
    private RowOutcome? Row(Rule rule, int[] package, int[] reference, bool bars) => rule switch
    {
        RatificationRule r => Ratification(r, package),
        RefusesTradeRule r => RefusedTrade(r, package, reference, bars),
        FloorRule r => Floor(r, package, reference),
        PreconditionRule r => Hard(r, RowKind.Precondition, r.For, package, r.Unlocks.Any(o => IsIn(o, package))),
        RedLineRule r => Hard(r, RowKind.RedLine, r.Never, package, holds: false),
        TogetherRule r => Hard(r, RowKind.Together, r.Options, package, r.Options.All(o => IsIn(o, package))),
        _ => throw new UnreachableException(rule.GetType().Name),
    };

    private RowOutcome? Hard(
        Rule rule, RowKind kind, IEnumerable<OptionReference> trigger, int[] package, bool holds) =>
        trigger.Any(o => IsTriggered(o, package))
            ? new(rule.Name, kind, HolderOf(rule), null, holds ? null : -1)
            : null;

    private RowOutcome? Ratification(RatificationRule rule, int[] package)
    {
        if (!rule.When.IsEmpty && !rule.When.Any(o => IsTriggered(o, package))) return null;
        var ratifier = twin.PartyNamed(rule.By);
        if (ratifier.VotesNeeded is null)
        {
            var slack = twin.Utility(rule.By, package) - twin.NoDeal(rule.By) - twin.MinGain(rule.By);
            return new(rule.Name, RowKind.Ratification, rule.By, slack, Bounded(slack, twin.Range(rule.By)));
        }

        var needed = twin.Number(ratifier.VotesNeeded);
        Rational votes = 0;
        foreach (var bloc in twin.Model.Parties.Where(p => p.Role == PartyRole.Bloc && p.Of == rule.By))
        {
            var consents = twin.Utility(bloc.Name, package) >= twin.NoDeal(bloc.Name) + twin.MinGain(bloc.Name);
            if (consents && bloc.Votes is not null) votes += twin.Number(bloc.Votes);
        }

        return new(rule.Name, RowKind.Votes, rule.By, votes - needed, Bounded(votes - needed, needed));
    }

    private RowOutcome? RefusedTrade(RefusesTradeRule rule, int[] package, int[] reference, bool bars)
    {
        Rational given = 0;
        Rational slack = bars ? -twin.NoDeal(rule.Party) - twin.MinGain(rule.Party) : 0;
        for (var i = 0; i < package.Length; i++)
        {
            if (package[i] < 0) continue;
            given += twin.Effect(rule.Party, rule.Gives, i, package[i]);
            slack += Struck(rule, i, package[i]);
            if (reference[i] < 0) continue;
            given -= twin.Effect(rule.Party, rule.Gives, i, reference[i]);
            slack -= Struck(rule, i, reference[i]);
        }

        if (given >= -twin.Number(rule.Tolerance)) return null;
        return new(rule.Name, RowKind.RefusedTrade, rule.Party, slack, Bounded(slack, twin.Range(rule.Party)));
    }

    // s_p(o): the value without what the party may not be paid in.
    private Rational Struck(RefusesTradeRule rule, int issue, int option) =>
        twin.Value(rule.Party, issue, option)
        - twin.Weight(rule.Party, rule.Gets) * Rational.Max(0, twin.Effect(rule.Party, rule.Gets, issue, option));

    private RowOutcome Floor(FloorRule rule, int[] package, int[] reference)
    {
        var slack = twin.Number(rule.Tolerance);
        for (var i = 0; i < package.Length; i++)
        {
            if (package[i] < 0) continue;
            slack += twin.Effect(rule.Party, rule.Dimension, i, package[i]);
            if (reference[i] >= 0) slack -= twin.Effect(rule.Party, rule.Dimension, i, reference[i]);
        }

        return new(
            rule.Name, RowKind.Floor, rule.Party, slack, Bounded(slack, twin.EffectRange(rule.Party, rule.Dimension)));
    }

    // Item 13; null is +inf.
    private static Rational? Bounded(Rational slack, Rational scale)
    {
        if (scale.IsZero) return slack.Sign >= 0 ? null : -1;
        return Rational.Max(-1, slack / scale);
    }

    /// <summary>An option in the package, today's included; an issue named alone that left its status quo.</summary>
    private bool IsIn(OptionReference reference, int[] package)
    {
        var issue = twin.IssueIndex(reference.Issue);
        if (package[issue] < 0) return false;
        if (reference.Option is null) return twin.Leaves(issue, package);
        return twin.OptionAt(issue, package[issue]).Name == reference.Option;
    }

    /// <summary>A listed option triggers a rule only where it is not the status quo.</summary>
    private bool IsTriggered(OptionReference reference, int[] package) =>
        IsIn(reference, package) && twin.Leaves(twin.IssueIndex(reference.Issue), package);
}
