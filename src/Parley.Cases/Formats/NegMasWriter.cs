using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>Writes an outcome space and a utility function for each side, as NegMAS loads them from a folder.</summary>
internal sealed class NegMasWriter(Scenario scenario, WriterFindings findings)
{
    public ImmutableArray<ScenarioText> Write()
    {
        foreach (var profile in scenario.Profiles)
            if (ProfileParts.Of(scenario, profile) is null)
                findings.Add(FormatMessages.RectanglesHaveNoRoom(profile.Name, "NegMAS"));
        if (findings.HasErrors) return [];
        var domain = WriterNames.Safe(scenario.Name);
        var files = WriterNames.Profiles(scenario, domain);
        var texts = ImmutableArray.CreateBuilder<ScenarioText>();
        texts.Add(new ScenarioText($"{domain}.yml", Domain()));
        for (var p = 0; p < files.Length; p++) texts.Add(new ScenarioText($"{files[p]}.yml", Profile(scenario.Profiles[p])));
        return texts.ToImmutable();
    }

    private string Domain()
    {
        var text = new StringBuilder($"type: DiscreteCartesianOutcomeSpace\nname: {Quoted(scenario.Name)}\nissues:\n");
        foreach (var issue in scenario.Issues)
        {
            var type = issue.Range is null ? "CategoricalIssue" : "ContiguousIssue";
            text.Append(CultureInfo.InvariantCulture, $"- type: {type}\n  name: {Quoted(issue.Name)}\n  values:\n");
            if (issue.Range is { } range) text.Append(CultureInfo.InvariantCulture, $"  - {range.Low}\n  - {range.High}\n");
            else
                foreach (var value in issue.Values)
                    text.Append(CultureInfo.InvariantCulture, $"  - {Quoted(value)}\n");
        }
        return text.ToString();
    }

    private string Profile(ScenarioProfile profile)
    {
        var parts = ProfileParts.Of(scenario, profile)!; // those without were told
        var all = parts.Heights.SelectMany((h, i) => h.Select((_, v) => parts[i, v]));
        var factor = new Ratio(ProfileParts.Ending(all), 1);
        if (!factor.Above.IsOne) findings.Add(FormatMessages.Renumbered(profile.Name, factor.ToString(), "0"));
        var text = new StringBuilder();
        var indent = string.Empty;
        if (profile.Discount is { } discount)
        {
            text.Append(CultureInfo.InvariantCulture, $"type: ExpDiscountedUFun\nname: {Quoted(profile.Name)}\ndiscount: {findings.Text(discount, profile.Name)}\n");
            AppendReservation(text, profile, factor);
            text.Append("ufun:\n");
            indent = "  ";
        }
        var inner = new StringBuilder($"type: LinearAdditiveUtilityFunction\nname: {Quoted(profile.Name)}\n");
        AppendReservation(inner, profile, factor);
        if (parts.Constant.Sign != 0) inner.Append(CultureInfo.InvariantCulture, $"bias: {Text(parts.Constant * factor, profile)}\n");
        AppendFunctions(inner, profile, parts, factor);
        foreach (var line in inner.ToString().TrimEnd('\n').Split('\n')) text.Append(indent).Append(line).Append('\n');
        return text.ToString();
    }

    private void AppendReservation(StringBuilder text, ScenarioProfile profile, Ratio factor)
    {
        if (profile.Reservation is { } number) text.Append(CultureInfo.InvariantCulture, $"reserved_value: {Text(Ratio.Of(number) * factor, profile)}\n");
        else text.Append("reserved_value: -.inf\n");
        if (profile.ReservationBid.IsEmpty) return;
        text.Append("reserved_outcome:\n");
        for (var i = 0; i < scenario.Issues.Length; i++) text.Append(CultureInfo.InvariantCulture, $"- {Key(i, profile.ReservationBid[i])}\n");
    }

    private void AppendFunctions(StringBuilder text, ScenarioProfile profile, ProfileParts parts, Ratio factor)
    {
        text.Append("values:\n");
        var weights = new List<ExactDecimal>();
        for (var i = 0; i < scenario.Issues.Length; i++)
        {
            var (weight, line, table) = Function(profile.Issues[i], parts, i, factor);
            weights.Add(weight);
            if (line is not null && scenario.Issues[i].Range is { } range)
            {
                var bias = Decimals.Add(line.Offset, Decimals.Negate(Decimals.Multiply(line.Slope, range.Low)));
                text.Append(CultureInfo.InvariantCulture, $"- type: AffineFun\n  slope: {findings.Text(line.Slope, profile.Name)}\n  bias: {findings.Text(bias, profile.Name)}\n");
                continue;
            }
            text.Append("- type: TableFun\n  mapping:\n");
            for (var v = 0; v < table.Length; v++) text.Append(CultureInfo.InvariantCulture, $"    {Key(i, v)}: {findings.Text(table[v], profile.Name)}\n");
        }
        text.Append("weights:\n");
        foreach (var weight in weights) text.Append(CultureInfo.InvariantCulture, $"- {findings.Text(weight, profile.Name)}\n");
    }

    /// <summary>A weight and a line or table whose product, as it stands, is the part the issue has in the utility times the factor.</summary>
    private (ExactDecimal Weight, LinearFunction? Line, ImmutableArray<ExactDecimal> Table) Function(IssueUtility part, ProfileParts parts, int i, Ratio factor)
    {
        var heights = parts.Heights[i];
        if (part.Function is LinearFunction line && IsLine(line, heights)) return (Scaled(part.Weight, factor), line, []);
        var native = part.Function is TableFunction table ? table.Values : [.. heights.Select(h => h.ToDecimal()!.Value)]; // lines give decimals
        var most = scenario.Semantics == ScenarioSemantics.Genius && part.Function is TableFunction ? native.Max() : ExactDecimal.One;
        if (most > ExactDecimal.Zero && (Ratio.Of(part.Weight) * factor / Ratio.Of(most)).ToDecimal() is { } weight) return (weight, null, native);
        return (ExactDecimal.One, null, [.. heights.Select((_, v) => (parts[i, v] * factor).ToDecimal()!.Value)]); // the factor was chosen for that
    }

    private static bool IsLine(LinearFunction line, ImmutableArray<Ratio> heights) =>
        heights[0] == Ratio.Of(line.Offset) && heights[^1] == Ratio.Of(line.Offset) + (Ratio.Of(line.Slope) * new Ratio(heights.Length - 1, 1));

    private static ExactDecimal Scaled(ExactDecimal weight, Ratio factor) => ExactDecimal.Of(weight.Unscaled * factor.Above, weight.Scale);

    private string Text(Ratio number, ScenarioProfile profile)
    {
        if (number.ToDecimal() is { } exact) return findings.Text(exact, profile.Name);
        findings.Add(FormatMessages.TooLong(profile.Name));
        return "0";
    }

    /// <summary>A value as NegMAS knows it: a whole number on a range, else a text.</summary>
    private string Key(int issue, int value) =>
        scenario.Issues[issue].Range is { } range ? (range.Low + value).ToString(CultureInfo.InvariantCulture) : Quoted(scenario.Issues[issue].Values[value]);

    /// <summary>A text that no reader of YAML takes for anything else.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' or '\u00A0') quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
