using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;

namespace Parley.Problems;

/// <summary>A case and the overlays under which it is asked about; the start of every what-if.</summary>
/// <remarks>A counterfactual is an edited case compiled like any other (docs/model.md, 26): no analysis has a mode for it.</remarks>
public sealed class CaseQuestion
{
    // The question's overlays up to, and without, the obstacles; on these every world is built.
    private readonly CaseModel _beforeObstacles;
    private readonly ImmutableArray<Edit> _typed;

    private CaseQuestion(CaseModel baseCase, OverlaySelection selection, CaseModel beforeObstacles, CaseProblem problem)
    {
        BaseCase = baseCase;
        Selection = selection;
        _beforeObstacles = beforeObstacles;
        Problem = problem;
        _typed = [.. selection.Set.Select(text => CaseEdit.Parse(text).Value!)]; // laid on before, so they parse
    }

    public CaseModel BaseCase { get; }

    public OverlaySelection Selection { get; }

    /// <summary>The case as asked, compiled.</summary>
    public CaseProblem Problem { get; }

    /// <summary>The effective case as asked.</summary>
    public CaseModel Model => Problem.Model;

    /// <summary>Asks about a case under overlays.</summary>
    /// <returns>The question, or errors: an overlay that is not declared, an edit that leads nowhere.</returns>
    public static Checked<CaseQuestion> Ask(CaseModel baseCase, OverlaySelection selection) => Ask(baseCase, selection, null);

    /// <summary>The same case under other overlays.</summary>
    public Checked<CaseQuestion> Under(OverlaySelection selection) => Ask(BaseCase, selection, Problem);

    /// <summary>The same question about a case with other numbers, measured by the ranges of this one.</summary>
    /// <exception cref="ArgumentException">An overlay does not fit the changed case.</exception>
    internal CaseQuestion About(CaseModel changedCase)
    {
        var asked = Ask(changedCase, Selection, Problem);
        return asked.Value ?? throw new ArgumentException(asked.Errors.First().Message, nameof(changedCase));
    }

    private static Checked<CaseQuestion> Ask(CaseModel baseCase, OverlaySelection selection, CaseProblem? known)
    {
        var applied = CaseEdit.Apply(baseCase, selection);
        if (applied.Value is not { } effective) return new(null, applied.Diagnostics);
        var before = CaseEdit.Apply(baseCase, selection with { Without = [], Set = [] });
        if (before.Value is not { } beforeObstacles) return new(null, before.Diagnostics);
        var problem = known?.With(effective) ?? CaseProblem.Compile(effective, baseCase);
        return new(new(baseCase, selection, beforeObstacles, problem), applied.Diagnostics);
    }

    /// <summary>The world in which some obstacles are gone too.</summary>
    /// <param name="obstacles">Obstacles to take away beside those of the question; declared ones are laid on in declaration order, others after them.</param>
    /// <exception cref="ArgumentException">An obstacle's edits do not fit the case under these overlays.</exception>
    internal CaseProblem World(IEnumerable<Overlay> obstacles)
    {
        var gone = obstacles.ToList();
        var declared = BaseCase.OverlaysOf(OverlayKind.Obstacle).ToList();
        var laid = declared.Where(o => gone.Contains(o) || Selection.Without.Contains(o.Name)).Concat(gone.Where(o => !declared.Contains(o)));
        var world = CaseEdit.Apply(_beforeObstacles, laid.SelectMany(o => o.Set).Concat(_typed));
        return Problem.With(world.Value ?? throw new ArgumentException(world.Errors.First().Message, nameof(obstacles)));
    }
}
