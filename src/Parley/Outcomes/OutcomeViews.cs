using System.Collections.Immutable;
using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;
using Parley.Kernels.Solutions;
using Parley.Problems;

namespace Parley.Outcomes;

/// <summary>Lifts packages in whole units to outcomes with names and utilities.</summary>
internal sealed class OutcomeViews
{
    private readonly ScenarioProblem _problem;
    private readonly Rational[] _swings;
    private readonly ImmutableArray<Rational?> _ideals;

    public OutcomeViews(ScenarioProblem problem, DirectSolutionsResult solutions)
    {
        _problem = problem;
        _ideals = Ideals(solutions.IdealOverAll);
        _swings = [.. _ideals.Select((ideal, p) => (ideal ?? problem.LeastUtility(p)) - problem.LeastUtility(p)).Select(s => s.Sign > 0 ? s : Rational.One)];
    }

    public ImmutableArray<Rational?> Ideals(IReadOnlyList<IdealValue> ideals) =>
        [.. ideals.Select((ideal, p) => ideal is { IsProved: true, Value: { } value } ? value * _problem.Units[p] : (Rational?)null)];

    public OutcomeView Of(ValuedPackage package) =>
        new() { Values = _problem.Names(package.Package), Utilities = _problem.Utilities(package.Values) };

    public OutcomeSolutions Solutions(DirectSolutionsResult found) => new()
    {
        Nash = Of(found.Nash),
        KalaiSmorodinsky = Of(found.KalaiSmorodinskyOverRational),
        KalaiSmorodinskyOverAll = Of(found.KalaiSmorodinskyOverAll),
        Egalitarian = Of(found.Egalitarian),
        Utilitarian = Of(found.Utilitarian),
    };

    public OutcomeLotteries Lotteries(LotteriesResult found) => new()
    {
        AnyRational = Of(new LotterySolution(found.AnyRational.Lottery, found.AnyRational.IsProved, Rational.Zero)),
        Nash = Of(found.Nash),
        KalaiSmorodinsky = Of(found.KalaiSmorodinskyOverRational),
        KalaiSmorodinskyOverAll = Of(found.KalaiSmorodinskyOverAll),
        Egalitarian = Of(found.Egalitarian),
        Utilitarian = Of(found.Utilitarian),
    };

    public OtherKalai OtherKalai(OutcomeFrontier frontier)
    {
        IReadOnlyList<Rational>[] points = [.. frontier.Vectors.Select(v => _problem.Utilities(v))];
        OutcomeView At(int index) => Of(frontier.At(index));
        return new(
            At(PointPicks.LeastDifference(points)),
            At(PointPicks.LeastSumOfDifferences(points)),
            At(PointPicks.GreatestWelfare(points)),
            At(PointPicks.Egalitarian(points)));
    }

    public Rational IntegrativePotential(OutcomeFrontier frontier) =>
        FrontierMeasures.IntegrativePotential([.. frontier.Vectors.Select(v => (IReadOnlyList<Rational>)_problem.Utilities(v))], _swings);

    private OutcomeSolution Of(BestPackage found)
    {
        if (found.Package is not { } package) return new(null, found.IsProved, null);
        var view = Of(package);
        Rational? distance = _ideals.All(i => i is not null)
            ? FrontierMeasures.SquaredOpposition(view.Utilities, [.. _ideals.Select(i => i!.Value)], _swings) // none is null
            : null;
        return new(view, found.IsProved, distance);
    }

    private OutcomeLottery Of(LotterySolution found) => found.Lottery is { } lottery
        ? new(
            [.. lottery.Shares.Select(s => new OutcomeShare(s.Probability, Of(s.Package)))],
            [.. lottery.Expected.Select((e, p) => e * _problem.Units[p])],
            found.IsProved,
            found.Gap)
        : new([], [], found.IsProved, Rational.Zero);
}
