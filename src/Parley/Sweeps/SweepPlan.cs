using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Draws;
using Parley.Kernels.Sampling;

namespace Parley.Sweeps;

/// <summary>A case of a sweep.</summary>
/// <param name="Name">How it was given.</param>
/// <param name="Hash">SHA-256 of its file's bytes, lower-case hex.</param>
/// <param name="Model">The case without overlays.</param>
public sealed record SweepCase(string Name, string Hash, CaseModel Model);

/// <summary>A question of a sweep.</summary>
/// <param name="Case">Index of the case.</param>
/// <param name="Selection">Its overlays.</param>
public sealed record SweepCell(int Case, OverlaySelection Selection);

/// <summary>Many questions to be drawn from alike: every case under every combination of overlays, or a sample of them.</summary>
public sealed record SweepPlan
{
    /// <summary>Cells at most.</summary>
    public const int MaxCells = 100_000;

    private SweepPlan(ImmutableArray<SweepCase> cases, ImmutableArray<SweepCell> cells)
    {
        Cases = cases;
        Cells = cells;
    }

    public ImmutableArray<SweepCase> Cases { get; }

    /// <summary>Case by case, in the order of the grid.</summary>
    public ImmutableArray<SweepCell> Cells { get; }

    /// <summary>Draws in each cell; 0 to judge each as asked only.</summary>
    public long Draws { get; init; }

    public ulong Seed { get; init; } = 1;

    public SamplingKind Sampling { get; init; }

    /// <summary>The version of Parley that answers.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>What is said of a sweep that does not fit.</summary>
    public static string TooMany { get; } = FormattableString.Invariant($"A sweep has at most {MaxCells:N0} cells, taken from a grid of at most a thousand times as many.");

    /// <summary>Whether a sweep has no more cells than one can have.</summary>
    /// <param name="cases">How many cases.</param>
    /// <param name="axes">What is varied.</param>
    /// <param name="sample">How many cells of the grid; null for all.</param>
    public static bool Fits(int cases, SweepAxes axes, int? sample) =>
        axes.Count is var perCase && perCase <= MaxCells * 1000L / Math.Max(1, cases) && Math.Min(sample ?? long.MaxValue, perCase * cases) <= MaxCells;

    /// <summary>Makes a plan.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="axes">What is varied.</param>
    /// <param name="sample">How many cells to take of the grid, chosen by the seed; null for all.</param>
    /// <param name="seed">Chooses the sample.</param>
    /// <exception cref="ArgumentException">There are more than <see cref="MaxCells"/> cells.</exception>
    public static SweepPlan Of(ImmutableArray<SweepCase> cases, SweepAxes axes, int? sample, ulong seed)
    {
        if (!Fits(cases.Length, axes, sample)) throw new ArgumentException(TooMany, nameof(axes));
        var perCase = axes.Count;
        var grid = perCase * cases.Length;
        IEnumerable<long> chosen = Range(grid);
        if (sample is { } count && count < grid)
        {
            var order = new KeyedPermutation(grid, new CounterRandom(seed));
            chosen = Range(count).Select(order.At).Order();
        }

        return new(cases, [.. chosen.Select(c => new SweepCell((int)(c / perCase), axes.Selection(c % perCase)))]) { Seed = seed };
    }

    /// <summary>What the plan asks, as a digest: parts of one sweep have the same.</summary>
    public string Digest()
    {
        var text = new StringBuilder();
        void Line(params IEnumerable<string?> words) => text.AppendJoin('\t', words).Append('\n');
        Line("parley sweep", Version, Draws.ToString(CultureInfo.InvariantCulture), Seed.ToString(CultureInfo.InvariantCulture), Sampling.ToString());
        foreach (var given in Cases) Line("case", given.Name, given.Hash);
        foreach (var (at, s) in Cells)
        {
            Line(["cell", at.ToString(CultureInfo.InvariantCulture), s.At, s.Under, s.SeenBy, s.Story]);
            Line(["given", .. s.Given]);
            Line(["without", .. s.Without]);
            Line(["set", .. s.Set]);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static IEnumerable<long> Range(long count)
    {
        for (var k = 0L; k < count; k++) yield return k;
    }
}
