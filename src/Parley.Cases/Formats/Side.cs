namespace Parley.Cases.Formats;

/// <summary>A profile that may sit at the table, not yet read.</summary>
/// <param name="Name">What the file or the template calls it.</param>
/// <param name="File">Where it stands.</param>
/// <param name="Read">Reads it under a name; null with findings.</param>
internal sealed record Side(string Name, FormatFile File, Func<string, Scenarios.ScenarioProfile?> Read)
{
    /// <summary>The sides at the table with different names; empty with a finding.</summary>
    /// <param name="all">In the order of the files.</param>
    /// <param name="asked">Names in the order in which they shall sit; empty for all.</param>
    /// <param name="blamed">The file at which a name that nobody has is told.</param>
    public static IReadOnlyList<Side> Choose(IReadOnlyList<Side> all, IReadOnlyList<string> asked, FormatFile blamed)
    {
        if (all.Count == 0)
        {
            blamed.Add(FormatMessages.NoProfiles(), blamed.Whole);
            return [];
        }
        if (all.Count > ScenarioLimits.Profiles)
        {
            var first = all[ScenarioLimits.Profiles].File;
            first.Add(FormatMessages.TooManyProfiles(), first.Whole);
            return [];
        }
        var named = Distinct(all);
        if (asked.Count == 0) return named;
        var chosen = new List<Side>();
        foreach (var name in asked)
        {
            if (named.FirstOrDefault(s => s.Name == name) is not { } side) blamed.Add(FormatMessages.UnknownProfile(name, [.. named.Select(s => s.Name)]), blamed.Whole);
            else if (chosen.Contains(side)) blamed.Add(FormatMessages.ProfileTwice(name), blamed.Whole);
            else chosen.Add(side);
        }
        return chosen;
    }

    /// <summary>Sides that share a name go by the names of their files.</summary>
    private static List<Side> Distinct(IReadOnlyList<Side> all)
    {
        var shared = all.GroupBy(s => s.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var named = all.Select(s => shared.Contains(s.Name) || s.Name.Length == 0 ? s with { Name = s.File.BareName } : s).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var side in named)
            if (!seen.Add(side.Name))
                side.File.Add(FormatMessages.SameProfile(side.Name), side.File.Whole);
        return named;
    }
}
