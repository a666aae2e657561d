using System.Text.RegularExpressions;
using Parley.Shared;

namespace Parley.House.Tests;

/// <summary>The sources keep to the plan of the house.</summary>
public partial class HouseTests
{
    [Fact]
    public void Projects_reference_only_what_the_plan_lists()
    {
        Assert.Equal(HousePlan.Projects.Select(p => p.Name).Order(StringComparer.Ordinal), HouseArrows.References.Keys.Order(StringComparer.Ordinal));
        var extra = HousePlan.Projects
            .SelectMany(p => HouseArrows.References[p.Name].Except(p.MayReference).Select(r => $"{p.Name} -> {r}"));

        None(extra);
    }

    [Fact]
    public void Rooms_know_only_what_the_plan_lists() =>
        None(HouseArrows.Rooms.Where(a => !IsPlanned(a)).Select(a => $"{a.FromProject}/{a.FromRoom} -> {a.ToProject}/{a.ToRoom}"));

    [Fact]
    public void Listed_arrows_exist()
    {
        var near = HousePlan.Rooms.SelectMany(r => r.MayKnow.Select(to => new Arrow(r.Project, r.Name, r.Project, to))).Except(HouseArrows.Rooms);
        var far = HousePlan.FarArrows.Keys.Where(f => !HouseArrows.Rooms.Any(a => a.FromProject == f.Project && $"{a.ToProject}.{a.ToRoom}" == f.Room));

        None(near.Select(a => $"{a.FromProject}: {a.FromRoom} -> {a.ToRoom}").Concat(far.Select(f => $"{f.Project} -> {f.Room}")));
    }

    [Fact]
    public void Rooms_form_no_circle_but_the_known_ones()
    {
        Assert.Equal(HousePlan.KnownCircles.Keys.Order(StringComparer.Ordinal), HouseArrows.Circles);
        Assert.DoesNotContain(HouseArrows.Circles, c => c.StartsWith("Parley:", StringComparison.Ordinal));
    }

    [Fact]
    public void Folders_are_rooms_of_the_plan_and_namespaces()
    {
        var rooms = HouseArrows.Sources.Select(f => (f.Project, f.Room)).Distinct();
        Assert.Equal(HousePlan.Rooms.Select(r => (r.Project, r.Name)).Order(), rooms.Order());

        None(HouseArrows.Sources
            .Where(f => f.Namespace is { } declared && declared != (f.Room.Length == 0 ? f.Project : $"{f.Project}.{f.Room}"))
            .Select(f => $"{f.Path} declares {f.Namespace}"));
    }

    [Fact]
    public void Root_namespaces_of_libraries_hold_no_types()
    {
        var libraries = HousePlan.Projects.Where(p => p.IsLibrary).Select(p => p.Name).ToHashSet();

        None(HouseArrows.Sources.Where(f => libraries.Contains(f.Project) && f.Room.Length == 0).Select(f => f.Path));
    }

    [Fact]
    public void No_folder_has_a_name_that_means_nothing()
    {
        string[] tops = ["src", "tests", "bench"];
        var folders = tops.SelectMany(SourceFile.All)
            .SelectMany(f => f.Path.Split('/')[..^1].Where(p => HousePlan.ForbiddenFolders.Contains(p, StringComparer.OrdinalIgnoreCase)).Select(_ => f.Path));

        None(folders);
    }

    [Fact]
    public void No_using_of_ours_is_global() =>
        None(SourceFile.All().Concat(SourceFile.All("tests")).Where(f => GlobalUsing().IsMatch(f.Code)).Select(f => f.Path));

    [Fact]
    public void Files_stay_short() =>
        Exceptions(
            HousePlan.LongFiles,
            SourceFile.All().Concat(SourceFile.All("tests")).Where(f => f.LineCount > HousePlan.FileLines).Select(f => (f.Path, f.LineCount)));

    [Fact]
    public void Methods_stay_short() =>
        Exceptions(
            HousePlan.LongMethods,
            SourceFile.All().Concat(SourceFile.All("tests"))
                .SelectMany(f => SourceText.Methods(f.Code).Where(m => m.Lines > HousePlan.MethodLines).Select(m => ($"{f.Path}: {m.Head}", m.Lines))));

    [Fact]
    public void The_picture_of_the_house_is_up_to_date() => Golden.Match(HousePage.Draw(), "../../docs/house.md");

    private static bool IsPlanned(Arrow arrow)
    {
        if (arrow.FromProject == arrow.ToProject)
            return HousePlan.Rooms.Any(r => r.Project == arrow.FromProject && r.Name == arrow.FromRoom && r.MayKnow.Contains(arrow.ToRoom));
        return HousePlan.Projects.Any(p => p.Name == arrow.FromProject && p.MayReference.Contains(arrow.ToProject))
            || HousePlan.FarArrows.ContainsKey((arrow.FromProject, $"{arrow.ToProject}.{arrow.ToRoom}"));
    }

    private static void Exceptions(IReadOnlyDictionary<string, string> listed, IEnumerable<(string Name, int Lines)> found)
    {
        var names = found.ToList();
        None(names.Where(n => !listed.ContainsKey(n.Name)).Select(n => $"{n.Name} has {n.Lines} lines"));
        None(listed.Keys.Except(names.Select(n => n.Name)).Select(n => $"{n} is short now: take it off the list"));
    }

    private static void None(IEnumerable<string> findings)
    {
        var found = findings.Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [GeneratedRegex(@"global\s+using\s+(static\s+)?Parley|<Using\s+Include=""Parley")]
    private static partial Regex GlobalUsing();
}
