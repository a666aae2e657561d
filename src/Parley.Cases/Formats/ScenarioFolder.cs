using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>The files of a folder that belong together, told apart.</summary>
internal sealed class ScenarioFolder
{
    public required IReadOnlyList<(FormatFile File, FileKind Kind)> Files { get; init; }

    public required FormatFindings Findings { get; init; }

    public required ScenarioReadOptions Options { get; init; }

    /// <summary>The folder's own name; null when only texts were given.</summary>
    public required string? FolderName { get; init; }

    /// <summary>The file that was asked for, by its name in the folder; null when the folder was.</summary>
    public required string? Focus { get; init; }

    public IEnumerable<FormatFile> Of(FileKind kind) => Files.Where(f => f.Kind == kind).Select(f => f.File);

    /// <summary>The one file of a kind: the one that was asked for, else the only one; null with a finding when there are several.</summary>
    public FormatFile? Single(FileKind kind)
    {
        var all = Of(kind).ToList();
        if (all.Count <= 1) return all.Count == 0 ? null : all[0];
        if (all.Find(f => f.Name == Focus) is { } focused) return focused;
        all[1].Add(FormatMessages.TwoDomains(all[0].Name, all[1].Name), all[1].Whole);
        return null;
    }

    /// <summary>A scenario of the sides that were chosen; null when one of them could not be read.</summary>
    public Scenario? Assemble(ScenarioFormat format, ScenarioDomain domain, IReadOnlyList<Side> sides)
    {
        var profiles = sides.Select(s => s.Read(s.Name)).ToList();
        if (profiles.Contains(null) || profiles.Count == 0) return null;
        return new Scenario
        {
            Name = domain.Name,
            Format = format,
            Semantics = Options.Semantics ?? Native(format),
            Issues = domain.Issues,
            Profiles = [.. profiles.OfType<ScenarioProfile>()],
        };
    }

    /// <summary>How a format's own program makes utilities of numbers.</summary>
    public static ScenarioSemantics Native(ScenarioFormat format) =>
        format == ScenarioFormat.Genius ? ScenarioSemantics.Genius : ScenarioSemantics.AsWritten;
}
