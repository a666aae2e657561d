using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parley.Verdict;

namespace Parley.Draws;

/// <summary>Counts what comes of draws, one by one.</summary>
internal sealed class DrawCounts
{
    private readonly DrawProgram _program;
    private readonly string[] _conditions;
    private readonly long[] _binding;
    private readonly long[] _tokens;
    private readonly long[] _accepted;
    private readonly Dictionary<int, long> _margins = [];
    private readonly long[] _grades = new long[3];
    private long _draws;
    private long _undecided;
    private long _exact;
    private long _bounded;
    private Int128 _marginSum;
    private Int128 _marginSquares;

    public DrawCounts(DrawProgram program)
    {
        _program = program;
        var problem = program.Problem;
        _conditions = [.. problem.Parties, .. problem.Rules.Select(r => r.Rule.Name)];
        _binding = new long[_conditions.Length];
        _tokens = new long[program.Sizes.Length];
        _accepted = new long[program.Deals.Length];
    }

    /// <summary>Counts one draw.</summary>
    public void Add(DrawOutcome outcome)
    {
        _draws++;
        if (outcome.WasExact) _exact++;
        if (!outcome.IsDecided)
        {
            _undecided++;
            return;
        }

        if (!outcome.IsMarginExact) _bounded++;
        _grades[(int)outcome.Grade]++;
        for (var f = 0; f < _tokens.Length; f++)
            if (outcome.IsToken[f]) _tokens[f]++;
        for (var d = 0; d < _accepted.Length; d++)
            if (outcome.IsAccepted[d]) _accepted[d]++;
        if (outcome.Grade != Grade.Deal && outcome.Binding is { } binding) _binding[Array.IndexOf(_conditions, binding)]++;
        var millionths = DrawTally.MillionthsOf(outcome.Margin);
        _marginSum += millionths;
        _marginSquares += (Int128)millionths * millionths;
        CollectionsMarshal.GetValueRefOrAddDefault(_margins, DrawTally.StepOf(outcome.Margin), out _)++;
    }

    /// <summary>What was counted.</summary>
    public DrawTally Tally()
    {
        var problem = _program.Problem;
        return new()
        {
            Draws = _draws,
            Undecided = _undecided,
            Exact = _exact,
            Bounded = _bounded,
            Grades = [.. Enum.GetValues<Grade>().Order().Select(g => _grades[(int)g])],
            Tokens = [.. _tokens.Select((c, f) => new NamedCount(problem.Values.Ids[f], c))],
            Accepted = [.. _accepted.Select((c, d) => new NamedCount(problem.Model.Deals[d].Name, c))],
            Binding = [.. _binding.Select((c, k) => new NamedCount(_conditions[k], c))],
            MarginSteps = [.. _margins.Select(m => (m.Key, m.Value)).Order()],
            MarginSum = _marginSum,
            MarginSquares = _marginSquares,
        };
    }
}
