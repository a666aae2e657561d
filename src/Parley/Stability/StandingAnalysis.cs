using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Coalitions;
using Parley.Kernels.Packages;
using Parley.Problems;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Stability;

/// <summary>How far the look at a case between deals may search.</summary>
public sealed record StandingOptions
{
    /// <summary>Search nodes at most for whether a deal exists under one event.</summary>
    public long MaxNodes { get; init; } = 20_000_000;
}

/// <summary>Does anybody gain by leaving how a case stands, alone or together, today or after an event?</summary>
/// <remarks>
/// Definition: docs/model.md, 44-49. Moves of one party are independent issue by issue, so the best one takes no search.
/// Cost: one compiled case and one question whether a deal exists, for the case and for each event and perception.
/// </remarks>
public static class StandingAnalysis
{
    /// <exception cref="ArgumentException">A typed edit does not fit the case after an event.</exception>
    public static StandingResult Run(
        CaseQuestion question, StandingOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new StandingRun(question, options, progress, cancellationToken).Result();

    /// <summary>For each negotiator, the best that it can make of a state alone.</summary>
    internal static ImmutableArray<BestMove> Best(CaseProblem problem, StandingMoves moves, ImmutableArray<int> state) =>
    [
        .. problem.Values.Negotiators.Select(p =>
        {
            var (best, gain) = moves.Best(p, state);
            return new BestMove([.. best.Where((f, i) => f != state[i]).Select(f => problem.Values.Ids[f])], gain);
        }),
    ];

    /// <summary>For each negotiator, whether it would leave a deal.</summary>
    internal static ImmutableArray<LeavingView> Leaving(CaseProblem problem, StandingMoves moves) =>
        [.. problem.Values.Negotiators.Select(p => new LeavingView(moves.Value(p, moves.Going), moves.Value(p, moves.AfterLeaving())))];

    /// <summary>Every change of a single issue that a negotiator can make alone, in the order of parties and issues.</summary>
    internal static IEnumerable<OwnMove> Moves(CaseProblem problem, StandingMoves moves)
    {
        var values = problem.Values;
        for (var k = 0; k < values.Negotiators.Length; k++)
        {
            var party = values.Negotiators[k];
            for (var i = 0; i < values.IssueCount; i++)
            {
                if (moves.Going[i] < 0 || moves.IsAgreed(i)) continue;
                var from = moves.Going[i];
                foreach (var to in moves.Choices(party, from).Skip(1)) // the first is what holds
                {
                    var isWithdrawal = values.IsStatusQuo(to) && values.Options[from].By is not [_];
                    yield return new(k, values.Ids[to], values.Options[to].Unilateral, isWithdrawal, values.Values[party][to] - values.Values[party][from]);
                }
            }
        }
    }
}

/// <summary>One run over a question.</summary>
internal sealed class StandingRun(
    CaseQuestion question, StandingOptions options, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
{
    private readonly StandingMoves _moves = new(question.Problem);
    private int _done;

    public StandingResult Result()
    {
        var problem = question.Problem;
        List<Overlay> events = [.. question.BaseCase.OverlaysOf(OverlayKind.Event).Where(e => !question.Selection.Given.Contains(e.Name))];
        var total = events.Count + 1;
        Report(total);
        var hasDeal = HasDeal(problem);
        return new()
        {
            Parties = problem.Parties,
            Going = [.. _moves.Going.Where(f => f >= 0).Select(f => problem.Values.Ids[f])],
            InForce = problem.Model.InForce,
            Moves = [.. StandingAnalysis.Moves(problem, _moves)],
            Best = StandingAnalysis.Best(problem, _moves, _moves.Going),
            Leaving = _moves.Agreement.IsEmpty ? [] : StandingAnalysis.Leaving(problem, _moves),
            HasDeal = hasDeal,
            SideDeals = [.. Coalitions(problem)],
            Events = [.. events.Select(e => After(e, hasDeal, total))],
            Views = [.. problem.Parties.Select(View)],
        };
    }

    private IEnumerable<ImmutableArray<string>> Coalitions(CaseProblem problem)
    {
        foreach (var members in SideDeals.Coalitions(problem, 2, problem.Parties.Length - 1))
        {
            var points = members.Select(p => problem.NoDealPoints[problem.Values.Negotiators.IndexOf(p)]).ToArray();
            var rows = ProblemRows.SideDeal(problem, members, points).Problem;
            var found = PackageSearch.Find(rows, 0, strict: false, wantProof: false, options.MaxNodes, cancellationToken);
            if (found.Package is not null) yield return [.. members.Select(p => problem.Model.Parties[p].Name)];
        }
    }

    private ShockView After(Overlay shock, bool? hadDeal, int total)
    {
        Report(total);
        var problem = Under(question.Selection with { Given = question.Selection.Given.Add(shock.Name) });
        var hasDeal = HasDeal(problem);
        return new(shock.Name, shock.Momentous, BestFromBefore(problem), hasDeal, hadDeal == false && hasDeal == true);
    }

    private StandingView View(string negotiator)
    {
        var isDeclared = question.BaseCase.OverlaysOf(OverlayKind.Perception).Any(o => o.Name == negotiator);
        if (!isDeclared) return new(negotiator, null, StandingAnalysis.Best(question.Problem, _moves, _moves.Going));
        return new(negotiator, negotiator, BestFromBefore(Under(question.Selection with { SeenBy = negotiator })));
    }

    // From the options that held before, where they are still on the table.
    private ImmutableArray<BestMove> BestFromBefore(CaseProblem problem)
    {
        var values = problem.Values;
        ImmutableArray<int> state = [.. _moves.Going.Select((f, i) => f >= 0 && values.Available[f] ? f : values.StatusQuo[i])];
        return StandingAnalysis.Best(problem, new StandingMoves(problem), state);
    }

    private CaseProblem Under(Cases.Overlays.OverlaySelection selection)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var asked = question.Under(selection);
        return asked.Value?.Problem ?? throw new ArgumentException(asked.Errors.First().Message, nameof(selection));
    }

    private bool? HasDeal(CaseProblem problem) => Existence.Deal(problem, problem.SignatorySets(), options.MaxNodes, cancellationToken);

    private void Report(int total)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new("events", _done++, total));
    }
}
