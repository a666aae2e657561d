using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Cases.Text;

namespace Parley.Cases.Checks;

/// <summary>Whether the numbers that are said to move together vary at all, and can move together in that way.</summary>
internal static class DependenceCheck
{
    private static readonly string[] Sections = ["params", "parties", "issues"];

    public static void Run(CaseModel model, ReaderContext context)
    {
        var dependence = model.Dependence;
        if (dependence.CommonFactors.IsEmpty && dependence.RankCorrelations.IsEmpty) return;
        var numbers = CaseNumbers.List(model);
        var sampled = CaseNumbers.Sampled(model).Select(n => n.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, span) in Named(dependence))
            if (!sampled.Contains(path) && !IsBroken(context.Root, path))
                context.Add(Refusal(model, numbers, path).At(span));
        CheckLoadings(dependence, context);
        CheckPairs(dependence, context);
    }

    // A number that was told to be wrong is not in the model as it was meant: nothing true can be said of it.
    private static bool IsBroken(MapNode? root, string path)
    {
        var segments = path.Split('.');
        return Sections.Any(section => IsBroken(root?[section], segments)) || IsBroken(root, segments);
    }

    // A path is that of the file without its section; a key such as 0.5 takes two segments.
    private static bool IsBroken(CaseNode? node, ReadOnlySpan<string> segments)
    {
        if (segments.IsEmpty) return node is ScalarNode number && (number.IsBrokenNumber || number.Told);
        if (node is not MapNode map) return false;
        for (var take = 1; take <= Math.Min(2, segments.Length); take++)
            if (IsBroken(map[string.Join('.', segments[..take])], segments[take..])) return true;
        return false;
    }

    private static IEnumerable<(string Path, SourceSpan Span)> Named(Dependence dependence)
    {
        foreach (var loading in dependence.CommonFactors.SelectMany(f => f.Loadings)) yield return (loading.Path, loading.Span);
        foreach (var pair in dependence.RankCorrelations)
        {
            yield return (pair.First, pair.FirstSpan);
            yield return (pair.Second, pair.SecondSpan);
        }
    }

    /// <summary>Why a number is not sampled.</summary>
    private static ReaderMessage Refusal(CaseModel model, IReadOnlyList<CaseNumber> numbers, string path)
    {
        if (numbers.FirstOrDefault(n => n.Path == path) is { } number)
        {
            if (number.Kind == NumberKind.Tolerance) return ReaderMessages.NotSampled(path, "belongs to a rule, and rules do not vary", "Leave it out.");
            if (!number.CanEdit) return ReaderMessages.NotSampled(path, "bears on no verdict", "Leave it out.");
            return ReaderMessages.NotSampled(path, "is meant exactly", "Give it a range (low..high), or leave it out.");
        }
        switch (CasePath.Resolve(model, path, out var wrong))
        {
            case null:
                return wrong;
            case ParameterTarget { Number.Current: null }:
                return ReaderMessages.NotSampled(path, "is a sum of parameters", "Name the parameters that it sums.");
            case ParameterTarget or NumberTarget when CaseNumbers.Find(model, path, out _) is { } found && numbers.FirstOrDefault(n => ReferenceEquals(n.Number, found)) is { } same:
                return ReaderMessages.UnknownPath(path, path, same.Path);
            case NumberTarget:
                return ReaderMessages.NotSampled(path, "has no number in the case itself", "Write one there, or leave it out.");
            default:
                return ReaderMessages.NotSampled(path, "is no number", "Leave it out.");
        }
    }

    /// <summary>What the common factors explain of a number is at most all of it.</summary>
    private static void CheckLoadings(Dependence dependence, ReaderContext context)
    {
        foreach (var number in dependence.CommonFactors.SelectMany(f => f.Loadings).GroupBy(l => l.Path, StringComparer.Ordinal))
        {
            var sum = number.Sum(l => l.Loading * l.Loading);
            if (sum > 1) context.Add(ReaderMessages.LoadingsTooLarge(number.Key, DecimalText.Of(sum)).At(number.Last().Span));
        }
    }

    private static void CheckPairs(Dependence dependence, ReaderContext context)
    {
        var underFactors = dependence.CommonFactors.SelectMany(f => f.Loadings.Select(l => (l.Path, f.Name)))
            .DistinctBy(l => l.Path).ToDictionary(l => l.Path, l => l.Name, StringComparer.Ordinal);
        var seen = new Dictionary<(string, string), RankCorrelation>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in dependence.RankCorrelations)
        {
            foreach (var (path, span) in (ReadOnlySpan<(string, SourceSpan)>)[(pair.First, pair.FirstSpan), (pair.Second, pair.SecondSpan)])
                if (underFactors.TryGetValue(path, out var factor) && told.Add(path))
                    context.Add(ReaderMessages.TwoKindsOfDependence(path, factor).At(span));
            var key = string.CompareOrdinal(pair.First, pair.Second) <= 0 ? (pair.First, pair.Second) : (pair.Second, pair.First);
            if (pair.First == pair.Second) context.Add(ReaderMessages.PairWithItself(pair.First).At(pair.SecondSpan));
            else if (!seen.TryAdd(key, pair)) context.Add(ReaderMessages.PairTwice(pair.First, pair.Second, seen[key].FirstSpan.Line).At(pair.FirstSpan));
        }
        foreach (var group in RankCorrelationGroup.Of(seen.Values))
            if (!group.IsPossible)
                context.Add(ReaderMessages.ImpossibleCorrelations(group.Paths, DecimalText.Of(group.LargestPossibleShare())).At(group.Pairs[^1].FirstSpan));
    }
}
