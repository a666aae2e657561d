using Parley.Kernels.Exact;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Tests.BruteForce;

/// <summary>A package with its value min_c r_c; null stands for +inf.</summary>
internal sealed record TwinPackage(int[] Options, Rational? Value, int Changes, List<RowOutcome> Rows)
{
    public bool IsAcceptable => Value is not { Sign: < 0 };

    /// <summary>Names of the rows that fail, consent first, then rules in declaration order.</summary>
    public List<string> Broken => [.. Rows.Where(r => r.Value is { Sign: < 0 }).Select(r => r.Name)];
}

/// <summary>The verdict by looking at every package of terms: docs/model.md, items 9 and 13-18.</summary>
internal sealed class TwinVerdict
{
    private readonly TwinCase _twin;
    private readonly Lazy<List<TwinPackage>> _candidates;
    private readonly Lazy<TwinPackage?> _witness;
    private readonly Lazy<Grade> _grade;

    public TwinVerdict(TwinCase twin)
    {
        _twin = twin;
        SignatorySets = MakeSignatorySets();
        _candidates = new(() => [.. twin.Packages().Where(p => WhyNotCandidate(p).Count == 0).Select(Judge)]);
        _witness = new(FindWitness);
        _grade = new(FindGrade);
    }

    public Grade Grade => _grade.Value;

    /// <summary>The sets T of item 18 that may sign.</summary>
    public List<HashSet<string>> SignatorySets { get; }

    public bool HasTokens => _twin.Threshold is not null;

    /// <summary>M of item 14; null when nothing bounds it.</summary>
    public Rational? UnreportedMargin => Witness is null ? -1 : Witness.Value;

    /// <summary>M as reported: 0 when nothing bounds it.</summary>
    public Rational Margin => UnreportedMargin ?? 0;

    /// <summary>Null when there is no candidate.</summary>
    public TwinPackage? Witness => _witness.Value;

    /// <summary>Every candidate, in lexicographic order.</summary>
    public List<TwinPackage> Candidates => _candidates.Value;

    public List<TwinPackage> Acceptable => [.. Candidates.Where(c => c.IsAcceptable)];

    public long PackageCount => _twin.Packages().Count();

    public long AcceptableCount => Acceptable.Count;

    /// <summary>Ids of the free options of item 10, in declaration order.</summary>
    public List<string> FreeOptions => [.. _twin.FreeOptions.Select(f => _twin.IdOf(f.Issue, f.Option))];

    /// <summary>Ids of the tokens of item 10, in declaration order.</summary>
    public List<string> Tokens => [.. _twin.Tokens.Select(f => _twin.IdOf(f.Issue, f.Option))];

    /// <summary>Ids of the free baseline's changes from the status quo.</summary>
    public List<string> FreeBaseline =>
        [.. Enumerable.Range(0, _twin.Issues.Length)
            .Where(i => _twin.Leaves(i, _twin.Free))
            .Select(i => _twin.IdOf(i, _twin.Free[i]))];

    /// <summary>Item 17; the sort is stable, so packages keep their lexicographic order on ties.</summary>
    public List<TwinPackage> NearMisses(int count) =>
        [.. Candidates.Where(c => !c.IsAcceptable).OrderByDescending(c => c.Value).ThenBy(c => c.Changes).Take(count)];

    /// <summary>Item 9: every reason why a package of terms is no candidate; none when it is one.</summary>
    public List<Deals.NotACandidate> WhyNotCandidate(int[] package)
    {
        List<Deals.NotACandidate> reasons = [];
        var issues = Enumerable.Range(0, package.Length).ToList();
        if (issues.Any(i => _twin.Model.DealMustSettle.Contains(_twin.Issues[i].Name) && !_twin.Leaves(i, package)))
        {
            reasons.Add(Deals.NotACandidate.LeavesIssueOpen);
        }

        if (_twin.Threshold is not null && !issues.Any(i => _twin.IsSubstantive(i, package[i])))
        {
            reasons.Add(Deals.NotACandidate.NothingSubstantive);
        }

        if (_twin.Threshold is null && !issues.Any(i => _twin.Leaves(i, package)))
        {
            reasons.Add(Deals.NotACandidate.NothingChanges);
        }

        if (_twin.Signers(package, _twin.Free).Count < 2) reasons.Add(Deals.NotACandidate.FewerThanTwoSign);
        return reasons;
    }

    /// <summary>Items 13, 14 and 18: the best value over the sets that may sign, the first such set on a tie.</summary>
    public TwinPackage Judge(int[] package)
    {
        TwinPackage? best = null;
        foreach (var signatories in SignatorySets)
        {
            var rows = _twin.Rules.Rows(package, signatories);
            Rational? value = null;
            foreach (var row in rows)
            {
                if (IsLess(row.Value, value)) value = row.Value;
            }

            if (best is null || IsLess(best.Value, value)) best = new(package, value, _twin.Changes(package), rows);
        }

        // There is always a set: all negotiators, or one from the declared quorum.
        return best ?? throw new InvalidOperationException("the quorum asks for more members than it names");
    }

    /// <summary>Whether a comes before b in the order of item 16, given that b was met first.</summary>
    public static bool IsBefore(TwinPackage a, TwinPackage b) =>
        IsLess(b.Value, a.Value) || (a.Value == b.Value && a.Changes < b.Changes);

    /// <summary>a &lt; b, null being +inf.</summary>
    public static bool IsLess(Rational? a, Rational? b) => a is { } left && (b is not { } right || left < right);

    // Item 16: packages come in lexicographic order, so a later one must be strictly better.
    private TwinPackage? FindWitness()
    {
        TwinPackage? witness = null;
        foreach (var candidate in Candidates)
        {
            if (witness is null || IsBefore(candidate, witness)) witness = candidate;
        }

        return witness;
    }

    private Grade FindGrade() =>
        Witness is { IsAcceptable: true } ? Grade.Deal : HasTokenPackage() ? Grade.Tokens : Grade.Nothing;

    // Item 18.
    private List<HashSet<string>> MakeSignatorySets()
    {
        if (_twin.Model.Signatories is not { } quorum) return [[.. _twin.Negotiators]];
        List<HashSet<string>> sets = [];
        foreach (var chosen in Subsets([.. quorum.Of], quorum.AtLeast)) sets.Add([.. quorum.All, .. chosen]);
        return sets;
    }

    /// <summary>The subsets of one size, in lexicographic order.</summary>
    public static IEnumerable<string[]> Subsets(string[] members, int size)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var first = 0; first < members.Length; first++)
        {
            foreach (var rest in Subsets(members[(first + 1)..], size - 1)) yield return [members[first], .. rest];
        }
    }

    // Item 15.
    private bool HasTokenPackage()
    {
        if (_twin.Threshold is null || _twin.StatusQuo.Contains(-1)) return false;
        return _twin.Packages().Any(IsTokenPackage);
    }

    private bool IsTokenPackage(int[] package)
    {
        if (package.SequenceEqual(_twin.StatusQuo)) return false;
        for (var i = 0; i < package.Length; i++)
        {
            if (_twin.IsSubstantive(i, package[i])) return false;
        }

        var gains = _twin.Signers(package, _twin.StatusQuo).Select(p => _twin.Utility(p, package)).ToList();
        return gains.All(g => g.Sign >= 0) && gains.Any(g => g.Sign > 0) && _twin.Rules.AllHoldFromStatusQuo(package);
    }
}
