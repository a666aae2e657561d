namespace Parley.Cases.Diagnostics;

/// <summary>A place in a case file: where a word begins and how long it is.</summary>
/// <param name="File">The file's name as the user gave it.</param>
/// <param name="Line">Line, from 1; 0 when the place has no text (a command-line edit, say).</param>
/// <param name="Column">Column in UTF-16 units, from 1.</param>
/// <param name="Offset">Offset in the text in UTF-16 units, from 0, a byte-order mark not counted.</param>
/// <param name="Length">Length of the word in UTF-16 units.</param>
public readonly record struct SourceSpan(string File, int Line, int Column, int Offset, int Length)
{
    /// <summary>A place without text: defaults and edits given on the command line.</summary>
    public static SourceSpan None { get; } = new(string.Empty, 0, 0, 0, 0);

    /// <summary>True when the place stands in a file.</summary>
    public bool HasText => Line > 0;

    /// <summary>The form that editors follow: <c>file:line:col</c>.</summary>
    public override string ToString() => HasText ? $"{File}:{Line}:{Column}" : File;
}
