using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Tests.Shipped;

/// <summary>Gives everything that has a name in a case another one, wherever it is named; overlays and claims are left out.</summary>
internal sealed class CaseRenamer
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Issue, string Option), string> _options = [];
    private readonly HashSet<string> _scales = new(StringComparer.Ordinal);

    /// <summary>Names of the effective case and of the base case are the same ones.</summary>
    public CaseRenamer(CaseModel model)
    {
        // One name may be a party and a deal; new names are told apart by a letter.
        foreach (var party in model.Parties) Add('p', party.Name);
        foreach (var parameter in model.Parameters) Add('v', parameter.Name);
        foreach (var rule in model.Rules) Add('r', rule.Name);
        foreach (var issue in model.Issues)
        {
            Add('i', issue.Name);
            if (issue.Scale is not null) _scales.Add(issue.Name);
            foreach (var option in issue.Options) _options[(issue.Name, option.Name)] = issue.Scale is null ? New('o') : option.Name;
        }

        var dimensions = model.Dimensions.Select(d => d.Name)
            .Concat(model.Parties.SelectMany(p => p.Weights).Select(w => w.Dimension))
            .Concat(model.Issues.SelectMany(i => i.Options).SelectMany(o => o.Effects).Select(e => e.Dimension).OfType<string>());
        foreach (var dimension in dimensions.Distinct()) Add('d', dimension);
    }

    /// <summary>A text in which only the new names stand, with the old names back.</summary>
    public string Back(string text)
    {
        foreach (var (key, name) in _names) text = text.Replace(name, key[1..], StringComparison.Ordinal);
        foreach (var ((issue, option), name) in _options)
            if (!_scales.Contains(issue))
                text = text.Replace(name, option, StringComparison.Ordinal);
        return text;
    }

    public CaseModel Rename(CaseModel model) => model with
    {
        DealMustSettle = All('i', model.DealMustSettle),
        Signatories = model.Signatories is { } s ? s with { All = All('p', s.All), Of = All('p', s.Of) } : null,
        SubstantiveFrom = model.SubstantiveFrom is { } from ? Of(from) : null,
        Dimensions = [.. model.Dimensions.Select(d => d with { Name = To('d', d.Name) })],
        Parameters = [.. model.Parameters.Select(p => p with
        {
            Name = To('v', p.Name), Value = p.Value is { } value ? Of(value) : null, SumOf = All('v', p.SumOf),
        })],
        Parties = [.. model.Parties.Select(Rename)],
        Issues = [.. model.Issues.Select(Rename)],
        Rules = [.. model.Rules.Select(Rename)],
        Deals = [.. model.Deals.Select(d => d with
        {
            Terms = [.. d.Terms.Select(t => t with { Issue = To('i', t.Issue), Option = _options[(t.Issue, t.Option)] })],
        })],
        StandingEffects = [],
        Overlays = [],
        Claims = [],
    };

    private Party Rename(Party party) => party with
    {
        Name = To('p', party.Name),
        Of = party.Of is { } of ? To('p', of) : null,
        NoDeal = Of(party.NoDeal),
        MinGain = Of(party.MinGain),
        Votes = party.Votes is { } votes ? Of(votes) : null,
        VotesNeeded = party.VotesNeeded is { } needed ? Of(needed) : null,
        Weights = [.. party.Weights.Select(w => new Weight(To('d', w.Dimension), Of(w.Value)))],
    };

    private Issue Rename(Issue issue) => issue with
    {
        Name = To('i', issue.Name),
        StatusQuo = issue.StatusQuo is { } now ? _options[(issue.Name, now)] : null,
        Scale = issue.Scale is { } scale ? scale with { Curves = [.. scale.Curves.Select(Rename)] } : null,
        Options = [.. issue.Options.Select(o => o with
        {
            Name = _options[(issue.Name, o.Name)],
            By = All('p', o.By),
            Needs = All('p', o.Needs),
            CarriedOutBy = o.CarriedOutBy is { } by ? To('p', by) : null,
            Delivery = [.. o.Delivery.Select(d => d with { Chance = Of(d.Chance) })],
            Size = Of(o.Size),
            Effects = [.. o.Effects.Select(e => new Effect(To('p', e.Party), e.Dimension is { } d ? To('d', d) : null, e.Time, Of(e.Amount)))],
        })],
    };

    private ValueCurve Rename(ValueCurve curve) =>
        new(To('p', curve.Party), [.. curve.Breakpoints.Select(b => b with { Value = Of(b.Value) })]);

    private Rule Rename(Rule rule)
    {
        var renamed = rule with { Name = To('r', rule.Name) };
        return renamed switch
        {
            RefusesTradeRule r => r with { Party = To('p', r.Party), Gives = To('d', r.Gives), Gets = To('d', r.Gets), Tolerance = Of(r.Tolerance) },
            RatificationRule r => r with { By = To('p', r.By), When = Of(r.When) },
            PreconditionRule r => r with { Unlocks = Of(r.Unlocks), For = Of(r.For), Party = r.Party is { } party ? To('p', party) : null },
            RedLineRule r => r with { Party = To('p', r.Party), Never = Of(r.Never) },
            TogetherRule r => r with { Options = Of(r.Options) },
            FloorRule r => r with { Party = To('p', r.Party), Dimension = To('d', r.Dimension), Tolerance = Of(r.Tolerance) },
            _ => throw new NotSupportedException($"a rule of a kind this test does not know: {rule.GetType().Name}"),
        };
    }

    private ImmutableArray<OptionReference> Of(ImmutableArray<OptionReference> references) => [.. references.Select(r => r with
    {
        Issue = To('i', r.Issue), Option = r.Option is { } option ? _options[(r.Issue, option)] : null,
    })];

    private Number Of(Number number) => number.Parameters.IsEmpty ? number : number with { Parameters = All('v', number.Parameters) };

    private ImmutableArray<string> All(char kind, ImmutableArray<string> names) => [.. names.Select(n => To(kind, n))];

    private string To(char kind, string name) => _names[kind + name];

    private void Add(char kind, string name) => _names.TryAdd(kind + name, New(kind));

    // Later names sort before earlier ones: an answer that goes by the alphabet is found out.
    private string New(char kind) => $"zq{kind}{999 - _names.Count - _options.Count}qz";
}
