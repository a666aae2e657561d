using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Model;
using Parley.Claims;
using Parley.Draws;
using Parley.Kernels.Sets;
using Parley.Obstacles;
using Parley.Problems;
using Parley.Results;

namespace Parley.Robustness;

/// <summary>Claims and blocking sets in the first draws, judged exactly.</summary>
internal sealed class CloserRun
{
    private readonly CaseQuestion _question;
    private readonly InputSample _sample;
    private readonly RobustOptions _options;
    private readonly IProgress<AnalysisProgress>? _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly int _draws;

    public CloserRun(CaseQuestion question, InputSample sample, RobustOptions options, long draws, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        _question = question;
        _sample = sample;
        _options = options;
        _progress = progress;
        _cancellationToken = cancellationToken;
        _draws = (int)Math.Min(draws, options.CloserDraws);
    }

    public CloserLook? Result()
    {
        var obstacles = ObstacleList.Of(_question, generated: false);
        if (_question.BaseCase.Claims.IsEmpty && obstacles.Count is 0 or > ObstaclesAnalysis.MaxObstacles) return null;
        var book = new ClaimBook(_question.BaseCase, new() { Evidence = _options.Evidence });
        var asAsked = StatusesOf(book, _question);
        var claims = new ImmutableArray<ClaimStatus>[_draws];
        var corrections = new IReadOnlyList<ulong>[_draws];
        void Look(long draw)
        {
            Span<double> values = new double[_sample.Numbers.Length];
            _sample.Draw(draw, values);
            var drawn = _sample.Exact(values);
            claims[draw] = StatusesOf(book, drawn);
            corrections[draw] = CorrectionsOf(drawn, obstacles);
        }

        SharedWork.Run(0, _draws, _options.Threads, () => Look, done => _progress?.Report(new("claims and blocking sets", done, _draws)), _cancellationToken);
        var blocked = corrections.Count(sets => sets.Count > 0);
        return new()
        {
            Draws = _draws,
            Obstacles = [.. obstacles],
            Claims = [.. book.Claims.Select((c, k) => ShareOf(c.Claim.Id, asAsked[k], [.. claims.Select(of => of[k])]))],
            AllClaims = AllOf(asAsked, claims),
            BlockingSets = SharesOf(obstacles, corrections.Where(sets => sets.Count > 0).SelectMany(HittingSets.Minimal), blocked),
            CorrectionSets = SharesOf(obstacles, corrections.SelectMany(sets => sets), blocked),
        };
    }

    private ImmutableArray<ClaimStatus> StatusesOf(ClaimBook book, CaseQuestion question)
    {
        var judging = book.Judging(question, brief: true, _cancellationToken);
        return [.. book.Claims.Select(c => ClaimBook.StatusOf(c, judging))];
    }

    private ClaimShare ShareOf(string id, ClaimStatus asAsked, ImmutableArray<ClaimStatus> drawn) => new(
        id,
        asAsked,
        DrawShare.Counted(id, drawn.Count(c => c == ClaimStatus.Follows), _draws),
        drawn.Count(c => c == ClaimStatus.Unsupported));

    private DrawShare? AllOf(ImmutableArray<ClaimStatus> asAsked, ImmutableArray<ClaimStatus>[] drawn)
    {
        var following = Enumerable.Range(0, asAsked.Length).Where(k => asAsked[k] == ClaimStatus.Follows).ToList();
        if (following.Count == 0) return null;
        return DrawShare.Counted("all", drawn.Count(of => following.TrueForAll(k => of[k] == ClaimStatus.Follows)), _draws);
    }

    // None where a deal exists, where the search stopped short, or where nothing helps.
    private List<ulong> CorrectionsOf(CaseQuestion drawn, IReadOnlyList<Overlay> obstacles)
    {
        if (obstacles.Count is 0 or > ObstaclesAnalysis.MaxObstacles) return [];
        var options = new ObstaclesOptions { Distances = false, Certificates = false };
        var worlds = new ObstacleWorlds(drawn, obstacles, options, _cancellationToken);
        var search = new CorrectionSearch(worlds, obstacles.Count, ObstacleList.Idle(drawn, obstacles), options.MaxWorlds);
        search.Run(_ => { });
        return search.IsComplete && search.Corrections is not ([0] or []) ? search.Corrections : [];
    }

    private static ImmutableArray<SetShare> SharesOf(IReadOnlyList<Overlay> obstacles, IEnumerable<ulong> sets, int draws) =>
    [
        .. sets.GroupBy(set => set)
            .OrderByDescending(g => g.Count()).ThenBy(g => BitOperations.PopCount(g.Key)).ThenBy(g => g.Key)
            .Select(g => ShareOf([.. obstacles.Where((_, k) => (g.Key >> k & 1) != 0).Select(o => o.Name)], g.Count(), draws)),
    ];

    private static SetShare ShareOf(ImmutableArray<string> members, int count, int draws) =>
        new(members, DrawShare.Counted(string.Join(" + ", members), count, draws));
}
