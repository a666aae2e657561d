using System.Collections.Immutable;
using Parley.Cases.Evidence;
using Parley.Results;

namespace Parley.Hypotheses;

/// <summary>Which of the rival explanations fits what was seen.</summary>
public sealed record StoriesResult
{
    /// <summary>In declaration order; every per-story array of the result follows it.</summary>
    public required ImmutableArray<StoryScore> Stories { get; init; }

    /// <summary>The rows of the matrix, in declaration order.</summary>
    public required ImmutableArray<MatrixRow> Rows { get; init; }

    /// <summary>Stories from the most to the least likely; equals in declaration order.</summary>
    public required ImmutableArray<string> Ranking { get; init; }

    /// <summary>True when another story is exactly as likely as the first.</summary>
    public required bool IsTied { get; init; }

    /// <summary>Changes of single rows that put another story first, in the order of the rows.</summary>
    public required ImmutableArray<RankingFlip> Flips { get; init; }

    /// <summary>Truncated when a limit left some prediction open.</summary>
    public required Completeness Completeness { get; init; }

    /// <summary>The most likely story; null without stories.</summary>
    public string? Leader => Ranking.FirstOrDefault();
}

/// <summary>A story's score.</summary>
public sealed record StoryScore
{
    public required string Story { get; init; }

    public required string? Title { get; init; }

    /// <summary>Observations of which it predicts the opposite.</summary>
    public required ImmutableArray<string> Mispredicted { get; init; }

    /// <summary>What speaks against it alone: 2 for each misprediction, and each negative rating times its chain's fidelity.</summary>
    public required decimal Inconsistency { get; init; }

    public required double LogLikelihood { get; init; }

    /// <summary>Its chance among the stories told, from even odds.</summary>
    public required double Posterior { get; init; }
}

/// <summary>A row of the matrix.</summary>
/// <param name="Observation">What was seen.</param>
/// <param name="Fidelity">The weight of its ratings; 1 for one that stories predict.</param>
/// <param name="Cells">One for each story.</param>
/// <param name="Diagnosticity">The largest difference it makes between two stories, in nats; 0: it tells none apart.</param>
public sealed record MatrixRow(Observation Observation, decimal Fidelity, ImmutableArray<MatrixCell> Cells, double Diagnosticity);

/// <summary>A story against an observation.</summary>
/// <param name="Predicted">Whether the story predicts it; null for a rated row, and where a limit left it open.</param>
/// <param name="Rating">The rating from -2 to 2; 0 for one that stories predict.</param>
/// <param name="LogLikelihood">What it adds to the story's log-likelihood.</param>
public sealed record MatrixCell(bool? Predicted, int Rating, double LogLikelihood);

/// <summary>How a row was changed.</summary>
public enum RowChange
{
    /// <summary>It is left out.</summary>
    Removed,

    /// <summary>One of its ratings is another.</summary>
    Rerated,
}

/// <summary>A change of one row that puts another story first.</summary>
/// <param name="Observation">The row.</param>
/// <param name="Change">What was done to it.</param>
/// <param name="Story">Whose rating was changed; null when the row was left out.</param>
/// <param name="Rating">The nearest other rating that does it; 0 when the row was left out.</param>
/// <param name="Leader">The story that is then first.</param>
public sealed record RankingFlip(string Observation, RowChange Change, string? Story, int Rating, string Leader);
