using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Evidence;

/// <summary>Reads the evidence that stands beside a case.</summary>
/// <remarks>Never throws on any text; all findings come at once, in the order of the text.</remarks>
public static class EvidenceFileReader
{
    /// <summary>Reads it.</summary>
    /// <param name="fileName">The name that findings show.</param>
    /// <param name="text">The text; a byte-order mark and any line ends are accepted.</param>
    /// <param name="model">The case it stands beside, without overlays; names, sources and dates are looked up in it.</param>
    public static Checked<CaseEvidence> Read(string fileName, string text, CaseModel model) =>
        CaseReader.Read(fileName, text, $"'evidence: {model.Name}'", (root, context) => ReadRoot(root, context, model));

    private static CaseEvidence? ReadRoot(CaseNode root, ReaderContext context, CaseModel model)
    {
        if (root is ScalarNode { IsEmpty: true }) return null;
        if (root is not MapNode map || map.Entries.TrueForAll(e => EvidenceFields.Top.Find(e.Key.Text) is null))
        {
            if (!context.HasErrors) context.Add(EvidenceMessages.NotEvidence(root is MapNode ? "a map of other things" : root.Kind), root);
            return null;
        }
        var scope = new EvidenceScope(CaseScope.Gather(map, context), context, model);
        var top = scope.Map(EvidenceFields.Top, map, "an evidence file", map);
        if (!top.Has("evidence")) context.Add(ReaderMessages.MissingKey("evidence", "The file"), map);
        if (top.WordAt("evidence") is var (name, node) && name != model.Name) context.Add(EvidenceMessages.OtherCase(name, model.Name), node);
        scope.AsOf = top.Date("as_of") ?? model.AsOf;
        scope.Speakers = Speakers(top, scope);
        var parts = new EvidencePartsReader(top, scope);
        return new CaseEvidence
        {
            Case = model.Name,
            AsOf = scope.AsOf,
            Speakers = scope.Speakers,
            Reports = parts.Reports(),
            Meetings = parts.Meetings(),
            MeetingsAre = parts.MeetingsAre(),
            Observations = ObservationReader.Observations(top, scope),
            Forecasts = ObservationReader.Forecasts(top, scope),
            History = HistoryReader.Read(top, scope),
            Index = Index(top, scope),
        };
    }

    private static ImmutableArray<Speaker> Speakers(FieldMap top, EvidenceScope scope)
    {
        var speakers = ImmutableArray.CreateBuilder<Speaker>();
        foreach (var (key, value, _) in scope.Limited(top, "speakers", EvidenceLimits.Speakers))
        {
            var map = scope.Map(EvidenceFields.Speaker, value, key.Text, key);
            map.HasRequired();
            speakers.Add(new Speaker
            {
                Name = key.Text,
                Title = map.Text("title"),
                Reliability = scope.Chance(map, "reliability") ?? 0m,
                Bias = EvidenceScope.BiasOf(map) ?? Bias.Neutral,
                Source = scope.Source(map, null),
                Span = map.Span,
            });
        }
        return speakers.ToImmutable();
    }

    private static RelationshipIndex? Index(FieldMap top, EvidenceScope scope)
    {
        if (top.Node("relationship_index") is not { } node) return null;
        var map = scope.Map(EvidenceFields.Index, node, "relationship_index", top.Key("relationship_index")!); // it has a node
        map.HasRequired();
        var (start, gain, rate) = (map.Number("start", NumberDomain.Points), map.Number("token_gain", NumberDomain.Points), map.Number("tokens_per_year", NumberDomain.AtLeastZero));
        var intensity = map.Number("per_intensity", NumberDomain.AtLeastZero);
        foreach (var number in new[] { start, gain, rate, intensity }) scope.CheckSource(number);
        return start is null || gain is null || rate is null ? null : new() { Start = start, TokenGain = gain, TokensPerYear = rate, PerIntensity = intensity };
    }
}
