using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;

namespace Parley.Tests.BruteForce;

/// <summary>The worlds of a question, one for each set of obstacles taken away: docs/model.md, 26 and 33.</summary>
/// <remarks>A set of obstacles is a number whose bit k stands for the k-th obstacle asked about.</remarks>
internal sealed class TwinWorlds
{
    private readonly CaseModel _baseCase;
    private readonly TwinNumbers _baseNumbers;
    private readonly OverlaySelection _selection;
    private readonly Dictionary<int, TwinWorld> _worlds = [];
    private readonly Dictionary<(int Set, int Step), TwinWorld> _dosed = [];
    private readonly Dictionary<int, List<(string Path, decimal From, decimal To)>> _changes = [];

    public TwinWorlds(CaseModel baseCase, OverlaySelection selection)
    {
        _baseCase = baseCase;
        _baseNumbers = new(baseCase);
        _selection = selection;
        Obstacles = [.. baseCase.OverlaysOf(OverlayKind.Obstacle).Where(o => !selection.Without.Contains(o.Name))];
    }

    /// <summary>What is asked about, in declaration order: nothing that the question already takes away.</summary>
    public ImmutableArray<Overlay> Obstacles { get; }

    public int All => (1 << Obstacles.Length) - 1;

    /// <summary>Every set of obstacles.</summary>
    public IEnumerable<int> Sets => Enumerable.Range(0, All + 1);

    public IEnumerable<Overlay> Members(int set) => Obstacles.Where((_, k) => (set >> k & 1) == 1);

    /// <summary>Every set within a set, the empty one and itself included.</summary>
    public IEnumerable<int> Within(int set) => Sets.Where(t => (t & ~set) == 0);

    /// <summary>By size, then by obstacles in declaration order.</summary>
    public List<int> InOrder(IEnumerable<int> sets) =>
        [.. sets.OrderBy(s => BitOperations.PopCount((uint)s)).ThenBy(s => string.Concat(Obstacles.Select((_, k) => (s >> k & 1) == 1 ? '0' : '1')), StringComparer.Ordinal)];

    /// <summary>W(R): the case as asked, these obstacles taken away too.</summary>
    public TwinWorld World(int set)
    {
        if (!_worlds.TryGetValue(set, out var world)) _worlds[set] = world = new(ModelOf(set), _baseNumbers);
        return world;
    }

    /// <summary>Item 33: W(R) with the numbers that its edits change at k/50 of the way.</summary>
    public TwinWorld Dosed(int set, int step)
    {
        if (!_dosed.TryGetValue((set, step), out var world)) _dosed[(set, step)] = world = MakeDosed(set, step);
        return world;
    }

    private TwinWorld MakeDosed(int set, int step)
    {
        if (!_changes.TryGetValue(set, out var changes)) _changes[set] = changes = ChangesOf(set);
        if (changes.Count == 0) return World(set);
        var model = ModelOf(set);
        foreach (var (path, from, to) in changes) model = CaseNumbers.Set(model, path, from + step * (to - from) / 50);
        return new(model, _baseNumbers);
    }

    /// <summary>The numbers that a set's edits change, as asked and in its world; what is no number in both changes at once.</summary>
    private List<(string Path, decimal From, decimal To)> ChangesOf(int set)
    {
        var asked = ModelOf(0);
        var there = ModelOf(set);
        List<(string, decimal, decimal)> changes = [];
        foreach (var path in Members(set).SelectMany(o => o.Set).Select(e => e.Path).Distinct())
        {
            if (WorthAt(asked, path) is { } from && WorthAt(there, path) is { } to) changes.Add((path, from, to));
        }

        return changes;
    }

    private CaseModel ModelOf(int set)
    {
        var without = _selection.Without.Concat(Members(set).Select(o => o.Name));
        var applied = CaseEdit.Apply(_baseCase, _selection with { Without = [.. without] });
        return applied.Value ?? throw new InvalidOperationException(applied.Errors.First().Message);
    }

    /// <summary>What the number at a path is worth, written or not; null where it is a word, a yes or no, or a sum.</summary>
    private static decimal? WorthAt(CaseModel model, string path)
    {
        if (path.EndsWith(".in_force", StringComparison.Ordinal) || path.EndsWith(".off_table", StringComparison.Ordinal)) return null;
        if (path.EndsWith(".status_quo", StringComparison.Ordinal) || path.EndsWith(".unilateral", StringComparison.Ordinal)) return null;
        if (model.Parameters.Any(p => p.Name == path && p.Value is null)) return null;
        var number = CaseNumbers.List(model).FirstOrDefault(n => n.Path == path);
        // Item 33: the delivery of an option that says nothing of it is 1, and so is a first channel there.
        if (number is null) return SaysNothingOfDelivery(model, path) ? 1 : 0;
        return Exactly(new TwinNumbers(model).Of(number.Number));
    }

    private static bool SaysNothingOfDelivery(CaseModel model, string path)
    {
        foreach (var issue in model.Issues)
            foreach (var option in issue.Options)
                if ($"{path}.".StartsWith($"{issue.IdOf(option.Name)}.delivery.", StringComparison.Ordinal)) return option.Delivery.IsEmpty;
        return false;
    }

    private static decimal Exactly(Rational value)
    {
        var result = (decimal)value.Numerator / (decimal)value.Denominator;
        return (Rational)result == value ? result : throw new InvalidOperationException($"{value} is no finite decimal");
    }
}

/// <summary>One world: whether a deal exists in it, which, and how far it is from one; any deal, or a named one.</summary>
internal sealed class TwinWorld
{
    private readonly Dictionary<string, bool> _isOpen = [];
    private readonly Dictionary<string, Rational> _distances = [];

    public TwinWorld(CaseModel model, TwinNumbers baseNumbers)
    {
        Twin = new(model, baseNumbers);
        Verdict = new(Twin);
    }

    public TwinCase Twin { get; }

    public TwinVerdict Verdict { get; }

    /// <summary>F0 of item 26.</summary>
    public bool IsOpen(string? deal)
    {
        if (!_isOpen.TryGetValue(deal ?? "", out var isOpen)) _isOpen[deal ?? ""] = isOpen = FindOpen(deal);
        return isOpen;
    }

    /// <summary>Delta of item 31.</summary>
    public Rational Distance(string? deal)
    {
        if (!_distances.TryGetValue(deal ?? "", out var distance)) _distances[deal ?? ""] = distance = FindDistance(deal);
        return distance;
    }

    /// <summary>The best deal by item 16, or the named one; null where there is no deal.</summary>
    public TwinPackage? Opened(string? deal) =>
        !IsOpen(deal) ? null : deal is null ? Verdict.Witness : Named(deal).Outcome;

    public List<Rational> Surplus(TwinPackage package) =>
        [.. Twin.Negotiators.Select(p => Twin.Rules.ConsentSlack(p, package.Options))];

    /// <summary>The negotiators and whoever holds a rule, in force or not.</summary>
    public int HoldersDeclared => Twin.Negotiators.Concat(Twin.Model.Rules.Select(TwinRules.HolderOf)).Distinct().Count();

    private bool FindOpen(string? deal) => deal is null
        ? Twin.Packages().Any(p => Verdict.WhyNotCandidate(p).Count == 0 && Verdict.Judge(p).IsAcceptable)
        : Named(deal).Feasible;

    private TwinDeal Named(string deal) => new TwinDeals(Twin, Verdict).Evaluate(Twin.Model.Deals.Single(d => d.Name == deal));

    private Rational FindDistance(string? deal)
    {
        Rational? least = null;
        foreach (var candidate in deal is null ? Twin.Packages().Where(IsCandidate) : NamedCandidate(deal))
        {
            foreach (var signatories in Verdict.SignatorySets)
            {
                var distance = Distance(candidate, signatories);
                if (least is null || distance < least) least = distance;
            }
        }

        return least ?? HoldersDeclared;
    }

    private Rational Distance(int[] package, HashSet<string> signatories)
    {
        Rational total = 0;
        foreach (var ofHolder in Twin.Rules.Rows(package, signatories).GroupBy(r => r.Holder))
        {
            Rational worst = 0;
            foreach (var row in ofHolder)
            {
                if (row.Value is { } value) worst = Rational.Max(worst, -value);
            }

            total += worst;
        }

        return total;
    }

    private IEnumerable<int[]> NamedCandidate(string deal) =>
        Named(deal).Outcome is { } outcome && IsCandidate(outcome.Options) ? [outcome.Options] : [];

    private bool IsCandidate(int[] package) =>
        Enumerable.Range(0, package.Length).All(i => Twin.IsTerm(i, package[i])) && Verdict.WhyNotCandidate(package).Count == 0;
}
