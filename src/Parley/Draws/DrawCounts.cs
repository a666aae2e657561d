using System.Collections.Immutable;
using Parley.Verdict;

namespace Parley.Draws;

/// <summary>What came of a number of draws; counts of different draws add up, in any order.</summary>
internal sealed class DrawCounts
{
    // Margins are counted in steps of a ten-thousandth from -1 to 1, and summed in millionths, so that sums do not hang on their order.
    private const int StepsPerUnit = 10_000;
    private const int Steps = 2 * StepsPerUnit;
    private const double MillionthsPerUnit = 1_000_000;

    private readonly DrawProgram _program;
    private readonly string[] _conditions;
    private readonly long[] _binding;
    private readonly long[] _tokens;
    private readonly long[] _accepted;
    private readonly long[] _margins = new long[Steps + 1];
    private readonly long[] _grades = new long[3];
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

    public long Draws { get; private set; }

    /// <summary>Draws that a budget left undecided; in no other count.</summary>
    public long Undecided { get; private set; }

    /// <summary>Draws that had to be judged exactly.</summary>
    public long Exact { get; private set; }

    public long Decided => Draws - Undecided;

    public long Of(Grade grade) => _grades[(int)grade];

    /// <summary>Counts one draw.</summary>
    public void Add(DrawOutcome outcome)
    {
        Draws++;
        if (outcome.WasExact) Exact++;
        if (!outcome.IsDecided)
        {
            Undecided++;
            return;
        }

        _grades[(int)outcome.Grade]++;
        for (var f = 0; f < _tokens.Length; f++)
            if (outcome.IsToken[f]) _tokens[f]++;
        for (var d = 0; d < _accepted.Length; d++)
            if (outcome.IsAccepted[d]) _accepted[d]++;
        if (outcome.Grade != Grade.Deal && outcome.Binding is { } binding) _binding[Array.IndexOf(_conditions, binding)]++;
        var millionths = (long)Math.Round(outcome.Margin * MillionthsPerUnit);
        _marginSum += millionths;
        _marginSquares += (Int128)millionths * millionths;
        _margins[(int)Math.Clamp(Math.Round((outcome.Margin + 1) * StepsPerUnit), 0, Steps)]++;
    }

    /// <summary>Adds the counts of other draws.</summary>
    public void Add(DrawCounts other)
    {
        Draws += other.Draws;
        Undecided += other.Undecided;
        Exact += other.Exact;
        _marginSum += other._marginSum;
        _marginSquares += other._marginSquares;
        Sum(_grades, other._grades);
        Sum(_binding, other._binding);
        Sum(_tokens, other._tokens);
        Sum(_accepted, other._accepted);
        Sum(_margins, other._margins);
    }

    /// <summary>The mean of the margins, to a millionth; 0 without draws.</summary>
    public double MeanMargin => Decided == 0 ? 0 : (double)_marginSum / Decided / MillionthsPerUnit;

    /// <summary>The standard deviation of the margins; 0 below two draws.</summary>
    public double MarginDeviation
    {
        get
        {
            if (Decided < 2) return 0;
            var spread = (double)((Int128)Decided * _marginSquares - _marginSum * _marginSum);
            return Math.Sqrt(Math.Max(0, spread) / Decided / (Decided - 1)) / MillionthsPerUnit;
        }
    }

    /// <summary>The least step that a share of the margins reach or stay below; 0 without draws.</summary>
    /// <param name="share">0..1.</param>
    public double MarginQuantile(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * Decided));
        var seen = 0L;
        for (var k = 0; k <= Steps; k++)
        {
            seen += _margins[k];
            if (seen >= rank) return ((double)k / StepsPerUnit) - 1;
        }

        return 0;
    }

    /// <summary>Options that were ever a token, by how often.</summary>
    public ImmutableArray<NamedCount> Tokens() => Named(_tokens, f => _program.Problem.Values.Ids[f], keepZero: false);

    /// <summary>Named deals, in their order.</summary>
    public ImmutableArray<NamedCount> Accepted() => [.. _accepted.Select((c, d) => new NamedCount(_program.Problem.Model.Deals[d].Name, c))];

    /// <summary>Conditions that ever bound where there was no deal, the most frequent first.</summary>
    public ImmutableArray<NamedCount> Binding() => Named(_binding, c => _conditions[c], keepZero: false);

    private static ImmutableArray<NamedCount> Named(long[] counts, Func<int, string> name, bool keepZero) =>
        [.. counts.Select((count, k) => new NamedCount(name(k), count)).Where(n => keepZero || n.Count > 0).OrderByDescending(n => n.Count)];

    private static void Sum(long[] to, long[] from)
    {
        for (var k = 0; k < to.Length; k++) to[k] += from[k];
    }
}

/// <summary>How often something held.</summary>
/// <param name="Name">Of an option, a deal, a negotiator, a rule.</param>
/// <param name="Count">In how many draws.</param>
public readonly record struct NamedCount(string Name, long Count);
