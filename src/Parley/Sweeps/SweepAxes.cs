using System.Collections.Immutable;
using Parley.Cases.Overlays;

namespace Parley.Sweeps;

/// <summary>What a sweep varies: along each axis its alternatives, of which every combination is a cell. An empty axis has one alternative: nothing.</summary>
public sealed record SweepAxes
{
    /// <summary>Dates; null stands for the default one.</summary>
    public ImmutableArray<string?> At { get; init; } = [];

    /// <summary>Leaders; null for the case's own.</summary>
    public ImmutableArray<string?> Under { get; init; } = [];

    /// <summary>Perceptions; null for none.</summary>
    public ImmutableArray<string?> SeenBy { get; init; } = [];

    /// <summary>Rival explanations; null for none.</summary>
    public ImmutableArray<string?> Story { get; init; } = [];

    /// <summary>Sets of events that have happened together.</summary>
    public ImmutableArray<ImmutableArray<string>> Given { get; init; } = [];

    /// <summary>Sets of obstacles taken away together.</summary>
    public ImmutableArray<ImmutableArray<string>> Without { get; init; } = [];

    /// <summary>Paths, each with its alternatives as edits, <c>path=value</c>.</summary>
    public ImmutableArray<ImmutableArray<string>> Set { get; init; } = [];

    /// <summary>Cells of the grid for one case; the largest number where there are more than it.</summary>
    public long Count
    {
        get
        {
            var count = Lengths().Aggregate(Int128.One, (product, length) => Int128.Min(product * length, long.MaxValue));
            return (long)count;
        }
    }

    /// <summary>The selections of one case, the last axis fastest.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public OverlaySelection Selection(long index)
    {
        var chosen = new int[6 + Set.Length];
        var lengths = Lengths().ToArray();
        for (var k = lengths.Length - 1; k >= 0; k--)
        {
            chosen[k] = (int)(index % lengths[k]);
            index /= lengths[k];
        }

        return new()
        {
            At = Pick(At, chosen[0]),
            Under = Pick(Under, chosen[1]),
            SeenBy = Pick(SeenBy, chosen[2]),
            Story = Pick(Story, chosen[3]),
            Given = Given.IsEmpty ? [] : Given[chosen[4]],
            Without = Without.IsEmpty ? [] : Without[chosen[5]],
            Set = [.. Set.Select((edits, k) => edits[chosen[6 + k]])],
        };
    }

    private IEnumerable<int> Lengths() =>
        new[] { At.Length, Under.Length, SeenBy.Length, Story.Length, Given.Length, Without.Length }.Concat(Set.Select(s => s.Length)).Select(l => Math.Max(1, l));

    private static string? Pick(ImmutableArray<string?> of, int index) => of.IsEmpty ? null : of[index];
}
