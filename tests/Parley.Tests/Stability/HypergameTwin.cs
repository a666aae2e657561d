using Parley.Cases.Conflicts;
using Parley.Kernels.Graphs;
using OptionDirection = Parley.Cases.Conflicts.OptionDirection;

namespace Parley.Tests.Stability;

/// <summary>One perception of a conflict of options, straight from its statements: no graph, no ranks, no names.</summary>
internal sealed class HypergameTwin
{
    private readonly Conflict _conflict;
    private readonly List<uint> _states;
    private readonly ConflictPreference[] _preferences;
    private readonly Dictionary<(int Party, uint From), uint[]> _moves = [];
    private readonly Dictionary<(int Party, uint From, bool Improving), HashSet<uint>> _answers = [];

    /// <param name="conflict">The conflict, with its perceptions.</param>
    /// <param name="viewer">Who sees it; null for the conflict as it is.</param>
    public HypergameTwin(Conflict conflict, string? viewer)
    {
        _conflict = conflict;
        var more = conflict.Perceptions.Where(p => p.Party == viewer).SelectMany(p => p.Infeasible);
        var infeasible = conflict.Infeasible.Concat(more).ToList();
        _states = [.. Enumerable.Range(0, 1 << conflict.Options.Length).Select(s => (uint)s).Where(s => !infeasible.Exists(i => i.Statement.Holds(s)))];
        var seen = conflict.Perceptions.Where(p => p.Party == viewer).SelectMany(p => p.Preferences).ToList();
        _preferences = [.. conflict.Parties.Select((o, k) => seen.Find(s => s.Party == o.Name)?.Preference ?? conflict.Preferences[k])];
    }

    public bool IsEmpty => _states.Count == 0;

    public bool Sees(uint state) => _states.Contains(state);

    public bool IsEquilibrium(uint state, StabilityConcept concept) => Sees(state) && Enumerable.Range(0, _conflict.Parties.Length).All(p => Keeps(p, state, concept));

    public bool Keeps(int party, uint state, StabilityConcept concept)
    {
        foreach (var better in Moves(party, state).Where(q => Compare(party, q, state) > 0))
        {
            if (concept == StabilityConcept.Nash) return false;
            var isImproving = concept is StabilityConcept.Sequential or StabilityConcept.SymmetricSequential;
            var isFinal = concept is StabilityConcept.SymmetricMetarational or StabilityConcept.SymmetricSequential;
            if (!Answers(party, better, isImproving).Any(k => Compare(party, k, state) <= 0 && (!isFinal || Moves(party, k).All(h => Compare(party, h, state) <= 0)))) return false;
        }

        return true;
    }

    private uint[] Moves(int party, uint from) =>
        _moves.TryGetValue((party, from), out var known) ? known : _moves[(party, from)] = [.. _states.Where(to => to != from && MayMove(party, from, to))];

    private bool MayMove(int party, uint from, uint to)
    {
        for (var o = 0; o < _conflict.Options.Length; o++)
        {
            var (option, before, after) = (_conflict.Options[o], from >> o & 1, to >> o & 1);
            if (before == after) continue;
            if (option.Owner != _conflict.Parties[party].Name || option.Direction == (after == 1 ? OptionDirection.Back : OptionDirection.Forward)) return false;
        }

        return true;
    }

    // All that the others can lead to from a state; a party may always do in one move what it can do in two.
    private HashSet<uint> Answers(int party, uint from, bool improving)
    {
        if (_answers.TryGetValue((party, from, improving), out var known)) return known;
        var (reached, next) = (new HashSet<uint>(), new Queue<uint>([from]));
        while (next.TryDequeue(out var state))
        {
            for (var other = 0; other < _conflict.Parties.Length; other++)
                foreach (var to in other == party ? [] : Moves(other, state).Where(t => !improving || Compare(other, t, state) > 0))
                    if (reached.Add(to)) next.Enqueue(to);
        }

        return _answers[(party, from, improving)] = reached;
    }

    private int Compare(int party, uint a, uint b)
    {
        switch (_preferences[party])
        {
            case WeightPreference weights:
                decimal Worth(uint s) => Enumerable.Range(0, weights.Weights.Length).Sum(o => (s >> o & 1) * weights.Weights[o]);
                return Worth(a).CompareTo(Worth(b));
            case StatementPreference list:
                return list.Groups.Select(g => g.Count(s => s.Statement.Holds(a)) - g.Count(s => s.Statement.Holds(b))).FirstOrDefault(d => d != 0);
            default:
                throw new NotSupportedException();
        }
    }
}
