using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Overlays;

/// <summary>Finds what an edit's path leads to. The path is that of the file without its section: <c>trump.weights.econ</c>.</summary>
internal static class CasePath
{
    /// <summary>The target; null with the reason when nothing can stand there.</summary>
    public static EditTarget? Resolve(CaseModel model, string path, out ReaderMessage wrong)
    {
        wrong = default;
        var segments = path.Split('.');
        var head = segments[0];
        if (path == "substantive_from")
            return new NumberTarget(NumberKind.Threshold, NumberDomain.AtLeastZero, model.SubstantiveFrom, null, n => model with { SubstantiveFrom = n });
        if (Find(model.Parameters, p => p.Name == head) is { } parameter && segments.Length == 1) return ParameterTarget(model, parameter);
        if (Find(model.Parties, p => p.Name == head) is { } party) return PartyTarget(model, party, path, segments, out wrong);
        if (Find(model.Rules, r => r.Name == head) is { } rule) return RuleTarget(model, rule, path, segments, out wrong);
        if (Find(model.Issues, i => i.Name == head) is { } issue) return IssueTarget(model, issue, path, segments, out wrong);
        var heads = model.Parties.Select(p => p.Name).Concat(model.Issues.Select(i => i.Name)).Concat(model.Rules.Select(r => r.Name))
            .Concat(model.Parameters.Select(p => p.Name)).Append("substantive_from");
        var meant = Spelling.Nearest(head, heads) ?? (head is "params" or "parties" or "issues" or "rules" && segments.Length > 1 ? path[(head.Length + 1)..] : null);
        wrong = ReaderMessages.UnknownPath(path, head, meant);
        return null;
    }

    private static ParameterTarget ParameterTarget(CaseModel model, Parameter parameter)
    {
        CaseModel With(Parameter changed) => model with { Parameters = Replace(model.Parameters, parameter, changed) };
        return new ParameterTarget(
            new NumberTarget(NumberKind.Parameter, NumberDomain.Any, parameter.Value, null, n => With(parameter with { Value = n, SumOf = [], Source = null })),
            (names, source) => With(parameter with { Value = null, SumOf = [.. names], Source = source }));
    }

    private static NumberTarget? PartyTarget(CaseModel model, Party party, string path, string[] segments, out ReaderMessage wrong)
    {
        CaseModel With(Party changed) => model with { Parties = Replace(model.Parties, party, changed) };
        wrong = default;
        switch (segments)
        {
            case [_, "no_deal"]:
                return new NumberTarget(NumberKind.NoDeal, NumberDomain.Any, party.NoDeal, party.Source, n => With(party with { NoDeal = n }));
            case [_, "min_gain"]:
                return new NumberTarget(NumberKind.MinGain, PartyReader.MinGainOf(party.Role), party.MinGain, party.Source, n => With(party with { MinGain = n }));
            case [_, "votes"] when party.Role == PartyRole.Bloc:
                return new NumberTarget(NumberKind.Votes, NumberDomain.Votes, party.Votes, party.Source, n => With(party with { Votes = n }));
            case [_, "votes_needed"] when party.Role == PartyRole.Ratifier:
                return new NumberTarget(NumberKind.VotesNeeded, NumberDomain.Votes, party.VotesNeeded, party.Source, n => With(party with { VotesNeeded = n }));
            case [_, "weights", var dimension] when Dimensions(model).Contains(dimension):
                var weight = Find(party.Weights, w => w.Dimension == dimension);
                return new NumberTarget(NumberKind.Weight, NumberDomain.AtLeastZero, weight?.Value, party.Source,
                    n => With(party with { Weights = Put(party.Weights, weight, new Weight(dimension, n)) }));
            case [_, "weights", var dimension]:
                wrong = ReaderMessages.UnknownPath(path, dimension, Spelling.Nearest(dimension, Dimensions(model)));
                return null;
            case [_, "votes" or "votes_needed"]:
                wrong = ReaderMessages.KeyOfRole(segments[1], CaseScope.WordOf(party.Role), segments[1] == "votes" ? "bloc" : "ratifier");
                return null;
            default:
                wrong = Unknown(path, segments, ["no_deal", "min_gain", "weights", "votes", "votes_needed"]);
                return null;
        }
    }

    private static EditTarget? RuleTarget(CaseModel model, Rule rule, string path, string[] segments, out ReaderMessage wrong)
    {
        CaseModel With(Rule changed) => model with { Rules = Replace(model.Rules, rule, changed) };
        wrong = default;
        switch (segments, rule)
        {
            case ([_, "in_force"], _):
                return new YesNoTarget(yes => With(rule with { InForce = yes }));
            case ([_, "tolerance"], RefusesTradeRule refusal):
                return new NumberTarget(NumberKind.Tolerance, NumberDomain.AtLeastZero, refusal.Tolerance, rule.Source, n => With(refusal with { Tolerance = n }));
            case ([_, "tolerance"], FloorRule floor):
                return new NumberTarget(NumberKind.Tolerance, NumberDomain.AtLeastZero, floor.Tolerance, rule.Source, n => With(floor with { Tolerance = n }));
            default:
                wrong = Unknown(path, segments, ["in_force", "tolerance"]);
                return null;
        }
    }

    private static EditTarget? IssueTarget(CaseModel model, Issue issue, string path, string[] segments, out ReaderMessage wrong)
    {
        CaseModel With(Issue changed) => model with { Issues = Replace(model.Issues, issue, changed) };
        wrong = default;
        switch (segments)
        {
            case [_, "status_quo"]:
                return new OptionTarget(issue, name => With(issue with { StatusQuo = name }));
            case [_, "off_table"]:
                return new YesNoTarget(yes => With(issue with { OffTable = yes }))
                {
                    RefusesYes = issue.StatusQuo is null ? ReaderMessages.NoStatusQuo(issue.Name) : null,
                };
        }
        if (issue.Scale is { } scale) return BreakpointTarget(issue, scale, With, path, segments, out wrong);
        if (segments.Length > 1 && Find(issue.Options, o => o.Name == segments[1]) is { } option)
            return OptionPath.Resolve(model, option, changed => With(issue with { Options = Replace(issue.Options, option, changed) }), path, segments, out wrong);
        wrong = Unknown(path, segments, [.. issue.Options.Select(o => o.Name), "status_quo", "off_table"]);
        return null;
    }

    private static NumberTarget? BreakpointTarget(Issue issue, NumericScale scale, Func<Issue, CaseModel> with, string path, string[] segments, out ReaderMessage wrong)
    {
        wrong = default;
        if (segments.Length >= 3 && Find(scale.Curves, c => c.Party == segments[1]) is { } curve
            && DecimalText.TryParse(string.Join('.', segments[2..]), out var at))
        {
            at = DecimalText.Normal(at);
            var point = Find(curve.Breakpoints, b => b.At == at);
            return new NumberTarget(NumberKind.Breakpoint, NumberDomain.Any, point?.Value, null, n =>
            {
                ImmutableArray<Breakpoint> points = [.. Put(curve.Breakpoints, point, new Breakpoint(at, n)).OrderBy(b => b.At)];
                return with(issue with { Scale = scale with { Curves = Replace(scale.Curves, curve, curve with { Breakpoints = points }) } });
            });
        }
        wrong = Unknown(path, segments, [.. scale.Curves.Select(c => c.Party), "status_quo", "off_table"]);
        return null;
    }

    internal static ReaderMessage Unknown(string path, string[] segments, IReadOnlyList<string> known, int at = 1)
    {
        if (segments.Length <= at) return ReaderMessages.UnknownPath(path, path, null);
        var segment = segments[at];
        return known.Contains(segment) && segments.Length > at + 1
            ? ReaderMessages.UnknownPath(path, segments[^1], null)
            : ReaderMessages.UnknownPath(path, segment, Spelling.Nearest(segment, known));
    }

    internal static HashSet<string> Dimensions(CaseModel model) =>
        [.. model.Dimensions.Select(d => d.Name), .. model.Parties.SelectMany(p => p.Weights).Select(w => w.Dimension)];

    internal static T? Find<T>(ImmutableArray<T> items, Func<T, bool> wanted)
        where T : class
    {
        foreach (var item in items)
            if (wanted(item))
                return item;
        return null;
    }

    internal static ImmutableArray<T> Replace<T>(ImmutableArray<T> items, T old, T changed)
        where T : class
    {
        for (var i = 0; i < items.Length; i++)
            if (ReferenceEquals(items[i], old))
                return items.SetItem(i, changed);
        return items.Add(changed);
    }

    /// <summary>Replaces an item, or adds it at the end where there is none yet.</summary>
    internal static ImmutableArray<T> Put<T>(ImmutableArray<T> items, T? old, T changed)
        where T : class => old is null ? items.Add(changed) : Replace(items, old, changed);
}
