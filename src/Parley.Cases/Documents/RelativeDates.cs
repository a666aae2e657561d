using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Parley.Cases.Documents;

/// <summary>Words for a day, month or year, as written and as resolved against the document's date.</summary>
/// <param name="Written">The words.</param>
/// <param name="Clean">Where they stand in the cleaned text.</param>
/// <param name="Raw">Where they stand in the raw text.</param>
/// <param name="Resolved">What they seem to mean, EDTF; null without a date of the document.</param>
public sealed record DatedWords(string Written, TextRange Clean, TextRange Raw, string? Resolved);

/// <summary>Finds words for days and resolves them.</summary>
/// <remarks>
/// A weekday is the last one on or before the document's date; after "next", the first one behind it. A day or month without a
/// year is the nearest to the document's date. All of it is a guess; the words stay as they are.
/// </remarks>
internal static partial class RelativeDates
{
    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static ImmutableArray<DatedWords> Find(string clean, OffsetMap map, string? date)
    {
        var from = LastDay(date);
        var found = ImmutableArray.CreateBuilder<DatedWords>();
        foreach (Match match in Words().Matches(clean))
        {
            var range = new TextRange(match.Index, match.Index + match.Length);
            var resolved = from is { } day ? Resolve(match, day) : null;
            if (from is null || resolved is not null) found.Add(new(match.Value, range, map.ToRaw(range), resolved));
        }

        return found.ToImmutable();
    }

    /// <summary>The last day that an EDTF date allows; null where it has none.</summary>
    public static DateOnly? LastDay(string? date)
    {
        if (date is null) return null;
        var last = date.Split('/')[^1].TrimEnd('~', '?', '%');
        if (DateOnly.TryParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (DateOnly.TryParseExact(last + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return month.Year < 9999 ? month.AddMonths(1).AddDays(-1) : month;
        return DateOnly.TryParseExact(last + "-12-31", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) ? year : null;
    }

    private static string? Resolve(Match match, DateOnly day)
    {
        if (day.Year is < 10 or > 9900) return null;
        var side = match.Groups["side"].Value.ToLowerInvariant();
        if (match.Groups["weekday"].Value.ToLowerInvariant() is { Length: > 0 } weekday) return Text(Weekday(side, Array.IndexOf(Weekdays, weekday), day));
        if (match.Groups["near"].Value.ToLowerInvariant() is { Length: > 0 } near) return Text(day.AddDays(near switch { "yesterday" => -1, "tomorrow" => 1, _ => 0 }));
        if (match.Groups["unit"].Value.ToLowerInvariant() is { Length: > 0 } unit) return Unit(unit, side switch { "last" => -1, "next" => 1, _ => 0 }, day);
        var month = Array.IndexOf(Months, match.Groups["month"].Value.ToLowerInvariant()) + 1;
        return month == 0 ? null : Month(match, month, day);
    }

    private static DateOnly Weekday(string side, int weekday, DateOnly day)
    {
        var back = ((int)day.DayOfWeek - weekday + 7) % 7;
        if (side == "next") return day.AddDays(back == 0 ? 7 : 7 - back);
        return day.AddDays(side == "last" && back == 0 ? -7 : -back);
    }

    private static string Unit(string unit, int steps, DateOnly day)
    {
        if (unit == "year") return (day.Year + steps).ToString("0000", CultureInfo.InvariantCulture);
        if (unit == "month") return day.AddMonths(steps).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var monday = day.AddDays((7 * steps) - (((int)day.DayOfWeek + 6) % 7));
        return $"{Text(monday)}/{Text(monday.AddDays(6))}";
    }

    private static string? Month(Match match, int month, DateOnly day)
    {
        var part = match.Groups["part"].Length > 0 ? "~" : string.Empty;
        var number = match.Groups["day"].Length > 0 ? int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["year"].Length > 0)
        {
            var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
            return number == 0 ? $"{year:0000}-{month:00}{part}" : number <= DateTime.DaysInMonth(year, month) ? $"{year:0000}-{month:00}-{number:00}" : null;
        }

        // Without a year: the nearest, the past one where both are as near.
        var nearest = new[] { day.Year - 1, day.Year, day.Year + 1 }.MinBy(y => Math.Abs((((y - day.Year) * 12) + month - day.Month) * 2) + (y > day.Year ? 1 : 0));
        if (number == 0) return $"{nearest:0000}-{month:00}{part}";
        return number <= DateTime.DaysInMonth(nearest, month) ? $"{nearest:0000}-{month:00}-{number:00}" : null;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\b(?:(?:on|since|until|by|before|after|from|(?<side>last|next|this)) (?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b" +
        @"|(?<near>yesterday|today|tomorrow)\b|(?<side>last|next|this) (?<unit>week|month|year)\b" +
        @"|(?:(?<part>early|late|mid)[ -])?(?<month>January|February|March|April|May|June|July|August|September|October|November|December)" +
        @"(?: (?<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?\b(?!\d))?(?:,? (?<year>(?:19|20)\d\d)\b)?\b)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}
