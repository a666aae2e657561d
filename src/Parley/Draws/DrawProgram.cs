using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parley.Cases.Model;
using Parley.Problems;

namespace Parley.Draws;

/// <summary>A number of a case as a place in a vector, times at most two parameters.</summary>
/// <param name="Number">Index into the numbers.</param>
/// <param name="First">Index of a parameter; -1 for none.</param>
/// <param name="Second">Index of another; -1 for none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Term(int Number, int First, int Second);

/// <summary>A parameter: a term, or a sum of parameters before it, clipped to 0..1.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ParameterTerm(Term? Value, int[] SumOf);

/// <summary>What an option does to a party in a dimension.</summary>
/// <param name="Party">Index into the parties.</param>
/// <param name="Weight">Index into the weights; -1 for points.</param>
/// <param name="IfDelivered">Whether it counts only when delivered.</param>
/// <param name="Amount">How much.</param>
/// <param name="Slots">The rows of effects it counts in.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EffectTerm(int Party, int Weight, bool IfDelivered, Term Amount, int[] Slots);

/// <summary>A numeric issue's value to a party at an option: between two breakpoints.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CurveTerm(int Party, Term Low, Term High, double Fraction);

/// <summary>A negotiator's, ratifier's or bloc's own numbers.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PartyTerms(Term NoDeal, Term MinGain, Term? Votes, Term? VotesNeeded);

/// <summary>A case written out as sums and products of its numbers, once, to be worked out again and again with other numbers.</summary>
/// <remarks>Follows docs/model.md, 2; what does not depend on numbers is taken from the compiled problem.</remarks>
internal sealed class DrawProgram
{
    private readonly Dictionary<Number, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<double> _values = [];
    private readonly List<ParameterTerm> _parameters = [];
    private readonly Dictionary<string, int> _parameterIndex = new(StringComparer.Ordinal);
    private readonly List<(int Party, string Dimension)> _slots = [];

    public DrawProgram(CaseProblem problem)
    {
        Problem = problem;
        var values = problem.Values;
        var model = problem.Model;
        foreach (var parameter in model.Parameters) ParameterOf(parameter.Name);
        Rules = [.. problem.Rules.Select(r => new DrawRule(
            r, SlotOf(r), TermOrNull(ToleranceOf(r.Rule)), r.Rule is TogetherRule && r.Triggers.Length > 0 ? r.OthersThanListed() : []))];
        Weights = [.. model.Parties.SelectMany(p => p.Weights.Select(w => TermOf(w.Value)))];
        Parties = [.. model.Parties.Select(p => new PartyTerms(TermOf(p.NoDeal), TermOf(p.MinGain), TermOrNull(p.Votes), TermOrNull(p.VotesNeeded)))];
        Threshold = TermOrNull(model.SubstantiveFrom);
        Sizes = [.. values.Options.Select(o => TermOf(o.Size))];
        Delivery = [.. values.Options.Select(o => o.Delivery.Select(c => TermOf(c.Chance)).ToArray())];
        Effects = [.. values.Options.Select(o => o.Effects.Select(EffectOf).ToArray())];
        Curves = [.. values.Options.Select((_, f) => CurvesAt(f).ToArray())];
        Deals = [.. model.Deals.Select(TermsOf)];
        Ways = [.. problem.SignatorySets()];
        Start = [.. _values];
        Parameters = [.. _parameters];
        SlotCount = _slots.Count;
    }

    public CaseProblem Problem { get; }

    /// <summary>The numbers' values in the case as asked.</summary>
    public double[] Start { get; }

    /// <summary>In an order in which each needs only those before it.</summary>
    public ParameterTerm[] Parameters { get; }

    public Term[] Weights { get; }

    public PartyTerms[] Parties { get; }

    public Term? Threshold { get; }

    public Term[] Sizes { get; }

    public Term[][] Delivery { get; }

    public EffectTerm[][] Effects { get; }

    public CurveTerm[][] Curves { get; }

    public DrawRule[] Rules { get; }

    /// <summary>By named deal, its terms as flat options; null where one is not an option of its issue.</summary>
    public int[]?[] Deals { get; }

    /// <summary>Sets of signatories, indices into the parties.</summary>
    public ImmutableArray<int>[] Ways { get; }

    /// <summary>Rows of effects that rules look at.</summary>
    public int SlotCount { get; }

    /// <summary>The place of the weight that the party of a row of effects gives its dimension.</summary>
    public int SlotWeight(int slot) => WeightOf(_slots[slot].Party, _slots[slot].Dimension);

    /// <summary>The place of a number; -1 where the case as asked does not hold it.</summary>
    public int IndexOf(Number number) => _numbers.GetValueOrDefault(number, -1);

    private Term? TermOrNull(Number? number) => number is null ? null : TermOf(number);

    private Term TermOf(Number number)
    {
        if (!_numbers.TryGetValue(number, out var index))
        {
            index = _values.Count;
            _numbers.Add(number, index);
            _values.Add((double)number.Coefficient);
        }

        var parameters = number.Parameters;
        return new(index, parameters.Length > 0 ? ParameterOf(parameters[0]) : -1, parameters.Length > 1 ? ParameterOf(parameters[1]) : -1);
    }

    private int ParameterOf(string name)
    {
        if (_parameterIndex.TryGetValue(name, out var known)) return known;
        var parameter = Problem.Model.Parameters.First(p => p.Name == name);
        var term = parameter.Value is { } number
            ? new ParameterTerm(TermOf(number), [])
            : new ParameterTerm(null, [.. parameter.SumOf.Select(ParameterOf)]);
        _parameters.Add(term);
        return _parameterIndex[name] = _parameters.Count - 1;
    }

    private static Number? ToleranceOf(Rule rule) => rule switch
    {
        RefusesTradeRule refusal => refusal.Tolerance,
        FloorRule floor => floor.Tolerance,
        _ => null,
    };

    // A refusal looks at what is given and at what is got; the latter follows the former.
    private int SlotOf(ResolvedRule rule) => rule.Rule switch
    {
        RefusesTradeRule r => Slot(rule.Party, r.Gives, r.Gets),
        FloorRule r => Slot(rule.Party, r.Dimension),
        _ => -1,
    };

    private int Slot(int party, params ReadOnlySpan<string> dimensions)
    {
        var first = _slots.Count;
        foreach (var dimension in dimensions) _slots.Add((party, dimension));
        return first;
    }

    private int WeightOf(int party, string dimension)
    {
        var index = 0;
        for (var p = 0; p < Problem.Model.Parties.Length; p++)
        {
            foreach (var weight in Problem.Model.Parties[p].Weights)
            {
                if (p == party && weight.Dimension == dimension) return index;
                index++;
            }
        }

        return -1;
    }

    private EffectTerm EffectOf(Effect effect)
    {
        var party = Problem.Values.PartyIndex(effect.Party);
        var slots = Enumerable.Range(0, _slots.Count).Where(s => _slots[s].Party == party && _slots[s].Dimension == effect.Dimension).ToArray();
        var weight = effect.Dimension is { } dimension ? WeightOf(party, dimension) : Points;
        return new(party, weight, effect.Time == EffectTime.IfDelivered, TermOf(effect.Amount), slots);
    }

    /// <summary>The weight of points: one.</summary>
    public const int Points = -2;

    private IEnumerable<CurveTerm> CurvesAt(int flat)
    {
        var values = Problem.Values;
        if (values.Options[flat].At is not { } at) yield break;
        foreach (var byParty in Problem.Model.Issues[values.IssueOf(flat)].Scale?.Curves.GroupBy(c => c.Party) ?? [])
        {
            var points = byParty.First().Breakpoints;
            var right = 0;
            while (right < points.Length - 1 && at > points[right].At) right++;
            var left = at >= points[right].At || right == 0 ? right : right - 1;
            var fraction = left == right ? 0 : (double)((at - points[left].At) / (points[right].At - points[left].At));
            yield return new(values.PartyIndex(byParty.Key), TermOf(points[left].Value), TermOf(points[right].Value), fraction);
        }
    }

    private int[]? TermsOf(Deal deal)
    {
        var flat = deal.Terms.Select(t => Problem.Values.FlatOf(Problem.Values.IssueIndex(t.Issue), t.Option)).ToArray();
        return flat.Contains(-1) ? null : flat;
    }
}

/// <summary>A rule in force, with the rows of effects it looks at.</summary>
/// <param name="Resolved">What does not depend on numbers.</param>
/// <param name="Slot">Its first row of effects; -1 for none.</param>
/// <param name="Tolerance">Of refusals and floors.</param>
/// <param name="Others">Flat options that break up what must go together.</param>
internal sealed record DrawRule(ResolvedRule Resolved, int Slot, Term? Tolerance, int[] Others)
{
    public Rule Rule => Resolved.Rule;
}
