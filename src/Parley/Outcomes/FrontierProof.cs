using Parley.Kernels.Rectangles;
using Parley.Problems;

namespace Parley.Outcomes;

/// <summary>Whether the frontier of a scenario with hyper-rectangles is complete, by a proof that was replayed without the search.</summary>
/// <param name="Size">Points of the frontier.</param>
/// <param name="RationalSize">Those that are individually rational; 0 is a proof that there is no deal.</param>
/// <param name="NodeCount">Nodes of the proof; 0 when a budget ended the search or the proof outgrew its limit.</param>
/// <param name="Refusal">What the checker objects to; null when the proof holds.</param>
public sealed record FrontierProof(int Size, int RationalSize, int NodeCount, string? Refusal)
{
    /// <summary>Searches once more, with the proof written down, and has it checked.</summary>
    /// <param name="problem">A scenario whose utilities are not all sums.</param>
    /// <param name="cancellationToken">Ends search and check by exception.</param>
    /// <exception cref="ArgumentException">All utilities are sums: nothing is searched there.</exception>
    public static FrontierProof Of(ScenarioProblem problem, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (problem.Rectangles is not { } rectangles) throw new ArgumentException("The scenario has no hyper-rectangles.", nameof(problem));
        var (frontier, proof) = new RectanglePackages(rectangles).Prove([], cancellationToken: cancellationToken);
        var needed = problem.ReservationUnits();
        var rational = frontier.Points.Count(p => p.Values.Zip(needed).All(v => v.First >= v.Second));
        return proof is null
            ? new(frontier.Points.Count, rational, 0, "The search or its proof outgrew a limit.")
            : new(frontier.Points.Count, rational, proof.NodeCount, RectangleProofCheck.Run(rectangles, [], frontier.Points, proof, cancellationToken));
    }
}
