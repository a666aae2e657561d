using System.Globalization;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>Names of files that hold a scenario, sorted like its profiles.</summary>
internal static class WriterNames
{
    private const int LongestName = 80;

    /// <summary>A name as part of a file's name: letters, digits and <c>. _ -</c> and spaces inside stay, the rest becomes <c>-</c>.</summary>
    public static string Safe(string name)
    {
        var safe = string.Concat(name.Take(LongestName).Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ' ' ? c : '-')).Trim(' ').TrimStart('.', '_').TrimEnd('.');
        return safe.Length == 0 || safe is "pareto" or "specials" or "specs" ? "scenario" + (safe.Length == 0 ? string.Empty : "-" + safe) : safe;
    }

    /// <summary>File names of the profiles, without extension: their own, with numbers before them where those would sort otherwise.</summary>
    public static string[] Profiles(Scenario scenario, string domainFile)
    {
        var names = scenario.Profiles.Select(p => Safe(p.Name)).ToArray();
        var sorted = names.Order(StringComparer.Ordinal).SequenceEqual(names, StringComparer.Ordinal);
        if (sorted && names.Append(domainFile).Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length + 1) return names;
        var digits = names.Length.ToString(CultureInfo.InvariantCulture).Length;
        return [.. names.Select((n, i) => $"{(i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}-{n}")];
    }
}
