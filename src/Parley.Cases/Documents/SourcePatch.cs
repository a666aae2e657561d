using System.Text;
using Parley.Cases.Text;

namespace Parley.Cases.Documents;

/// <summary>Adds an entry to a case's <c>sources</c> in its text; nothing else changes.</summary>
public static class SourcePatch
{
    /// <summary>The text with one more source; null where no place is safe, so that the lines want to be pasted.</summary>
    /// <remarks>
    /// The entry goes to the top of a <c>sources:</c> that is written as a block, or behind the text's last line with a section of its
    /// own. The result is read back: it has one source more and no finding more, or null comes back.
    /// </remarks>
    public static string? Add(string fileName, string text, string id, DocumentFacts facts, string? file, string sha256)
    {
        var read = CaseReader.Read(fileName, text);
        if (read.Value is not { } before || before.Sources.Any(s => s.Id == id)) return null;
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        foreach (var changed in Candidates(text, end, id, facts, file, sha256))
        {
            var after = CaseReader.Read(fileName, changed);
            if (after.Value is { } model && model.Sources.Length == before.Sources.Length + 1 && model.Sources.Any(s => s.Id == id && s.Sha256 == sha256)
                && model.Quotes.Length == before.Quotes.Length && after.Diagnostics.Length <= read.Diagnostics.Length) return changed;
        }

        return null;
    }

    /// <summary>The lines of an entry, indented by some blanks.</summary>
    public static string Lines(string id, DocumentFacts facts, string? file, string sha256, int indent = 2, string lineEnd = "\n")
    {
        var lines = new StringBuilder();
        var (outer, inner) = (new string(' ', indent), new string(' ', indent * 2));
        lines.Append(outer).Append(id).Append(':').Append(lineEnd);
        foreach (var (key, value) in new[]
        {
            ("title", facts.Title is { } title ? Quoted(title) : null), ("date", facts.Date), ("url", facts.Url is { } url ? Quoted(url) : null),
            ("file", file is null ? null : Quoted(file)), ("sha256", sha256), ("note", facts.Genre is { } genre ? Quoted("genre: " + genre) : null),
        })
        {
            if (value is not null) lines.Append(inner).Append(key).Append(": ").Append(value).Append(lineEnd);
        }

        return lines.ToString();
    }

    private static IEnumerable<string> Candidates(string text, string end, string id, DocumentFacts facts, string? file, string sha256)
    {
        var section = SectionAt(text);
        if (section >= 0)
        {
            var behind = text.IndexOf('\n', section);
            if (behind < 0) yield break;
            var indent = 0;
            for (var at = behind + 1; at < text.Length && text[at] == ' '; at++) indent++;
            yield return text.Insert(behind + 1, Lines(id, facts, file, sha256, indent is > 0 and <= 8 ? indent : 2, end));
            yield break;
        }

        var last = text.Length == 0 || text[^1] == '\n' ? string.Empty : end;
        yield return $"{text}{last}{end}sources:{end}{Lines(id, facts, file, sha256, 2, end)}";
    }

    private static int SectionAt(string text)
    {
        const string head = "sources:";
        if (text.StartsWith(head, StringComparison.Ordinal)) return 0;
        var at = text.IndexOf("\n" + head, StringComparison.Ordinal);
        return at < 0 ? -1 : at + 1;
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c)) quoted.Append(' ');
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
