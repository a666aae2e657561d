using System.Collections.Immutable;
using Parley.Cases.Scenarios;
using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>Reads a utility function of NegMAS, if it is data; what is code is refused by name.</summary>
internal sealed class NegMasProfileReader(FormatFile file, ScenarioDomain domain)
{
    private readonly NegMasValueReader values = new(file, domain);

    public ScenarioProfile? Read(NodeFields fields, string name) => Read(fields, name, 0);

    private ScenarioProfile? Read(NodeFields fields, string name, int depth)
    {
        var type = fields.Word("type") is { } word ? NegMasDomainReader.ShortType(word) : null;
        switch (type)
        {
            case "LinearAdditiveUtilityFunction" or "LinearUtilityAggregationFunction":
                return Common(fields, name) with { Issues = Parts(fields), Rectangles = Bias(fields) };
            case "AffineUtilityFunction" or "LinearUtilityFunction":
                var linear = values.Identities();
                return Common(fields, name) with { Issues = Weigh(fields, linear), Rectangles = Bias(fields) };
            case "HyperRectangleUtilityFunction" or "NonlinearHyperRectangleUtilityFunction":
                return Common(fields, name) with { Rectangles = [.. values.Rectangles(fields), .. Bias(fields)] };
            case "ExpDiscountedUFun" or "LinDiscountedUFun" when depth == 0:
                return Discounted(fields, name);
            default:
                file.Add(FormatMessages.CodeUtility(type ?? "no type"), fields["type"] ?? fields.Map);
                return null;
        }
    }

    private ScenarioProfile Common(NodeFields fields, string name)
    {
        ExactDecimal? reservation = null;
        if (fields["reserved_value"] is { } node && !NodeFields.IsNull(node) && !IsMinusInfinity(node)) reservation = NodeFields.Number(file, node, "'reserved_value'");
        var outcome = fields["reserved_outcome"] is { } stated && !NodeFields.IsNull(stated) ? stated : null;
        if (outcome is not null && reservation is not null)
            file.Note(ScenarioSlugs.NotCarried, outcome, "A reserved outcome beside a reserved value is not carried");
        return new ScenarioProfile
        {
            Name = name,
            Reservation = reservation,
            ReservationBid = outcome is not null && reservation is null ? values.Outcome(outcome) : [],
            Discount = fields["discount"] is { } discount && !NodeFields.IsNull(discount) ? Discount(discount) : null,
        };
    }

    private ExactDecimal? Discount(CaseNode node)
    {
        file.Note(ScenarioSlugs.Discount, node, "The discount is kept, and no answer uses it");
        return NodeFields.Number(file, node, "'discount'");
    }

    private static bool IsMinusInfinity(CaseNode node) => node is ScalarNode scalar && scalar.Text.ToUpperInvariant() is "-.INF" or "-INF" or "-INFINITY";

    /// <summary>A function within a discount: the inner one counts, and the outer one's name and reservation.</summary>
    private ScenarioProfile? Discounted(NodeFields fields, string name)
    {
        if (fields.Inner("ufun", "A discounted function") is not { } inner) return null;
        var outer = Common(fields, name);
        foreach (var key in (string[])["factor", "dynamic_reservation", "cost", "reference"])
            if (fields[key] is { } left && !NodeFields.IsNull(left))
                file.Note(ScenarioSlugs.NotCarried, left, $"'{key}' of a discounted function is not carried");
        if (Read(inner, name, 1) is not { } profile) return null;
        return profile with
        {
            Discount = outer.Discount ?? profile.Discount,
            Reservation = outer.Reservation ?? (outer.ReservationBid.IsEmpty ? profile.Reservation : null),
            ReservationBid = outer.Reservation is not null ? [] : outer.ReservationBid.IsEmpty ? profile.ReservationBid : outer.ReservationBid,
        };
    }

    private ImmutableArray<IssueUtility> Parts(NodeFields fields) =>
        fields.Required("values", "A utility function") is { } node ? Weigh(fields, values.Functions(node)) : [];

    private ImmutableArray<IssueUtility> Weigh(NodeFields fields, ValueFunction?[] functions)
    {
        var weights = fields["weights"] is { } node && !NodeFields.IsNull(node) ? Weights(node) : Ones();
        var parts = ImmutableArray.CreateBuilder<IssueUtility>();
        for (var i = 0; i < functions.Length; i++)
            if (functions[i] is { } function && weights[i] is { } weight)
                parts.Add(new IssueUtility(weight, function));
        return parts.ToImmutable();
    }

    private ExactDecimal?[] Weights(CaseNode node)
    {
        var weights = new ExactDecimal?[domain.Issues.Length];
        foreach (var (issue, part) in values.ByIssue(node, "weights")) weights[issue] = NodeFields.Number(file, part, "A weight");
        return weights;
    }

    private ExactDecimal?[] Ones()
    {
        var weights = new ExactDecimal?[domain.Issues.Length];
        Array.Fill(weights, ExactDecimal.One);
        return weights;
    }

    /// <summary>A constant is a rectangle without conditions.</summary>
    private ImmutableArray<HyperRectangle> Bias(NodeFields fields) =>
        fields["bias"] is { } node && !NodeFields.IsNull(node) && NodeFields.Number(file, node, "'bias'") is { } bias && bias != ExactDecimal.Zero
            ? [new HyperRectangle(bias, [])]
            : [];
}
