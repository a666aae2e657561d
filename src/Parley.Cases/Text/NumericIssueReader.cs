using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>Reads the scale of a numeric issue and makes its options.</summary>
internal static class NumericIssueReader
{
    public static NumericScale? Scale(FieldMap map, ScalarNode key, CaseScope scope)
    {
        var curves = ImmutableArray.CreateBuilder<ValueCurve>();
        foreach (var (partyKey, value, _) in map.Others)
        {
            if (!scope.Parties.ContainsKey(partyKey.Text)) map.UnknownKey(partyKey, scope.Parties.Keys);
            else if (Curve(partyKey, value, map, scope) is { } curve) curves.Add(curve);
        }
        foreach (var bound in (string[])["from", "to", "step"])
            if (!map.Has(bound))
                scope.Context.Add(ReaderMessages.MissingKey(bound, $"Numeric issue '{key.Text}'"), key);
        if (map.Decimal("from") is not { } from || map.Decimal("to") is not { } to || map.Decimal("step") is not { } step) return null;
        if (!Fits(map, key, from, to, step, scope)) return null;
        if (curves.Count == 0) scope.Context.Add(ReaderMessages.EmptyIssue(key.Text), key);
        return new NumericScale(from, to, step, curves.ToImmutable());
    }

    private static bool Fits(FieldMap map, ScalarNode key, decimal from, decimal to, decimal step, CaseScope scope)
    {
        var place = map.Node("step") ?? key;
        if (step <= 0) scope.Context.Add(ReaderMessages.BadScale("The step is not above 0.", "Write 'step: 1'."), place);
        else if (from >= to) scope.Context.Add(ReaderMessages.BadScale($"'from' {DecimalText.Of(from)} is not below 'to' {DecimalText.Of(to)}.", "Exchange them."), map.Node("from") ?? key);
        else if ((to - from) / step + 1 > CaseLimits.NumericOptions)
            scope.Context.Add(ReaderMessages.TooMany(ReaderSlugs.TooManyOptions, "steps of one issue", CaseLimits.NumericOptions), place);
        else if ((to - from) % step != 0)
            scope.Context.Add(ReaderMessages.BadScale($"Steps of {DecimalText.Of(step)} from {DecimalText.Of(from)} do not reach {DecimalText.Of(to)}.", "Change 'to' or 'step'."), place);
        else return true;
        return false;
    }

    private static ValueCurve? Curve(ScalarNode partyKey, CaseNode value, FieldMap issue, CaseScope scope)
    {
        if (value is not MapNode map)
        {
            scope.Context.Add(ReaderMessages.WrongShape(partyKey.Text, value.Kind, "a map such as {2: 0, 5: 16}"), value);
            return null;
        }
        var points = new SortedDictionary<decimal, Number>();
        foreach (var (key, node, _) in MapEntries.Of(map, scope.Context))
        {
            if (!DecimalText.TryParse(key.Text, out var at))
                scope.Context.Add(ReaderMessages.BadNumber(key.Text, "2.5"), key);
            else if (node is not ScalarNode { IsEmpty: false } scalar)
                scope.Context.Add(ReaderMessages.WrongShape(key.Text, node.Kind, "a number"), node);
            else if (issue.Number(scalar, NumberDomain.Any) is { } number && !points.TryAdd(DecimalText.Normal(at), number))
                scope.Context.Add(ReaderMessages.DuplicateKey(key.Text, scope.Context.Span(partyKey).Line), key);
        }
        if (map.Entries.Count == 0) scope.Context.Add(ReaderMessages.TooFew(partyKey.Text, "has no points; write {2: 0, 5: 16}"), partyKey);
        return points.Count == 0 ? null : new ValueCurve(partyKey.Text, [.. points.Select(p => new Breakpoint(p.Key, p.Value))]);
    }

    public static ImmutableArray<Option> Options(NumericScale? scale, ScalarNode key, CaseScope scope)
    {
        if (scale is null) return [];
        var span = scope.Context.Span(key);
        return [.. CaseScope.Steps(scale.From, scale.To, scale.Step)
            .Select(at => new Option { Name = DecimalText.Of(at), At = DecimalText.Normal(at), Span = span })];
    }
}
