using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
using Parley.Kernels.Sets;
using Parley.Problems;
using Parley.Results;

namespace Parley.Obstacles;

/// <summary>Why is there no deal?</summary>
public static class ObstaclesAnalysis
{
    /// <summary>Obstacles at most in one question.</summary>
    public const int MaxObstacles = 64;

    /// <summary>Finds all correction and blocking sets of a question's obstacles and shares out the blame.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 26-34. Cost: one search for each set of obstacles that contains no correction set, 2^n at worst for n obstacles;
    /// for each correction set a search for the best deal and 50 for its dose.
    /// </remarks>
    /// <exception cref="ArgumentException">There are more than <see cref="MaxObstacles"/> obstacles, or the named deal is not in the case.</exception>
    public static ObstaclesResult Run(
        CaseQuestion question, ObstaclesOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (options.Deal is { } deal && question.Model.Deals.All(d => d.Name != deal))
            throw new ArgumentException($"'{deal}' is not a deal of the case.", nameof(options));
        var obstacles = ObstacleList.Of(question, options.Generated);
        if (obstacles.Count > MaxObstacles) throw new ArgumentException($"A question can have {MaxObstacles} obstacles; this one has {obstacles.Count}.", nameof(question));
        return new ObstaclesRun(question, obstacles, options, progress, cancellationToken).Result();
    }
}

/// <summary>One run over the obstacles of a question.</summary>
internal sealed class ObstaclesRun
{
    private readonly CaseQuestion _question;
    private readonly IReadOnlyList<Overlay> _obstacles;
    private readonly ObstaclesOptions _options;
    private readonly IProgress<AnalysisProgress>? _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly ObstacleWorlds _worlds;
    private readonly CorrectionSearch _search;
    private readonly ulong _idle;
    private bool _exact = true;

    public ObstaclesRun(
        CaseQuestion question, IReadOnlyList<Overlay> obstacles, ObstaclesOptions options, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        _question = question;
        _obstacles = obstacles;
        _options = options;
        _progress = progress;
        _cancellationToken = cancellationToken;
        _worlds = new ObstacleWorlds(question, obstacles, options, cancellationToken);
        _idle = ObstacleList.Idle(question, obstacles);
        _search = new CorrectionSearch(_worlds, obstacles.Count, _idle, options.MaxWorlds);
    }

    public ObstaclesResult Result()
    {
        _search.Run(size => _progress?.Report(new("sets of obstacles", size, _obstacles.Count)));
        var isOpen = _search.Corrections is [0];
        var blocking = _search.IsComplete && !isOpen ? HittingSets.Minimal(_search.Corrections) : [];
        var (attributions, groups) = new Blame(_obstacles, _search, blocking, _idle).Result();
        var corrections = _search.Corrections.Select(ToSet).ToImmutableArray();
        return new()
        {
            Parties = _question.Problem.Parties,
            Deal = _options.Deal,
            Obstacles = [.. _obstacles.Select(o => new ObstacleInfo(o.Name, o.Title, o.Group, !_question.BaseCase.Overlays.Contains(o), o.Set))],
            IsOpen = isOpen,
            CorrectionSets = corrections,
            BlockingSets = [.. Proved(blocking)],
            IsComplete = _search.IsComplete,
            CompleteToSize = _search.CompleteToSize,
            Attributions = attributions,
            Groups = groups,
            Distance = isOpen ? Rational.Zero : _search.Closed is [var first, ..] ? first.Distance : null,
            Worlds = _worlds.Count,
            Completeness = _exact && _search.IsComplete ? Completeness.Exact : Completeness.Truncated,
        };
    }

    private ImmutableArray<string> Names(ulong set) => [.. _worlds.Members(set).Select(o => o.Name)];

    private CorrectionSet ToSet(ulong set, int index)
    {
        _progress?.Report(new("what each set opens", index, _search.Corrections.Count));
        if (!_options.Witnesses) return new() { Members = Names(set), Opens = null, Surplus = [], Dose = null, ClosesAgain = false };
        var world = _worlds.World(set);
        var opens = _worlds.Best(world);
        _exact &= opens is not null;
        var (dose, closesAgain) = set == 0 ? (null, false) : new Doses(_question, _worlds, _cancellationToken).Of(set);
        return new()
        {
            Members = Names(set),
            Opens = opens,
            Surplus = opens is null ? [] : [.. opens.Package.Gains.Zip(world.Values.Negotiators, (gain, p) => gain - world.MinGainOf(p))],
            Dose = dose,
            ClosesAgain = closesAgain,
        };
    }

    private IEnumerable<BlockingSet> Proved(IReadOnlyList<ulong> blocking)
    {
        var proofs = new BlockingProofs(_worlds, _obstacles.Count, _cancellationToken);
        for (var k = 0; k < blocking.Count; k++)
        {
            _progress?.Report(new("proofs", k, blocking.Count));
            var wanted = _options.Certificates && _options.Deal is null;
            yield return new() { Members = Names(blocking[k]), Certificate = wanted ? proofs.Of(blocking[k]) : null };
        }
    }
}
