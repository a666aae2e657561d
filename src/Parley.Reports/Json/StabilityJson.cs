using System.Collections.Immutable;
using System.Text.Json;
using Parley.Kernels.Graphs;
using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Stability;

namespace Parley.Reports.Json;

/// <summary>Who keeps which state, as JSON (docs/json.md).</summary>
public static class StabilityJson
{
    /// <summary>States listed at most; counts are always whole.</summary>
    private const int MostStates = 5_000;

    /// <summary>A conflict of the graph model.</summary>
    public static string Text(ConflictAnswers answers) => JsonValues.Document(json =>
    {
        json.WriteStartObject();
        json.WriteString("conflict", answers.Conflict.Name);
        json.WriteString("title", answers.Conflict.Title);
        json.WriteStartObject("stamp");
        json.WriteString("version", answers.Version);
        json.WriteString("caseHash", answers.Hash);
        json.WriteString("completeness", JsonValues.Word(answers.HypergameRefused is null ? answers.Stability.Completeness : Results.Completeness.Truncated));
        json.WriteEndObject();
        json.Strings("parties", answers.Stability.Problem.Parties);
        WriteGraph(json, answers.Stability);
        WritePerceived(json, answers.Hypergame, answers.HypergameRefused);
        json.WriteEndObject();
    });

    /// <summary>The slugs of all concepts.</summary>
    public static ImmutableArray<string> Slugs { get; } = [.. Enum.GetValues<StabilityConcept>().Select(Slug)];

    /// <summary>The concepts that slugs name.</summary>
    public static ImmutableArray<StabilityConcept> Named(IEnumerable<string> slugs) => [.. slugs.Select(s => (StabilityConcept)Slugs.IndexOf(s))];

    /// <summary>The slug of a concept.</summary>
    public static string Slug(StabilityConcept concept) => StabilityWords.Letters(concept).ToLowerInvariant();

    internal static void Write(Utf8JsonWriter json, CaseAnswers answers)
    {
        if (answers.Standing is { } standing) StandingJson.Write(json, standing, answers.Words);
        if (answers.Stability is { } graph) WriteGraph(json, graph);
        else if (answers.StabilityRefused is { } reason) json.WriteString("noGraph", reason);
        WritePerceived(json, answers.Hypergame, answers.HypergameRefused);
    }

    private static void WritePerceived(Utf8JsonWriter json, HypergameResult? hypergame, string? refused)
    {
        if (hypergame is not null) HypergameJson.Write(json, hypergame);
        else if (refused is not null) json.WriteString("noHypergame", refused);
    }

    private static void WriteGraph(Utf8JsonWriter json, StabilityResult result)
    {
        json.WriteNumber("stateCount", result.Problem.StateCount);
        WriteStates(json, result);
        json.WriteStartObject("stable");
        for (var p = 0; p < result.Problem.Parties.Length; p++)
        {
            json.WriteStartObject(result.Problem.Parties[p]);
            foreach (var concept in result.Concepts) States(json, Slug(concept.Concept), result, concept.Stable[p]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("equilibria");
        foreach (var concept in result.Concepts) States(json, Slug(concept.Concept), result, concept.Equilibria);
        if (result.NonMyopic is [var first, var second])
            json.Strings("nonMyopic", first.First(MostStates).Where(second.Contains).Select(s => result.Problem.Label(s).Name));
        json.WriteEndObject();
        json.WriteStartObject("equilibriumCounts");
        foreach (var concept in result.Concepts) json.WriteNumber(Slug(concept.Concept), concept.Equilibria.Count);
        json.WriteEndObject();
        WriteUncertain(json, result);
        WriteWitnesses(json, result);
        if (result.From is { } from) WriteFrom(json, result, from);
        if (result.Coalitions is { } coalitions) WriteCoalitions(json, result, coalitions);
    }

    private static void WriteUncertain(Utf8JsonWriter json, StabilityResult result)
    {
        if (result.Uncertain is not { } uncertain) return;
        json.WriteStartObject("attitudes");
        foreach (var attitude in uncertain.Attitudes)
        {
            json.WriteStartObject(attitude.Attitude.ToString().ToLowerInvariant());
            for (var c = 0; c < attitude.ByConcept.Length; c++) States(json, Slug((StabilityConcept)c), result, attitude.ByConcept[c]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("strong");
        for (var c = 0; c < uncertain.Strength?.Length; c++) States(json, Slug((StabilityConcept)c), result, uncertain.Strength.Value[c].Strong);
        json.WriteEndObject();
    }

    private static void WriteStates(Utf8JsonWriter json, StabilityResult result)
    {
        json.WriteStartArray("states");
        for (var s = 0; s < Math.Min(result.Problem.StateCount, MostStates); s++)
        {
            var label = result.Problem.Label(s);
            json.WriteStartObject();
            json.WriteString("name", label.Name);
            if (label.Title is not null) json.WriteString("title", label.Title);
            json.Strings(result.Problem.IsOfCase ? "changes" : "taken", label.Taken);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void States(Utf8JsonWriter json, string name, StabilityResult result, StateSet states) =>
        json.Strings(name, states.First(MostStates).Select(s => result.Problem.Label(s).Name));

    private static void WriteWitnesses(Utf8JsonWriter json, StabilityResult result)
    {
        json.WriteStartArray("witnesses");
        foreach (var witness in result.Witnesses) WriteWitness(json, result, witness);
        json.WriteEndArray();
    }

    private static void WriteWitness(Utf8JsonWriter json, StabilityResult result, StabilityWitness witness)
    {
        json.WriteStartObject();
        json.WriteString("party", result.Problem.Parties[witness.Party]);
        json.WriteString("state", Name(result, witness.State));
        json.WriteString("concept", Slug(witness.Concept));
        json.WriteBoolean("stable", witness.Stable);
        json.WriteStartArray("improvements");
        foreach (var answer in witness.Answers)
        {
            json.WriteStartObject();
            json.WriteString("to", Name(result, answer.Target));
            Path(json, "sanction", result, answer.Sanction);
            json.Strings("escapes", answer.Escapes.Select(s => Name(result, s)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFrom(Utf8JsonWriter json, StabilityResult result, StateStability from)
    {
        json.WriteStartObject("from");
        json.WriteString("state", Name(result, from.State));
        json.WriteStartArray("reachable");
        foreach (var reached in from.Reachable)
        {
            json.WriteStartObject();
            json.WriteString("state", Name(result, reached.State));
            json.Strings("concepts", reached.Concepts.Select(Slug));
            Path(json, "path", result, reached.Path);
            if (reached.ByImprovements is { } path) Path(json, "byImprovements", result, path);
            else json.WriteNull("byImprovements");
            json.Strings("movers", Members(result, reached.Movers));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("moreReachable", from.MoreReachable);
        json.Strings("outOfReach", from.OutOfReach.Take(MostStates).Select(s => Name(result, s)));
        json.WriteStartArray("absorbing");
        foreach (var set in from.Absorbing)
        {
            json.WriteStartArray();
            foreach (var state in set.First(MostStates)) json.WriteStringValue(Name(result, state));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        WriteNeeds(json, result, from.Needs);
        WriteBreaks(json, result, from);
        json.WriteEndObject();
    }

    private static void WriteNeeds(Utf8JsonWriter json, StabilityResult result, ImmutableArray<PreferenceNeed> needs)
    {
        json.WriteStartArray("preferences");
        foreach (var need in needs)
        {
            json.WriteStartObject();
            json.WriteString("party", result.Problem.Parties[need.Party]);
            json.WriteString("concept", Slug(need.Concept));
            json.WriteBoolean("stable", need.IsStable);
            if (need.Moved is { } moved) json.Strings(need.IsStable ? "turnsIfAbove" : "turnsIfNotAbove", moved.Select(s => Name(result, s)));
            else json.WriteNull("turnsIfAbove");
            json.WriteStartArray("condition");
            foreach (var clause in need.Condition)
            {
                json.WriteStartArray();
                foreach (var set in clause)
                {
                    json.WriteStartArray();
                    foreach (var state in set) json.WriteStringValue(Name(result, state));
                    json.WriteEndArray();
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteString("rankings", need.Rankings?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("of", need.Of.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBreaks(Utf8JsonWriter json, StabilityResult result, StateStability from)
    {
        json.WriteNumber("statementChanges", from.ChangesTried);
        json.WriteStartArray("statementBreaks");
        foreach (var broken in from.Breaks)
        {
            json.WriteStartObject();
            json.WriteString("party", result.Problem.Parties[broken.Change.Party]);
            json.WriteNumber("statement", broken.Change.From + 1);
            if (broken.Change.To is { } to) json.WriteNumber("movedTo", to + 1);
            else json.WriteNull("movedTo");
            json.WriteString("concept", Slug(broken.Concept));
            json.WritePropertyName("witness");
            WriteWitness(json, result, broken.Witness);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCoalitions(Utf8JsonWriter json, StabilityResult result, CoalitionAnswers coalitions)
    {
        json.WriteStartObject("coalitions");
        json.WriteStartObject("stableForAll");
        for (var c = 0; c < coalitions.Stable?.Length; c++) States(json, Slug((StabilityConcept)c), result, coalitions.Stable.Value[c]);
        json.WriteEndObject();
        json.WriteStartArray("atState");
        foreach (var coalition in coalitions.AtState)
        {
            json.WriteStartObject();
            json.Strings("members", Members(result, coalition.Members));
            if (coalition.Keeps is { } keeps) json.Strings("keeps", keeps.Select(Slug));
            else json.WriteNull("keeps");
            if (coalition.Path is { } path) Path(json, "improvement", result, path);
            else json.WriteNull("improvement");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Path(Utf8JsonWriter json, string name, StabilityResult result, ImmutableArray<MoveStep> steps)
    {
        json.WriteStartArray(name);
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteString("by", result.Problem.Parties[step.Mover]);
            json.WriteString("to", Name(result, step.State));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<string> Members(StabilityResult result, int members) =>
        result.Problem.Parties.Where((_, p) => (members >> p & 1) != 0);

    private static string Name(StabilityResult result, int state) => result.Problem.Label(state).Name;
}
