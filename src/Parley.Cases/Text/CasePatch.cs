using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;

namespace Parley.Cases.Text;

/// <summary>Writes values back into a case's text in place: comments, layout, quotes, byte-order mark and line ends stay.</summary>
public static class CasePatch
{
    /// <summary>The text with new values at some paths.</summary>
    /// <remarks>
    /// Reading the result gives what <see cref="CaseEdit.Apply(CaseModel, IEnumerable{Edit})"/> gives, places apart. A value that
    /// is not in the text yet is added behind its neighbours in their style. What would change other places too (behind an
    /// alias) or what a case may not say (an effect beyond the scale, which only an overlay may) is refused.
    /// </remarks>
    /// <param name="fileName">The name that findings show.</param>
    /// <param name="text">The case's text; it must read without errors.</param>
    /// <param name="edits">Paths and new values.</param>
    public static Checked<string> Set(string fileName, string text, IEnumerable<Edit> edits)
    {
        var mark = text.StartsWith('\uFEFF') ? "\uFEFF" : string.Empty;
        var body = text[mark.Length..];
        var read = CaseReader.Read(fileName, body);
        foreach (var edit in edits)
        {
            if (read.Value is null) return new(null, read.Diagnostics);
            var applied = CaseEdit.Apply(read.Value, [edit]);
            if (applied.Value is null) return new(null, applied.Diagnostics);
            if (Place(fileName, body, edit, out var wrong) is not { } changed) return new(null, [wrong.At(edit.PathSpan)]);
            body = changed;
            read = CaseReader.Read(fileName, body);
        }
        return new(read.Value is null ? null : mark + body, read.Value is null ? read.Diagnostics : []);
    }

    private static string? Place(string fileName, string text, Edit edit, out ReaderMessage wrong)
    {
        wrong = ReaderMessages.CannotWrite(edit.Path, "its place is not found. Edit the file.");
        if (YamlTree.Build(new SourceText(fileName, text)).Root is not MapNode root) return null;
        var place = new PatchPlace(text, edit);
        if (place.ListStatusQuo(root) is { } listed) return Place(fileName, listed, edit, out wrong);
        var changed = place.Find(root);
        if (place.Refusal is { } why) wrong = ReaderMessages.CannotWrite(edit.Path, why);
        return changed;
    }
}
