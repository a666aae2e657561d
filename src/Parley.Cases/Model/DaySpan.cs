using System.Globalization;

namespace Parley.Cases.Model;

/// <summary>The first and the last day that an EDTF date can mean.</summary>
/// <remarks>Uncertainty marks are left out; X stands for any digit; a season is taken as the whole year; an open end is the first or last day there is.</remarks>
public static class DaySpan
{
    /// <summary>The first day, as yyyymmdd.</summary>
    public static int First(string date) => Bound(date.Split('/')[0], '0', 101, 0);

    /// <summary>The last day, as yyyymmdd.</summary>
    public static int Last(string date) => Bound(date.Split('/')[^1], '9', 1231, 99991231);

    /// <summary>The last day; null without a date, and where it has no last day.</summary>
    public static DateOnly? LastDay(string? date)
    {
        if (date is null || Last(date) is not (>= 1_01_01 and < 9999_12_31 and var day)) return null;
        return new(day / 10_000, day / 100 % 100, day % 100);
    }

    /// <summary>True when a date lies wholly behind another.</summary>
    public static bool IsAfter(string date, string other) => First(date) > Last(other);

    private static int Bound(string date, char digit, int rest, int open)
    {
        var text = date.TrimEnd('~', '?', '%');
        if (text is "" or "..") return open;
        var parts = text.Split('-');
        var year = int.Parse(parts[0].Replace('X', digit), CultureInfo.InvariantCulture) * 10_000;
        if (parts.Length == 1 || parts[1].Contains('X', StringComparison.Ordinal)) return year + rest;
        var month = int.Parse(parts[1], CultureInfo.InvariantCulture);
        if (month > 12) return year + rest;
        if (parts.Length > 2 && !parts[2].Contains('X', StringComparison.Ordinal)) return year + month * 100 + int.Parse(parts[2], CultureInfo.InvariantCulture);
        return year + month * 100 + (digit == '0' ? 1 : DateTime.DaysInMonth(Math.Max(1, year / 10_000), month));
    }
}
