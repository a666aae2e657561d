using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Problems;
using Parley.Results;

namespace Parley.Claims;

/// <summary>Changes each number of a case, one at a time, and looks which claims stop following.</summary>
/// <remarks>
/// Definition: each number that an edit can set goes to 0.8 and to 1.2 times its value and to both ends of its plausible range;
/// a zero has no fifth, a number meant exactly no range. Votes stay whole. The change is made to the case itself, under all
/// overlays, and the ranges that make margins comparable stay those of the case as given.
/// </remarks>
internal sealed class Fragility(
    ClaimBook book, CaseQuestion question, ImmutableArray<ClaimResult> asked, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
{
    private readonly List<ReadClaim> _standing = [.. book.Claims.Where((_, k) => asked[k].Status == ClaimStatus.Follows)];

    public FragilityResult Result()
    {
        var numbers = CaseNumbers.List(question.BaseCase).Where(n => n.CanEdit).ToList();
        var changes = numbers.SelectMany(n => ChangesOf(n).Select(c => (Number: n, c.Change, c.To))).ToList();
        var breaks = ImmutableArray.CreateBuilder<ClaimBreak>();
        for (var k = 0; k < changes.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("changing numbers", k, changes.Count));
            var (number, change, to) = changes[k];
            breaks.AddRange(BreaksOf(number, change, to));
        }

        var changed = changes.Select(c => c.Number.Path).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Numbers = changed.Count,
            Changes = changes.Count,
            Checks = changes.Count * _standing.Count,
            Breaks = breaks.ToImmutable(),
            Supports = [.. _standing.Select(c => new ClaimSupport(
                c.Claim.Id, [.. breaks.Where(b => b.Claim == c.Claim.Id).Select(b => b.Path).Distinct()]))],
            Unchanged = [.. numbers.Select(n => n.Path).Where(p => !changed.Contains(p))],
        };
    }

    /// <summary>The values a number is changed to, each once.</summary>
    public static IEnumerable<(NumberChange Change, decimal To)> ChangesOf(CaseNumber number)
    {
        var value = number.Number.Coefficient;
        var seen = new HashSet<decimal> { value };
        var all = new List<(NumberChange Change, decimal To)> { (NumberChange.FifthLess, value * 0.8m), (NumberChange.FifthMore, value * 1.2m) };
        if (number.Number.Range is { } range) all.AddRange([(NumberChange.RangeLow, range.Low), (NumberChange.RangeHigh, range.High)]);
        foreach (var (change, to) in all)
        {
            var whole = number.Kind is NumberKind.Votes or NumberKind.VotesNeeded ? Math.Round(to, MidpointRounding.AwayFromZero) : to;
            if (seen.Add(whole)) yield return (change, whole);
        }
    }

    private List<ClaimBreak> BreaksOf(CaseNumber number, NumberChange change, decimal to)
    {
        var judging = book.Judging(question.About(CaseNumbers.SetCoefficient(question.BaseCase, number.Path, to)), brief: true, cancellationToken);
        var inRange = number.Number.Range is { } range && to >= range.Low && to <= range.High;
        var broken = new List<ClaimBreak>();
        foreach (var claim in _standing)
        {
            var status = ClaimBook.StatusOf(claim, judging);
            if (status == ClaimStatus.Follows) continue;
            broken.Add(new(claim.Claim.Id, number.Path, change, number.Number.Coefficient, to, inRange, status == ClaimStatus.Unsupported));
        }

        return broken;
    }
}
