using Parley.Cases.Diagnostics;
using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>One file on its way in: its text, and the door for what is found in it.</summary>
internal sealed class FormatFile
{
    private readonly FormatFindings findings;
    private readonly int index;

    /// <param name="name">Name within the folder.</param>
    /// <param name="shown">Name that findings show.</param>
    /// <param name="text">The text, without a byte-order mark.</param>
    /// <param name="index">Place among the files.</param>
    /// <param name="findings">Where findings go.</param>
    public FormatFile(string name, string shown, string text, int index, FormatFindings findings)
    {
        (Name, Text, this.index, this.findings) = (name, text, index, findings);
        Source = new SourceText(shown, text);
    }

    public string Name { get; }

    public string Text { get; }

    public SourceText Source { get; }

    /// <summary>The name without folder and extension.</summary>
    public string BareName
    {
        get
        {
            var name = Name[(Name.LastIndexOf('/') + 1)..];
            var dot = name.LastIndexOf('.');
            return dot > 0 ? name[..dot] : name;
        }
    }

    /// <summary>The first character of the file: a finding about all of it.</summary>
    public SourceSpan Whole => Source.SpanOfOriginal(0, 0);

    /// <summary>How many errors were found so far, in this file and those beside it.</summary>
    public int ErrorCount => findings.ErrorCount;

    /// <summary>Names to compare a wrong one with; none once so much was found that nobody reads on.</summary>
    public IEnumerable<string> Near(IEnumerable<string> known) => findings.IsLong ? [] : known;

    public void Add(ReaderMessage message, SourceSpan span) => findings.Add(index, message, span);

    public void Add(ReaderMessage message, CaseNode node) => findings.Add(index, message, Span(node));

    public void Note(string slug, SourceSpan span, string subject) => findings.Note(index, slug, span, subject);

    public void Note(string slug, CaseNode node, string subject) => findings.Note(index, slug, Span(node), subject);

    /// <summary>A word's place; of a map or list only its first character.</summary>
    public SourceSpan Span(CaseNode node) => Source.Span(node.Start, node is ScalarNode ? node.End - node.Start : 1);
}
