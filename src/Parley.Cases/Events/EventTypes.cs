using System.Collections.Immutable;

namespace Parley.Cases.Events;

/// <summary>The sixteen types of the PLOVER ontology, and what the older CAMEO codes come to in it.</summary>
/// <remarks>
/// The counterparts of CAMEO follow the meaning of its twenty roots.
/// Source: Open Event Data Alliance 2023, for the names; key "plover2023" in docs/references.bib.
/// Differs from source: statements (root 01) have no counterpart; retreats and releases (08 with 084 and 087) are told apart from other
/// concessions; fighting and mass violence (19, 20) are assaults.
/// </remarks>
public static class EventTypes
{
    private static readonly Dictionary<string, string> ByRoot = new(StringComparer.Ordinal)
    {
        ["02"] = "REQUEST",
        ["03"] = "AGREE",
        ["04"] = "CONSULT",
        ["05"] = "SUPPORT",
        ["06"] = "COOPERATE",
        ["07"] = "AID",
        ["08"] = "CONCEDE",
        ["09"] = "ACCUSE",
        ["10"] = "REQUEST",
        ["11"] = "ACCUSE",
        ["12"] = "REJECT",
        ["13"] = "THREATEN",
        ["14"] = "PROTEST",
        ["15"] = "MOBILIZE",
        ["16"] = "SANCTION",
        ["17"] = "COERCE",
        ["18"] = "ASSAULT",
        ["19"] = "ASSAULT",
        ["20"] = "ASSAULT",
    };

    /// <summary>The types, cooperation first.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT",
        "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ];

    /// <summary>A CAMEO code with the leading zero that spreadsheets drop: "42" is "042".</summary>
    public static string WithZero(string code) => code.Length is > 0 and < 3 && code.All(char.IsAsciiDigit) && code != "0" && !(code.Length == 2 && code[0] == '0')
        ? code.PadLeft(3, '0')
        : code;

    /// <summary>The type that a CAMEO code comes to; null for a statement and for what is no code.</summary>
    /// <param name="code">With its leading zero: a root of two digits, or the root and more.</param>
    public static string? OfCameo(string code)
    {
        if (code.StartsWith("087", StringComparison.Ordinal) || code.StartsWith("084", StringComparison.Ordinal)) return "RETREAT";
        return code.Length >= 2 ? ByRoot.GetValueOrDefault(code[..2]) : null;
    }
}
