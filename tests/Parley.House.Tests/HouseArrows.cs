using System.Xml.Linq;
using Parley.Tests.Shared;

namespace Parley.House.Tests;

/// <summary>One room names another.</summary>
internal sealed record Arrow(string FromProject, string FromRoom, string ToProject, string ToRoom);

/// <summary>Who knows whom today, read from the project files and the sources.</summary>
internal static class HouseArrows
{
    public static IReadOnlyList<SourceFile> Sources { get; } = SourceFile.All();

    /// <summary>The projects that each project references itself.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> References { get; } =
        Directory.EnumerateFiles(Path.Combine(RepositoryFolders.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToDictionary(p => Path.GetFileNameWithoutExtension(p), ReferencesOf, StringComparer.Ordinal);

    public static IReadOnlyList<Arrow> Rooms { get; } =
    [
        .. Sources.SelectMany(f => f.NamesUsed.Select(n => To(f, n)).OfType<Arrow>()).Distinct()
            .Where(a => (a.FromProject, a.FromRoom) != (a.ToProject, a.ToRoom))
            .OrderBy(a => a.FromProject, StringComparer.Ordinal).ThenBy(a => a.FromRoom, StringComparer.Ordinal)
            .ThenBy(a => a.ToProject, StringComparer.Ordinal).ThenBy(a => a.ToRoom, StringComparer.Ordinal),
    ];

    /// <summary>The groups of rooms of one project that reach each other, as "Project: A, B, C".</summary>
    public static IReadOnlyList<string> Circles { get; } = [.. FindCircles()];

    private static IReadOnlyList<string> ReferencesOf(string project) =>
    [
        .. XDocument.Load(project).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))) // every reference includes something
            .Order(StringComparer.Ordinal),
    ];

    // The longest project or room that the name begins with; a name of no room of ours is no arrow.
    private static Arrow? To(SourceFile file, string name)
    {
        var room = HousePlan.Rooms.Where(r => Begins(name, Full(r))).MaxBy(r => Full(r).Length);
        return room is null ? null : new(file.Project, file.Room, room.Project, room.Name);
    }

    private static string Full(PlannedRoom room) => room.Name.Length == 0 ? room.Project : $"{room.Project}.{room.Name}";

    private static bool Begins(string name, string room) => name == room || name.StartsWith(room + ".", StringComparison.Ordinal);

    private static IEnumerable<string> FindCircles()
    {
        foreach (var project in HousePlan.Projects)
        {
            var inside = Rooms.Where(a => a.FromProject == project.Name && a.ToProject == project.Name).ToLookup(a => a.FromRoom, a => a.ToRoom);
            var reach = inside.ToDictionary(g => g.Key, g => Reach(inside, g.Key), StringComparer.Ordinal);
            var circles = reach.Where(r => r.Value.Contains(r.Key))
                .Select(r => string.Join(", ", r.Value.Where(to => reach.TryGetValue(to, out var back) && back.Contains(r.Key)).Order(StringComparer.Ordinal)));
            foreach (var circle in circles.Distinct()) yield return $"{project.Name}: {circle}";
        }
    }

    private static HashSet<string> Reach(ILookup<string, string> arrows, string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(arrows[from]);
        while (open.TryDequeue(out var room))
            if (reached.Add(room))
                foreach (var next in arrows[room]) open.Enqueue(next);
        return reached;
    }
}
