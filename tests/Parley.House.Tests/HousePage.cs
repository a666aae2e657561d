using System.Text;

namespace Parley.House.Tests;

/// <summary>Draws <c>docs/house.md</c> from the plan and today's arrows.</summary>
internal static class HousePage
{
    public static string Draw()
    {
        var page = new StringBuilder();
        page.Append("""
            # The house

            Drawn by `HouseTests` from the project files and the `using` lines; change the plan in
            `tests/Parley.House.Tests/HousePlan.cs`, then `dotnet run dev.cs accept`.

            Data flows one way: **case file → case model → compiled problem → analysis → result → report → command.**

            ## Projects

            An arrow is a reference. What is below an arrow may be known from above it too, where the plan lists it.

            ```mermaid
            graph TD

            """);
        foreach (var project in HousePlan.Projects)
            page.Append($"  {Node(project.Name)}[\"{project.Name}\"]\n");
        foreach (var (from, to) in HousePlan.Projects.SelectMany(p => HouseArrows.References[p.Name].Select(to => (p.Name, to))))
            page.Append($"  {Node(from)} --> {Node(to)}\n");
        page.Append("```\n\n| project | is | purpose |\n|---|---|---|\n");
        foreach (var project in HousePlan.Projects)
            page.Append($"| {project.Name} | {(project.IsLibrary ? "a library" : "a program")} | {project.Purpose} |\n");
        page.Append("\n## Rooms\n\nA room is a folder and a namespace. \"Knows\" lists the rooms of the same project first.\n");
        foreach (var project in HousePlan.Projects) DrawRooms(page, project);
        DrawLists(page);
        return page.ToString();
    }

    private static void DrawRooms(StringBuilder page, PlannedProject project)
    {
        page.Append($"\n### {project.Name}\n\n| room | purpose | knows |\n|---|---|---|\n");
        foreach (var room in HousePlan.Rooms.Where(r => r.Project == project.Name))
        {
            var arrows = HouseArrows.Rooms.Where(a => a.FromProject == room.Project && a.FromRoom == room.Name).ToList();
            var near = arrows.Where(a => a.ToProject == room.Project).Select(a => Title(a.ToRoom));
            var far = arrows.Where(a => a.ToProject != room.Project).GroupBy(a => a.ToProject, a => a.ToRoom)
                .Select(g => g.All(r => r.Length == 0) ? g.Key : $"{g.Key}: {string.Join(", ", g)}");
            page.Append($"| {Title(room.Name)} | {room.Purpose} | {string.Join("; ", new[] { string.Join(", ", near) }.Concat(far).Where(t => t.Length > 0))} |\n");
        }
    }

    private static void DrawLists(StringBuilder page)
    {
        page.Append("\n## Exceptions\n\n");
        foreach (var (rooms, reason) in HousePlan.KnownCircles) page.Append($"- A circle, {rooms}: {reason}.\n");
        foreach (var ((project, room), reason) in HousePlan.FarArrows) page.Append($"- {project} knows {room}: {reason}.\n");
        foreach (var (file, reason) in HousePlan.LongFiles) page.Append($"- More than {HousePlan.FileLines} lines, `{file}`: {reason}.\n");
        foreach (var (method, reason) in HousePlan.LongMethods) page.Append($"- More than {HousePlan.MethodLines} lines, `{method}`: {reason}.\n");
    }

    private static string Title(string room) => room.Length == 0 ? "(root)" : room;

    private static string Node(string project) => project.Replace(".", string.Empty, StringComparison.Ordinal);
}
