using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace Parley.Cases.Text;

/// <summary>
/// Explains where and why a text is not well-formed, in the words of a case author, and mends the working copy there
/// so that the rest can still be checked.
/// </summary>
internal static partial class YamlRepair
{
    [GeneratedRegex(@"^(\s*(?:-\s+)*)(\w[\w-]*):([^\s:/].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyWithoutSpace();

    [GeneratedRegex(@"^\s*(?:-\s+)*(\w[\w-]*|""[^""]*""|'[^']*')\s*:[ \t]+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex KeyAndValue();

    /// <summary>Characters that stop the parser or are not text; replaced before it starts.</summary>
    public static void ReplaceBadCharacters(SourceText source, ReaderContext context)
    {
        var text = source.Working;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsText(text, i)) continue;
            context.Add(ReaderMessages.BadCharacter(text[i]), i, 1);
            source.Overwrite(i, i + 1, ' ');
            source.MarkTold(i, i + 1);
        }
        ReplaceIndentingSpaces(source, context, text);
    }

    /// <summary>Reports the mistake at which the parser stopped and mends it.</summary>
    /// <returns>False when there is nothing left to mend.</returns>
    public static bool Mend(SourceText source, ReaderContext context, Exception stopped)
    {
        var text = source.Working;
        if (stopped is not YamlException yaml)
            return MendUnclosed(source, context, text) || LeaveOutLast(source, context, text);
        var at = (int)Math.Clamp(yaml.Start.Index, 0, text.Length);
        var line = source.LineAround(at);
        return MendTab(source, context, text, yaml.Message.Contains("tab", StringComparison.Ordinal) ? FirstTab(text) : at)
            || MendMissingSpace(source, context, text, at)
            || MendUnclosedQuote(source, context, text, at, yaml.Message)
            || MendFirstCharacter(source, context, text, at)
            || MendColon(source, context, text, at)
            || MendAfterQuote(source, context, text, at)
            || (at >= text.TrimEnd().Length && MendUnclosed(source, context, text))
            || LeaveOutLine(source, context, line.Start, line.End, at, yaml.Message);
    }

    /// <summary>Whether what stands there is a character that a text may have.</summary>
    public static bool IsText(string text, int i)
    {
        var c = text[i];
        if (char.IsHighSurrogate(c)) return i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
        if (char.IsLowSurrogate(c)) return i > 0 && char.IsHighSurrogate(text[i - 1]);
        if (c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF') return false;
        return !char.IsControl(c) || c is '\n' or '\r' or '\t';
    }

    /// <summary>No-break spaces before a key look like an indent and are none.</summary>
    private static void ReplaceIndentingSpaces(SourceText source, ReaderContext context, string text)
    {
        var atStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r') atStart = true;
            else if (atStart && text[i] == '\u00A0')
            {
                context.Add(ReaderMessages.Typographic("\u00A0", " "), i, 1);
                source.Overwrite(i, i + 1, ' ');
            }
            else if (text[i] != ' ') atStart = false;
        }
    }

    /// <summary>A tab in the indent of this line or of one of the two around it; a run of such lines is one mistake.</summary>
    private static bool MendTab(SourceText source, ReaderContext context, string text, int at)
    {
        var line = SourceText.LineIn(text, at);
        for (var tries = 0; tries < 3; tries++)
        {
            var tab = TabInIndent(text, line);
            if (tab >= 0)
            {
                context.Add(ReaderMessages.Tab(), tab, 1);
                while (TabInIndent(text, line) is var here && here >= 0)
                {
                    for (var i = here; i < line.End && text[i] is '\t' or ' '; i++)
                        if (text[i] == '\t')
                            source.Overwrite(i, i + 1, ' ');
                    if (line.End >= text.Length) break;
                    line = SourceText.LineIn(text, line.End + (text[line.End] == '\r' && line.End + 1 < text.Length && text[line.End + 1] == '\n' ? 2 : 1));
                }
                source.LostLines = true;
                return true;
            }
            if (line.End + 1 >= text.Length) break;
            line = SourceText.LineIn(text, line.End + (text[line.End] == '\r' && text[line.End + 1] == '\n' ? 2 : 1));
        }
        return false;
    }

    /// <summary>The parser tells of a tab only where the block around it begins.</summary>
    private static int FirstTab(string text)
    {
        for (var at = text.IndexOf('\t', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\t', at + 1))
        {
            if (string.IsNullOrWhiteSpace(text[SourceText.LineIn(text, at).Start..at])) return at;
        }
        return 0;
    }

    private static int TabInIndent(string text, (int Start, int End) line)
    {
        for (var i = line.Start; i < line.End && text[i] is ' ' or '\t'; i++)
            if (text[i] == '\t')
                return i;
        return -1;
    }

    /// <summary><c>a:1</c> on this line or the one above; <c>b:{</c> at the place itself.</summary>
    private static bool MendMissingSpace(SourceText source, ReaderContext context, string text, int at)
    {
        if (at > 0 && at < text.Length && text[at - 1] == ':' && !char.IsWhiteSpace(text[at]) && text[at] is not (',' or '}' or ']'))
        {
            context.Add(ReaderMessages.MissingSpace(WordBefore(text, at - 1)), at - 1, 1);
            source.InsertSpace(at);
            return true;
        }
        var line = source.LineAround(at);
        for (var tries = 0; tries < 3; tries++)
        {
            var match = KeyWithoutSpace().Match(text[line.Start..line.End]);
            if (match.Success)
            {
                var colon = line.Start + match.Groups[2].Index + match.Groups[2].Length;
                context.Add(ReaderMessages.MissingSpace(match.Groups[2].Value), colon, 1);
                source.InsertSpace(colon + 1);
                return true;
            }
            if (line.Start == 0) break;
            line = source.LineAround(line.Start - 1);
        }
        return false;
    }

    private static string WordBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-')) start--;
        return text[start..end];
    }

    private static bool MendUnclosedQuote(SourceText source, ReaderContext context, string text, int at, string why)
    {
        if (!why.Contains("quoted scalar", StringComparison.Ordinal)) return false;
        while (at < text.Length && text[at] is not ('"' or '\'')) at++;
        if (at >= text.Length) return false;
        var line = source.LineAround(at);
        context.Add(ReaderMessages.Unclosed(text[at]), at, 1);
        source.MarkTold(at, line.End);
        source.Overwrite(at, line.End, 'x');
        return true;
    }

    /// <summary>A value that begins with a character with which none can: <c>@guess</c>, <c>%5</c>, a backtick.</summary>
    private static bool MendFirstCharacter(SourceText source, ReaderContext context, string text, int at)
    {
        if (at >= text.Length || text[at] is not ('@' or '%' or '`' or '&' or '*' or '!' or '|' or '>' or '-' or '?')) return false;
        var end = at + 1;
        while (end < text.Length && text[end] is not (',' or '}' or ']' or '\n' or '\r' or ' ')) end++;
        var word = text[at..end];
        context.Add(text[at] is '@' or '%' or '*' && word.Length > 1 ? ReaderMessages.NoNumber(word) : ReaderMessages.CannotBegin(word), at, word.Length);
        source.MarkTold(at, end);
        source.Overwrite(at, end, 'x');
        return true;
    }

    /// <summary><c>title: Iran: the deal</c>: a second colon on a line that already has a key.</summary>
    private static bool MendColon(SourceText source, ReaderContext context, string text, int at)
    {
        if (at >= text.Length || text[at] != ':') return false;
        var line = source.LineAround(at);
        var valueStart = FlowValueStart(text, line.Start, at);
        if (valueStart < 0)
        {
            var match = KeyAndValue().Match(text[line.Start..line.End]);
            if (!match.Success || line.Start + match.Length > at) return false;
            valueStart = line.Start + match.Length;
        }
        if (!source.IsTold(valueStart)) context.Add(ReaderMessages.ColonInText(), at, 1);
        source.MarkTold(valueStart, line.End);
        source.Overwrite(at, at + 1, '.');
        return true;
    }

    /// <summary>Start of the flow value (after <c>key: </c> and the last opening bracket or comma) that the place stands in; else -1.</summary>
    private static int FlowValueStart(string text, int lineStart, int at)
    {
        var open = at - 1;
        while (open >= lineStart && text[open] is not ('{' or '[' or ',' or '"' or '}' or ']')) open--;
        if (open < lineStart || text[open] is '"' or '}' or ']') return -1;
        var colon = text.IndexOf(": ", open, at - open, StringComparison.Ordinal);
        return colon < 0 ? -1 : colon + 2;
    }

    /// <summary><c>'it's'</c>: text that goes on behind the closing quote.</summary>
    private static bool MendAfterQuote(SourceText source, ReaderContext context, string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && text[before] == ' ') before--;
        if (before < 1 || at >= text.Length || text[before] is not ('"' or '\'') || text[at] is '\n' or '\r' or '}' or ']') return false;
        var line = source.LineAround(at);
        if (before < line.Start) return false;
        context.Add(ReaderMessages.AfterQuote(text[before]), before, 1);
        source.MarkTold(line.Start, line.End);
        var value = KeyAndValue().Match(text[line.Start..line.End]);
        source.Overwrite(value.Success ? line.Start + value.Length : line.Start, line.End, value.Success ? 'x' : ' ');
        return true;
    }

    /// <summary>A bracket or quote that nothing closes.</summary>
    private static bool MendUnclosed(SourceText source, ReaderContext context, string text)
    {
        var at = Brackets.FirstUnclosed(text);
        if (at < 0) return false;
        var line = source.LineAround(at);
        context.Add(ReaderMessages.Unclosed(text[at]), at, 1);
        source.MarkTold(at, line.End);
        source.Overwrite(at, line.End, 'x');
        source.LostLines = true;
        return true;
    }

    private static bool LeaveOutLine(SourceText source, ReaderContext context, int start, int end, int at, string why)
    {
        var text = source.Working;
        while (start > 0 && text[start..end].Trim().Length == 0)
            (start, end) = source.LineAround(start - 1);
        if (text[start..end].Trim().Length == 0) return false;
        var place = at >= start && at < end ? at : start + (text[start..end].Length - text[start..end].TrimStart().Length);
        if (!source.IsTold(place) && !context.Has(ReaderSlugs.Tab)) context.Add(ReaderMessages.BadYaml(why), place, 1);
        source.Overwrite(start, end, ' ');
        source.LostLines = true;
        return true;
    }

    private static bool LeaveOutLast(SourceText source, ReaderContext context, string text)
    {
        var line = source.LineAround(text.TrimEnd().Length);
        return LeaveOutLine(source, context, line.Start, line.End, line.Start, string.Empty);
    }
}
