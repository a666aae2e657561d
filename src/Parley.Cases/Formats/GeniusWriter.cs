using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>Writes a template and a utility space for each side, with numbers that survive GENIUS's division and clamping.</summary>
internal sealed class GeniusWriter(Scenario scenario, WriterFindings findings)
{
    private readonly GeniusNumbers numbers = new(scenario, findings);

    public ImmutableArray<ScenarioText> Write()
    {
        var title = WriterNames.Safe(scenario.Name);
        if (title != scenario.Name) findings.Add(FormatMessages.NameChanged(scenario.Name, title));
        var domain = $"{title}-domain";
        var files = WriterNames.Profiles(scenario, domain);
        numbers.ChooseShapes();
        var texts = ImmutableArray.CreateBuilder<ScenarioText>();
        texts.Add(new ScenarioText($"{domain}.xml", Document(xml => WriteDomain(xml, files))));
        for (var p = 0; p < files.Length; p++)
        {
            var profile = scenario.Profiles[p];
            texts.Add(new ScenarioText($"{files[p]}.xml", Document(xml => WriteProfile(xml, profile))));
        }
        return texts.ToImmutable();
    }

    private static string Document(Action<XmlWriter> body)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            OmitXmlDeclaration = true,
            NewLineHandling = NewLineHandling.Entitize,
        };
        using (var xml = XmlWriter.Create(text, settings)) body(xml);
        return text.Append('\n').ToString();
    }

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Key, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (key, value) in attributes) xml.WriteAttributeString(key, value);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void WriteDomain(XmlWriter xml, string[] files)
    {
        Element(xml, "negotiation_template");
        for (var p = 0; p < files.Length; p++)
        {
            Element(xml, "agent", ("name", scenario.Profiles[p].Name), ("utility_space", $"{files[p]}.xml"));
            xml.WriteEndElement();
        }
        Element(xml, "utility_space", ("number_of_issues", Text(scenario.Issues.Length)));
        Root(xml);
        for (var i = 0; i < scenario.Issues.Length; i++)
        {
            StartIssue(xml, i);
            if (!numbers.IsInteger(i)) Items(xml, i, null);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Root(XmlWriter xml) =>
        Element(xml, "objective", ("index", "0"), ("description", string.Empty), ("name", "root"), ("type", "objective"), ("etype", "objective"));

    private void StartIssue(XmlWriter xml, int issue)
    {
        var kind = numbers.IsInteger(issue) ? "integer" : "discrete";
        Element(xml, "issue", ("index", Text(issue + 1)), ("name", scenario.Issues[issue].Name), ("vtype", kind), ("type", kind), ("etype", kind));
        if (!numbers.IsInteger(issue) || scenario.Issues[issue].Range is not { } range) return;
        xml.WriteAttributeString("lowerbound", Text(range.Low));
        xml.WriteAttributeString("upperbound", Text(range.High));
    }

    private void Items(XmlWriter xml, int issue, ImmutableArray<string>? evaluations)
    {
        var values = scenario.Issues[issue].Values;
        for (var v = 0; v < values.Length; v++)
        {
            Element(xml, "item", ("index", Text(v + 1)), ("value", values[v]));
            if (evaluations is { } numbers) xml.WriteAttributeString("evaluation", numbers[v]);
            xml.WriteEndElement();
        }
    }

    private void WriteProfile(XmlWriter xml, ScenarioProfile profile)
    {
        Element(xml, "utility_space");
        if (profile.Issues.IsEmpty) xml.WriteAttributeString("type", "nonlinear");
        Root(xml);
        var shift = profile.Issues.IsEmpty ? WriteRectangles(xml, profile) : WriteIssues(xml, profile);
        xml.WriteEndElement();
        if (profile.Discount is { } discount) Value(xml, "discount_factor", findings.Text(discount, profile.Name));
        if (numbers.Reservation(profile, shift) is { } reservation) Value(xml, "reservation", findings.Text(reservation, profile.Name));
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, string name, string value)
    {
        Element(xml, name, ("value", value));
        xml.WriteEndElement();
    }

    private (Ratio Factor, Ratio Shift) WriteIssues(XmlWriter xml, ScenarioProfile profile)
    {
        var weights = new List<string>();
        for (var i = 0; i < scenario.Issues.Length; i++)
        {
            var (weight, function) = numbers.Part(profile, i);
            StartIssue(xml, i);
            if (function is TableFunction table) Items(xml, i, [.. table.Values.Select(v => findings.Text(v, profile.Name))]);
            else if (function is LinearFunction line)
            {
                Element(xml, "evaluator", ("ftype", "linear"), ("slope", findings.Text(line.Slope, profile.Name)), ("offset", findings.Text(line.Offset, profile.Name)));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            weights.Add(findings.Text(weight, profile.Name));
        }
        for (var i = 0; i < weights.Count; i++)
        {
            Element(xml, "weight", ("index", Text(i + 1)), ("value", weights[i]));
            xml.WriteEndElement();
        }
        return numbers.Unshifted(profile);
    }

    private (Ratio Factor, Ratio Shift) WriteRectangles(XmlWriter xml, ScenarioProfile profile)
    {
        for (var i = 0; i < scenario.Issues.Length; i++)
        {
            StartIssue(xml, i);
            if (!numbers.IsInteger(i)) Items(xml, i, null);
            xml.WriteEndElement();
        }
        var (maximum, factor) = numbers.Maximum(profile);
        Element(xml, "utility", ("maxutility", findings.Text(maximum, profile.Name)));
        Element(xml, "ufun", ("type", "PlainUfun"), ("weight", "1"), ("aggregation", "sum"));
        foreach (var rectangle in profile.Rectangles)
        {
            Element(xml, "hyperRectangle", ("utility", findings.Text(rectangle.Utility, profile.Name)));
            foreach (var condition in rectangle.Conditions)
            {
                if (scenario.Issues[condition.Issue].Range is not { } range || !numbers.IsInteger(condition.Issue))
                {
                    findings.Add(FormatMessages.RectangleHasNoRange(profile.Name, scenario.Issues[condition.Issue].Name));
                    continue;
                }
                Element(xml, condition.Excludes ? "EXCLUDES" : "INCLUDES", ("index", Text(condition.Issue + 1)), ("min", Text(range.Low + condition.Low)), ("max", Text(range.Low + condition.High)));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        return (factor, Ratio.Zero);
    }
}
