using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Parley.Cases.Documents;

/// <summary>A range of a text in UTF-16 units.</summary>
/// <param name="Start">The first unit, from 0.</param>
/// <param name="End">One past the last.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>True when the two have a unit in common.</summary>
    public bool Overlaps(TextRange other) => Start < other.End && other.Start < End;
}

/// <summary>Leads from places of a cleaned text to places of the raw text and back.</summary>
/// <remarks>
/// The cleaned text is the raw one with some ranges replaced. Outside these ranges the map is one to one in both directions.
/// Inside, a start leads to the start of the range and an end to its end, so that no part of a mapped passage is lost.
/// </remarks>
public sealed class OffsetMap
{
    private readonly ImmutableArray<Change> changes;

    private OffsetMap(ImmutableArray<Change> changes) => this.changes = changes;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Change(TextRange Raw, TextRange Clean);

    /// <summary>Replaces ranges of a text.</summary>
    /// <param name="raw">The text.</param>
    /// <param name="edits">Ranges in ascending order, none touching the inside of another, with what takes their place.</param>
    /// <param name="map">The way back.</param>
    internal static string Apply(string raw, IEnumerable<(TextRange Range, string Replacement)> edits, out OffsetMap map)
    {
        var clean = new StringBuilder(raw.Length);
        var made = ImmutableArray.CreateBuilder<Change>();
        var at = 0;
        foreach (var (range, replacement) in edits)
        {
            clean.Append(raw, at, range.Start - at);
            made.Add(new(range, new(clean.Length, clean.Length + replacement.Length)));
            clean.Append(replacement);
            at = range.End;
        }

        map = new(made.ToImmutable());
        return clean.Append(raw, at, raw.Length - at).ToString();
    }

    /// <summary>The raw range from which a cleaned range came; what was taken out at its edges is left outside.</summary>
    public TextRange ToRaw(TextRange clean)
    {
        if (clean.Length == 0) return new(Start(clean.Start, toRaw: true), Start(clean.Start, toRaw: true));
        return new(Start(clean.Start, toRaw: true), End(clean.End, toRaw: true));
    }

    /// <summary>The cleaned range that a raw range became; empty where all of it was taken out.</summary>
    public TextRange ToClean(TextRange raw)
    {
        var start = Start(raw.Start, toRaw: false);
        return raw.Length == 0 ? new(start, start) : new(start, Math.Max(start, End(raw.End, toRaw: false)));
    }

    // Where the unit that begins at a place comes from: behind everything that ends there.
    private int Start(int at, bool toRaw)
    {
        var k = Last(at, toRaw, behindEqualEnd: true);
        if (k < 0) return at;
        var (from, to) = toRaw ? (changes[k].Clean, changes[k].Raw) : (changes[k].Raw, changes[k].Clean);
        return at < from.End ? to.Start : to.End + (at - from.End);
    }

    // Where the unit that ends at a place comes from: before everything that begins there.
    private int End(int at, bool toRaw)
    {
        var k = Last(at, toRaw, behindEqualEnd: false);
        if (k < 0) return at;
        var (from, to) = toRaw ? (changes[k].Clean, changes[k].Raw) : (changes[k].Raw, changes[k].Clean);
        return at <= from.End ? to.End : to.End + (at - from.End);
    }

    // The last change that begins before the place, or also at it.
    private int Last(int at, bool toRaw, bool behindEqualEnd)
    {
        var (low, high) = (0, changes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var start = toRaw ? changes[middle].Clean.Start : changes[middle].Raw.Start;
            if (behindEqualEnd ? start <= at : start < at) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }
}
