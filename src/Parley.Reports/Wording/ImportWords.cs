using Parley.Cases.Conflicts;
using Parley.Cases.Formats;
using Parley.Cases.Scenarios;
using Parley.Problems;

namespace Parley.Reports.Wording;

/// <summary>What was read from another program's files, in sentences.</summary>
public static class ImportWords
{
    /// <summary>What a conflict of the graph model holds, in a sentence.</summary>
    public static string Of(Conflict conflict)
    {
        var states = conflict.IsGraph ? $"{conflict.States.Length} states" : $"{conflict.Options.Length} options";
        var told = conflict.StatusQuo is { } key ? $"the status quo is {conflict.NameOf(key)}" : "the status quo is not told";
        return $"{conflict.Title ?? conflict.Name}: {conflict.Parties.Length} parties, {states}, {conflict.Infeasible.Length} conditions on what cannot be; {told}.";
    }

    /// <summary>One line for each thing worth knowing.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="cases">The case made of each scenario; null where none could be.</param>
    public static IEnumerable<string> Report(ScenarioReading reading, IReadOnlyList<ScenarioCase?> cases)
    {
        for (var k = 0; k < reading.Scenarios.Length; k++)
        {
            foreach (var line in Scenario(reading.Scenarios[k])) yield return line;
            if (cases[k] is { } made) yield return Rounding(reading.Scenarios[k], made);
            else yield return "  As a case: not possible; parley frontier reads the scenario itself.";
        }

        foreach (var note in reading.Notes) yield return note.ToString();
    }

    /// <summary>What stands on top of a case that was made of a scenario.</summary>
    public static IEnumerable<string> Remarks(Scenario scenario, ScenarioCase made)
    {
        yield return $"Made from the {ScenarioWords.Title(scenario.Format)} scenario {scenario.Name} (numbers read {Semantics(scenario.Semantics)}).";
        yield return Rounding(scenario, made).Trim();
    }

    private static IEnumerable<string> Scenario(Scenario scenario)
    {
        yield return $"{scenario.Name}: {ScenarioWords.Title(scenario.Format)}, {scenario.Issues.Length} issues, {OutcomeWords.Count(scenario.OutcomeCount)} outcomes; numbers read {Semantics(scenario.Semantics)}.";
        foreach (var profile in scenario.Profiles)
        {
            var kind = profile.Rectangles.IsEmpty ? "a sum over the issues" : $"{profile.Rectangles.Length} hyper-rectangles";
            var reservation = profile.Reservation is { } value ? $"reservation {value}" : profile.ReservationBid.IsEmpty ? "no reservation stated" : "reservation by an outcome";
            yield return $"  {profile.Name}: {kind}, {reservation}{(profile.Discount is { } discount ? $", discount {discount} (kept; no answer uses it)" : string.Empty)}.";
        }
    }

    private static string Rounding(Scenario scenario, ScenarioCase made)
    {
        var scales = made.PointsPerUtility.Distinct().Count() == 1
            ? $"a utility of 1 is {NumberText.Significant(made.PointsPerUtility[0])} points"
            : "a utility of 1 is " + string.Join(", ", scenario.Profiles.Zip(made.PointsPerUtility, (p, s) => $"{NumberText.Significant(s)} points for {p.Name}"));
        var greatest = made.GreatestRounding.Max();
        return $"  As a case: {scales}; " + (greatest.IsZero ? "all numbers are exact." : $"numbers are rounded by at most {NumberText.Significant(greatest)} points (parley frontier takes the scenario exactly).");
    }

    private static string Semantics(ScenarioSemantics semantics) => semantics == ScenarioSemantics.Genius
        ? "as GENIUS does: tables divided by their greatest entry, lines clamped to 0..1"
        : "as written";
}
