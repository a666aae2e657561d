using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Scenarios;
using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>The files of a written scenario.</summary>
public sealed record WrittenScenario(ImmutableArray<ScenarioText> Files);

/// <summary>Writes scenarios for other programs.</summary>
/// <remarks>
/// Reading what was written gives the same utilities, as exact numbers. Where the target cannot hold them, that is an error;
/// where only their scale or form had to change, that is a warning which says how.
/// </remarks>
public static class ScenarioWriter
{
    /// <summary>The files of a scenario in a format.</summary>
    /// <param name="scenario">Each profile has a part for each issue, or hyper-rectangles alone.</param>
    /// <param name="format">GENIUS, GeniusWeb or NegMAS.</param>
    /// <exception cref="ArgumentException">Where a profile's parts are not those of the issues.</exception>
    public static Checked<WrittenScenario> Write(Scenario scenario, ScenarioFormat format)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Profiles.Any(p => !Fits(scenario, p))) throw new ArgumentException("A profile's parts are not those of the issues.", nameof(scenario));
        var findings = new WriterFindings(scenario.Name);
        CheckNames(scenario, format, findings);
        var files = format switch
        {
            _ when findings.HasErrors => [],
            ScenarioFormat.Genius => new GeniusWriter(scenario, findings).Write(),
            ScenarioFormat.GeniusWeb => new GeniusWebWriter(scenario, findings).Write(),
            ScenarioFormat.NegMas => new NegMasWriter(scenario, findings).Write(),
            _ => NotWritten(format, findings),
        };
        return new(findings.HasErrors ? null : new WrittenScenario(files), findings.Finish());
    }

    private static ImmutableArray<ScenarioText> NotWritten(ScenarioFormat format, WriterFindings findings)
    {
        findings.Add(FormatMessages.NotWritten(format.ToString()));
        return [];
    }

    private static bool Fits(Scenario scenario, ScenarioProfile profile) =>
        (profile.Issues.IsEmpty ? !profile.Rectangles.IsEmpty : profile.Issues.Length == scenario.Issues.Length)
        && (profile.ReservationBid.IsEmpty || profile.ReservationBid.Length == scenario.Issues.Length);

    private static void CheckNames(Scenario scenario, ScenarioFormat format, WriterFindings findings)
    {
        var names = scenario.Profiles.Select(p => p.Name).Append(scenario.Name).Concat(scenario.Issues.SelectMany(i => i.Values.Append(i.Name)));
        foreach (var name in names)
            if (!IsWritable(name, format == ScenarioFormat.Genius))
                findings.Add(FormatMessages.Unwritable(name));
    }

    private static bool IsWritable(string name, bool inXml)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1])) i++;
            else if (char.IsSurrogate(name[i]) || (inXml && !System.Xml.XmlConvert.IsXmlChar(name[i]))) return false;
        }
        return name.Length > 0;
    }
}

/// <summary>Collects what a writer finds; a scenario in memory has no lines, so findings carry its name.</summary>
internal sealed class WriterFindings(string scenario)
{
    private readonly FormatFindings findings = new();

    public bool HasErrors => findings.HasErrors;

    public void Add(ReaderMessage message) => findings.Add(0, message, new SourceSpan(scenario, 0, 0, 0, 0));

    public ImmutableArray<Diagnostic> Finish() => findings.Finish();

    /// <summary>The text of a number that every reader takes; told when it is too long.</summary>
    public string Text(ExactDecimal number, string profile)
    {
        var text = number.ToString();
        if (!ExactDecimal.TryParse(text, out _)) Add(FormatMessages.TooLong(profile));
        return text;
    }
}
