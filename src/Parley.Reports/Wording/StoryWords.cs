using Parley.Hypotheses;

namespace Parley.Reports.Wording;

/// <summary>Rival explanations in words.</summary>
public static class StoryWords
{
    private static readonly string[] Ratings = ["II", "I", "N", "C", "CC"];

    /// <summary>Which story leads.</summary>
    public static string Summary(StoriesResult result)
    {
        if (result.Leader is not { } leader) return "The case tells no stories.";
        var first = result.Stories.First(s => s.Story == leader);
        var name = first.Title ?? CaseWords.Plain(leader);
        if (result.IsTied) return $"Two stories fit what was seen equally well; the first is: {name}.";
        return $"Of {result.Stories.Length} stories, this one explains best what was seen: {name} (chance {EvidenceText.Figure(first.Posterior, 2)} among them).";
    }

    /// <summary>Which single rows would put another story first.</summary>
    public static IEnumerable<string> Flips(StoriesResult result)
    {
        if (result.Flips.IsEmpty) yield return "No single row, left out or rated otherwise, would put another story first.";
        foreach (var flip in result.Flips)
        {
            yield return flip.Change == RowChange.Removed
                ? $"Without {CaseWords.Plain(flip.Observation)}, {CaseWords.Plain(flip.Leader)} would be first."
                : $"Rated {Rating(flip.Rating)} for {CaseWords.Plain(flip.Story ?? string.Empty)}, {CaseWords.Plain(flip.Observation)} would put {CaseWords.Plain(flip.Leader)} first.";
        }
    }

    /// <summary>A cell of the matrix.</summary>
    public static string Cell(MatrixRow row, MatrixCell cell)
    {
        if (row.Observation.Seen is null) return Rating(cell.Rating);
        return cell.Predicted is { } predicted ? (predicted ? "yes" : "NO") : "?";
    }

    /// <summary>A rating as analysts write it.</summary>
    public static string Rating(int value) => Ratings[value + 2];
}
