using System.Collections.Immutable;
using Parley.Kernels.Exact;

namespace Parley.Problems;

/// <summary>How a case stands between deals, and what each negotiator can do about it alone (docs/model.md, 44-46).</summary>
/// <remarks>
/// A state is a package over the issues that have a status quo, unilateral moves included. While an agreement is in force and
/// kept, a negotiator who touches it leaves it: the issues it settles go back to their status quo, but for what the negotiator
/// itself gives.
/// </remarks>
internal sealed class StandingMoves
{
    private readonly CaseProblem _problem;
    private readonly CaseValues _values;

    /// <param name="problem">The case.</param>
    /// <param name="inForce">A named deal that is in force; null for the case's own, if any.</param>
    /// <param name="going">What holds, by issue a flat option or -1; null for the case's own. Options that are off the table give way to the status quo.</param>
    public StandingMoves(CaseProblem problem, string? inForce = null, ImmutableArray<int>? going = null)
    {
        (_problem, _values) = (problem, problem.Values);
        Agreement = [.. Terms(inForce ?? problem.Model.InForce)];
        Going = going is { } holds ? [.. holds.Select((f, i) => f < 0 || _values.Available[f] ? f : _values.StatusQuo[i])] : [.. problem.Baseline.Chosen];
        foreach (var term in Agreement) Going = Going.SetItem(_values.IssueOf(term), term);
    }

    /// <summary>The options that the agreement in force puts in place of the status quo, flat; empty without one.</summary>
    public ImmutableArray<int> Agreement { get; }

    /// <summary>By issue, the flat option that holds; -1 where the issue has no status quo and so is no part of any state.</summary>
    public ImmutableArray<int> Going { get; }

    /// <summary>Whether the agreement, if there is one, is kept.</summary>
    public bool IsKept(IReadOnlyList<int> state) => Agreement.All(term => state[_values.IssueOf(term)] == term);

    /// <summary>Whether the agreement settles the issue.</summary>
    public bool IsAgreed(int issue) => Agreement.Any(term => _values.IssueOf(term) == issue);

    /// <summary>
    /// Whether a party can change an issue so without anybody: to what it alone gives, or back to the status quo from what it gives with others.
    /// </summary>
    public bool MayMove(int party, int from, int to)
    {
        if (from == to || !_values.Available[to]) return false;
        var name = _problem.Model.Parties[party].Name;
        return _values.Options[to].By is [var giver] && giver == name || (_values.IsStatusQuo(to) && _values.Gives(party, from));
    }

    /// <summary>What the party can make of an issue in one move of its own, what holds included.</summary>
    public IEnumerable<int> Choices(int party, int from)
    {
        yield return from;
        if (from < 0) yield break;
        var issue = _values.IssueOf(from);
        for (var f = _values.Offset(issue); f < _values.Offset(issue) + _values.OptionCount(issue); f++)
            if (MayMove(party, from, f)) yield return f;
    }

    /// <summary>What leaving the agreement makes of one of its issues: the status quo, or what the party alone gives.</summary>
    public IEnumerable<int> ChoicesOnLeaving(int party, int issue) => Choices(party, _values.StatusQuo[issue]);

    /// <summary>A party's value of a state; without the agreement that was in force, going on without a deal counts too.</summary>
    public Rational Value(int party, IReadOnlyList<int> state)
    {
        var utility = _problem.Utility(party, state);
        return IsKept(state) ? utility : utility + _problem.NoDealOf(party);
    }

    /// <summary>The best that a party can make of a state alone, and what it gains; nothing changes where it gains nothing.</summary>
    public (ImmutableArray<int> State, Rational Gain) Best(int party, ImmutableArray<int> from)
    {
        var row = _values.Values[party];
        var (isKept, best) = (IsKept(from), from);
        for (var i = 0; i < from.Length; i++)
            if (!isKept || !IsAgreed(i)) best = best.SetItem(i, BestOf(row, Choices(party, from[i])));
        if (Agreement.IsEmpty || !isKept) return (best, Value(party, best) - Value(party, from));
        foreach (var left in Leavings(party, best))
            if (Value(party, left) > Value(party, best)) best = left;
        return (best, Value(party, best) - Value(party, from));
    }

    // The best ways to leave the agreement: where all that is best keeps it after all, one of its issues must be left.
    private IEnumerable<ImmutableArray<int>> Leavings(int party, ImmutableArray<int> state)
    {
        var row = _values.Values[party];
        foreach (var issue in Agreement.Select(_values.IssueOf)) state = state.SetItem(issue, BestOf(row, ChoicesOnLeaving(party, issue)));
        if (!IsKept(state)) return [state];
        return Agreement.Select(term => state.SetItem(_values.IssueOf(term), BestOf(row, ChoicesOnLeaving(party, _values.IssueOf(term)).Where(f => f != term))));
    }

    /// <summary>The state that leaving the agreement, and nothing else, makes of how the case stands.</summary>
    public ImmutableArray<int> AfterLeaving()
    {
        var after = Going;
        foreach (var issue in Agreement.Select(_values.IssueOf)) after = after.SetItem(issue, _values.StatusQuo[issue]);
        return after;
    }

    // The first of the best; what holds comes first.
    private static int BestOf(Rational[] row, IEnumerable<int> choices)
    {
        var best = int.MinValue;
        foreach (var choice in choices)
            if (best == int.MinValue || (choice >= 0 && row[choice] > row[best])) best = choice;
        return best;
    }

    private IEnumerable<int> Terms(string? deal)
    {
        if (deal is null) yield break;
        foreach (var term in _problem.Model.Deals.First(d => d.Name == deal).Terms)
        {
            var issue = _values.IssueIndex(term.Issue);
            var flat = _values.FlatOf(issue, term.Option);
            if (_values.StatusQuo[issue] >= 0 && flat >= 0 && flat != _values.StatusQuo[issue] && _values.Available[flat]) yield return flat;
        }
    }
}
