using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
using Parley.Problems;

namespace Parley.Obstacles;

/// <summary>How much of a correction set's change is needed (docs/model.md, 33).</summary>
internal sealed class Doses(CaseQuestion question, ObstacleWorlds worlds, CancellationToken cancellationToken)
{
    private const int Steps = 50;

    /// <summary>The least fraction that opens, in steps of 1/50, and whether a larger one closes again; null when none opens.</summary>
    public (Rational? Dose, bool ClosesAgain) Of(ulong set)
    {
        var world = worlds.World(set);
        var moves = Moves(set, world).ToList();
        Rational? dose = null;
        for (var k = 1; k <= Steps; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var share = new Rational(k, Steps);
            var isOpen = worlds.IsOpen(k == Steps ? world : world.With(At(world.Model, moves, share)));
            if (isOpen == true) dose ??= share;
            else if (dose is not null && isOpen == false) return (dose, true);
        }

        return (dose, false);
    }

    // Numbers move together; words, switches and sums of parameters are at their new value in the world already.
    private IEnumerable<Move> Moves(ulong set, CaseProblem world)
    {
        foreach (var path in worlds.Members(set).SelectMany(o => o.Set).Select(e => e.Path).Distinct(StringComparer.Ordinal))
        {
            var from = CaseNumbers.Find(question.Model, path, out var isNumber);
            if (!isNumber || IsSum(question.Model, path) || IsSum(world.Model, path)) continue;
            var start = from is null ? Absent(path) : question.Problem.Values.Evaluate(from);
            var end = world.Values.Evaluate(CaseNumbers.Find(world.Model, path, out _)!); // the edit put it there
            if (start != end) yield return new(path, start, end);
        }
    }

    private static CaseModel At(CaseModel model, List<Move> moves, Rational share) => moves.Aggregate(
        model, (moved, m) => CaseNumbers.Set(moved, m.Path, (m.From + share * (m.To - m.From)).ToDecimal()));

    private static bool IsSum(CaseModel model, string path) => model.Parameters.Any(p => p.Name == path && p.Value is null);

    // An option without a word on delivery is certain, and stays so through a first channel that is certain; every other number that is not written is nothing.
    private Rational Absent(string path)
    {
        var at = path.IndexOf(".delivery", StringComparison.Ordinal);
        return at > 0 && !CaseNumbers.List(question.Model).Any(n => n.Path.StartsWith(path[..at] + ".delivery", StringComparison.Ordinal)) ? 1 : 0;
    }

    private sealed record Move(string Path, Rational From, Rational To);
}
