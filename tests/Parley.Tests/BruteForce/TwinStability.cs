using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Kernels.Graphs;

namespace Parley.Tests.BruteForce;

/// <summary>Who would leave how a case stands, by looking at every package and every sequence of moves (docs/model.md, 43-46).</summary>
internal sealed class TwinStability
{
    private readonly TwinCase _case;
    private readonly (int Issue, int Option)[] _agreement;
    private readonly List<int[]> _all;
    private readonly Dictionary<(int Party, bool Improving, string From), List<int[]>> _reached = [];
    private readonly Dictionary<(string Party, string State), List<int[]>> _moves = [];

    public TwinStability(TwinCase twin)
    {
        _case = twin;
        _agreement = twin.Model.InForce is not { } name ? [] :
        [
            .. twin.Model.Deals.Single(d => d.Name == name).Terms
                .Select(t => (Issue: twin.IssueIndex(t.Issue), Option: t.Option))
                .Select(t => (t.Issue, Option: TwinCase.IndexOf(twin.Issues[t.Issue], t.Option)))
                .Where(t => twin.StatusQuo[t.Issue] >= 0 && t.Option != twin.StatusQuo[t.Issue] && !twin.Issues[t.Issue].OffTable),
        ];
        Going = (int[])twin.Free.Clone();
        foreach (var (issue, option) in _agreement) Going[issue] = option;
        _all = [.. Packages(0, new int[Going.Length])];
        States = Closure();
    }

    public int[] Going { get; }

    public bool HasAgreement => _agreement.Length > 0;

    /// <summary>Everything that can come of how things stand, in the order of the packages.</summary>
    public List<int[]> States { get; }

    public Rational Value(string party, int[] state)
    {
        var value = Rational.Zero;
        for (var i = 0; i < state.Length; i++)
            if (state[i] >= 0) value += _case.Value(party, i, state[i]) - _case.Value(party, i, _case.StatusQuo[i]);
        return IsKept(state) ? value : value + _case.NoDeal(party);
    }

    /// <summary>The most that a party can gain by one move, 0 for none.</summary>
    public Rational BestGain(string party, int[] state) =>
        Moves(party, state).Select(to => Value(party, to) - Value(party, state)).Append(Rational.Zero).Max();

    /// <summary>What a party has in the agreement, and after it alone has ended.</summary>
    public (Rational Inside, Rational Outside) Leaving(string party)
    {
        var after = (int[])Going.Clone();
        foreach (var (issue, _) in _agreement) after[issue] = _case.StatusQuo[issue];
        return (Value(party, Going), Value(party, after));
    }

    public bool IsStable(int party, int[] state, StabilityConcept concept)
    {
        var name = _case.Negotiators[party];
        var here = Value(name, state);
        foreach (var better in Moves(name, state).Where(to => Value(name, to) > here))
        {
            if (concept == StabilityConcept.Nash) return false;
            var improving = concept is StabilityConcept.Sequential or StabilityConcept.SymmetricSequential;
            var final = concept is StabilityConcept.SymmetricMetarational or StabilityConcept.SymmetricSequential;
            if (!Reach(party, better, improving).Exists(k => Value(name, k) <= here && (!final || Moves(name, k).TrueForAll(h => Value(name, h) <= here))))
                return false;
        }

        return true;
    }

    private bool IsKept(int[] state) => _agreement.All(t => state[t.Issue] == t.Option);

    private List<int[]> Moves(string party, int[] state)
    {
        var key = (party, Key(state));
        if (!_moves.TryGetValue(key, out var found)) _moves[key] = found = _all.FindAll(to => !to.SequenceEqual(state) && CanMove(party, state, to));
        return found;
    }

    private bool CanMove(string party, int[] from, int[] to)
    {
        var isKept = HasAgreement && IsKept(from);
        var staysIn = isKept && IsKept(to) && _agreement.All(t => from[t.Issue] == to[t.Issue]);
        for (var i = 0; i < from.Length; i++)
        {
            if (from[i] < 0) continue;
            var agreed = Array.Exists(_agreement, t => t.Issue == i);
            var ok = !isKept || staysIn || !agreed
                ? from[i] == to[i] || CanChange(party, i, from[i], to[i])
                : to[i] == _case.StatusQuo[i] || IsOwn(party, i, to[i]);
            if (!ok) return false;
        }

        return true;
    }

    private bool CanChange(string party, int issue, int from, int to)
    {
        if (IsOwn(party, issue, to)) return true;
        var givers = _case.OptionAt(issue, from).By;
        return to == _case.StatusQuo[issue] && (givers.IsEmpty || givers.Contains(party));
    }

    private bool IsOwn(string party, int issue, int option) => _case.OptionAt(issue, option).By is [var giver] && giver == party;

    // The others' moves one after another, nobody twice in a row.
    private List<int[]> Reach(int party, int[] from, bool improving)
    {
        var key = (party, improving, Key(from));
        if (_reached.TryGetValue(key, out var known)) return known;
        var seen = new HashSet<(string, int)>();
        var found = new Dictionary<string, int[]>();
        var open = new Queue<(int[] State, int Last)>([(from, -1)]);
        while (open.TryDequeue(out var node))
        {
            for (var other = 0; other < _case.Negotiators.Length; other++)
            {
                if (other == party || other == node.Last) continue;
                var name = _case.Negotiators[other];
                foreach (var to in Moves(name, node.State))
                {
                    if (improving && Value(name, to) <= Value(name, node.State)) continue;
                    if (!seen.Add((Key(to), other))) continue;
                    found[Key(to)] = to;
                    open.Enqueue((to, other));
                }
            }
        }

        return _reached[key] = [.. found.Values];
    }

    private List<int[]> Closure()
    {
        var found = new Dictionary<string, int[]> { [Key(Going)] = Going };
        var open = new Queue<int[]>([Going]);
        while (open.TryDequeue(out var state))
        {
            foreach (var to in _case.Negotiators.SelectMany(p => Moves(p, state)))
                if (found.TryAdd(Key(to), to)) open.Enqueue(to);
        }

        return _all.FindAll(s => found.ContainsKey(Key(s)));
    }

    private IEnumerable<int[]> Packages(int issue, int[] state)
    {
        if (issue == state.Length) return [(int[])state.Clone()];
        var options = _case.StatusQuo[issue] < 0 ? [-1]
            : _case.Issues[issue].OffTable ? [_case.StatusQuo[issue]]
            : Enumerable.Range(0, _case.Issues[issue].Options.Length);
        return options.SelectMany(o =>
        {
            state[issue] = o;
            return Packages(issue + 1, state).ToList();
        });
    }

    private static string Key(int[] state) => string.Join(' ', state);
}
