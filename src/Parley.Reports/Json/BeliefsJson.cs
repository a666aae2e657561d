using System.Text.Json;
using Parley.Beliefs;
using Parley.Kernels.Exact;
using Parley.Reports.Wording;

namespace Parley.Reports.Json;

/// <summary>What to believe of reports, as JSON.</summary>
internal static class BeliefsJson
{
    public static void Write(Utf8JsonWriter json, BeliefsResult result)
    {
        json.WriteStartObject("beliefs");
        foreach (var belief in result.Beliefs)
        {
            json.WriteStartObject(belief.About);
            json.Figure("chance", belief.Chance);
            json.Figure("for", belief.For);
            json.Figure("against", belief.Against);
            json.WriteBoolean("contested", belief.IsContested);
            json.WriteBoolean("singleSourced", belief.IsSingleSourced);
            json.WriteBoolean("restsOnInterest", belief.RestsOnInterest);
            json.Strings("origins", belief.Origins);
            json.WriteString("narrator", belief.Narrator);
            json.FigureOrNull("narratedChance", belief.NarratedChance);
            json.WriteStartArray("reports");
            foreach (var report in belief.Reports) WriteReport(json, report);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteReport(Utf8JsonWriter json, WeighedReport report)
    {
        json.WriteStartObject();
        json.WriteBoolean("asserts", report.Report.Asserts);
        json.Strings("chain", report.Report.Chain);
        json.WriteString("bias", BeliefWords.Key(report.Report.Bias));
        json.WriteString("source", report.Report.Source);
        json.Number("fidelity", (Rational)report.Fidelity);
        json.Figure("weight", report.Weight);
        json.WriteBoolean("counts", report.Counts);
        json.WriteEndObject();
    }
}
