using System.Collections.Immutable;
using Parley.Cases.Claims;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Stability;

namespace Parley.Claims;

/// <summary>Holds the phrases about how things stand against a world.</summary>
internal static class Standing
{
    /// <summary>Whether nobody gains by moving alone; the slack is what the best move of all loses, as a share of its party's range.</summary>
    public static PhraseOutcome IsStable(ClaimWorld world)
    {
        var problem = world.Problem;
        var moves = new StandingMoves(problem);
        if (moves.Going.All(f => f < 0)) return PhraseOutcome.Unsupported(UnsupportedReason.NoStatusQuo);
        var best = StandingAnalysis.Best(problem, moves, moves.Going);
        var (shown, most) = (new StandingShown(null, [], Rational.Zero), (Rational?)null);
        for (var k = 0; k < best.Length; k++)
        {
            var range = problem.Ranges[problem.Values.Negotiators[k]];
            if ((best[k].Gain.Sign > 0 ? best[k] : LeastLoss(problem, moves, k)) is not { } move || range.IsZero) continue;
            if (most is { } known && move.Gain / range <= known) continue;
            (shown, most) = (new StandingShown(problem.Parties[k], move.Changes, move.Gain), move.Gain / range);
        }

        return new(best.All(b => b.Gain.Sign <= 0), shown, -most);
    }

    /// <summary>Whether a party is better off outside a deal than in it; the slack is by how much, as a share of its range.</summary>
    public static PhraseOutcome Leaves(LeavePhrase phrase, ClaimWorld world)
    {
        var problem = world.Problem;
        var moves = new StandingMoves(problem, phrase.Deal);
        var index = problem.Parties.IndexOf(phrase.Party);
        if (moves.Agreement.IsEmpty || index < 0) return PhraseOutcome.Unsupported(UnsupportedReason.NoSuchFigure);
        var view = StandingAnalysis.Leaving(problem, moves)[index];
        var range = problem.Ranges[problem.Values.Negotiators[index]];
        return new(view.Leaves, new LeavingShown(view.Inside, view.Outside), range.IsZero ? null : (view.Outside - view.Inside) / range);
    }

    // The single change that costs a party least; null where it can change nothing alone.
    private static BestMove? LeastLoss(CaseProblem problem, StandingMoves moves, int negotiator)
    {
        BestMove? least = null;
        foreach (var move in StandingAnalysis.Moves(problem, moves).Where(m => m.Party == negotiator))
            if (least is null || move.Gain > least.Gain) least = new([move.Option], move.Gain);
        if (moves.Agreement.IsEmpty) return least;
        var leaving = StandingAnalysis.Leaving(problem, moves)[negotiator];
        var gain = leaving.Outside - leaving.Inside;
        return least is null || gain > least.Gain ? new([.. moves.Agreement.Select(f => problem.Values.Ids[problem.Values.StatusQuo[problem.Values.IssueOf(f)]])], gain) : least;
    }
}
