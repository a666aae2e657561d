using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;

namespace Parley.Kernels.Solutions;

/// <summary>A score to maximise over individually rational packages, and the regions that hold all that score enough.</summary>
internal sealed record LevelQuestion
{
    /// <summary>From gains; compared first number first, then by values with the first party first.</summary>
    public required Func<Rational[], Rational[]> Score { get; init; }

    /// <summary>The conditions of the region at a level, at least 0; higher levels have smaller regions.</summary>
    public required Func<Rational, IEnumerable<LinearCut>> Cuts { get; init; }

    /// <summary>Where to begin: a level that nothing much exceeds. A guess does no harm.</summary>
    public required Rational Upper { get; init; }

    /// <summary>Every individually rational package outside the region at a level has a first score below this.</summary>
    public Func<Rational, Rational> BoundOf { get; init; } = level => level;

    /// <summary>A level whose bound is at most this first score, as high as may be.</summary>
    public Func<Rational, Rational> LevelOf { get; init; } = score => score;
}

/// <summary>Finds the package with the greatest score from the frontiers of small regions.</summary>
/// <remarks>
/// Regions are asked for from the top: near the upper level first, each empty one followed by one twice as deep, so that the
/// last is at most about twice as large as it needs to be. A region whose frontier is complete and holds a package that scores
/// at least its bound holds the best. A region that ends a budget gives a better package as a rule, and a smaller region follows.
/// </remarks>
internal sealed class LevelSearch(KnownPackages known, LevelQuestion question)
{
    private const int MaxRegions = 32;
    private const int FirstPart = 16;

    private readonly BargainingSpace _bargain = known.Bargain;
    private ValuedPackage? _best;
    private Rational[]? _score;

    private Rational Lowest => _score is null ? Rational.Zero : question.LevelOf(_score[0]);

    public BestPackage Run()
    {
        foreach (var package in known.All) Take(package.Package);
        var found = Search();
        if (found.Package is { } picked) known.Add(picked);
        return found;
    }

    private BestPackage Search()
    {
        var upper = Rational.Max(question.Upper, Lowest);
        var step = (upper - Lowest) / FirstPart;
        for (var round = 0; round < MaxRegions; round++)
        {
            var lowest = Lowest;
            upper = Rational.Max(upper, lowest);
            var level = Rational.Max(lowest, upper - step);
            var region = Region(question.Cuts(level));
            foreach (var point in region.Points) Take(point);
            if (region.IsComplete)
            {
                if (level == lowest || (_score is not null && _score[0] >= question.BoundOf(level))) return new(BestOf(region.Points), true);
                upper = level;
                step *= 2;
            }
            else if (level == upper && Lowest == lowest)
            {
                break;
            }
            else
            {
                step = (upper - level) / 4;
            }
        }

        return new(_best, false);
    }

    private ValuedFrontier Region(IEnumerable<LinearCut> cuts)
    {
        var all = new List<LinearCut>();
        for (var p = 0; p < _bargain.PartyCount; p++) all.Add(_bargain.Floor(p, Rational.Zero));
        all.AddRange(cuts);
        return _bargain.Space.Within(all, known.CancellationToken);
    }

    private void Take(ValuedPackage package)
    {
        if (!_bargain.IsRational(package.Values)) return;
        var score = question.Score(_bargain.Gains(package.Values));
        if (_best is not null && SolutionScores.Compare(score, package.Values, _score!, _best.Values) <= 0) return; // set together
        (_best, _score) = (package, score);
    }

    // The region's own package for its best vector.
    private ValuedPackage? BestOf(IReadOnlyList<ValuedPackage> points) =>
        _best is null ? null : points.First(p => p.Values.AsSpan().SequenceEqual(_best.Values));
}
