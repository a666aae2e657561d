using System.Text.RegularExpressions;

namespace Parley.Cases.Documents;

/// <summary>Tells the marks of Markdown from its text: headings, quotations, emphasis, links, fences.</summary>
internal static partial class MarkdownMarkup
{
    public static Markup Find(string raw)
    {
        var pieces = new List<MarkupPiece>();
        string? title = null;
        foreach (Match heading in Heading().Matches(raw))
        {
            title ??= heading.Groups[2].Value.Trim();
            pieces.Add(new(RangeOf(heading.Groups[1]), PieceKind.Block));
            if (heading.Groups[3].Length > 0) pieces.Add(new(RangeOf(heading.Groups[3]), PieceKind.Block));
        }

        Hide(Fence(), raw, pieces, PieceKind.Block, 1);
        Hide(Quotation(), raw, pieces, PieceKind.Hidden, 1);
        Hide(Comment(), raw, pieces, PieceKind.Hidden, 0);
        Hide(Image(), raw, pieces, PieceKind.Hidden, 0);
        Hide(Link(), raw, pieces, PieceKind.Hidden, 1, 3);
        Hide(Emphasis(), raw, pieces, PieceKind.Hidden, 1, 3);
        return new Markup { Pieces = Apart(pieces), Title = title };
    }

    private static void Hide(Regex pattern, string raw, List<MarkupPiece> pieces, PieceKind kind, params int[] groups)
    {
        foreach (Match match in pattern.Matches(raw))
            foreach (var group in groups)
                if (match.Groups[group].Length > 0)
                    pieces.Add(new(RangeOf(match.Groups[group]), kind));
    }

    // Pieces in the order of the text; of two that overlap the first.
    private static List<MarkupPiece> Apart(List<MarkupPiece> pieces)
    {
        var kept = new List<MarkupPiece>();
        foreach (var piece in pieces.OrderBy(p => p.Range.Start).ThenByDescending(p => p.Range.End))
            if (kept.Count == 0 || kept[^1].Range.End <= piece.Range.Start)
                kept.Add(piece);
        return kept;
    }

    private static TextRange RangeOf(Group group) => new(group.Index, group.Index + group.Length);

    [GeneratedRegex(@"^( {0,3}#{1,6} +)([^\r\n]{1,1000})(\r?\n)?", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^( {0,3}(?:```|~~~)[^\r\n]*\r?\n?)", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^( {0,3}(?:> ?){1,9})", RegexOptions.Multiline)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"<!--.{0,2000}?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"!\[[^\]\r\n]{0,300}\]\([^)\s]{0,2000}\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"(?<!!)(\[)([^\[\]]{1,300})(\]\([^)\s]{1,2000}\))")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]{0,500}?[^\s*])(\1)(?![\w*])")]
    private static partial Regex Emphasis();
}
