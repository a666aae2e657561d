using System.Collections.Immutable;
using Parley.Draws;
using Parley.Verdict;

namespace Parley.Sweeps;

/// <summary>One shard of a sweep: what came of the draws that fell to it. A merged sweep is the one shard of one.</summary>
public sealed record SweepPart
{
    private const int MostNamed = 12;

    /// <summary>Of the plan.</summary>
    public required string Digest { get; init; }

    /// <summary>The version of Parley that answered.</summary>
    public required string Version { get; init; }

    public required ulong Seed { get; init; }

    public required SamplingKind Sampling { get; init; }

    /// <summary>The cases, as they were given, and the digests of their files.</summary>
    public required ImmutableArray<(string Name, string Hash)> Cases { get; init; }

    /// <summary>Which shard, from 1.</summary>
    public required int Shard { get; init; }

    /// <summary>Of how many.</summary>
    public required int Shards { get; init; }

    /// <summary>In each cell of the whole sweep.</summary>
    public required long DrawsPerCell { get; init; }

    /// <summary>By cell of the plan.</summary>
    public required ImmutableArray<SweepTally> Cells { get; init; }

    /// <summary>Whether no budget left a verdict open, as far as this shard goes.</summary>
    public bool IsComplete => Cells.All(c => c.Draws.Undecided == 0 && c.Draws.Bounded == 0 && c.AsAsked is null or { IsDecided: true });

    /// <summary>Puts all shards of a sweep together.</summary>
    /// <returns>The shard 1 of 1, as one run would have made it; or what is wrong with the parts, each in a sentence.</returns>
    public static (SweepPart? Whole, ImmutableArray<string> Wrong) Merge(IReadOnlyList<(string Name, SweepPart Part)> parts)
    {
        if (parts.Count == 0) return (null, ["There is nothing to merge."]);
        var (firstName, first) = parts[0];
        var wrong = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, part) in parts.Skip(1))
        {
            if (part.Digest != first.Digest) wrong.Add($"{name} is of another sweep than {firstName}: its cases, overlays, draws, seed or version differ.");
            else if (part.Shards != first.Shards) wrong.Add($"{name} is one of {part.Shards} shards, {firstName} one of {first.Shards}.");
            else if (part.Cells.Length != first.Cells.Length || part.Cells.Zip(first.Cells).Any(c => !c.First.Draws.IsLike(c.Second.Draws)))
                wrong.Add($"{name} does not have the cells of {firstName}. Was it changed?");
        }

        foreach (var twice in parts.GroupBy(p => p.Part.Shard).Where(g => g.Count() > 1))
            wrong.Add($"Shard {twice.Key} is given more than once: {string.Join(", ", twice.Select(p => p.Name))}.");
        var missing = Enumerable.Range(1, first.Shards).Except(parts.Select(p => p.Part.Shard)).Take(MostNamed + 1).ToList();
        var more = missing.Count > MostNamed ? " and others" : string.Empty;
        if (missing.Count > 0)
            wrong.Add($"{(missing.Count == 1 ? "Shard" : "Shards")} {string.Join(", ", missing.Take(MostNamed))}{more} of {first.Shards} {(missing.Count == 1 ? "is" : "are")} missing.");
        if (wrong.Count > 0) return (null, wrong.ToImmutable());

        var cells = parts.Select(p => p.Part.Cells).Aggregate((a, b) => [.. a.Zip(b, (x, y) => x.Plus(y))]);
        for (var c = 0; c < cells.Length; c++)
        {
            if (cells[c].AsAsked is null || cells[c].Draws.Draws != first.DrawsPerCell)
                wrong.Add($"Cell {c + 1} is not whole: {cells[c].Draws.Draws} of {first.DrawsPerCell} draws. Was a part changed?");
        }

        return wrong.Count > 0 ? (null, wrong.ToImmutable()) : (first with { Shard = 1, Shards = 1, Cells = cells }, []);
    }
}

/// <summary>What came of a cell's draws, as far as they fell to a shard.</summary>
/// <param name="Cell">The question.</param>
/// <param name="AsAsked">The verdict with the numbers as they stand; null where it fell to another shard.</param>
/// <param name="Draws">The draws.</param>
public sealed record SweepTally(SweepCell Cell, AskedVerdict? AsAsked, DrawTally Draws)
{
    /// <summary>With the draws of another shard.</summary>
    public SweepTally Plus(SweepTally other) => new(Cell, AsAsked ?? other.AsAsked, Draws.Plus(other.Draws));
}

/// <summary>A verdict with the numbers as they stand.</summary>
/// <param name="Grade">The verdict.</param>
/// <param name="Margin">Its margin.</param>
/// <param name="IsDecided">False where a budget ran out first.</param>
public sealed record AskedVerdict(Grade Grade, double Margin, bool IsDecided);
