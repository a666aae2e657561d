using System.Globalization;
using System.Text.RegularExpressions;

namespace Parley.Cases.Documents;

/// <summary>What a text seems to say of itself. All of it is guessed and wants to be confirmed.</summary>
public sealed partial record DocumentGuesses
{
    public string? Title { get; init; }

    public string? Byline { get; init; }

    /// <summary>Day of publication.</summary>
    public string? Date { get; init; }

    /// <summary>Its own address, where a label says so.</summary>
    public string? Url { get; init; }

    /// <summary>Opinion, where a disclaimer says so.</summary>
    public string? Genre { get; init; }

    /// <summary>Who published it first; a copy elsewhere is no second source.</summary>
    public string? Origin { get; init; }

    internal static DocumentGuesses Of(string clean, Markup markup, DocumentFacts facts)
    {
        var url = OwnUrl(clean);
        var date = markup.Date is { } said && DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : DocumentUrls.DateOf(facts.Url ?? string.Empty) ?? DocumentUrls.DateOf(url ?? string.Empty) ?? EarliestDate(clean);
        var words = DocumentUrls.WordsOf(facts.Url ?? url ?? string.Empty);
        var byline = By().Match(clean);
        var origin = DocumentMarks.Syndication().Match(clean);
        return new()
        {
            Title = markup.Title ?? (words.Length == 0 ? null : Capital(string.Join(' ', words))),
            Byline = markup.Author ?? (byline.Success ? byline.Groups[1].Value.Trim() : null),
            Date = date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Url = url,
            Genre = clean.Contains("expressed in opinion", StringComparison.OrdinalIgnoreCase) ? "opinion" : null,
            Origin = origin.Success ? origin.Groups[1].Value.TrimEnd('.', ' ') : null,
        };
    }

    private static string? OwnUrl(string clean)
    {
        foreach (var (range, url) in DocumentUrls.In(clean))
            if (DocumentMarks.LabelBefore(clean, range.Start) is not null)
                return url;
        return null;
    }

    private static DateOnly? EarliestDate(string clean)
    {
        DateOnly? earliest = null;
        foreach (var (_, url) in DocumentUrls.In(clean))
            if (DocumentUrls.DateOf(url) is { } date && (earliest is null || date < earliest))
                earliest = date;
        return earliest;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"^By ((?:\p{Lu}[\p{L}.'\u2019-]{0,30} ?){2,5})$", RegexOptions.Multiline)]
    private static partial Regex By();
}
