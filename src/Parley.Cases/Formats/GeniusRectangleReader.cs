using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>Reads the sum of hyper-rectangles of a nonlinear GENIUS utility space.</summary>
internal sealed class GeniusRectangleReader(FormatFile file, GeniusDomain template)
{
    private readonly ImmutableArray<HyperRectangle>.Builder rectangles = ImmutableArray.CreateBuilder<HyperRectangle>();
    private bool isFull;

    /// <summary>What the sum is divided by.</summary>
    public ExactDecimal? Maximum { get; private set; }

    public ImmutableArray<HyperRectangle> Read(MarkupNode root)
    {
        if (Find(root) is not { } utility)
        {
            file.Add(FormatMessages.MissingKey("A nonlinear utility space", "utility"), root.Span);
            return [];
        }
        if (Number(utility, "maxutility", "a maximum") is { } maximum)
        {
            Maximum = maximum;
            if (maximum <= ExactDecimal.Zero) file.Add(FormatMessages.BadMaximum(maximum), utility.Find("maxutility")?.Span ?? utility.Span);
        }
        foreach (var sum in utility.Named("ufun")) ReadSum(sum);
        if (rectangles.Count == 0 && !isFull) file.Add(FormatMessages.MissingKey("A nonlinear utility space", "hyperRectangle"), utility.Span);
        return rectangles.ToImmutable();
    }

    private static MarkupNode? Find(MarkupNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.Name is "utility" or "utility_function") return child;
            if (child.Name == "objective" && Find(child) is { } inner) return inner;
        }
        return null;
    }

    private void ReadSum(MarkupNode sum)
    {
        if (sum.Find("type") is { } type && type.Value != "PlainUfun") file.Add(FormatMessages.UnknownUtility(type.Value), type.Span);
        if (sum.Find("aggregation") is { } aggregation && aggregation.Value != "sum") file.Add(FormatMessages.UnknownAggregation(aggregation.Value), aggregation.Span);
        var weight = sum.Find("weight") is null ? ExactDecimal.One : Number(sum, "weight", "a weight");
        foreach (var rectangle in sum.Named("hyperRectangle"))
        {
            if (rectangles.Count == ScenarioLimits.Rectangles)
            {
                file.Add(FormatMessages.TooManyRectangles(), rectangle.Span);
                isFull = true;
                return;
            }
            var older = rectangle["utility"] is null && rectangle["utility_function"] is not null;
            if (Number(rectangle, older ? "utility_function" : "utility", "a utility") is not { } utility || weight is not { } times) continue;
            rectangles.Add(new HyperRectangle(Decimals.Multiply(times, utility), ReadConditions(rectangle)));
        }
    }

    private ImmutableArray<RectangleCondition> ReadConditions(MarkupNode rectangle)
    {
        var conditions = ImmutableArray.CreateBuilder<RectangleCondition>();
        foreach (var node in rectangle.Children)
        {
            if (node.Name is not ("INCLUDES" or "EXCLUDES"))
            {
                file.Add(FormatMessages.UnknownCondition(node.Name), node.Span);
                continue;
            }
            var at = GeniusProfileReader.Match(template, node["index"], null);
            if (at < 0)
            {
                file.Add(FormatMessages.UnknownIssue(node["index"] ?? string.Empty, file.Near(template.ByNumber.Keys)), node.Find("index")?.Span ?? node.Span);
                continue;
            }
            var issue = template.Domain.Issues[at];
            if (issue.Range is not { } range) file.Add(FormatMessages.RectangleOnNames(issue.Name), node.Span);
            else if (Number(node, "min", "a bound") is { } min && Number(node, "max", "a bound") is { } max)
                conditions.Add(Condition(at, range, min, max, node.Name == "EXCLUDES"));
        }
        return conditions.ToImmutable();
    }

    /// <summary>A condition with its bounds moved inside the issue's range; one that no value meets is written as 0 to -1.</summary>
    public static RectangleCondition Condition(int issue, IntegerRange range, ExactDecimal min, ExactDecimal max, bool excludes)
    {
        var low = BigInteger.Max(Decimals.Ceiling(min) - range.Low, 0);
        var high = BigInteger.Min(Decimals.Floor(max) - range.Low, (BigInteger)range.High - range.Low);
        return low > high ? new(issue, 0, -1, excludes) : new(issue, (int)low, (int)high, excludes);
    }

    private ExactDecimal? Number(MarkupNode node, string attribute, string what)
    {
        if (node.Find(attribute) is not { } found) file.Add(FormatMessages.MissingKey($"The '{node.Name}'", attribute), node.Span);
        else if (ExactDecimal.TryParse(found.Value, out var value)) return value;
        else file.Add(FormatMessages.BadNumber(found.Value, what), found.Span);
        return null;
    }
}
