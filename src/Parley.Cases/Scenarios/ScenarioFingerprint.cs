using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Cases.Scenarios;

/// <summary>Tells scenarios apart by what they say, whatever files it stands in.</summary>
public static class ScenarioFingerprint
{
    /// <summary>SHA-256 over names, numbers and order, lower-case hex: equal for equal scenarios.</summary>
    public static string Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var text = new StringBuilder();
        Line(text, scenario.Name, scenario.Format, scenario.Semantics);
        foreach (var issue in scenario.Issues) Line(text, [issue.Name, issue.Range?.Low, issue.Range?.High, .. issue.Values]);
        foreach (var profile in scenario.Profiles)
        {
            Line(text, profile.Name, profile.Reservation, profile.Discount, profile.RectangleMaximum, string.Join(' ', profile.ReservationBid));
            foreach (var issue in profile.Issues) Line(text, [issue.Weight, .. Parts(issue.Function)]);
            foreach (var rectangle in profile.Rectangles)
                Line(text, [rectangle.Utility, .. rectangle.Conditions.SelectMany(c => new object[] { c.Issue, c.Low, c.High, c.Excludes })]);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static ImmutableArray<object> Parts(ValueFunction function) => function switch
    {
        TableFunction table => [.. table.Values.Cast<object>()],
        LinearFunction line => ["line", line.Slope, line.Offset],
        _ => [],
    };

    // Lengths stand before texts, so that no two lists read alike.
    private static void Line(StringBuilder text, params ReadOnlySpan<object?> parts)
    {
        foreach (var part in parts)
        {
            var word = Convert.ToString(part, CultureInfo.InvariantCulture) ?? string.Empty;
            text.Append(CultureInfo.InvariantCulture, $"{word.Length}:{word} ");
        }

        text.Append('\n');
    }
}
