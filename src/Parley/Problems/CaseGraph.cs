using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Diagnostics;
using Parley.Kernels.Exact;
using Parley.Kernels.Graphs;

namespace Parley.Problems;

/// <summary>A case as a graph of moves: every state that can come of how it stands by moves that need nobody's consent (docs/model.md, 44-46).</summary>
/// <remarks>
/// States come in the order of their packages. Cost: states times moves of a state; the limits below are kept.
/// </remarks>
public static class CaseGraph
{
    /// <summary>The slug of a case in which nothing stands that could be left.</summary>
    public const string NoStatusQuo = "no-status-quo";

    /// <summary>More states are not listed.</summary>
    public const int MaxStates = 50_000;

    /// <summary>More moves of all parties together are not listed.</summary>
    public const long MaxMoves = 30_000_000;

    /// <summary>The graph, or why there is none: no issue has a status quo, or there are too many states.</summary>
    public static Checked<StabilityProblem> Of(CaseProblem problem, CancellationToken cancellationToken = default) => Of(problem, null, cancellationToken);

    /// <summary>The graph from how things stand elsewhere.</summary>
    /// <param name="problem">The case.</param>
    /// <param name="going">
    /// How things stand, by issue a flat option or -1, and what states are named by; null for how the case itself has it. What is off
    /// the table in this case gives way to its status quo.
    /// </param>
    /// <param name="cancellationToken">Ends the work by exception.</param>
    internal static Checked<StabilityProblem> Of(CaseProblem problem, ImmutableArray<int>? going, CancellationToken cancellationToken)
    {
        var moves = new StandingMoves(problem, going: going);
        if (moves.Going.All(f => f < 0))
        {
            return StabilityProblem.Refused(
                NoStatusQuo, "No issue of the case has a status quo, so there is nothing to move away from; give the issues a status_quo.");
        }

        var run = new CaseGraphRun(problem, moves, going ?? moves.Going, cancellationToken);
        return run.Build();
    }
}

/// <summary>One listing of a case's states and moves.</summary>
internal sealed class CaseGraphRun(CaseProblem problem, StandingMoves moves, ImmutableArray<int> named, CancellationToken cancellationToken)
{
    private readonly CaseValues _values = problem.Values;
    private readonly Dictionary<long, int> _index = [];
    private List<int[]> _states = [];
    private long[] _places = [];

    public Checked<StabilityProblem> Build()
    {
        if (!SetPlaces() || !Spread())
        {
            return StabilityProblem.Refused(
                "too-many-states",
                $"More than {CaseGraph.MaxStates:N0} states can come of how the case stands; take issues off the table (ISSUE.off_table=yes).");
        }

        var arcs = problem.Values.Negotiators.Select(Arcs).ToArray();
        if (Array.Exists(arcs, a => a is null))
        {
            return StabilityProblem.Refused(
                "too-many-moves",
                $"The case has more than {CaseGraph.MaxMoves:N0} moves; take issues off the table (ISSUE.off_table=yes).");
        }

        var ranks = problem.Values.Negotiators.Select(Ranks).ToArray();
        var start = _index[Code(moves.Going)];
        var graph = new ExplicitGraph(_states.Count, arcs!, ranks);
        return new(new StabilityProblem(graph, null, Label, Find) { Parties = problem.Parties, Start = start, IsOfCase = true }, []);
    }

    // A state's code has a digit for each issue; false where codes would not fit.
    private bool SetPlaces()
    {
        _places = new long[_values.IssueCount];
        BigInteger place = 1;
        for (var i = _places.Length - 1; i >= 0; i--)
        {
            if (moves.Going[i] < 0) continue;
            if (place > long.MaxValue / 100) return false;
            _places[i] = (long)place;
            place *= _values.OptionCount(i);
        }

        return place <= long.MaxValue;
    }

    private long Code(IReadOnlyList<int> state)
    {
        long code = 0;
        for (var i = 0; i < state.Count; i++)
            if (state[i] >= 0) code += _places[i] * (state[i] - _values.Offset(i));
        return code;
    }

    private int[] Package(long code)
    {
        var state = moves.Going.ToArray();
        for (var i = 0; i < state.Length; i++)
        {
            if (state[i] < 0) continue;
            state[i] = _values.Offset(i) + (int)(code / _places[i]);
            code %= _places[i];
        }

        return state;
    }

    // A move of several issues leads nowhere that single ones do not, but for leaving the agreement.
    private bool Spread()
    {
        var start = Code(moves.Going);
        var (queue, seen) = (new List<long> { start }, new HashSet<long> { start });
        for (var head = 0; head < queue.Count; head++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var state = Package(queue[head]);
            foreach (var next in problem.Values.Negotiators.SelectMany(p => Steps(p, state)))
                if (seen.Add(next)) queue.Add(next);
            if (queue.Count > CaseGraph.MaxStates) return false;
        }

        queue.Sort();
        _states = queue.ConvertAll(Package);
        for (var s = 0; s < queue.Count; s++) _index[queue[s]] = s;
        return true;
    }

    private IEnumerable<long> Steps(int party, int[] state)
    {
        var (isKept, code) = (moves.IsKept(state), Code(state));
        for (var i = 0; i < state.Length; i++)
        {
            if (isKept && moves.IsAgreed(i)) continue;
            foreach (var choice in moves.Choices(party, state[i])) yield return code + (_places[i] * (choice - state[i]));
        }

        if (moves.Agreement.IsEmpty || !isKept) yield break;
        foreach (var left in Codes(Leaving(party, state, withOthers: false))) yield return left;
    }

    // All that one party can do in one move; null where there is too much.
    private List<StateArc>? Arcs(int party)
    {
        var arcs = new List<StateArc>();
        for (var s = 0; s < _states.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var next in Moves(party, _states[s]))
                if (_index[next] is var to && to != s) arcs.Add(new(s, to));
            if (arcs.Count > CaseGraph.MaxMoves / problem.Parties.Length) return null;
        }

        return arcs;
    }

    private IEnumerable<long> Moves(int party, int[] state)
    {
        var isKept = !moves.Agreement.IsEmpty && moves.IsKept(state);
        var keeping = Codes([.. state.Select((f, i) => isKept && moves.IsAgreed(i) ? [f] : moves.Choices(party, f).ToArray())]);
        return isKept ? keeping.Concat(Codes(Leaving(party, state, withOthers: true))) : keeping;
    }

    // The choices of a party that leaves the agreement, and perhaps changes other issues in the same move.
    private int[][] Leaving(int party, int[] state, bool withOthers) =>
    [
        .. state.Select((f, i) => moves.IsAgreed(i) ? [.. moves.ChoicesOnLeaving(party, i)]
            : withOthers ? moves.Choices(party, f).ToArray() : [f]),
    ];

    // The codes of every combination of choices.
    private List<long> Codes(int[][] choices)
    {
        List<long> codes = [0];
        for (var i = 0; i < choices.Length; i++)
        {
            if (choices[i][0] < 0) continue;
            var count = codes.Count;
            var first = _places[i] * (choices[i][0] - _values.Offset(i));
            for (var k = 1; k < choices[i].Length; k++)
            {
                var place = _places[i] * (choices[i][k] - _values.Offset(i));
                for (var c = 0; c < count; c++) codes.Add(codes[c] + place);
            }

            for (var c = 0; c < count; c++) codes[c] += first;
        }

        return codes;
    }

    private int[] Ranks(int party) => ExplicitGraph.RanksOf(_states.ConvertAll(s => moves.Value(party, s)));

    private StateLabel Label(int state)
    {
        var changed = _states[state].Where((f, i) => f != named[i]).Select(f => _values.Ids[f]).ToImmutableArray();
        return new(changed.IsEmpty ? StateNames.AsItStands : string.Join(" + ", changed), null, changed);
    }

    private int? Find(string text)
    {
        var state = named.ToArray();
        if (StateNames.IsAsItStands(text)) return _index.TryGetValue(Code(state), out var asNamed) ? asNamed : null;
        foreach (var id in StateNames.Parts(text))
        {
            var flat = _values.Ids.IndexOf(id);
            if (flat < 0 || state[_values.IssueOf(flat)] < 0) return null;
            state[_values.IssueOf(flat)] = flat;
        }

        return _index.TryGetValue(Code(state), out var found) ? found : null;
    }
}
