using System.Collections.Immutable;
using Parley.Cases.Scenarios;
using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>Reads a folder of GeniusWeb or NegoLog.</summary>
internal static class JsonFolderReader
{
    public static ImmutableArray<Scenario> ReadWeb(ScenarioFolder folder)
    {
        var trees = folder.Of(FileKind.WebProfile).Select(f => (File: f, Root: JsonTree.Build(f))).Where(t => t.Root is not null).ToList();
        var file = folder.Single(FileKind.WebDomain);
        ScenarioDomain? domain;
        if (file is not null)
        {
            domain = JsonTree.Build(file) is { } root ? GeniusWebReader.ReadDomain(file, root) : null;
        }
        else if (trees.Find(t => GeniusWebReader.EmbeddedDomain(t.Root!) is not null) is { Root: not null } carrier)
        {
            file = carrier.File;
            domain = GeniusWebReader.ReadDomain(file, GeniusWebReader.EmbeddedDomain(carrier.Root)!); // it was just found
        }
        else
        {
            if (!folder.Findings.HasErrors && folder.Of(FileKind.WebProfile).FirstOrDefault() is { } first) first.Add(FormatMessages.NoDomain("a domain (issuesValues)"), first.Whole);
            return [];
        }
        if (domain is null) return [];
        var sides = new List<Side>();
        foreach (var (profile, root) in trees)
            if (Space(profile, root!) is { } space) // trees without a root were left out
                sides.Add(new Side(space.Word("name") ?? profile.BareName, profile, name => new GeniusWebProfileReader(profile, domain).Read(space, name)));
        if (sides.Count == 0 && folder.Findings.HasErrors) return [];
        return folder.Assemble(ScenarioFormat.GeniusWeb, domain, Side.Choose(sides, folder.Options.Profiles, file)) is { } scenario ? [scenario] : [];
    }

    public static ImmutableArray<Scenario> ReadLog(ScenarioFolder folder)
    {
        var trees = folder.Of(FileKind.LogProfile).Select(f => (File: f, Root: JsonTree.Build(f))).Where(t => t.Root is not null).ToList();
        if (trees.Count == 0) return [];
        var (first, root) = trees[0];
        if (NegoLogReader.ReadDomain(first, root!, folder.FolderName ?? "scenario") is not { } domain) return []; // trees without a root were left out
        var sides = trees.Select(t => new Side(t.File.BareName, t.File, name => NegoLogReader.ReadProfile(t.File, t.Root!, domain) is { } read ? read with { Name = name } : null)).ToList();
        return folder.Assemble(ScenarioFormat.NegoLog, domain, Side.Choose(sides, folder.Options.Profiles, first)) is { } scenario ? [scenario] : [];
    }

    private static NodeFields? Space(FormatFile file, CaseNode root)
    {
        if (NodeFields.Of(file, root, "A profile") is not { } fields) return null;
        if (fields[GeniusWebReader.LinearSpace] is { } space) return NodeFields.Of(file, space, $"'{GeniusWebReader.LinearSpace}'");
        var key = fields.Map.Entries[0].Key; // it was told to be a profile by a key
        file.Add(FormatMessages.UnknownUtility(key.Text), key);
        return null;
    }
}
