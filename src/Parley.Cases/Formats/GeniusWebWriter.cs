using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>Writes a domain and a profile for each side, as GeniusWeb demands them.</summary>
internal sealed class GeniusWebWriter(Scenario scenario, WriterFindings findings)
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly bool[] isRange = new bool[scenario.Issues.Length];

    public ImmutableArray<ScenarioText> Write()
    {
        var parts = scenario.Profiles.Select(p => ProfileParts.Of(scenario, p)).ToList();
        for (var p = 0; p < parts.Count; p++)
        {
            if (parts[p] is null) findings.Add(FormatMessages.RectanglesHaveNoRoom(scenario.Profiles[p].Name, "GeniusWeb"));
            if (scenario.Profiles[p].Discount is { } discount && discount != ExactDecimal.One) findings.Add(FormatMessages.DiscountHasNoRoom(scenario.Profiles[p].Name, "GeniusWeb"));
        }
        if (findings.HasErrors) return [];
        var numbers = parts.Select((p, i) => GeniusWebNumbers.Of(scenario.Profiles[i], p!, findings)).ToList(); // none is null without a finding
        var bids = parts.Select((p, i) => Bid(scenario.Profiles[i], p!)).ToList();
        ChooseShapes(numbers);
        var domain = WriterNames.Safe(scenario.Name);
        var files = WriterNames.Profiles(scenario, domain);
        var texts = ImmutableArray.CreateBuilder<ScenarioText>();
        texts.Add(new ScenarioText($"{domain}.json", Document(WriteDomain)));
        for (var p = 0; p < files.Length; p++)
        {
            var at = p;
            texts.Add(new ScenarioText($"{files[p]}.json", Document(json => WriteProfile(json, scenario.Profiles[at], numbers[at], bids[at]))));
        }
        return texts.ToImmutable();
    }

    private static string Document(Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options)) body(json);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>A reservation bid, found for a number where need be; empty for none.</summary>
    private ImmutableArray<int> Bid(ScenarioProfile profile, ProfileParts parts)
    {
        if (profile.Reservation is not { } number) return profile.ReservationBid;
        var utility = Ratio.Of(number);
        if (parts.Find(utility) is { IsEmpty: false } bid)
        {
            findings.Add(FormatMessages.NumberAsBid(profile.Name));
            return bid;
        }
        findings.Add(utility <= parts.Least() ? FormatMessages.ReservationBelowAll(profile.Name) : FormatMessages.NoReservationBid(profile.Name));
        return [];
    }

    /// <summary>A range of whole numbers stays one where every side values it in a straight line, after GeniusWeb's rounding.</summary>
    private void ChooseShapes(List<GeniusWebNumbers> numbers)
    {
        for (var i = 0; i < isRange.Length; i++)
        {
            if (scenario.Issues[i].Range is not { } range) continue;
            var issue = i;
            isRange[i] = range.Low < range.High && numbers.TrueForAll(n => IsStraight(range, n.Values[issue]));
            if (!isRange[i]) findings.Add(FormatMessages.IssueAsNames(scenario.Issues[i].Name));
        }
    }

    private static bool IsStraight(IntegerRange range, ImmutableArray<ExactDecimal> values)
    {
        for (var k = 0; k < values.Length; k++)
            if (GeniusWebProfileReader.Interpolate((range.Low, values[0]), (range.High, values[^1]), range.Low + k) != values[k])
                return false;
        return true;
    }

    private void WriteDomain(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", scenario.Name);
        json.WriteStartObject("issuesValues");
        for (var i = 0; i < scenario.Issues.Length; i++)
        {
            var issue = scenario.Issues[i];
            json.WriteStartObject(issue.Name);
            if (isRange[i] && issue.Range is { } range)
            {
                json.WriteStartObject("range");
                json.WriteNumber("low", range.Low);
                json.WriteNumber("high", range.High);
                json.WriteNumber("step", 1);
                json.WriteEndObject();
            }
            else
            {
                json.WriteStartArray("values");
                foreach (var value in issue.Values) json.WriteStringValue(value);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteProfile(Utf8JsonWriter json, ScenarioProfile profile, GeniusWebNumbers numbers, ImmutableArray<int> bid)
    {
        json.WriteStartObject();
        json.WriteStartObject(GeniusWebReader.LinearSpace);
        json.WriteString("name", profile.Name);
        json.WriteStartObject("issueUtilities");
        for (var i = 0; i < isRange.Length; i++) WriteUtilities(json, profile, i, numbers.Values[i]);
        json.WriteEndObject();
        json.WriteStartObject("issueWeights");
        for (var i = 0; i < isRange.Length; i++) Number(json, scenario.Issues[i].Name, numbers.Weights[i], profile);
        json.WriteEndObject();
        json.WritePropertyName("domain");
        WriteDomain(json);
        if (!bid.IsEmpty)
        {
            json.WriteStartObject("reservationBid");
            json.WriteStartObject("issuevalues");
            for (var i = 0; i < isRange.Length; i++)
            {
                if (isRange[i]) json.WriteNumber(scenario.Issues[i].Name, scenario.Issues[i].Range!.Low + bid[i]); // it is a range
                else json.WriteString(scenario.Issues[i].Name, scenario.Issues[i].Values[bid[i]]);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteUtilities(Utf8JsonWriter json, ScenarioProfile profile, int i, ImmutableArray<ExactDecimal> values)
    {
        var issue = scenario.Issues[i];
        json.WriteStartObject(issue.Name);
        if (isRange[i] && issue.Range is { } range)
        {
            json.WriteStartObject("NumberValueSetUtilities");
            json.WriteNumber("lowValue", range.Low);
            Number(json, "lowUtility", values[0], profile);
            json.WriteNumber("highValue", range.High);
            Number(json, "highUtility", values[^1], profile);
        }
        else
        {
            json.WriteStartObject("DiscreteValueSetUtilities");
            json.WriteStartObject("valueUtilities");
            for (var v = 0; v < values.Length; v++) Number(json, issue.Values[v], values[v], profile);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Number(Utf8JsonWriter json, string name, ExactDecimal value, ScenarioProfile profile)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(findings.Text(value, profile.Name), skipInputValidation: true);
    }
}
