using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Obstacles;

/// <summary>A closed set: no deal whichever of its obstacles go. With its distance, where that is known.</summary>
/// <param name="Members">The obstacles, as bits.</param>
/// <param name="Distance">The least distance to a deal over all subsets.</param>
internal readonly record struct ClosedSet(ulong Members, Rational? Distance);

/// <summary>Finds every correction set, size by size (docs/model.md, 27).</summary>
/// <remarks>
/// Looks at a set only if no part of it opens, so that the predicate need not be monotone: a set that opens then is a correction set.
/// Sets are grown from closed ones by a later obstacle, which visits them by size, then by obstacles in order, each once.
/// Cost: one world for each closed set and each correction set.
/// Source: R. Reiter 1987, Artificial Intelligence 32, pp. 57-95 (theorem 4.4: diagnoses are minimal hitting sets); key "reiter1987" in docs/references.bib.
/// </remarks>
internal sealed class CorrectionSearch(ObstacleWorlds worlds, int obstacles, ulong skipped, int maxWorlds)
{
    /// <summary>By size, then by obstacles in order.</summary>
    public List<ulong> Corrections { get; } = [];

    /// <summary>Every closed set looked at, by size, then by obstacles in order.</summary>
    public List<ClosedSet> Closed { get; } = [];

    /// <summary>Size up to which all correction sets are found; -1 for none.</summary>
    public int CompleteToSize { get; private set; } = -1;

    /// <summary>True when there are no more sets to look at.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Runs until every set is decided, or a world cannot be, or there are too many.</summary>
    public void Run(Action<int> onSize)
    {
        if (!Look(0, null)) return;
        CompleteToSize = 0;
        var level = Closed.ToList();
        for (var size = 1; level.Count > 0; size++)
        {
            onSize(size);
            var distances = level.ToDictionary(c => c.Members, c => c.Distance);
            var from = Closed.Count;
            foreach (var parent in level)
                if (!Extend(parent.Members, distances)) return;
            CompleteToSize = size;
            level = Closed[from..];
        }

        IsComplete = true;
    }

    // The parent with each later obstacle; false when a world stayed undecided.
    private bool Extend(ulong parent, Dictionary<ulong, Rational?> distances)
    {
        for (var k = 64 - BitOperations.LeadingZeroCount(parent); k < obstacles; k++)
        {
            var bit = 1UL << k;
            if ((skipped & bit) != 0) continue;
            var set = parent | bit;
            if (Corrections.Exists(c => (c & set) == c)) continue;
            if (!Look(set, LeastOfParts(set, distances))) return false;
        }

        return true;
    }

    private static Rational? LeastOfParts(ulong set, Dictionary<ulong, Rational?> distances)
    {
        Rational? least = null;
        for (var rest = set; rest != 0; rest &= rest - 1)
        {
            if (distances[set & ~(rest & ~(rest - 1))] is not { } part) return null; // a part without a distance leaves none
            least = least is { } known ? Rational.Min(known, part) : part;
        }

        return least;
    }

    private bool Look(ulong set, Rational? leastOfParts)
    {
        if (worlds.Count >= maxWorlds) return false;
        var answer = worlds.Look(set);
        if (answer.IsOpen is not { } open) return false;
        if (open) Corrections.Add(set);
        else Closed.Add(new(set, set == 0 ? answer.Distance : answer.Distance is { } own && leastOfParts is { } parts ? Rational.Min(own, parts) : null));
        return true;
    }
}
