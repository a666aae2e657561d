using System.Text.RegularExpressions;

namespace Parley.Cases.Text;

internal sealed partial class FieldMap
{
    [GeneratedRegex(@"^[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?|-2[1-4])?[~?%]?$", RegexOptions.CultureInvariant)]
    private static partial Regex OneDate();

    /// <summary>A date or span of dates, EDTF level 1.</summary>
    public string? Date(string key)
    {
        if (Scalar(key, "a date") is not { Told: false } scalar) return null;
        var ends = scalar.Text.Split('/');
        if (ends.Length <= 2 && ends.All(e => IsDate(e) || (ends.Length == 2 && e is "" or ".."))) return scalar.Text;
        var ascii = Typography.ToAscii(scalar.Text);
        Context.Add(ascii != scalar.Text ? ReaderMessages.Typographic(scalar.Text, ascii) : ReaderMessages.BadDate(scalar.Text), scalar);
        return null;
    }

    private static bool IsDate(string text)
    {
        if (text.Length > 12 || !OneDate().IsMatch(text)) return false;
        var parts = text.TrimEnd('~', '?', '%').Split('-');
        if (parts.Any(p => p.Contains('X', StringComparison.Ordinal)) || parts.Length == 1) return true;
        var (year, month) = (Whole(parts[0]), Whole(parts[1]));
        if (month is < 1 or > 24 or (> 12 and < 21)) return false;
        return parts.Length == 2 || (month <= 12 && year >= 1 && Whole(parts[2]) is var day && day >= 1 && day <= DateTime.DaysInMonth(year, month));
    }

    private static int Whole(string digits) => digits.Aggregate(0, (n, c) => n * 10 + (c - '0'));

    public string? Url(string key)
    {
        if (Scalar(key, "an address") is not { Told: false } scalar) return null;
        if (Uri.TryCreate(scalar.Text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            && scalar.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !scalar.Text.Any(char.IsWhiteSpace)) return scalar.Text;
        Context.Add(ReaderMessages.BadUrl(scalar.Text), scalar);
        return null;
    }

    public string? Hash(string key)
    {
        if (Scalar(key, "a SHA-256") is not { Told: false } scalar) return null;
        if (scalar.Text.Length == 64 && scalar.Text.All(char.IsAsciiHexDigit)) return scalar.Text.ToLowerInvariant();
        Context.Add(ReaderMessages.BadHash(scalar.Text), scalar);
        return null;
    }

    /// <summary>The named entries of a section such as <c>parties</c>.</summary>
    public List<MapEntry> Entries(string key)
    {
        var node = Node(key);
        if (node is MapNode map) return MapEntries.Of(map, Context);
        if (node is not null and not ScalarNode { IsEmpty: true })
            Context.Add(ReaderMessages.WrongShape(key, node.Kind, "a map 'name: ..'"), node);
        return [];
    }

    /// <summary>The items of a list of maps.</summary>
    public IReadOnlyList<CaseNode> Items(string key)
    {
        var node = Node(key);
        if (node is ListNode list) return list.Items;
        if (node is not null and not ScalarNode { IsEmpty: true })
            Context.Add(ReaderMessages.WrongShape(key, node.Kind, "a list '- ..'"), node);
        return [];
    }
}
