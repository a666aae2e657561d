namespace Parley.Cases.Text;

/// <summary>How a scalar is written.</summary>
internal enum ScalarForm
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Block,
}

/// <summary>A piece of the file's structure with its place; nothing is typed yet, every scalar is text.</summary>
internal abstract class CaseNode
{
    /// <summary>Offsets in the mended text, which <see cref="SourceText"/> maps back.</summary>
    public required int Start { get; init; }

    public int End { get; set; }

    /// <summary>True when something wrong here was already told; readers then pass over it in silence.</summary>
    public bool Told { get; set; }

    /// <summary>Nodes in this one, each alias written out.</summary>
    public long Size { get; set; } = 1;

    /// <summary>What it is, in the words of a message.</summary>
    public abstract string Kind { get; }
}

internal sealed class ScalarNode : CaseNode
{
    public required string Text { get; init; }

    public required ScalarForm Form { get; init; }

    /// <summary>True when it was read as a number and something is wrong with it.</summary>
    public bool IsBrokenNumber { get; set; }

    /// <summary>True for nothing at all after a colon.</summary>
    public bool IsEmpty => Form == ScalarForm.Plain && Text.Length == 0;

    public override string Kind => IsEmpty ? "nothing" : "text";
}

internal sealed class ListNode : CaseNode
{
    public List<CaseNode> Items { get; } = [];

    public required bool Flow { get; init; }

    public override string Kind => "a list";
}

internal sealed class MapNode : CaseNode
{
    public List<MapEntry> Entries { get; } = [];

    public required bool Flow { get; init; }

    public override string Kind => "a map";

    public CaseNode? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
                if (entry.Key.Text == key)
                    return entry.Value;
            return null;
        }
    }
}

/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
/// <param name="Bare">True for a word without a colon inside <c>{ }</c>.</param>
internal sealed record MapEntry(ScalarNode Key, CaseNode Value, bool Bare);
