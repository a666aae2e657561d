using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Claims;
using Parley.Obstacles;

namespace Parley.Claims;

/// <summary>Do some obstacles open a deal only when all of them go together?</summary>
/// <remarks>
/// Holds iff they are a correction set (docs/model.md, 27): without all of them a deal exists, without fewer of them none does.
/// Other sets may open too; those of up to the same size are shown.
/// </remarks>
internal static class OpensOnly
{
    // More sets than this are not gone through for show.
    private const int MostWorlds = 2_000;

    public static PhraseOutcome Judge(OpensOnlyPhrase phrase, ClaimWorld world, bool brief, ClaimsOptions options, CancellationToken cancellationToken)
    {
        var all = ObstacleList.Of(world.Question, generated: false);
        var obstacles = !brief && Count(all.Count, phrase.Obstacles.Length) <= MostWorlds ? all : [.. all.Where(o => phrase.Obstacles.Contains(o.Name))];
        if (obstacles.Count > ObstaclesAnalysis.MaxObstacles) return PhraseOutcome.Unsupported(UnsupportedReason.Undecided);
        var worlds = new ObstacleWorlds(
            world.Question, obstacles, new() { Deal = phrase.Deal, Distances = false, MaxNodes = options.MaxNodes }, cancellationToken);
        var opening = new List<ulong>();
        for (var size = 0; size <= phrase.Obstacles.Length; size++)
        {
            foreach (var set in Sets(obstacles.Count, size))
            {
                if (opening.Exists(o => (o & set) == o)) continue;
                if (worlds.Look(set).IsOpen is not { } isOpen) return PhraseOutcome.Unsupported(UnsupportedReason.Undecided);
                if (isOpen) opening.Add(set);
            }
        }

        ImmutableArray<ImmutableArray<string>> names = [.. opening.Select(s => worlds.Members(s).Select(o => o.Name).ToImmutableArray())];
        var wanted = phrase.Obstacles.ToHashSet(StringComparer.Ordinal);
        return new(names.Any(set => wanted.SetEquals(set)), new OpeningsShown(names));
    }

    private static BigInteger Count(int obstacles, int largest)
    {
        BigInteger sum = 1, of = 1;
        for (var size = 1; size <= largest; size++) sum += of = of * (obstacles - size + 1) / size;
        return sum;
    }

    // In the order of obstacles, first ones first.
    private static IEnumerable<ulong> Sets(int obstacles, int size, int from = 0)
    {
        if (size == 0) return [0UL];
        return Enumerable.Range(from, Math.Max(0, obstacles - from)).SelectMany(k => Sets(obstacles, size - 1, k + 1).Select(rest => rest | 1UL << k));
    }
}
