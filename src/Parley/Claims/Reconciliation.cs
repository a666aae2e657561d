using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Results;

namespace Parley.Claims;

/// <summary>Looks for numbers within their plausible ranges under which all claims hold with the largest worst margin.</summary>
/// <remarks>
/// Definition: a claim's margin is the least over its parts: of a verdict the margin of docs/model.md, 14 towards what is said, of
/// a comparison the difference over the larger figure, of any other phrase -1 when it fails and no bound when it holds.
/// Method: coordinate search. Round by round, each number with a range is tried at both ends and half way to each; a value is kept
/// when it raises the least margin over claims; it ends after a round without one, or at the limit of trials. Deterministic; finds
/// a local optimum, and proves nothing when it finds no point.
/// </remarks>
internal sealed class Reconciliation
{
    private readonly ClaimBook _book;
    private readonly CaseQuestion _question;
    private readonly ClaimsOptions _options;
    private readonly IProgress<AnalysisProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly List<ReadClaim> _claims;
    private readonly List<CaseNumber> _numbers;

    // By point looked at in full, which claims hold there.
    private readonly List<HashSet<string>> _held = [];
    private CaseModel _best;
    private Point _bestPoint;
    private int _trials;

    public Reconciliation(
        ClaimBook book, CaseQuestion question, ClaimsOptions options, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        (_book, _question, _options, _progress, _cancellation) = (book, question, options, progress, cancellationToken);
        _best = question.BaseCase;
        var judging = book.Judging(question, brief: true, cancellationToken);
        _claims = [.. book.Claims.Where(c => ClaimBook.StatusOf(c, judging) != ClaimStatus.Unsupported)];
        _numbers = [.. CaseNumbers.List(question.BaseCase).Where(n => n.CanEdit && n.Number.Range is not null)];
        _bestPoint = Look(question.BaseCase, null)!; // without a bar every point is looked at in full
    }

    /// <summary>A point: its least margin, the claim that has it, and how many claims fail.</summary>
    private sealed record Point(Rational Least, string? Tightest, int Failing);

    public ReconciliationResult Result()
    {
        var given = _bestPoint;
        var atRest = false;
        while (!atRest && _trials < _options.MaxTrials && _claims.Count > 0) atRest = !Round() && _trials < _options.MaxTrials;
        return new()
        {
            Found = _bestPoint.Failing == 0,
            Moved = [.. CaseNumbers.List(_question.BaseCase).Zip(CaseNumbers.List(_best))
                .Where(n => n.First.Number.Coefficient != n.Second.Number.Coefficient)
                .Select(n => new MovedNumber(n.First.Path, n.First.Number.Coefficient, n.Second.Number.Coefficient))],
            MarginAsGiven = given.Least,
            Margin = _bestPoint.Least,
            Tightest = _bestPoint.Tightest,
            Conflicts = _bestPoint.Failing == 0 ? [] : [.. Conflicts()],
            Trials = _trials,
            AtRest = atRest || _claims.Count == 0,
        };
    }

    private bool Round()
    {
        var improved = false;
        foreach (var number in _numbers)
        {
            var range = number.Number.Range!.Value; // only numbers with a range are kept
            var middle = number.Number.Coefficient;
            foreach (var to in new[] { range.Low, (range.Low + middle) / 2, (middle + range.High) / 2, range.High, middle }.Distinct())
            {
                if (_trials >= _options.MaxTrials) return improved;
                _progress?.Report(new("reconciling", _trials, _options.MaxTrials));
                var moved = CaseNumbers.SetCoefficient(_best, number.Path, Math.Round(to, 4));
                if (Look(moved, _bestPoint) is not { } point) continue;
                (_best, _bestPoint, improved) = (moved, point, true);
            }
        }

        return improved;
    }

    // Null when the point is no better than the bar; the claim that bounds the bar is looked at first, so that most points cost one claim.
    private Point? Look(CaseModel model, Point? bar)
    {
        _cancellation.ThrowIfCancellationRequested();
        _trials++;
        var judging = _book.Judging(_question.About(model), brief: false, _cancellation);
        var (least, tightest, failing) = ((Rational)1, (string?)null, 0);
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in _claims.OrderBy(c => c.Claim.Id == bar?.Tightest ? 0 : 1))
        {
            var margin = ClaimBook.MarginOf(claim, judging);
            if (margin is { Sign: < 0 } || ClaimBook.StatusOf(claim, judging) != ClaimStatus.Follows) failing++;
            else held.Add(claim.Claim.Id);
            if (margin is { } m && m < least) (least, tightest) = (m, claim.Claim.Id);
            if (bar is not null && (failing > bar.Failing || (failing == bar.Failing && least <= bar.Least))) return null;
        }

        _held.Add(held);
        return new(least, tightest, failing);
    }

    private IEnumerable<ImmutableArray<string>> Conflicts()
    {
        var never = _claims.Select(c => c.Claim.Id).Where(id => !_held.Exists(h => h.Contains(id))).ToList();
        foreach (var id in never) yield return [id];
        string[] others = [.. _claims.Select(c => c.Claim.Id).Except(never)];
        for (var a = 0; a < others.Length; a++)
            for (var b = a + 1; b < others.Length; b++)
                if (!_held.Exists(h => h.Contains(others[a]) && h.Contains(others[b]))) yield return [others[a], others[b]];
    }
}
