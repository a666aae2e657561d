using System.Globalization;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>The parts of a number's text, before names in it are looked up.</summary>
/// <param name="Coefficient">The value.</param>
/// <param name="Parameters">Names that multiply it, each with its offset in the text.</param>
/// <param name="Range">The range, or null.</param>
/// <param name="Distribution">The distribution over it; null for the triangle.</param>
/// <param name="Source">Id behind the @, with its offset.</param>
/// <param name="Faults">What is well-formed but means nothing, with its place in the text.</param>
internal sealed record NumberParts(
    decimal Coefficient,
    List<(string Name, int At)> Parameters,
    NumberRange? Range,
    NumberDistribution? Distribution,
    (string Id, int At)? Source,
    IReadOnlyList<(ReaderMessage Message, int At, int Length)> Faults);

/// <summary>Reads <c>value [*parameter].. [(distribution)] [@source]</c>, <c>5 +-2</c> and <c>12%</c>.</summary>
internal sealed partial class NumberSyntax
{
    private readonly string text;
    private NumberRange? range;
    private NumberDistribution? distribution;
    private int at;
    private ReaderMessage? wrong;
    private int wrongAt;

    private NumberSyntax(string text) => this.text = text;

    /// <summary>Reads the text; on failure says what is wrong and at which offset.</summary>
    public static NumberParts? Parse(string text, out ReaderMessage? wrong, out int wrongAt)
    {
        var syntax = new NumberSyntax(text);
        var parts = syntax.Read();
        (wrong, wrongAt) = (syntax.wrong, syntax.wrongAt);
        return wrong is null ? parts : null;
    }

    /// <summary>A sum of names: <c>a + b [@source]</c>; null when the text is none.</summary>
    public static List<(string Name, int At)>? ParseSum(string text, out (string Id, int At)? source)
    {
        var syntax = new NumberSyntax(text);
        source = null;
        var names = new List<(string, int)>();
        do
        {
            syntax.Space();
            var start = syntax.at;
            var name = syntax.Name();
            if (name.Length == 0 || char.IsAsciiDigit(name[0])) return null;
            names.Add((name, start));
            syntax.Space();
        }
        while (syntax.Take('+'));
        source = syntax.SourceId();
        return syntax.wrong is null && syntax.at == text.Length && names.Count > 1 ? names : null;
    }

    private NumberParts? Read()
    {
        Space();
        var start = at;
        var value = Decimal(out var percent);
        if (value is null) return Refuse(start);
        if (wrong is not null) return null;
        var parameters = new List<(string, int)>();
        Space();
        while (Take('*'))
        {
            Space();
            var nameAt = at;
            var name = Name();
            if (name.Length == 0 || char.IsAsciiDigit(name[0])) return Refuse(nameAt);
            parameters.Add((name, nameAt));
            Space();
        }
        Spread(value.Value, percent);
        if (wrong is not null) return null;
        var source = SourceId();
        if (wrong is null && at < text.Length) return Refuse(at, start);
        return new NumberParts(value.Value, parameters, range, distribution, source, faults);
    }

    private void Spread(decimal value, bool percent)
    {
        Space();
        var start = at;
        if (text.AsSpan(at).StartsWith("+-"))
        {
            at += 2;
            Space();
            var half = Decimal(out var halfPercent);
            if (half is not { } h || h < 0 || halfPercent != percent) Fail(ReaderMessages.BadRange("low", "high"), at);
            else range = new NumberRange(value - h, value + h);
        }
        else if (Take('('))
        {
            Space();
            if (at < text.Length && char.IsLetter(text[at])) Distribution(value, percent, start);
            else Ends(percent, start, start + 1);
        }
    }

    /// <summary><c>low..high)</c>.</summary>
    private void Ends(bool percent, int start, int from)
    {
        var low = Decimal(out var lowPercent);
        Space();
        if (low is null || !text.AsSpan(at).StartsWith(".."))
        {
            Fail(BadRange(start, from), start);
            return;
        }
        at += 2;
        Space();
        var high = Decimal(out var highPercent);
        Space();
        if (high is null || !Take(')') || low > high) Fail(BadRange(start, from), start);
        else if (lowPercent != percent || highPercent != percent)
            Fail(percent ? ReaderMessages.BadRange("10%", "15%") : ReaderMessages.BadRange("0.10", "0.15"), start);
        else range = new NumberRange(low.Value, high.Value);
    }

    /// <summary>The two numbers between the brackets, in order, as the message's example.</summary>
    private ReaderMessage BadRange(int start, int from)
    {
        var close = text.IndexOf(')', from);
        var inner = text[from..(close < 0 ? text.Length : close)];
        var before = text[(start + 1)..from].Trim() is { Length: > 0 } kind ? kind + " " : string.Empty;
        var dots = inner.IndexOf("..", StringComparison.Ordinal);
        if (dots >= 0 && inner.AsSpan(dots).StartsWith("...")) return ReaderMessages.RangeDots(before + inner[..dots].Trim(), inner[dots..].TrimStart('.').Trim());
        var ends = inner.Split(inner.Contains("..", StringComparison.Ordinal) ? [".."] : [",", "…", "–", " - ", " to ", ";", "-"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ends.Length != 2 || Array.Exists(ends, e => e.TrimStart('+', '-').TrimStart('.') is not [>= '0' and <= '9', ..])) return ReaderMessages.BadRange(before + "low", "high");
        var swapped = decimal.TryParse(ends[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var a)
            && decimal.TryParse(ends[1], NumberStyles.Number, CultureInfo.InvariantCulture, out var b) && a > b;
        return swapped ? ReaderMessages.BadRange(before + ends[1], ends[0]) : ReaderMessages.BadRange(before + ends[0], ends[1]);
    }

    private (string Id, int At)? SourceId()
    {
        Space();
        if (!Take('@')) return null;
        var start = at;
        var id = Name();
        Space();
        if (id.Length == 0) Fail(ReaderMessages.BadNumber(text), start - 1);
        return (id, start);
    }

    /// <summary>Digits with an optional sign, point and per cent sign; null when none stand here.</summary>
    private decimal? Decimal(out bool percent)
    {
        percent = false;
        var start = at;
        if (at < text.Length && text[at] is '+' or '-' && !text.AsSpan(at).StartsWith("+-")) at++;
        var digits = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        var whole = at - digits;
        var decimals = 0;
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            var first = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            decimals = text[first..at].TrimEnd('0').Length;
        }
        if (whole == 0 && decimals == 0 && at == digits)
        {
            at = start;
            return null;
        }
        var word = text[start..at];
        if (whole > 12 || !decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) > CaseLimits.Magnitude)
        {
            Fail(ReaderMessages.OutOfRange(word, "a number from -1000000000 to 1000000000"), start);
            return 0m;
        }
        if (Take('%'))
        {
            percent = true;
            value /= 100m;
            decimals += value == Math.Round(value, CaseLimits.Decimals) ? 0 : 2;
        }
        if (decimals > CaseLimits.Decimals && value != Math.Round(value, CaseLimits.Decimals)) Fail(ReaderMessages.TooPrecise(word), start);
        return value / 1.0000000000000000000000000000m;
    }

    private string Name()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-')) at++;
        return text[start..at];
    }

    private void Space()
    {
        while (at < text.Length && text[at] is ' ' or '\n' or '\t') at++;
    }

    private bool Take(char c)
    {
        if (at >= text.Length || text[at] != c) return false;
        at++;
        return true;
    }

    private void Fail(ReaderMessage message, int where)
    {
        if (wrong is null) (wrong, wrongAt) = (message, where);
    }

    /// <summary>Chooses the message for text that is no number.</summary>
    private NumberParts? Refuse(int where, int start = 0)
    {
        var ascii = Typography.ToAscii(text);
        var rest = text[start..].Trim();
        if (ascii != text) Fail(ReaderMessages.Typographic(text, ascii), Typography.FirstIn(text));
        else if (where > 0 && where < text.Length && text[where] == ',') Fail(Comma(where), start);
        else if (where < text.Length && text[where] is '@' or '*' or '%' || IsName(rest)) Fail(ReaderMessages.NoNumber(rest), where);
        else Fail(ReaderMessages.BadNumber(rest), where < text.Length ? where : 0);
        return null;
    }

    private static bool IsName(string word) =>
        word.Length > 0 && !char.IsAsciiDigit(word.TrimStart('-', '+').FirstOrDefault('0'))
        && word.TrimStart('-', '+').All(c => char.IsLetterOrDigit(c) || c is '_');

    /// <summary><c>1,000</c> has a comma between thousands, <c>0,5</c> one for a point.</summary>
    private ReaderMessage Comma(int comma)
    {
        var end = comma + 1;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == ',')) end++;
        var word = text[..end].Trim();
        if (word.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point && point < word.IndexOf(',', StringComparison.Ordinal)) return ReaderMessages.BadNumber(text.Trim());
        return IsThousands(word)
            ? ReaderMessages.BadNumber(word, word.Replace(",", string.Empty, StringComparison.Ordinal))
            : ReaderMessages.DecimalComma(word);
    }

    /// <summary>True when commas part groups of three digits of a number that does not begin with 0.</summary>
    public static bool IsThousands(string word)
    {
        var groups = word.TrimStart('-', '+').Split(',', StringSplitOptions.TrimEntries);
        return groups.Length > 1 && groups[0].Length is > 0 and <= 3 && groups[0] != "0"
            && groups.Skip(1).All(g => g.Length == 3) && groups.All(g => g.All(char.IsAsciiDigit));
    }
}
