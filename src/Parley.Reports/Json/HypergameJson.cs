using System.Text.Json;
using Parley.Problems;
using Parley.Stability;

namespace Parley.Reports.Json;

/// <summary>Who perceives which state as an equilibrium, as JSON.</summary>
internal static class HypergameJson
{
    /// <summary>States listed at most for each concept.</summary>
    private const int MostStates = 5_000;

    public static void Write(Utf8JsonWriter json, HypergameResult result)
    {
        var problem = result.Problem;
        json.WriteStartObject("hypergame");
        json.Strings("perceptions", problem.Actual.Parties.Where((_, p) => problem.Misperceives(p)));
        json.WriteStartObject("states");
        foreach (var concept in result.Concepts)
        {
            json.WriteStartArray(StabilityJson.Slug(concept.Concept));
            foreach (var state in concept.States.Take(MostStates)) WriteState(json, problem, state);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteStartObject("outcomeCounts");
        foreach (var concept in result.Concepts) json.WriteNumber(StabilityJson.Slug(concept.Concept), concept.States.Count(s => s.IsOutcome));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter json, HypergameProblem problem, PerceivedState state)
    {
        json.WriteStartObject();
        json.WriteString("state", state.Label.Name);
        json.WriteBoolean("actual", state.IsActual);
        json.WriteBoolean("equilibrium", state.IsEquilibrium);
        json.Strings("seenBy", Parties(problem, state.SeenBy));
        json.Strings("equilibriumTo", Parties(problem, state.EquilibriumTo));
        json.Strings("keptBy", Parties(problem, state.KeptBy));
        json.WriteBoolean("outcome", state.IsOutcome);
        json.WriteEndObject();
    }

    private static IEnumerable<string> Parties(HypergameProblem problem, int members) =>
        problem.Actual.Parties.Where((_, p) => (members >> p & 1) != 0);
}
