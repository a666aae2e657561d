using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Scenarios;
using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>Reads a GeniusWeb domain.</summary>
internal static class GeniusWebReader
{
    /// <summary>The one kind of profile that is read.</summary>
    public const string LinearSpace = "LinearAdditiveUtilitySpace";

    public static ScenarioDomain? ReadDomain(FormatFile file, CaseNode root)
    {
        if (NodeFields.Of(file, root, "A domain") is not { } fields || fields.Inner("issuesValues", "A domain") is not { } issues) return null;
        var builder = new DomainBuilder(file);
        foreach (var entry in issues.Entries) ReadIssue(file, entry, builder);
        return builder.Build(fields.Word("name") is { Length: > 0 } name ? name : file.BareName);
    }

    /// <summary>The domain that a profile carries in itself; null when it has none.</summary>
    public static CaseNode? EmbeddedDomain(CaseNode root) => (root as MapNode)?[LinearSpace] is MapNode space ? space["domain"] : null;

    private static void ReadIssue(FormatFile file, MapEntry entry, DomainBuilder builder)
    {
        var name = entry.Key.Text;
        var place = file.Span(entry.Key);
        if (NodeFields.Of(file, entry.Value, $"The issue '{name}'") is { } fields)
        {
            if (fields["range"] is { } range)
            {
                if (ReadRange(file, range, name) is not var (low, high, step)) builder.Refuse(name);
                else AddRange(builder, name, place, (low, high, step), file.Span(range));
                return;
            }
            if (NodeFields.List(file, fields.Required("values", $"The issue '{name}'"), "'values'") is { } list)
            {
                var values = new List<(string, SourceSpan)>();
                foreach (var item in list.Items)
                    if (NodeFields.Text(file, item, "A value") is { } text)
                        values.Add((text, file.Span(item)));
                builder.Add(name, place, values);
                return;
            }
        }
        builder.Refuse(name);
    }

    /// <summary>Low, high and step, as a list of three or under their names; null with a finding.</summary>
    private static (ExactDecimal Low, ExactDecimal High, ExactDecimal Step)? ReadRange(FormatFile file, CaseNode node, string name)
    {
        ExactDecimal? low, high, step;
        if (node is ListNode { Items.Count: 3 } list)
        {
            low = NodeFields.Number(file, list.Items[0], "A low end");
            high = NodeFields.Number(file, list.Items[1], "A high end");
            step = NodeFields.Number(file, list.Items[2], "A step");
        }
        else
        {
            if (NodeFields.Of(file, node, "'range'") is not { } fields) return null;
            low = fields.Number("low", "A range");
            high = fields.Number("high", "A range");
            step = fields.Number("step", "A range");
        }
        if (low is not { } l || high is not { } h || step is not { } s) return null;
        if (s > ExactDecimal.Zero && l <= h) return (l, h, s);
        file.Add(FormatMessages.BadSteps(name), node);
        return null;
    }

    private static void AddRange(DomainBuilder builder, string name, SourceSpan place, (ExactDecimal Low, ExactDecimal High, ExactDecimal Step) range, SourceSpan at)
    {
        var (low, high, step) = range;
        var whole = step == ExactDecimal.One && low.Scale == 0;
        if (whole && low > -1_000_000_000 && high < 1_000_000_000)
        {
            builder.Add(name, place, (int)low.Unscaled, (int)Decimals.Floor(high));
            return;
        }
        var values = new List<(string, SourceSpan)>();
        for (var value = low; value <= high && values.Count <= ScenarioLimits.Values; value = Decimals.Add(value, step))
            values.Add((value.ToString(), at));
        builder.Add(name, place, values);
    }
}

/// <summary>Reads a GeniusWeb profile over a domain.</summary>
internal sealed class GeniusWebProfileReader(FormatFile file, ScenarioDomain domain)
{
    /// <summary>Digits to which GeniusWeb rounds a utility that it interpolates.</summary>
    private const int Rounded = 8;

    public ScenarioProfile? Read(NodeFields space, string name)
    {
        var utilities = ReadUtilities(space);
        var weights = ReadWeights(space);
        var bid = space["reservationBid"] is { } node && !NodeFields.IsNull(node) ? ReadBid(node) : [];
        if (utilities is null || weights is null) return null;
        var parts = ImmutableArray.CreateBuilder<IssueUtility>();
        for (var i = 0; i < domain.Issues.Length; i++)
            if (utilities[i] is { } function && weights[i] is { } weight)
                parts.Add(new IssueUtility(weight, function));
        return new ScenarioProfile { Name = name, Issues = parts.ToImmutable(), ReservationBid = bid };
    }

    private ValueFunction?[]? ReadUtilities(NodeFields space)
    {
        if (space.Inner("issueUtilities", "A profile") is not { } issues) return null;
        var functions = new ValueFunction?[domain.Issues.Length];
        foreach (var (at, entry) in ByIssue(issues)) functions[at] = ReadFunction(entry.Value, at);
        return functions;
    }

    private ExactDecimal?[]? ReadWeights(NodeFields space)
    {
        if (space.Inner("issueWeights", "A profile") is not { } issues) return null;
        var weights = new ExactDecimal?[domain.Issues.Length];
        foreach (var (at, entry) in ByIssue(issues)) weights[at] = NodeFields.Number(file, entry.Value, "A weight");
        return weights;
    }

    private ImmutableArray<int> ReadBid(CaseNode node)
    {
        if (NodeFields.Of(file, node, "'reservationBid'")?.Inner("issuevalues", "A reservation bid") is not { } issues) return [];
        var bid = new int[domain.Issues.Length];
        foreach (var (at, entry) in ByIssue(issues))
        {
            if (NodeFields.Text(file, entry.Value, "A value") is not { } text) continue;
            bid[at] = domain.FindNumber(at, text);
            if (bid[at] < 0) file.Add(FormatMessages.UnknownValue(text, domain.Issues[at].Name, file.Near(domain.Issues[at].Values)), entry.Value);
        }
        return [.. bid];
    }

    /// <summary>The entries of a map by issue of the domain; issues that are missing or unknown are told.</summary>
    private IEnumerable<(int Issue, MapEntry Entry)> ByIssue(NodeFields map)
    {
        var seen = new bool[domain.Issues.Length];
        foreach (var entry in map.Entries)
        {
            var at = domain.Find(entry.Key.Text);
            if (at < 0)
            {
                if (!domain.IsRefused(entry.Key.Text)) file.Add(FormatMessages.UnknownIssue(entry.Key.Text, file.Near(domain.Issues.Select(i => i.Name))), entry.Key);
                continue;
            }
            seen[at] = true;
            yield return (at, entry);
        }
        for (var i = 0; i < seen.Length; i++)
            if (!seen[i])
                file.Add(FormatMessages.MissingIssue(domain.Issues[i].Name), map.Map);
    }

    private TableFunction? ReadFunction(CaseNode node, int at)
    {
        var issue = domain.Issues[at];
        if (NodeFields.Of(file, node, $"The issue '{issue.Name}'") is not { } fields) return null;
        foreach (var entry in fields.Entries)
        {
            if (NodeFields.Of(file, entry.Value, $"'{entry.Key.Text}'") is not { } inner) return null;
            if (entry.Key.Text is "discreteutils" or "DiscreteValueSetUtilities")
                return inner.Inner("valueUtilities", $"'{entry.Key.Text}'") is { } values ? ReadTable(file, domain, values, at) : null;
            if (entry.Key.Text is "numberutils" or "NumberValueSetUtilities") return ReadNumbers(inner, issue);
            file.Add(FormatMessages.UnknownValueFunction(entry.Key.Text), entry.Key);
            return null;
        }
        file.Add(FormatMessages.MissingKey($"The issue '{issue.Name}'", "discreteutils"), node);
        return null;
    }

    /// <summary>A number for each value of an issue, by name.</summary>
    public static TableFunction? ReadTable(FormatFile file, ScenarioDomain domain, NodeFields values, int at)
    {
        var issue = domain.Issues[at];
        var table = new ExactDecimal?[issue.Values.Length];
        var told = new bool[table.Length];
        foreach (var entry in values.Entries)
        {
            var v = domain.FindNumber(at, entry.Key.Text);
            if (v < 0)
            {
                file.Add(FormatMessages.UnknownValue(entry.Key.Text, issue.Name, file.Near(issue.Values)), entry.Key);
                continue;
            }
            if (told[v]) file.Add(FormatMessages.ValueTwice(entry.Key.Text, issue.Name), entry.Key);
            told[v] = true;
            table[v] = NodeFields.Number(file, entry.Value, "A utility");
        }
        for (var v = 0; v < told.Length; v++)
            if (!told[v])
                file.Add(FormatMessages.MissingValue(issue.Values[v], issue.Name), values.Map);
        return Array.TrueForAll(table, t => t is not null) ? new TableFunction([.. table.Select(t => t!.Value)]) : null; // none is null
    }

    /// <summary>Between two ends in a straight line, rounded as GeniusWeb rounds; 0 outside them.</summary>
    private TableFunction? ReadNumbers(NodeFields fields, ScenarioIssue issue)
    {
        const string Where = "A function of numbers";
        var lowest = fields.Number("lowValue", Where);
        var highest = fields.Number("highValue", Where);
        var first = fields.Number("lowUtility", Where);
        var last = fields.Number("highUtility", Where);
        if (lowest is not { } low || highest is not { } high || first is not { } from || last is not { } to) return null;
        if (high <= low)
        {
            file.Add(FormatMessages.BadSteps(issue.Name), fields.Map);
            return null;
        }
        var table = ImmutableArray.CreateBuilder<ExactDecimal>(issue.Values.Length);
        foreach (var text in issue.Values)
        {
            if (!ExactDecimal.TryParse(text, out var x))
            {
                file.Add(FormatMessages.NoNumbers(issue.Name, text), fields.Map);
                return null;
            }
            table.Add(Interpolate((low, from), (high, to), x));
        }
        return new TableFunction(table.MoveToImmutable());
    }

    /// <summary>What GeniusWeb makes of a value between two ends.</summary>
    public static ExactDecimal Interpolate((ExactDecimal Value, ExactDecimal Utility) low, (ExactDecimal Value, ExactDecimal Utility) high, ExactDecimal x)
    {
        if (x < low.Value || x > high.Value) return ExactDecimal.Zero;
        var rise = Decimals.Add(high.Utility, Decimals.Negate(low.Utility));
        var width = Decimals.Add(high.Value, Decimals.Negate(low.Value));
        var part = Decimals.Multiply(rise, Decimals.Add(x, Decimals.Negate(low.Value)));
        return Decimals.DivideRounded(Decimals.Add(part, Decimals.Multiply(low.Utility, width)), width, Rounded);
    }
}
