using System.Collections.Immutable;
using Parley.Draws;
using Parley.Kernels.Sampling;
using Parley.Kernels.Sensitivity;
using Parley.Openings;
using Parley.Problems;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Sensitivity;

/// <summary>Which numbers does the verdict hang on, and which are worth finding out?</summary>
public static class SensitivityAnalysis
{
    /// <summary>Takes the spread of the margin apart by numbers, one at a time and all at once, and values what could be learnt.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 74-79 and 94-96. Sensitivity is that of the margin, for a yes or no would hide all that happens below it.
    /// Cost: the draws, rows times numbers for the design, and a search for each number that may turn the verdict.
    /// </remarks>
    /// <exception cref="ArgumentException">There are no draws, or no number is uncertain.</exception>
    public static SensitivityResult Run(
        CaseQuestion question, SensitivityOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (options.Draws < 1) throw new ArgumentException("There is at least one draw.", nameof(options));
        cancellationToken.ThrowIfCancellationRequested();
        return new SensitivityRun(question, options, progress, cancellationToken).Result();
    }
}

/// <summary>One run over the numbers of a question.</summary>
internal sealed class SensitivityRun
{
    // A screening has a path for each so many rows asked for, at least ten.
    private const int RowsPerPath = 25;
    // Of a margin: below these only rounding differs, and would be taken for a spread where there is none.
    private const int Digits = 9;

    // Boxes of a handful of draws say nothing.
    private const int LeastHits = 20;
    private const int MostBoxNumbers = 6;

    private readonly CaseQuestion _question;
    private readonly SensitivityOptions _options;
    private readonly IProgress<AnalysisProgress>? _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly InputSample _sample;
    private readonly DrawRun _run;
    private readonly double[] _asAsked;
    private double[] _margins;
    private double[] _deals;
    private double[][] _inputs;
    private long _open;

    public SensitivityRun(CaseQuestion question, SensitivityOptions options, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        _question = question;
        _options = options;
        _progress = progress;
        _cancellationToken = cancellationToken;
        _sample = new(question, SamplingKind.Independent, options.Seed, options.Draws);
        if (_sample.Numbers.IsEmpty) throw new ArgumentException("No number of the case is uncertain.", nameof(question));
        _run = new(question, _sample, options.Threads, options.MaxNodes);
        _asAsked = [.. _sample.Numbers.Select(n => (double)n.Number.Coefficient)];
        _margins = new double[options.Draws];
        _deals = new double[options.Draws];
        _inputs = [.. _sample.Numbers.Select(_ => new double[options.Draws])];
    }

    public SensitivityResult Result()
    {
        _progress?.Report(new("the case as asked", 0, 1));
        var asAsked = _run.AsAsked(_cancellationToken);
        var ends = Ends();
        var tally = Draw();
        var bins = _margins.Length >= BinnedSample.LeastDraws ? OfEachNumber("ranks of numbers", j => BinnedSample.Of(_inputs[j])) : null;
        var firstOrder = bins is null ? null : OfEachNumber("indices of numbers", j => bins[j].FirstOrder(_margins));
        var (design, estimates, evaluations) = Design();
        var flips = _options.Flips ? Openings() : null;
        var isOpen = !asAsked.IsDecided || tally.Undecided > 0 || tally.Bounded > 0 || _open > 0;
        return new()
        {
            Parties = _question.Problem.Parties,
            Grade = asAsked.Grade,
            IsDecided = asAsked.IsDecided,
            Margin = asAsked.Margin,
            MarginDeviation = tally.MarginDeviation,
            DealProbability = _deals.DefaultIfEmpty().Average(),
            Overlaid = _sample.Overlaid(),
            Draws = _options.Draws,
            UndecidedDraws = (int)tally.Undecided,
            BoundedDraws = (int)tally.Bounded,
            Seed = _options.Seed,
            IsDependent = _sample.IsDependent,
            Numbers = [.. _sample.Numbers.Select((n, j) => new NumberSensitivity(
                n.Path, _asAsked[j], ends[2 * j], ends[2 * j + 1], firstOrder?[j], estimates.IsEmpty ? null : estimates[j]))],
            Design = design,
            DesignEvaluations = evaluations,
            OpenEvaluations = _open,
            TooFewDraws = bins is null,
            Boxes = bins is null ? null : Boxes(asAsked.Grade, firstOrder!),
            BoxesOfDeals = asAsked.Grade != Grade.Deal,
            Information = CostOfTalks() is { } cost && bins is not null ? Information(bins, cost) : null,
            Flips = flips is null ? [] : [.. flips.TippingPoints.OrderBy(t => t.Cost is { } c && c <= 1 ? 0 : 1)],
            FlipNumbers = flips?.NumberCount ?? 0,
            Completeness = isOpen || flips is { Completeness: Completeness.Truncated } ? Completeness.Truncated : Completeness.Exact,
        };
    }

    /// <summary>By number its low end, then its high end.</summary>
    private TornadoEnd[] Ends()
    {
        var ends = new TornadoEnd[2 * _asAsked.Length];
        Action<long> Worker()
        {
            var evaluator = _run.NewEvaluator();
            return end =>
            {
                var (number, values) = ((int)(end / 2), (double[])_asAsked.Clone());
                var distribution = _sample.Distributions[number];
                values[number] = Math.Round(end % 2 == 0 ? distribution.Low : distribution.High, 6);
                var outcome = evaluator.Evaluate(values, _cancellationToken);
                ends[end] = new(values[number], outcome.Margin, outcome.IsDecided ? outcome.Grade : null);
            };
        }

        Share("ends of ranges", ends.Length, Worker);
        return ends;
    }

    private T[] OfEachNumber<T>(string phase, Func<int, T> of)
    {
        var results = new T[_sample.Numbers.Length];
        Share(phase, results.Length, () => j => results[j] = of((int)j));
        return results;
    }

    private void Share(string phase, long pieces, Func<Action<long>> worker) =>
        SharedWork.Run(0, pieces, _options.Threads, worker, done => _progress?.Report(new(phase, done, pieces)), _cancellationToken);

    private DrawTally Draw()
    {
        var isDecided = new bool[_options.Draws];
        var tally = _run.Count(
            0,
            _options.Draws,
            done => _progress?.Report(new("draws", done, _options.Draws)),
            _cancellationToken,
            (draw, values, outcome) =>
            {
                isDecided[draw] = outcome.IsDecided;
                _margins[draw] = Math.Round(outcome.Margin, Digits);
                _deals[draw] = outcome.Grade == Grade.Deal ? 1 : 0;
                for (var j = 0; j < values.Length; j++) _inputs[j][draw] = values[j];
            });
        if (tally.Undecided == 0) return tally;
        double[] Decided(double[] of) => [.. of.Where((_, draw) => isDecided[draw])];
        (_margins, _deals, _inputs) = (Decided(_margins), Decided(_deals), Array.ConvertAll(_inputs, Decided));
        return tally;
    }

    private (SensitivityDesign Kind, ImmutableArray<IndexEstimate> Estimates, long Evaluations) Design()
    {
        var count = _sample.Numbers.Length;
        if (_options.Rows < 2 && !_options.Screen) return (SensitivityDesign.None, [], 0);
        var evaluators = new ThreadLocal<(DrawEvaluator Evaluator, double[] Values)>(() => (_run.NewEvaluator(), new double[count]));
        double Margin(ReadOnlySpan<double> units)
        {
            var (evaluator, values) = evaluators.Value;
            _sample.FromOwnUnits(units, values);
            var outcome = evaluator.Evaluate(values, _cancellationToken);
            if (!outcome.IsMarginExact) Interlocked.Increment(ref _open);
            return Math.Round(outcome.Margin, Digits);
        }

        var report = new Relay<double>(share => _progress?.Report(new("rows of the design", (long)(share * _options.Rows), _options.Rows)));
        if (_options.Screen || (!_sample.IsDependent && 2 * count > UnitSequence.MaxSobolDimensions))
        {
            var paths = Math.Max(10, _options.Rows / RowsPerPath);
            var effects = ElementaryEffects.Run(Margin, count, paths, _options.Seed, _options.Threads, report, _cancellationToken);
            return (SensitivityDesign.Screening, [.. effects.Select(e => IndexEstimate.Around(e.MeanSize, e.StandardError, paths - 1))], (long)paths * (count + 1));
        }

        if (_sample.Dependence is { } dependence)
        {
            var shares = ShapleyEffects.Run(
                Margin, UnitSequence.Independent(_options.Seed + 1, 2 * count), _options.Rows, _options.Seed, dependence, _options.Threads, report, _cancellationToken);
            return (SensitivityDesign.ShapleyEffects, [.. shares.Effects.Select(e => IndexEstimate.Around(e.Share, e.StandardError, _options.Rows - 1))], shares.Evaluations);
        }

        var indices = VarianceIndices.Run(
            Margin,
            UnitSequence.ScrambledSobol(_options.Seed + 1, 2 * count),
            new() { Rows = _options.Rows, Threads = _options.Threads },
            report,
            _cancellationToken);
        return (SensitivityDesign.TotalIndices, indices.Total, indices.Evaluations);
    }

    private BoxFinderResult? Boxes(Grade asAsked, double[] firstOrder)
    {
        var hits = Array.ConvertAll(_deals, d => asAsked == Grade.Deal ? d == 0 : d == 1);
        if (hits.Count(h => h) < LeastHits) return null;
        // Among all numbers a few always separate rare draws by chance: only those that the margin hangs on may bound a box.
        int[] few = [.. Enumerable.Range(0, firstOrder.Length).OrderByDescending(j => firstOrder[j]).ThenBy(j => j).Take(MostBoxNumbers).Order()];
        var progress = new Relay<int>(step => _progress?.Report(new("steps of boxes", step, null)));
        var found = BoxFinder.Find([.. few.Select(j => _inputs[j])], hits, new() { LeastSupport = 0.02, MaxBoxes = 2 }, progress, _cancellationToken);
        return found with { Boxes = [.. found.Boxes.Select(b => b with { Bounds = [.. b.Bounds.Select(bound => bound with { Input = few[bound.Input] })] })] };
    }

    private double? CostOfTalks() => _options.CostOfTalks ?? (_question.BaseCase.CostOfTalks is { } cost ? (double)_question.Problem.Values.Evaluate(cost) : null);

    private InformationResult Information(BinnedSample[] bins, double cost)
    {
        var random = new CounterRandom(_options.Seed, 9);
        var groups = _sample.Numbers.Select((n, j) => (Name: n.Path.Split('.')[0], j)).GroupBy(n => n.Name, StringComparer.Ordinal)
            .Where(g => g.Count() > 1 && InformationValue.LeastDraws(g.Count()) <= _deals.Length)
            .Select(g => (g.Key, Members: g.Select(n => _inputs[n.j]).ToArray())).ToList();
        InformationValue OfGroup(double[][] members, int k)
        {
            var draws = (long)_deals.Length;
            var progress = new Relay<double>(share => _progress?.Report(new("draws of groups of numbers", (long)((k + share) * draws), groups.Count * draws)));
            return InformationValue.OfGroup(members, _deals, cost, random, bins.Length + k, progress, _cancellationToken);
        }

        var numbers = OfEachNumber("worth of numbers", j => InformationValue.OfInput(bins[j], _deals, cost, random, j));
        return new()
        {
            CostOfTalks = cost,
            DealProbability = _deals.Average(),
            Everything = InformationValue.OfEverything(_deals, cost),
            Numbers = [.. numbers.Select((value, j) => (_sample.Numbers[j].Path, value))],
            Groups = [.. groups.Select((g, k) => (g.Key, g.Members.Length, OfGroup(g.Members, k)))],
        };
    }

    private OpeningsResult Openings() => OpeningsAnalysis.Run(
        _question, new() { PairNumbers = 0, Events = false, Anatomy = false, MaxNodes = _options.MaxNodes }, _progress, _cancellationToken);

    private sealed class Relay<T>(Action<T> to) : IProgress<T>
    {
        public void Report(T value) => to(value);
    }
}
