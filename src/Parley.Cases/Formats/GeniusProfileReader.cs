using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>Reads a GENIUS utility space.</summary>
internal sealed class GeniusProfileReader(FormatFile file, GeniusDomain template)
{
    private readonly ScenarioDomain domain = template.Domain;

    public ScenarioProfile? Read(MarkupNode root, string name)
    {
        var profile = new ScenarioProfile { Name = name, Reservation = Reservation(root), Discount = Discount(root) };
        switch (root["type"])
        {
            case null or "":
                return profile with { Issues = ReadIssues(root) };
            case "nonlinear":
                var rectangles = new GeniusRectangleReader(file, template);
                return profile with { Rectangles = rectangles.Read(root), RectangleMaximum = rectangles.Maximum };
            case var type:
                file.Add(FormatMessages.UnknownUtility(type), root.Find("type")?.Span ?? root.Span);
                return null;
        }
    }

    /// <summary>The issue of the domain that an issue or condition of the profile means; -1 when there is none.</summary>
    public static int Match(GeniusDomain template, string? number, string? name)
    {
        if (number is not null && template.ByNumber.TryGetValue(number.Trim(), out var place) && place >= 0) return place;
        return name is null ? -1 : template.Domain.Find(name);
    }

    private ExactDecimal? Reservation(MarkupNode root) => Single(root, "reservation") is { } node ? Number(node, "value", "a reservation value") : null;

    private ExactDecimal? Discount(MarkupNode root)
    {
        if (Single(root, "discount_factor") is not { } node || Number(node, "value", "a discount factor") is not { } discount) return null;
        if (discount != ExactDecimal.One) file.Note(ScenarioSlugs.Discount, node.Span, "The discount factor is kept, and no answer uses it");
        return discount;
    }

    private static MarkupNode? Single(MarkupNode root, string name) =>
        root.Named(name).FirstOrDefault() ?? root.Named("objective").SelectMany(o => o.Named(name)).FirstOrDefault();

    private ExactDecimal? Number(MarkupNode node, string attribute, string what)
    {
        if (node.Find(attribute) is not { } found) file.Add(FormatMessages.MissingKey($"The '{node.Name}'", attribute), node.Span);
        else if (ExactDecimal.TryParse(found.Value, out var value)) return value;
        else file.Add(FormatMessages.BadNumber(found.Value, what), found.Span);
        return null;
    }

    private ImmutableArray<IssueUtility> ReadIssues(MarkupNode root)
    {
        var weights = ReadWeights(root);
        var functions = new ValueFunction?[domain.Issues.Length];
        var used = new ExactDecimal?[domain.Issues.Length];
        var seen = new bool[domain.Issues.Length];
        foreach (var issue in GeniusDomainReader.Issues(root))
        {
            var at = Match(template, issue["index"], issue["name"]);
            if (at < 0)
            {
                if (issue["name"] is { } name && !domain.IsRefused(name))
                    file.Add(FormatMessages.UnknownIssue(name, file.Near(domain.Issues.Select(i => i.Name))), issue.Span);
                continue;
            }
            if (seen[at])
            {
                file.Add(FormatMessages.IssueTwice(domain.Issues[at].Name), issue.Span);
                continue;
            }
            seen[at] = true;
            if (issue["name"] is { } word && word != domain.Issues[at].Name) file.Add(FormatMessages.IssueRenamed(word, domain.Issues[at].Name), issue.Span);
            GeniusDomainReader.Notes(file, issue);
            functions[at] = ReadFunction(issue, at);
            used[at] = Weight(weights, issue, domain.Issues[at].Name);
        }
        for (var i = 0; i < seen.Length; i++)
            if (!seen[i])
                file.Add(FormatMessages.MissingIssue(domain.Issues[i].Name), root.Span);
        return [.. functions.Zip(used).Where(p => p.First is not null && p.Second is not null).Select(p => new IssueUtility(p.Second!.Value, p.First!))]; // both were just asked for
    }

    private Dictionary<string, ExactDecimal?> ReadWeights(MarkupNode root)
    {
        var weights = new Dictionary<string, ExactDecimal?>(StringComparer.Ordinal);
        foreach (var weight in Weights(root))
        {
            if (weight["index"] is not { } number) file.Add(FormatMessages.MissingKey("A weight", "index"), weight.Span);
            else weights[number.Trim()] = Number(weight, "value", "a weight");
        }
        return weights;
    }

    private static IEnumerable<MarkupNode> Weights(MarkupNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.Name == "weight") yield return child;
            if (child.Name != "objective") continue;
            foreach (var inner in Weights(child)) yield return inner;
        }
    }

    /// <summary>A weight is told by the issue's number in the profile; an issue without one counts nothing.</summary>
    private ExactDecimal? Weight(Dictionary<string, ExactDecimal?> weights, MarkupNode issue, string name)
    {
        if (issue["index"] is { } number && weights.TryGetValue(number.Trim(), out var weight)) return weight;
        file.Add(FormatMessages.NoWeight(name), issue.Span);
        return ExactDecimal.Zero;
    }

    private ValueFunction? ReadFunction(MarkupNode issue, int at)
    {
        var known = domain.Issues[at];
        if (GeniusDomainReader.KindOf(issue) == "real")
        {
            file.Add(FormatMessages.RealIssue(known.Name), issue.Span);
            return null;
        }
        if (issue.Named("item").Any()) return ReadTable(issue, at);
        if (known.Range is not { } range)
        {
            file.Add(FormatMessages.MissingKey($"The issue '{known.Name}'", "item"), issue.Span);
            return null;
        }
        if ((issue["lowerbound"] is not null || issue.Named("range").Any()) && GeniusDomainReader.Bounds(file, issue) is { } bounds && bounds != range)
            file.Add(FormatMessages.OtherBounds(known.Name, range), issue.Span);
        return ReadEvaluator(issue, known.Name);
    }

    private TableFunction? ReadTable(MarkupNode issue, int at)
    {
        var known = domain.Issues[at];
        var values = new ExactDecimal?[known.Values.Length];
        var told = new bool[values.Length];
        foreach (var item in issue.Named("item"))
        {
            var text = item["value"] ?? string.Empty;
            var place = item.Find("value")?.Span ?? item.Span;
            if (domain.FindValue(at, text) is var v && v < 0)
            {
                file.Add(FormatMessages.UnknownValue(text, known.Name, file.Near(known.Values)), place);
                continue;
            }
            if (told[v]) file.Add(FormatMessages.ValueTwice(text, known.Name), place);
            told[v] = true;
            values[v] = Number(item, "evaluation", "an evaluation");
        }
        for (var v = 0; v < told.Length; v++)
            if (!told[v])
                file.Add(FormatMessages.MissingValue(known.Values[v], known.Name), issue.Span);
        return Array.TrueForAll(values, v => v is not null) ? new TableFunction([.. values.Select(v => v!.Value)]) : null; // none is null
    }

    private LinearFunction? ReadEvaluator(MarkupNode issue, string name)
    {
        if (issue.Named("evaluator").FirstOrDefault() is not { } evaluator)
        {
            file.Add(FormatMessages.MissingKey($"The issue '{name}'", "evaluator"), issue.Span);
            return null;
        }
        if (evaluator.Find("ftype") is { } type && type.Value != "linear")
        {
            file.Add(FormatMessages.UnknownEvaluator(type.Value), type.Span);
            return null;
        }
        var older = evaluator["slope"] is null && evaluator["parameter1"] is not null;
        var slope = Number(evaluator, older ? "parameter1" : "slope", "a slope");
        var offset = Number(evaluator, older ? "parameter0" : "offset", "an offset");
        return slope is { } s && offset is { } o ? new LinearFunction(s, o) : null;
    }
}
