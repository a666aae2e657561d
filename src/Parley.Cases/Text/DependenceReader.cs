using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>Reads which uncertain numbers move together; whether they can is looked at when the case is whole.</summary>
internal static class DependenceReader
{
    public static Dependence Read(FieldMap top, CaseScope scope)
    {
        if (top.Node("dependence") is not { } node) return Dependence.None;
        var map = new FieldMap(scope, CaseFields.DependenceEntry, node, "dependence", node);
        return new Dependence { CommonFactors = Factors(map, scope), RankCorrelations = Correlations(map, scope) };
    }

    private static ImmutableArray<CommonFactor> Factors(FieldMap map, CaseScope scope)
    {
        var factors = ImmutableArray.CreateBuilder<CommonFactor>();
        foreach (var (key, value, _) in map.Entries("common_factors"))
        {
            if (factors.Count == CaseLimits.CommonFactors)
            {
                scope.Context.Add(ReaderMessages.TooMany(ReaderSlugs.TooManyDependences, "common factors", CaseLimits.CommonFactors), key);
                break;
            }
            scope.CheckName(key);
            var loadings = ImmutableArray.CreateBuilder<FactorLoading>();
            if (value is MapNode numbers)
            {
                foreach (var (path, number, _) in MapEntries.Of(numbers, scope.Context))
                    if (Correlation(path.Text, number, path, scope) is { } loading)
                        loadings.Add(new FactorLoading(path.Text, loading, scope.Context.Span(path)));
            }
            else
                scope.Context.Add(ReaderMessages.WrongShape(key.Text, value.Kind, "a map '{path: 0.8}'"), value.Kind == "nothing" ? key : value);
            factors.Add(new CommonFactor(key.Text, loadings.ToImmutable(), scope.Context.Span(key)));
        }
        return factors.ToImmutable();
    }

    private static ImmutableArray<RankCorrelation> Correlations(FieldMap map, CaseScope scope)
    {
        var pairs = ImmutableArray.CreateBuilder<RankCorrelation>();
        foreach (var item in map.Items("rank_correlations"))
        {
            if (pairs.Count == CaseLimits.RankCorrelations)
            {
                scope.Context.Add(ReaderMessages.TooMany(ReaderSlugs.TooManyDependences, "rank correlations", CaseLimits.RankCorrelations), item);
                break;
            }
            if (item is ListNode { Items: [_, _, _] } three && three.Items.Take(2).FirstOrDefault(i => i is not ScalarNode { IsEmpty: false }) is { } noPath)
                scope.Context.Add(ReaderMessages.WrongShape("rank_correlations", noPath.Kind, "a path"), noPath.Kind == "nothing" ? item : noPath);
            else if (item is not ListNode { Items: [ScalarNode first, ScalarNode second, var number] })
                scope.Context.Add(ReaderMessages.WrongShape("rank_correlations", item is ListNode other ? $"{item.Kind} of {other.Items.Count}" : item.Kind, "a list [path, path, 0.5]"), item);
            else if (Correlation(first.Text, number, item, scope) is { } value)
                pairs.Add(new RankCorrelation(first.Text, second.Text, value, scope.Context.Span(first), scope.Context.Span(second)));
        }
        return pairs.ToImmutable();
    }

    /// <summary>A plain number from -1 to 1.</summary>
    private static decimal? Correlation(string name, CaseNode node, CaseNode owner, CaseScope scope)
    {
        if (node is not ScalarNode { IsEmpty: false } scalar)
            scope.Context.Add(ReaderMessages.WrongShape(name, node.Kind, "a number from -1 to 1"), node is ScalarNode ? owner : node);
        else if (scalar.Told)
            return null;
        else if (!DecimalText.TryParse(scalar.Text, out var value))
            scope.Context.Add(ReaderMessages.BadNumber(scalar.Text, "0.5"), scalar);
        else if (value is < -1 or > 1)
            scope.Context.Add(ReaderMessages.OutOfRange(scalar.Text, "a number from -1 to 1"), scalar);
        else
            return DecimalText.Normal(value);
        return null;
    }
}
