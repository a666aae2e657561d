using System.Reflection;
using System.Text;
using Parley.Cases.Diagnostics;
using Parley.Cases.Text;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Text;

public class InvalidCaseTests
{
    /// <summary>Findings that no small file can show, and the tests that show them.</summary>
    private static readonly Dictionary<string, string> ShownByTests = new()
    {
        [ReaderSlugs.NoFile] = nameof(CaseLimitTests.A_file_that_is_missing_is_told),
        [ReaderSlugs.FileTooLarge] = nameof(CaseLimitTests.A_file_that_is_too_large_is_told),
        [ReaderSlugs.TooManyFindings] = nameof(CaseLimitTests.The_list_of_findings_is_cut_with_a_line_that_says_so),
        [ReaderSlugs.TooManyParties] = nameof(CaseLimitTests.Too_many_of_a_thing_is_told),
        [ReaderSlugs.TooManyIssues] = nameof(CaseLimitTests.Too_many_of_a_thing_is_told),
        [ReaderSlugs.TooManyRules] = nameof(CaseLimitTests.Too_many_of_a_thing_is_told),
        [ReaderSlugs.TooManyDependences] = nameof(DependenceTests.Too_many_factors_or_pairs_are_told),
        [ReaderSlugs.UnknownDate] = nameof(Overlays.CaseEditTests.An_overlay_that_is_not_declared_is_told),
        [ReaderSlugs.UnknownLeader] = nameof(Overlays.CaseEditTests.An_overlay_that_is_not_declared_is_told),
        [ReaderSlugs.UnknownPerception] = nameof(Overlays.CaseEditTests.An_overlay_that_is_not_declared_is_told),
        [ReaderSlugs.UnknownStory] = nameof(Overlays.CaseEditTests.An_overlay_that_is_not_declared_is_told),
        [ReaderSlugs.UnknownEvent] = nameof(Overlays.CaseEditTests.An_overlay_that_is_not_declared_is_told),
        [ReaderSlugs.UnknownObstacle] = nameof(Overlays.CaseEditTests.An_overlay_that_is_not_declared_is_told),
        [ReaderSlugs.CannotWrite] = nameof(CasePatchTests.What_an_alias_repeats_is_not_written),
    };

    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(RepositoryFolders.InvalidCases, "*.yaml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_broken_file_yields_the_finding_it_is_named_after(string file)
    {
        var path = Path.Combine(RepositoryFolders.InvalidCases, file);
        var slug = Path.GetFileNameWithoutExtension(file);

        var bytes = File.ReadAllBytes(path);
        var text = CaseFile.Decode(file, bytes);
        var diagnostics = text.Value is null ? text.Diagnostics : CaseReader.Read(file, text.Value).Diagnostics;

        Assert.Contains(diagnostics, d => d.Slug == slug);
        Assert.Equal((byte)'#', bytes[0]);
        AssertGolden(Path.ChangeExtension(path, ".expected"), string.Concat(diagnostics.Select(d => d + "\n")));
    }

    [Fact]
    public void Every_finding_is_shown_by_a_file_or_a_test()
    {
        var slugs = typeof(ReaderSlugs).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).ToList();

        Assert.All(slugs, slug => Assert.True(ShownByTests.ContainsKey(slug) ^ File.Exists(Path.Combine(RepositoryFolders.InvalidCases, slug + ".yaml")), slug));
        Assert.All(ShownByTests.Keys, slug => Assert.Contains(slug, slugs));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_finding_points_at_text_of_the_file(string file)
    {
        var text = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(RepositoryFolders.InvalidCases, file)));
        foreach (var (_, _, span, _) in CaseReader.Read(file, text).Diagnostics)
        {
            var line = text.Split('\n')[span.Line - 1];
            Assert.InRange(span.Column, 1, line.Length + 1);
            Assert.Equal(text.Split('\n').Take(span.Line - 1).Sum(l => l.Length + 1) + span.Column - 1, span.Offset);
            Assert.True(span.Offset + span.Length <= text.Length);
        }
    }

    private static void AssertGolden(string path, string actual)
    {
        var expected = File.Exists(path) ? File.ReadAllText(path) : null;
        if (expected == actual) return;
        File.WriteAllText(path + ".received", actual);
        Assert.Equal(expected, actual);
    }
}
