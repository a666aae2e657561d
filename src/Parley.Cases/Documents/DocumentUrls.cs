using System.Globalization;
using System.Text.RegularExpressions;

namespace Parley.Cases.Documents;

/// <summary>Addresses in texts: http and https only, never opened.</summary>
internal static partial class DocumentUrls
{
    /// <summary>Longest address that is looked for.</summary>
    public const int Longest = 2_000;

    public static bool BeginsAt(string text, int at) =>
        string.Compare(text, at, "http://", 0, 7, StringComparison.OrdinalIgnoreCase) == 0 ||
        string.Compare(text, at, "https://", 0, 8, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>The addresses of a text; full stops and brackets behind them left out.</summary>
    public static IEnumerable<(TextRange Range, string Url)> In(string text)
    {
        foreach (Match match in Url().Matches(text))
        {
            var url = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '}', '"', '\'', '\u201D', '\u2019', '>');
            if (IsHttp(url)) yield return (new(match.Index, match.Index + url.Length), url);
        }
    }

    /// <summary>True for a whole http or https address.</summary>
    public static bool IsHttp(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 && !url.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    /// <summary>The date in an address's path, such as /2019/05/15/; null when there is none.</summary>
    public static DateOnly? DateOf(string url)
    {
        var match = Dated().Match(url);
        return match.Success && DateOnly.TryParseExact(
            $"{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
    }

    /// <summary>The words of an address's last part, a number of the article at its end left out; empty when it has none.</summary>
    public static string[] WordsOf(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return [];
        var last = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? string.Empty;
        var words = last.Split('.')[0].Split('-', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && ArticleNumber().IsMatch(words[^1])) words = words[..^1];
        return words.Length >= 3 ? words : [];
    }

    [GeneratedRegex(@"https?://[^\s<>""]{1,2000}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Url();

    [GeneratedRegex(@"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/-]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex(@"^[a-z]?\d{2,}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ArticleNumber();
}
