using System.Collections.Immutable;
using System.Globalization;
using Parley.Cases.Scenarios;
using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>Reads what is told issue by issue in a utility function of NegMAS.</summary>
internal sealed class NegMasValueReader(FormatFile file, ScenarioDomain domain)
{
    /// <summary>One value function for each issue; null where one was refused.</summary>
    public ValueFunction?[] Functions(CaseNode node)
    {
        var functions = new ValueFunction?[domain.Issues.Length];
        foreach (var (issue, part) in ByIssue(node, "values")) functions[issue] = Function(part, issue);
        return functions;
    }

    /// <summary>The value itself, for each issue.</summary>
    public ValueFunction?[] Identities()
    {
        var functions = new ValueFunction?[domain.Issues.Length];
        for (var i = 0; i < functions.Length; i++) functions[i] = Straight(i, ExactDecimal.One, ExactDecimal.Zero, null);
        return functions;
    }

    /// <summary>An outcome: a value for each issue, in a list or by the issues' names; empty with a finding.</summary>
    public ImmutableArray<int> Outcome(CaseNode node)
    {
        var outcome = new int[domain.Issues.Length];
        foreach (var (issue, part) in ByIssue(node, "reserved_outcome"))
        {
            if (NodeFields.Text(file, part, "A value") is not { } text) continue;
            outcome[issue] = domain.FindNumber(issue, text);
            if (outcome[issue] < 0) file.Add(FormatMessages.UnknownValue(text, domain.Issues[issue].Name, file.Near(domain.Issues[issue].Values)), part);
        }
        return [.. outcome];
    }

    /// <summary>The parts of a list in the order of the issues, or of a map by the issues' names.</summary>
    public IEnumerable<(int Issue, CaseNode Part)> ByIssue(CaseNode node, string key)
    {
        var count = domain.Issues.Length;
        if (node is ListNode list)
        {
            if (domain.HasRefused) return [];
            if (list.Items.Count != count) file.Add(FormatMessages.WrongCount(key, list.Items.Count, count), node);
            return list.Items.Take(count).Select((item, i) => (i, item));
        }
        return node is MapNode ? ByName(node, key) : Told(node, key);
    }

    private IEnumerable<(int Issue, CaseNode Part)> ByName(CaseNode node, string key)
    {
        if (NodeFields.Of(file, node, $"'{key}'") is not { } fields) yield break;
        foreach (var entry in fields.Entries)
            if (domain.Find(entry.Key.Text) < 0 && !domain.IsRefused(entry.Key.Text))
                file.Add(FormatMessages.UnknownIssue(entry.Key.Text, file.Near(domain.Issues.Select(i => i.Name))), entry.Key);
        for (var i = 0; i < domain.Issues.Length; i++)
        {
            if (fields[domain.Issues[i].Name] is { } part) yield return (i, part);
            else file.Add(FormatMessages.MissingIssue(domain.Issues[i].Name), node);
        }
    }

    private IEnumerable<(int Issue, CaseNode Part)> Told(CaseNode node, string key)
    {
        file.Add(FormatMessages.WrongShape($"'{key}'", "a list", node.Kind), node);
        return [];
    }

    private ValueFunction? Function(CaseNode node, int issue)
    {
        if (NodeFields.Of(file, node, "A value function") is not { } fields) return null;
        var type = fields["type"] is ScalarNode scalar ? NegMasDomainReader.ShortType(scalar.Text) : null;
        if (type is null || domain.FindValue(issue, "type") >= 0 && fields["mapping"] is null)
            return fields["mapping"] is MapNode bare && NodeFields.Of(file, bare, "'mapping'") is { } inside
                ? GeniusWebProfileReader.ReadTable(file, domain, inside, issue)
                : GeniusWebProfileReader.ReadTable(file, domain, fields, issue);
        switch (type)
        {
            case "TableFun":
                return fields.Inner("mapping", "A TableFun") is { } mapping ? GeniusWebProfileReader.ReadTable(file, domain, mapping, issue) : null;
            case "AffineFun" or "LinearFun":
                var slope = fields.Number("slope", $"A {type}");
                var bias = fields["bias"] is null ? ExactDecimal.Zero : fields.Number("bias", $"A {type}");
                return slope is { } s && bias is { } b ? Straight(issue, s, b, node) : null;
            case "IdentityFun":
                return Straight(issue, ExactDecimal.One, ExactDecimal.Zero, node);
            case "ConstFun":
                return fields.Number("bias", "A ConstFun") is { } constant ? Constant(issue, constant) : null;
            default:
                file.Add(FormatMessages.UnknownValueFunction(type), fields["type"] ?? node);
                return null;
        }
    }

    private ValueFunction Constant(int issue, ExactDecimal value) =>
        domain.Issues[issue].Range is not null
            ? new LinearFunction(ExactDecimal.Zero, value)
            : new TableFunction([.. Enumerable.Repeat(value, domain.Issues[issue].Values.Length)]);

    /// <summary><c>slope * value + bias</c>: counted from the low end on whole numbers, worked out one by one on others.</summary>
    private ValueFunction? Straight(int issue, ExactDecimal slope, ExactDecimal bias, CaseNode? node)
    {
        var known = domain.Issues[issue];
        if (known.Range is { } range) return new LinearFunction(slope, Decimals.Add(bias, Decimals.Multiply(slope, range.Low)));
        var table = ImmutableArray.CreateBuilder<ExactDecimal>(known.Values.Length);
        foreach (var text in known.Values)
        {
            if (!ExactDecimal.TryParse(text, out var value))
            {
                if (node is null) file.Add(FormatMessages.NoNumbers(known.Name, text), file.Whole);
                else file.Add(FormatMessages.NoNumbers(known.Name, text), node);
                return null;
            }
            table.Add(Decimals.Add(Decimals.Multiply(slope, value), bias));
        }
        return new TableFunction(table.MoveToImmutable());
    }

    /// <summary>Rectangles by the numbers of their issues, counted from 0.</summary>
    public ImmutableArray<HyperRectangle> Rectangles(NodeFields fields)
    {
        var ranges = NodeFields.List(file, fields.Required("outcome_ranges", "A function of rectangles"), "'outcome_ranges'");
        var key = fields["utilities"] is null && fields["mappings"] is not null ? "mappings" : "utilities";
        var utilities = NodeFields.List(file, fields.Required(key, "A function of rectangles"), $"'{key}'");
        var weights = fields["weights"] is { } node && !NodeFields.IsNull(node) ? NodeFields.List(file, node, "'weights'") : null;
        if (ranges is null || utilities is null) return [];
        var count = ranges.Items.Count;
        if (utilities.Items.Count != count) file.Add(FormatMessages.WrongCount(key, utilities.Items.Count, count), utilities);
        if (weights is not null && weights.Items.Count != count) file.Add(FormatMessages.WrongCount("weights", weights.Items.Count, count), weights);
        if (count > ScenarioLimits.Rectangles)
        {
            file.Add(FormatMessages.TooManyRectangles(), ranges);
            return [];
        }
        var rectangles = ImmutableArray.CreateBuilder<HyperRectangle>();
        for (var r = 0; r < Math.Min(count, utilities.Items.Count); r++)
        {
            var weight = weights is null || r >= weights.Items.Count ? ExactDecimal.One : NodeFields.Number(file, weights.Items[r], "A weight");
            if (NodeFields.Number(file, utilities.Items[r], "A utility") is { } utility && weight is { } times)
                rectangles.Add(new HyperRectangle(Decimals.Multiply(times, utility), Conditions(ranges.Items[r])));
        }
        return rectangles.ToImmutable();
    }

    private ImmutableArray<RectangleCondition> Conditions(CaseNode node)
    {
        if (NodeFields.IsNull(node) || NodeFields.Of(file, node, "A rectangle") is not { } fields) return [];
        var conditions = ImmutableArray.CreateBuilder<RectangleCondition>();
        foreach (var entry in fields.Entries)
        {
            if (!int.TryParse(entry.Key.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var issue) || issue >= domain.Issues.Length)
                file.Add(FormatMessages.UnknownIssue(entry.Key.Text, []), entry.Key);
            else if (entry.Value is ListNode { Items: [var first, var last] } && domain.Issues[issue].Range is { } range)
            {
                if (NodeFields.Number(file, first, "A bound") is { } min && NodeFields.Number(file, last, "A bound") is { } max)
                    conditions.Add(GeniusRectangleReader.Condition(issue, range, min, max, excludes: false));
            }
            else if (NodeFields.Text(file, entry.Value, "A value") is { } text)
            {
                var value = domain.FindNumber(issue, text);
                if (value < 0) file.Add(FormatMessages.UnknownValue(text, domain.Issues[issue].Name, file.Near(domain.Issues[issue].Values)), entry.Value);
                conditions.Add(new RectangleCondition(issue, value, value, Excludes: false));
            }
        }
        return conditions.ToImmutable();
    }
}
