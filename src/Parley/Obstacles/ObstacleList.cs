using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Problems;

namespace Parley.Obstacles;

/// <summary>Which obstacles a question is about.</summary>
internal static class ObstacleList
{
    /// <summary>The declared obstacles that the question does not take away already; generated ones where none are declared, or where asked for.</summary>
    public static IReadOnlyList<Overlay> Of(CaseQuestion question, bool generated)
    {
        var declared = question.BaseCase.OverlaysOf(OverlayKind.Obstacle).ToList();
        return generated || declared.Count == 0
            ? GeneratedObstacles.Of(question)
            : declared.FindAll(o => !question.Selection.Without.Contains(o.Name));
    }

    /// <summary>Obstacles, as bits, whose going changes no number and which share no path with another: whatever else goes, they change nothing.</summary>
    public static ulong Idle(CaseQuestion question, IReadOnlyList<Overlay> obstacles)
    {
        var idle = 0UL;
        for (var k = 0; k < obstacles.Count; k++)
        {
            var paths = obstacles[k].Set.Select(e => e.Path).ToHashSet(StringComparer.Ordinal);
            var isAlone = !obstacles.Where((_, other) => other != k).Any(o => o.Set.Any(e => paths.Contains(e.Path)));
            if (isAlone && ChangesNothing(question.Model, obstacles[k])) idle |= 1UL << k;
        }

        return idle;
    }

    private static bool ChangesNothing(CaseModel model, Overlay obstacle)
    {
        if (CaseEdit.Apply(model, obstacle.Set).Value is not { } edited) return false;
        return obstacle.Set.All(e => CaseNumbers.Find(model, e.Path, out _) is { } before
            && CaseNumbers.Find(edited, e.Path, out _) is { } after
            && before.Coefficient == after.Coefficient
            && before.Parameters.SequenceEqual(after.Parameters));
    }
}
