using System.Text;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Tests.Formats;

/// <summary>All that a scenario holds, as text, so that two can be compared.</summary>
internal static class ScenarioDump
{
    public static string Of(Scenario scenario)
    {
        var text = new StringBuilder().AppendLine($"{scenario.Name} {scenario.Format} {scenario.Semantics}");
        foreach (var issue in scenario.Issues) text.AppendLine($"{issue.Name} {issue.Range} [{string.Join('|', issue.Values)}]");
        foreach (var profile in scenario.Profiles)
        {
            text.AppendLine($"{profile.Name} max {profile.RectangleMaximum} rv {profile.Reservation} bid [{string.Join(' ', profile.ReservationBid)}] discount {profile.Discount}");
            foreach (var part in profile.Issues) text.AppendLine($"{part.Weight} {Function(part.Function)}");
            foreach (var rectangle in profile.Rectangles) text.AppendLine($"{rectangle.Utility} {string.Join(' ', rectangle.Conditions)}");
        }
        return text.ToString();
    }

    private static string Function(ValueFunction function) => function switch
    {
        TableFunction table => $"table [{string.Join(' ', table.Values)}]",
        LinearFunction line => $"line {line.Slope} {line.Offset}",
        _ => "?",
    };
}
