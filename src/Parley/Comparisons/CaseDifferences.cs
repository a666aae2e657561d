using System.Globalization;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;

namespace Parley.Comparisons;

/// <summary>Something that stands otherwise in two effective cases of the same base case.</summary>
/// <param name="Path">Its path, as an edit would name it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="From">What stands there in the first, as an edit would say it; null where nothing does.</param>
/// <param name="To">What stands there in the second; null where nothing does.</param>
internal sealed record CaseDifference(string Path, ChangeKind Kind, string? From, string? To)
{
    /// <summary>The edit that makes the first case as the second here; null where no edit can.</summary>
    public Edit? Edit => To is null ? null : new Edit(Path, To, SourceSpan.None, SourceSpan.None);
}

/// <summary>Finds what differs between two effective cases of the same base case: numbers, then words.</summary>
internal static class CaseDifferences
{
    /// <summary>The differences: numbers in their own order, sums of parameters, rules in force, what holds today, what is off the table, unilateral options.</summary>
    public static IEnumerable<CaseDifference> Between(CaseModel first, CaseModel second) =>
        Numbers(first, second).Concat(Sums(first, second)).Concat(Words(first, second));

    private static IEnumerable<CaseDifference> Numbers(CaseModel first, CaseModel second)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var number in CaseNumbers.List(first).Concat(CaseNumbers.List(second)))
        {
            if (!number.CanEdit || !seen.Add(number.Path)) continue;
            var (from, to) = (TextAt(first, number), TextAt(second, number));
            if (from != to) yield return new(number.Path, number.Kind == NumberKind.Parameter ? ChangeKind.Parameter : ChangeKind.Number, from, to);
        }
    }

    private static IEnumerable<CaseDifference> Sums(CaseModel first, CaseModel second)
    {
        foreach (var (a, b) in first.Parameters.Zip(second.Parameters))
            if (a.Value is null && b.Value is null && !a.SumOf.SequenceEqual(b.SumOf))
                yield return new(a.Name, ChangeKind.Parameter, SumText(a), SumText(b));
    }

    private static IEnumerable<CaseDifference> Words(CaseModel first, CaseModel second)
    {
        foreach (var (a, b) in first.Rules.Zip(second.Rules))
            if (a.InForce != b.InForce) yield return new($"{a.Name}.in_force", ChangeKind.RuleInForce, YesNo(a.InForce), YesNo(b.InForce));
        foreach (var (a, b) in first.Issues.Zip(second.Issues))
        {
            if (a.StatusQuo != b.StatusQuo) yield return new($"{a.Name}.status_quo", ChangeKind.StatusQuo, a.StatusQuo, b.StatusQuo);
            if (a.OffTable != b.OffTable) yield return new($"{a.Name}.off_table", ChangeKind.OffTable, YesNo(a.OffTable), YesNo(b.OffTable));
            foreach (var (o, p) in a.Options.Zip(b.Options))
                if (o.Unilateral != p.Unilateral) yield return new($"{a.Name}.{o.Name}.unilateral", ChangeKind.Unilateral, YesNo(o.Unilateral), YesNo(p.Unilateral));
        }
    }

    private static string? TextAt(CaseModel model, CaseNumber number)
    {
        if (model.Parameters.FirstOrDefault(p => p.Name == number.Path) is { Value: null } sum) return SumText(sum);
        if (CaseNumbers.Find(model, number.Path, out _) is { } found)
            return string.Concat([Text(found.Coefficient), .. found.Parameters.Select(p => "*" + p)]);
        return number.Kind switch
        {
            NumberKind.Threshold => null,
            NumberKind.Delivery when OptionOf(model, number.Path).Delivery.IsEmpty => "1",
            _ => "0",
        };
    }

    // A path of delivery begins with issue and option.
    private static Option OptionOf(CaseModel model, string path) =>
        model.Issues.SelectMany(i => i.Options.Select(o => (Id: $"{i.Name}.{o.Name}.", Option: o))).First(o => path.StartsWith(o.Id + "delivery", StringComparison.Ordinal)).Option;

    private static string SumText(Parameter parameter) => string.Join(" + ", parameter.SumOf);

    private static string YesNo(bool yes) => yes ? "yes" : "no";

    private static string Text(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
