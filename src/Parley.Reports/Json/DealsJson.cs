using System.Collections.Immutable;
using System.Text.Json;
using Parley.Deals;
using Parley.Kernels.Exact;
using Parley.Reports.Wording;

namespace Parley.Reports.Json;

/// <summary>The named deals as JSON.</summary>
internal static class DealsJson
{
    public static void Write(Utf8JsonWriter json, DealsResult result)
    {
        json.WriteStartObject("deals");
        foreach (var deal in result.Deals)
        {
            json.WriteStartObject(deal.Name);
            WriteDeal(json, result.Parties, deal);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteDeal(Utf8JsonWriter json, ImmutableArray<string> parties, NamedDealResult deal)
    {
        json.WriteBoolean("feasible", deal.Feasible);
        json.Number("margin", deal.Outcome is { } outcome ? VerdictSentence.MarginOf(outcome) : -Rational.One);
        json.ByParty("surplus", parties, deal.Surplus);
        json.Strings("broken", deal.Broken);
        json.Strings("unavailable", deal.Unavailable);
        json.WriteString("notACandidate", WhyWord(deal.NotACandidate));
        json.WriteStartObject("neededDelivery");
        foreach (var needed in deal.NeededDelivery)
        {
            json.WriteStartObject(needed.Option);
            for (var i = 0; i < parties.Length; i++) json.NumberOrNull(parties[i], needed.Needed[i]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (deal.BlockedBy is { } rivals) json.Strings("blockedBy", rivals);
        else json.WriteNull("blockedBy");
    }

    private static string? WhyWord(NotACandidate reason) => reason switch
    {
        NotACandidate.NothingSubstantive => "nothing-substantive",
        NotACandidate.NothingChanges => "nothing-changes",
        NotACandidate.LeavesIssueOpen => "leaves-issue-open",
        NotACandidate.FewerThanTwoSign => "fewer-than-two-sign",
        _ => null,
    };
}
