using System.Text.Json.Nodes;

namespace Parley.Verifier.Tests.Engine;

/// <summary>A certificate with something taken out of it or put into it.</summary>
/// <param name="What">What was done.</param>
/// <param name="Json">The certificate now.</param>
/// <param name="IsNoProof">True when what is left can prove nothing, whatever the case.</param>
internal sealed record MutatedCertificate(string What, string Json, bool IsNoProof);

/// <summary>Spoils certificates, one place at a time.</summary>
internal static class CertificateMutations
{
    /// <summary>A few mutations, drawn from all places of the tree.</summary>
    public static IEnumerable<MutatedCertificate> Of(string json, Random random, int count)
    {
        var places = Nodes(JsonNode.Parse(json)!["tree"]!).Count;
        for (var k = 0; k < count; k++)
        {
            var root = JsonNode.Parse(json)!;
            var node = Nodes(root["tree"]!)[random.Next(places)];
            if (Spoil(node, random) is not ({ } what, var isNoProof)) continue;
            yield return new(what, root.ToJsonString(), isNoProof);
        }
    }

    private static List<JsonObject> Nodes(JsonNode tree)
    {
        var found = new List<JsonObject>();
        var open = new Stack<JsonNode?>([tree]);
        while (open.TryPop(out var node))
        {
            if (node is JsonArray list)
            {
                foreach (var item in list) open.Push(item);
                continue;
            }

            if (node is not JsonObject item0) continue;
            if (!item0.ContainsKey("then") && !item0.ContainsKey("times")) found.Add(item0);
            foreach (var (_, child) in item0) open.Push(child);
        }

        return found;
    }

    private static (string? What, bool IsNoProof) Spoil(JsonObject node, Random random)
    {
        if (node["rows"] is JsonArray rows) return SpoilRows(rows, random);
        if (node["parts"] is JsonArray parts) return SpoilParts(parts, random);
        if ((node["coalitions"] ?? node["signatories"]) is JsonArray groups && groups.Count > 0 && random.Next(2) == 0)
        {
            groups.RemoveAt(random.Next(groups.Count));
            return ("group dropped", false);
        }

        foreach (var side in new[] { "notTriggered", "triggered" })
        {
            if (node[side] is null || random.Next(2) == 0) continue;
            node[side] = null;
            return ($"{side} dropped", false);
        }

        return (null, false);
    }

    private static (string? What, bool IsNoProof) SpoilRows(JsonArray rows, Random random)
    {
        if (rows.Count == 0) return (null, false);
        var row = rows[random.Next(rows.Count)]!.AsObject();
        switch (random.Next(5))
        {
            case 0:
                row["times"] = "0";
                return ("multiplier lowered to 0", rows.Count == 1);
            case 1:
                row["times"] = "-" + row["times"]!.GetValue<string>();
                return ("multiplier negated", true);
            case 2:
                rows.Clear();
                return ("rows dropped", true);
            case 3:
                row["times"] = row["times"]!.GetValue<string>() + "000";
                return ("multiplier raised", false);
            default:
                rows.Remove(row);
                return ("row dropped", rows.Count == 0);
        }
    }

    private static (string? What, bool IsNoProof) SpoilParts(JsonArray parts, Random random)
    {
        if (parts.Count == 0) return (null, false);
        var part = parts[random.Next(parts.Count)]!.AsObject();
        if (random.Next(2) == 0)
        {
            parts.Remove(part);
            return ("part dropped", false);
        }

        var options = part["options"]!.AsArray();
        if (options.Count == 0) return (null, false);
        options.RemoveAt(random.Next(options.Count));
        return ("option dropped", false);
    }
}
