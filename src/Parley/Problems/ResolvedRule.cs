using Parley.Cases.Model;
using Parley.Kernels.Exact;

namespace Parley.Problems;

/// <summary>A rule in force with its names resolved to flat options and party indices.</summary>
internal sealed class ResolvedRule
{
    private readonly CaseValues _values;

    public ResolvedRule(Rule rule, CaseValues values)
    {
        Rule = rule;
        _values = values;
        Listed = new bool[values.Options.Length];
        switch (rule)
        {
            case RefusesTradeRule r:
                Party = values.PartyIndex(r.Party);
                GiveEffects = values.Effects(Party, r.Gives);
                Struck = StruckValues(Party, r.Gets);
                Tolerance = values.Evaluate(r.Tolerance);
                break;
            case FloorRule r:
                Party = values.PartyIndex(r.Party);
                GiveEffects = values.Effects(Party, r.Dimension);
                Tolerance = values.Evaluate(r.Tolerance);
                break;
            case RatificationRule r:
                Party = values.PartyIndex(r.By);
                Listed = Flat(r.When);
                Always = r.When.IsEmpty;
                Blocs = [.. Enumerable.Range(0, values.Model.Parties.Length)
                    .Where(p => values.Model.Parties[p] is { Role: PartyRole.Bloc } bloc && bloc.Of == r.By)];
                VotesNeeded = values.Model.Parties[Party].VotesNeeded is { } votes ? values.Evaluate(votes) : null;
                break;
            case PreconditionRule r:
                Party = r.Party is { } party ? values.PartyIndex(party) : -1;
                Listed = Flat(r.For);
                Unlocks = Flat(r.Unlocks);
                break;
            case RedLineRule r:
                Party = values.PartyIndex(r.Party);
                Listed = Flat(r.Never);
                break;
            case TogetherRule r:
                Listed = Flat(r.Options);
                References = r.Options;
                break;
        }

        Triggers = [.. Enumerable.Range(0, values.Options.Length).Where(f => Listed[f] && !values.IsStatusQuo(f))];
    }

    public Rule Rule { get; }

    /// <summary>The party whose rule it is; -1 when nobody's.</summary>
    public int Party { get; } = -1;

    /// <summary>Flat; options the rule lists (for an issue: every option that leaves its status quo).</summary>
    public bool[] Listed { get; }

    /// <summary>Listed options that are not the status quo.</summary>
    public int[] Triggers { get; }

    /// <summary>True for a ratification of every deal.</summary>
    public bool Always { get; }

    public bool[] Unlocks { get; } = [];

    public IReadOnlyList<OptionReference> References { get; } = [];

    /// <summary>Effects in the refused or guarded dimension, flat.</summary>
    public Rational[] GiveEffects { get; } = [];

    /// <summary>Values with gains in the other dimension struck out, flat.</summary>
    public Rational[] Struck { get; } = [];

    public Rational Tolerance { get; }

    public int[] Blocs { get; } = [];

    public Rational? VotesNeeded { get; }

    /// <summary>The flat options a reference stands for.</summary>
    public IEnumerable<int> FlatOf(OptionReference reference)
    {
        var issue = _values.IssueIndex(reference.Issue);
        if (reference.Option is { } option) return [_values.FlatOf(issue, option)];
        return Enumerable.Range(_values.Offset(issue), _values.OptionCount(issue)).Where(f => !_values.IsStatusQuo(f));
    }

    /// <summary>Every option that shares an issue with a listed one and is not what the rule asks for there.</summary>
    public int[] OthersThanListed()
    {
        var removed = new SortedSet<int>();
        foreach (var reference in References)
        {
            var issue = _values.IssueIndex(reference.Issue);
            var kept = FlatOf(reference).ToHashSet();
            for (var f = _values.Offset(issue); f < _values.Offset(issue) + _values.OptionCount(issue); f++)
                if (!kept.Contains(f)) removed.Add(f);
        }

        return [.. removed];
    }

    private bool[] Flat(IEnumerable<OptionReference> references)
    {
        var flat = new bool[_values.Options.Length];
        foreach (var f in references.SelectMany(FlatOf)) flat[f] = true;
        return flat;
    }

    private Rational[] StruckValues(int party, string dimension)
    {
        var weight = _values.WeightOf(party, dimension);
        var effects = _values.Effects(party, dimension);
        var struck = new Rational[effects.Length];
        for (var f = 0; f < struck.Length; f++) struck[f] = _values.Values[party][f] - weight * Rational.Max(0, effects[f]);
        return struck;
    }
}
