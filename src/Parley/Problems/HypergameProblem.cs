using System.Collections.Immutable;
using Parley.Cases.Conflicts;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Kernels.Graphs;

namespace Parley.Problems;

/// <summary>A conflict as it is, and as each party perceives it.</summary>
/// <remarks>States of two of the problems are the same when they have the same name.</remarks>
public sealed class HypergameProblem
{
    /// <summary>The slug of perceptions that are not looked at: states or moves are too many to list, or there are none.</summary>
    public const string NotListed = "perceptions-not-listed";

    private HypergameProblem(StabilityProblem actual, ImmutableArray<StabilityProblem> perceived)
    {
        (Actual, Perceived) = (actual, perceived);
    }

    /// <summary>The conflict as it is.</summary>
    public StabilityProblem Actual { get; }

    /// <summary>By party, the conflict as it perceives it; the very problem of <see cref="Actual"/> where it sees it as it is.</summary>
    public ImmutableArray<StabilityProblem> Perceived { get; }

    /// <summary>Whether a party perceives something else than what is.</summary>
    public bool Misperceives(int party) => !ReferenceEquals(Perceived[party], Actual);

    /// <summary>Whether some party does.</summary>
    public bool IsMisperceived => Enumerable.Range(0, Perceived.Length).Any(Misperceives);

    /// <summary>The conflict as it is, and as each party perceives it; every state and move must be listed.</summary>
    /// <exception cref="ArgumentException">Not one perceived problem for each party, or other parties.</exception>
    public static Checked<HypergameProblem> Of(StabilityProblem actual, ImmutableArray<StabilityProblem> perceived)
    {
        if (perceived.Length != actual.Parties.Length || perceived.Any(p => !p.Parties.SequenceEqual(actual.Parties)))
            throw new ArgumentException("One perceived problem for each party, among the same parties.", nameof(perceived));
        var isLarge = actual.Graph is null || perceived.Any(p => p.Graph is null);
        return isLarge ? Refused("Perceptions are looked at only where every state and move can be listed.") : new(new(actual, perceived), []);
    }

    /// <summary>A conflict of the graph model as its perceptions have it.</summary>
    /// <param name="conflict">The conflict.</param>
    /// <param name="actual">The conflict compiled.</param>
    public static Checked<HypergameProblem> Of(Conflict conflict, StabilityProblem actual)
    {
        var perceived = ImmutableArray.CreateBuilder<StabilityProblem>();
        foreach (var party in conflict.Parties)
        {
            var seen = conflict.AsSeenBy(party.Name);
            var compiled = ReferenceEquals(seen, conflict) ? new(actual, []) : ConflictGraph.Of(seen);
            if (compiled.Value is not { } problem) return Refused(NotAsSeen(party.Name, compiled));
            perceived.Add(problem);
        }

        return Of(actual, perceived.ToImmutable());
    }

    /// <summary>A case as its negotiators' own perceptions have it, each from how things actually stand.</summary>
    /// <param name="question">The case and what is asked of it.</param>
    /// <param name="actual">The graph of the case as asked.</param>
    /// <param name="cancellationToken">Ends the work by exception.</param>
    /// <exception cref="ArgumentException">A perception or a typed edit does not fit the case.</exception>
    public static Checked<HypergameProblem> Of(CaseQuestion question, StabilityProblem actual, CancellationToken cancellationToken = default)
    {
        var going = new StandingMoves(question.Problem).Going;
        var perceived = ImmutableArray.CreateBuilder<StabilityProblem>();
        foreach (var party in actual.Parties)
        {
            var own = question.BaseCase.OverlaysOf(OverlayKind.Perception).FirstOrDefault(o => o.Name == party);
            if (own is null || own.Set.IsEmpty || question.Selection.SeenBy is not null)
            {
                perceived.Add(actual);
                continue;
            }

            var asked = question.Under(question.Selection with { SeenBy = party });
            var problem = asked.Value?.Problem ?? throw new ArgumentException(asked.Errors.First().Message, nameof(question));
            var seen = CaseGraph.Of(problem, going, cancellationToken);
            if (seen.Value is not { } graph) return Refused(NotAsSeen(party, seen));
            perceived.Add(IsSame(actual, graph) ? actual : graph);
        }

        return Of(actual, perceived.ToImmutable());
    }

    private static bool IsSame(StabilityProblem a, StabilityProblem b)
    {
        if (a is not { Graph: { } one } || b is not { Graph: { } other } || one.StateCount != other.StateCount) return false;
        for (var p = 0; p < one.PartyCount; p++)
        {
            if (!one.Ranks(p).SequenceEqual(other.Ranks(p))) return false;
            for (var s = 0; s < one.StateCount; s++)
                if (!one.Moves(p, s).SequenceEqual(other.Moves(p, s))) return false;
        }

        return Enumerable.Range(0, one.StateCount).All(s => a.Label(s).Name == b.Label(s).Name);
    }

    private static string NotAsSeen(string party, Checked<StabilityProblem> seen) => $"As '{party}' sees it: {seen.Diagnostics[0].Message}";

    private static Checked<HypergameProblem> Refused(string message) =>
        new(null, [new Diagnostic(Severity.Error, NotListed, SourceSpan.None, message)]);
}
