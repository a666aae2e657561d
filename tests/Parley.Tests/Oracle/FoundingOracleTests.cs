using System.Text.Json;
using Parley.Cases.Overlays;
using Parley.Tests.Shared;
using Parley.Tests.Shipped;
using Parley.Verdict;

namespace Parley.Tests.Oracle;

/// <summary>The engine says what an independent reading of docs/model.md in another language says (tests/oracles).</summary>
public class FoundingOracleTests(ITestOutputHelper output)
{
    private static readonly VerdictOptions Quick = new() { Certificate = false, NearMisses = 0 };

    [Fact]
    public void Five_hundred_changes_to_the_founding_case_are_answered_alike()
    {
        var model = ShippedCase.Read(ShippedCase.Founding).Base;

        Agree("founding-500.json", 500, row => ShippedCase.On(model, OverlaySelection.Default with { Set = [.. Texts(row, "set")] }));
    }

    [Fact]
    public void The_shipped_cases_are_answered_alike_under_their_overlays()
    {
        var models = ShippedCase.Paths.Where(p => !p.StartsWith("ladder/", StringComparison.Ordinal))
            .Select(p => ShippedCase.Read(p).Base).ToDictionary(m => m.Name);

        Agree("others.json", 30, row =>
        {
            var model = models[row.GetProperty("case").GetString()!];
            var overlays = row.GetProperty("overlays");
            // The oracle means no date at all where it names none.
            return overlays.EnumerateObject().Any() ? ShippedCase.On(model, OverlaysOf(overlays)) : new(model, model);
        });
    }

    private void Agree(string file, int atLeast, Func<JsonElement, ShippedCase> ask)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryFolders.Root, "tests", "oracles", file)));
        var rows = json.RootElement.EnumerateArray().ToList();
        Assert.True(rows.Count >= atLeast, $"{rows.Count} rows");
        var found = new List<string>();
        Parallel.ForEach(rows, new ParallelOptions { MaxDegreeOfParallelism = 2 }, row =>
        {
            var verdict = ask(row).Verdict(Quick);
            foreach (var difference in Differences(row, verdict))
                lock (found) found.Add($"{row.GetRawText()[..80]}: {difference}");
        });

        output.WriteLine($"{file}: {rows.Count} rows, {found.Count} differences");
        Assert.Empty(found);
    }

    private static IEnumerable<string> Differences(JsonElement row, VerdictResult verdict)
    {
        foreach (var member in row.EnumerateObject())
        {
            var (expected, found) = member.Name switch
            {
                "grade" => (member.Value.GetString(), verdict.Grade.ToString().ToLowerInvariant()),
                "margin" => (member.Value.GetString(), verdict.Margin.ToString()),
                "acceptable" => (member.Value.GetRawText(), verdict.AcceptableCount.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                "packages" => (member.Value.GetRawText(), verdict.PackageCount.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                "tokens" => (string.Join(' ', Texts(row, "tokens")), string.Join(' ', verdict.Tokens)),
                "witness" => (string.Join(' ', Texts(row, "witness")), string.Join(' ', verdict.Witness?.Package.Changes ?? [])),
                _ => (null, null),
            };
            if (expected != found) yield return $"{member.Name} should be {expected}, is {found}";
        }
    }

    private static OverlaySelection OverlaysOf(JsonElement overlays) => new()
    {
        At = Texts(overlays, "dates").SingleOrDefault(),
        Under = Texts(overlays, "leaders").SingleOrDefault(),
        SeenBy = Texts(overlays, "perceptions").SingleOrDefault(),
        Story = Texts(overlays, "stories").SingleOrDefault(),
        Given = [.. Texts(overlays, "events")],
        Without = [.. Texts(overlays, "obstacles")],
    };

    private static IEnumerable<string> Texts(JsonElement element, string key) =>
        element.TryGetProperty(key, out var list) ? list.EnumerateArray().Select(e => e.GetString()!) : [];
}
