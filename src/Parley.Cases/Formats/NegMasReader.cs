using System.Collections.Immutable;
using Parley.Cases.Scenarios;
using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>Reads a folder of NegMAS: an outcome space and utility functions, or a centre with an edge for each party.</summary>
internal static class NegMasReader
{
    public static ImmutableArray<Scenario> Read(ScenarioFolder folder) =>
        folder.Of(FileKind.MasCentre).Any() ? ReadCentre(folder) : ReadSingle(folder);

    private static ImmutableArray<Scenario> ReadSingle(ScenarioFolder folder)
    {
        var trees = Trees(folder);
        var file = folder.Single(FileKind.MasSpace);
        if (file is null && folder.Findings.HasErrors) return [];
        var space = file is null ? null : YamlNodes.Build(file);
        if (file is null && trees.Find(t => t.Root["outcome_space"] is MapNode) is { File: not null } carrier)
            (file, space) = (carrier.File, carrier.Root["outcome_space"]);
        if (file is null)
        {
            if (trees.Count > 0) trees[0].File.Add(FormatMessages.NoDomain("an outcome space"), trees[0].File.Whole);
            return [];
        }
        if (space is null || NegMasDomainReader.Read(file, space, folder.FolderName ?? file.BareName) is not { } domain) return [];
        var sides = trees.ConvertAll(t => Make(t.File, t.Root, domain));
        if (sides.Count == 0 && folder.Findings.HasErrors) return [];
        return folder.Assemble(ScenarioFormat.NegMas, domain, Side.Choose(sides, folder.Options.Profiles, file)) is { } scenario ? [scenario] : [];
    }

    private static ImmutableArray<Scenario> ReadCentre(ScenarioFolder folder)
    {
        var file = folder.Single(FileKind.MasCentre);
        if (file is null || YamlNodes.Build(file) is not { } root || NodeFields.Of(file, root, "A centre") is not { } centre) return [];
        var space = centre["outcome_space"] ?? centre.Required("outcome_space", "A centre");
        if (space is null || NegMasDomainReader.Read(file, space, folder.FolderName ?? file.BareName) is not { } domain) return [];
        file.Note(ScenarioSlugs.CodeUtility, centre["type"] ?? centre.Map, $"The centre's own utility '{FormatMessages.Short(centre.Word("type") ?? string.Empty)}' is code and is not carried");
        var trees = Trees(folder);
        var sides = trees.ConvertAll(t => Make(t.File, t.Root, domain));
        var partners = Partners(file, centre, domain, sides);
        var scenarios = ImmutableArray.CreateBuilder<Scenario>();
        foreach (var edge in Side.Choose(sides, folder.Options.Profiles, file))
        {
            var at = trees.FindIndex(t => t.File == edge.File);
            IReadOnlyList<Side> table = at < partners.Count && partners[at] is { } partner ? [edge, Beside(partner, edge)] : [edge];
            if (folder.Assemble(ScenarioFormat.NegMas, domain, table) is { } scenario) scenarios.Add(scenario with { Name = $"{domain.Name}-{edge.Name}" });
        }
        return scenarios.ToImmutable();
    }

    /// <summary>What the centre gets out of each edge, where that is data; null where it is code.</summary>
    private static List<Side?> Partners(FormatFile file, NodeFields centre, ScenarioDomain domain, List<Side> edges)
    {
        if (centre["side_ufuns"] is not { } node || NodeFields.IsNull(node) || NodeFields.List(file, node, "'side_ufuns'") is not { } list) return [];
        if (list.Items.Count != edges.Count) file.Note(ScenarioSlugs.NotCarried, list, $"The centre has {list.Items.Count} side functions for {edges.Count} edges; they are paired in order");
        var name = centre.Word("name") is { Length: > 0 } given ? given : file.BareName;
        var partners = new List<Side?>();
        foreach (var item in list.Items.Take(ScenarioLimits.Profiles))
        {
            var type = (item as MapNode)?["type"] is ScalarNode scalar ? NegMasDomainReader.ShortType(scalar.Text) : string.Empty;
            if (type is "LinearAdditiveUtilityFunction" or "LinearUtilityAggregationFunction" && NodeFields.Of(file, item, "A side function") is { } fields)
            {
                partners.Add(new Side(name, file, chosen => new NegMasProfileReader(file, domain).Read(fields, chosen)));
                continue;
            }
            file.Note(ScenarioSlugs.CodeUtility, item, "A side function of the centre is code and is not carried");
            partners.Add(null);
        }
        return partners;
    }

    private static Side Beside(Side partner, Side edge) => partner.Name == edge.Name ? partner with { Name = $"{partner.Name} (centre)" } : partner;

    private static List<(FormatFile File, MapNode Root)> Trees(ScenarioFolder folder)
    {
        var trees = new List<(FormatFile, MapNode)>();
        foreach (var file in folder.Of(FileKind.MasFunction))
        {
            var root = YamlNodes.Build(file);
            if (root is MapNode map) trees.Add((file, map));
            else if (root is not null) file.Add(FormatMessages.WrongShape("A utility function", "a map", root.Kind), root);
        }
        return trees;
    }

    private static Side Make(FormatFile file, MapNode root, ScenarioDomain domain)
    {
        var name = root["name"] is ScalarNode { Text.Length: > 0 } given ? given.Text : file.BareName;
        return new Side(name, file, chosen => NodeFields.Of(file, root, "A utility function") is { } fields ? new NegMasProfileReader(file, domain).Read(fields, chosen) : null);
    }
}
