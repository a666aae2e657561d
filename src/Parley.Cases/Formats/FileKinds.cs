using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>What a file of a scenario folder is.</summary>
internal enum FileKind
{
    /// <summary>Nothing that is read here.</summary>
    Other,

    /// <summary>Results shipped beside a scenario, which are never read.</summary>
    Shipped,

    /// <summary>XML or JSON by its name, and neither by its text.</summary>
    Broken,

    /// <summary>A case of our own.</summary>
    OwnCase,

    GeniusDomain,
    GeniusProfile,
    WebDomain,
    WebProfile,
    LogProfile,
    MasSpace,
    MasFunction,

    /// <summary>The centre of a negotiation with several parties one by one.</summary>
    MasCentre,
}

/// <summary>Tells files apart by name and first keys, without reading them through.</summary>
internal static class FileKinds
{
    /// <summary>Files with other extensions are not looked at.</summary>
    public static bool IsCandidate(string name) =>
        Extension(name) is ".xml" or ".json" or ".yml" or ".yaml";

    public static ScenarioFormat? FormatOf(FileKind kind) => kind switch
    {
        FileKind.GeniusDomain or FileKind.GeniusProfile => ScenarioFormat.Genius,
        FileKind.WebDomain or FileKind.WebProfile => ScenarioFormat.GeniusWeb,
        FileKind.LogProfile => ScenarioFormat.NegoLog,
        FileKind.MasSpace or FileKind.MasFunction or FileKind.MasCentre => ScenarioFormat.NegMas,
        _ => null,
    };

    public static FileKind Of(string name, string text)
    {
        var bare = name[(name.LastIndexOf('/') + 1)..];
        if (bare is "pareto.xml" or "specials.json" or "specs.json" || bare.StartsWith('_') || bare.StartsWith('.')) return FileKind.Shipped;
        return Extension(name) switch
        {
            ".xml" => Xml(text),
            ".json" => Json(text),
            ".yml" or ".yaml" => Yaml(text),
            _ => FileKind.Other,
        };
    }

    private static string Extension(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? string.Empty : name[dot..].ToLowerInvariant();
    }

    private static FileKind Xml(string text) => MarkupTree.RootName(text) switch
    {
        "negotiation_template" => FileKind.GeniusDomain,
        "utility_space" => FileKind.GeniusProfile,
        null => FileKind.Broken,
        _ => FileKind.Other,
    };

    private static FileKind Json(string text)
    {
        if (JsonTree.TopKeys(text) is not { } keys) return FileKind.Broken;
        if (keys.Contains("issuesValues")) return FileKind.WebDomain;
        if (keys.Contains("issueWeights") && (keys.Contains("issues") || keys.Contains("reservationValue"))) return FileKind.LogProfile;
        return keys.Exists(k => k.EndsWith("UtilitySpace", StringComparison.Ordinal) || k.EndsWith("Ordering", StringComparison.Ordinal))
            ? FileKind.WebProfile
            : FileKind.Other;
    }

    private static FileKind Yaml(string text)
    {
        var keys = YamlNodes.TopKeys(text);
        if (keys.ContainsKey("parley") || keys.ContainsKey("case") || keys.ContainsKey("parties")) return FileKind.OwnCase;
        if (!keys.TryGetValue("type", out var type)) return FileKind.Other;
        if (type.Contains("OutcomeSpace", StringComparison.Ordinal)) return keys.ContainsKey("issues") ? FileKind.MasSpace : FileKind.Other;
        if (!type.Contains("fun", StringComparison.OrdinalIgnoreCase)) return FileKind.Other;
        if (keys.ContainsKey("n_edges") || keys.ContainsKey("side_ufuns")) return FileKind.MasCentre;
        return Array.Exists(FunctionKeys, keys.ContainsKey) ? FileKind.MasFunction : FileKind.Other;
    }

    private static readonly string[] FunctionKeys =
        ["values", "weights", "reserved_value", "reserved_outcome", "mapping", "outcome_ranges", "ufun", "outcome_space", "bias", "name"];
}
