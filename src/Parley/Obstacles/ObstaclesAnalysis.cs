using Parley.Problems;
using Parley.Results;

namespace Parley.Obstacles;

/// <summary>Why is there no deal?</summary>
public static class ObstaclesAnalysis
{
    /// <summary>Finds all correction and blocking sets of a question's obstacles and shares out the blame (docs/model.md, 26-34).</summary>
    public static ObstaclesResult Run(
        CaseQuestion question, ObstaclesOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
