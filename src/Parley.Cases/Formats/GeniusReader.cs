using System.Collections.Immutable;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>Reads a folder of GENIUS: a template and its utility spaces.</summary>
internal static class GeniusReader
{
    public static ImmutableArray<Scenario> Read(ScenarioFolder folder)
    {
        var file = folder.Single(FileKind.GeniusDomain);
        if (file is null)
        {
            if (!folder.Findings.HasErrors && folder.Of(FileKind.GeniusProfile).First() is var first) first.Add(FormatMessages.NoDomain("a template (negotiation_template)"), first.Whole);
            return [];
        }
        if (MarkupTree.Build(file) is not { } root || GeniusDomainReader.Read(file, root) is not { } domain) return [];
        if (root["number_of_sessions"] is not null)
            file.Note(ScenarioSlugs.NotCarried, root.Find("number_of_sessions")!.Span, "The number of sessions is not carried"); // it was just found
        var sides = Side.Choose(Sides(folder, domain, file), folder.Options.Profiles, file);
        return folder.Assemble(ScenarioFormat.Genius, domain.Domain, sides) is { } scenario ? [scenario] : [];
    }

    /// <summary>The profiles that agents name in the order of the agents, then the others in the order of their files.</summary>
    private static List<Side> Sides(ScenarioFolder folder, GeniusDomain domain, FormatFile template)
    {
        var files = folder.Of(FileKind.GeniusProfile).ToList();
        var sides = new List<Side>();
        foreach (var agent in domain.Agents)
        {
            var at = files.FindIndex(f => string.Equals(f.Name[(f.Name.LastIndexOf('/') + 1)..], agent.File, StringComparison.OrdinalIgnoreCase));
            if (at < 0)
            {
                template.Add(FormatMessages.MissingProfile(agent.File), agent.Span);
                continue;
            }
            sides.Add(Make(files[at], agent.Name.Length > 0 ? agent.Name : files[at].BareName, domain));
            files.RemoveAt(at);
        }
        sides.AddRange(files.Select(f => Make(f, f.BareName, domain)));
        return sides;
    }

    private static Side Make(FormatFile file, string name, GeniusDomain domain) =>
        new(name, file, chosen => MarkupTree.Build(file) is { } root ? new GeniusProfileReader(file, domain).Read(root, chosen) : null);
}
