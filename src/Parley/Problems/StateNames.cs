namespace Parley.Problems;

/// <summary>How states are written where they have no names of their own: by their options, joined by a plus.</summary>
internal static class StateNames
{
    /// <summary>How a case stands.</summary>
    public const string AsItStands = "as it stands";

    public static bool IsAsItStands(string text) => text.Trim().Replace('_', ' ') == AsItStands;

    public static string[] Parts(string text) => text.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
