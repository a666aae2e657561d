using System.Collections.Immutable;
using Parley.Beliefs;
using Parley.Cases.Claims;
using Parley.Cases.Evidence;
using Parley.Cases.Model;
using Parley.Problems;
using Parley.Results;

namespace Parley.Hypotheses;

/// <summary>What stories are held against.</summary>
public sealed record StoriesOptions
{
    /// <summary>What was seen.</summary>
    public required CaseEvidence Evidence { get; init; }

    /// <summary>Whether phrases hold in a question; null when that cannot be said.</summary>
    public required Func<CaseQuestion, ImmutableArray<ClaimPhrase>, bool?> Judge { get; init; }
}

/// <summary>Which of the rival explanations fits what was seen, and on which row does that hang?</summary>
public static class StoriesAnalysis
{
    /// <summary>Lets every story predict every observation, adds the rated rows and ranks the stories.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 57. A story is an overlay of the case; what it predicts is computed, not typed.
    /// Ties and edge cases: equal log-likelihoods rank in declaration order; a prediction that a limit left open counts for no story.
    /// Source: Heuer 1999, chapter 8, that inconsistencies count; key "heuer1999" in docs/references.bib.
    /// Cost: one world for each story and date, and for each row of the matrix at most 5 re-ratings of each story.
    /// </remarks>
    /// <param name="question">The case as asked; each story is laid on it.</param>
    /// <param name="options">What was seen.</param>
    /// <param name="progress">Told of every story.</param>
    /// <param name="cancellationToken">Ends it by exception.</param>
    public static StoriesResult Run(
        CaseQuestion question, StoriesOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var (evidence, judge) = (options.Evidence, options.Judge);
        var stories = question.BaseCase.OverlaysOf(OverlayKind.Story).ToImmutableArray();
        var columns = new List<ImmutableArray<MatrixCell>>();
        foreach (var story in stories)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("stories", columns.Count, stories.Length));
            columns.Add(Column(story.Name, question, evidence, judge));
        }

        var rows = evidence.Observations.Select((o, k) => Row(o, evidence, [.. columns.Select(c => c[k])])).ToImmutableArray();
        var completeness = rows.Any(r => r.Observation.Seen is not null && r.Cells.Any(c => c.Predicted is null)) ? Completeness.Truncated : Completeness.Exact;
        return new Matrix(stories, rows).Result(completeness);
    }

    private static ImmutableArray<MatrixCell> Column(
        string story, CaseQuestion question, CaseEvidence evidence, Func<CaseQuestion, ImmutableArray<ClaimPhrase>, bool?> judge)
    {
        var worlds = new Dictionary<string, CaseQuestion?>(StringComparer.Ordinal);
        var cells = ImmutableArray.CreateBuilder<MatrixCell>();
        foreach (var observation in evidence.Observations)
        {
            if (observation.Seen is null)
            {
                var rating = observation.RatingOf(story);
                cells.Add(new(null, rating, Matrix.Rated(BeliefPooling.Fidelity(evidence, observation.Chain, observation.Bias), rating)));
                continue;
            }

            var at = observation.At ?? question.Selection.At;
            if (!worlds.TryGetValue(at ?? string.Empty, out var world))
                worlds[at ?? string.Empty] = world = question.Under(question.Selection with { Story = story, At = at }).Value;
            var predicted = world is null ? null : judge(world, observation.Phrases);
            cells.Add(new(predicted, 0, Matrix.Predicted(observation.MissRate, predicted)));
        }

        return cells.ToImmutable();
    }

    private static MatrixRow Row(Observation observation, CaseEvidence evidence, ImmutableArray<MatrixCell> cells)
    {
        var weight = observation.Seen is null ? BeliefPooling.Fidelity(evidence, observation.Chain, observation.Bias) : 1m;
        var spread = cells.IsEmpty ? 0 : cells.Max(c => c.LogLikelihood) - cells.Min(c => c.LogLikelihood);
        return new(observation, weight, cells, spread);
    }
}

/// <summary>The matrix of stories and rows, and what it comes to.</summary>
internal sealed class Matrix(ImmutableArray<Overlay> stories, ImmutableArray<MatrixRow> rows)
{
    /// <summary>What a step of rating is worth at full fidelity, in nats; a declared constant.</summary>
    private const double RatingWorth = 0.7;

    /// <summary>Log-likelihoods nearer than this are equal: sums in another order may differ by as much.</summary>
    private const double Equal = 1e-9;

    /// <summary>A misprediction's share of the inconsistency score.</summary>
    private const decimal MissWorth = 2m;

    public static double Rated(decimal fidelity, int rating) => RatingWorth * (double)fidelity * rating;

    public static double Predicted(decimal missRate, bool? predicted) =>
        predicted is { } right ? Math.Log((double)(right ? 1m - missRate : missRate)) : 0;

    public StoriesResult Result(Completeness completeness)
    {
        var sums = Sums((_, _) => null);
        var most = sums.DefaultIfEmpty(0).Max();
        var total = sums.Sum(s => Math.Exp(s - most));
        var order = Enumerable.Range(0, stories.Length).ToList();
        order.Sort((a, b) => Math.Abs(sums[a] - sums[b]) <= Equal ? a.CompareTo(b) : sums[b].CompareTo(sums[a]));
        return new()
        {
            Stories = [.. stories.Select((s, k) => Score(s, k, sums[k], Math.Exp(sums[k] - most) / total))],
            Rows = rows,
            Ranking = [.. order.Select(k => stories[k].Name)],
            IsTied = order.Count > 1 && Math.Abs(sums[order[0]] - sums[order[1]]) <= Equal,
            Flips = order.Count < 2 ? [] : [.. Flips(order[0])],
            Completeness = completeness,
        };
    }

    private StoryScore Score(Overlay story, int column, double sum, double posterior)
    {
        ImmutableArray<string> missed = [.. rows.Where(r => r.Cells[column].Predicted == false).Select(r => r.Observation.Name)];
        return new()
        {
            Story = story.Name,
            Title = story.Title,
            Mispredicted = missed,
            Inconsistency = rows.Sum(r => r.Fidelity * Math.Max(0, -r.Cells[column].Rating)) + MissWorth * missed.Length,
            LogLikelihood = sum,
            Posterior = posterior,
        };
    }

    // The log-likelihood of each story, with single cells replaced.
    private double[] Sums(Func<int, int, double?> replaced) =>
        [.. stories.Select((_, s) => rows.Select((r, k) => replaced(k, s) ?? r.Cells[s].LogLikelihood).Aggregate(0.0, (a, b) => a + b))];

    private static int Leader(double[] sums)
    {
        var best = 0;
        for (var s = 1; s < sums.Length; s++)
            if (sums[s] > sums[best] + Equal)
                best = s;
        return best;
    }

    private IEnumerable<RankingFlip> Flips(int leader)
    {
        for (var k = 0; k < rows.Length; k++)
        {
            var row = k;
            var without = Leader(Sums((r, _) => r == row ? 0.0 : null));
            if (without != leader) yield return new(rows[k].Observation.Name, RowChange.Removed, null, 0, stories[without].Name);
            if (rows[k].Observation.Seen is not null) continue;
            for (var s = 0; s < stories.Length; s++)
                if (Rerated(row, s, leader) is { } flip)
                    yield return flip;
        }
    }

    // The nearest other rating of one cell that puts another story first; the lower of two equally near.
    private RankingFlip? Rerated(int row, int story, int leader)
    {
        var now = rows[row].Cells[story].Rating;
        foreach (var rating in Enumerable.Range(-2, 5).Where(v => v != now).OrderBy(v => Math.Abs(v - now)).ThenBy(v => v))
        {
            var first = Leader(Sums((r, s) => r == row && s == story ? Rated(rows[row].Fidelity, rating) : null));
            if (first != leader) return new(rows[row].Observation.Name, RowChange.Rerated, stories[story].Name, rating, stories[first].Name);
        }

        return null;
    }
}
