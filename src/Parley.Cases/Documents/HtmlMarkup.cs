using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Parley.Cases.Documents;

/// <summary>Tells the markup of an HTML page from its text. Nothing is fetched and no script is run.</summary>
internal sealed class HtmlMarkup
{
    private static readonly HashSet<string> Hiding = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "iframe", "noembed", "noframes", "svg", "math", "select", "textarea", "title", "object", "button", "nav",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "meta", "link",
        "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    private readonly string raw;
    private readonly List<MarkupPiece> pieces = [];
    private string? hiding;
    private int depth;
    private int hiddenFrom;
    private int behind;
    private string? title;
    private string? author;
    private string? date;

    private HtmlMarkup(string raw) => this.raw = raw;

    /// <summary>True for a text that begins as HTML pages do.</summary>
    public static bool IsHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 1_000)).TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<head", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<body", StringComparison.OrdinalIgnoreCase);
    }

    public static Markup Find(string raw) => new HtmlMarkup(raw).Read();

    private Markup Read()
    {
        using var source = new TextSource(raw);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { IsNotConsumingCharacterReferences = true, SkipComments = false };
        var previous = 0;
        while (true)
        {
            var token = tokens.Get();
            var end = Math.Clamp(tokens.InsertionPoint, previous, raw.Length);
            Take(tokens, token, previous, end);
            previous = end;
            if (token.Type == HtmlTokenType.EndOfFile) break;
        }

        if (hiding is not null) Hide(hiddenFrom, raw.Length, PieceKind.Block);
        return new Markup { Pieces = pieces, LineEndsAreSpaces = true, Title = title, Author = author, Date = date };
    }

    private void Take(HtmlTokenizer tokens, HtmlToken token, int start, int end)
    {
        switch (token.Type)
        {
            case HtmlTokenType.StartTag:
                OpenTag(tokens, token.AsTag(), start, end);
                break;
            case HtmlTokenType.EndTag:
                CloseTag(token.Name, start, end);
                break;
            case HtmlTokenType.Character when hiding is null:
                References(start, end);
                break;
            case HtmlTokenType.Character when hiding == "title":
                title ??= WebUtility.HtmlDecode(raw[start..end]).Trim() is { Length: > 0 } words ? words : null;
                break;
            case HtmlTokenType.EndOfFile when end > start && raw[start] != '<':
                break;
            default:
                if (hiding is null) Hide(start, end, PieceKind.Hidden);
                break;
        }
    }

    private void OpenTag(HtmlTokenizer tokens, HtmlTagToken tag, int start, int end)
    {
        tokens.State = tag.Name switch
        {
            "script" => HtmlParseMode.Script,
            "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
            "title" or "textarea" => HtmlParseMode.RCData,
            _ => tokens.State,
        };
        if (tag.Name == "meta") Meta(tag);
        if (tag.Name == "time" && date is null && tag.GetAttribute("datetime") is { Length: >= 10 } when) date = when[..10];
        if (hiding is not null)
        {
            if (hiding == tag.Name && !tag.IsSelfClosing) depth++;
        }
        else if (Hiding.Contains(tag.Name) && !tag.IsSelfClosing)
        {
            (hiding, depth, hiddenFrom) = (tag.Name, 1, start);
        }
        else
        {
            Hide(start, end, KindOf(tag.Name));
        }
    }

    private void CloseTag(string name, int start, int end)
    {
        if (hiding is null)
        {
            Hide(start, end, KindOf(name));
        }
        else if (hiding == name && --depth == 0)
        {
            hiding = null;
            Hide(hiddenFrom, end, PieceKind.Block);
        }
    }

    private void Meta(HtmlTagToken tag)
    {
        if (tag.GetAttribute("content") is not { Length: > 0 } content) return;
        switch ((tag.GetAttribute("property") is { Length: > 0 } property ? property : tag.GetAttribute("name")).ToUpperInvariant())
        {
            case "OG:TITLE":
                title = WebUtility.HtmlDecode(content);
                break;
            case "AUTHOR" or "ARTICLE:AUTHOR":
                author ??= WebUtility.HtmlDecode(content);
                break;
            case "ARTICLE:PUBLISHED_TIME" or "DATE" when content.Length >= 10:
                date = content[..10];
                break;
        }
    }

    // Character references, each a piece of its own.
    private void References(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (raw[at] != '&') continue;
            var semicolon = raw.AsSpan(at, Math.Min(40, end - at)).IndexOf(';');
            if (semicolon < 2) continue;
            var written = raw.Substring(at, semicolon + 1);
            var text = WebUtility.HtmlDecode(written);
            if (text == written) continue;
            pieces.Add(new(new(at, at + written.Length), PieceKind.Text, text));
            behind = at + written.Length;
            at = behind - 1;
        }
    }

    private void Hide(int start, int end, PieceKind kind)
    {
        start = Math.Max(start, behind);
        if (end <= start) return;
        pieces.Add(new(new(start, end), kind));
        behind = end;
    }

    private static PieceKind KindOf(string name) =>
        string.Equals(name, "br", StringComparison.OrdinalIgnoreCase) ? PieceKind.Line : Inline.Contains(name) ? PieceKind.Hidden : PieceKind.Block;
}
