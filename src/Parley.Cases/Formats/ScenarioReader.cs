using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>Reads scenarios of other programs from the texts of their files.</summary>
/// <remarks>Never throws on any text. All findings come at once, in the order of the files.</remarks>
public static class ScenarioReader
{
    /// <summary>Reads the files of one folder.</summary>
    /// <param name="files">In any order: they are taken by name, in ordinal order.</param>
    /// <param name="options">Null for the format's own way with numbers and all profiles.</param>
    public static Checked<ScenarioReading> Read(IReadOnlyList<ScenarioText> files, ScenarioReadOptions? options = null) =>
        Read(files, options ?? new(), name => name, folderName: null, focus: null);

    /// <summary>The format of a text, told by its name and first keys; null when it is no part of a scenario.</summary>
    public static ScenarioFormat? Recognise(ScenarioText file) => FileKinds.FormatOf(FileKinds.Of(file.Name, Stripped(file.Text)));

    /// <param name="files">The files.</param>
    /// <param name="options">What the caller asks for.</param>
    /// <param name="show">From a file's name to the name that findings show.</param>
    /// <param name="folderName">The folder's own name, for scenarios that say none.</param>
    /// <param name="focus">The file that was asked for; null when the folder was.</param>
    internal static Checked<ScenarioReading> Read(
        IReadOnlyList<ScenarioText> files, ScenarioReadOptions options, Func<string, string> show, string? folderName, string? focus)
    {
        var findings = new FormatFindings();
        var opened = Open(files, show, findings);
        if (findings.HasErrors) return new(null, findings.Finish());
        if (FormatOf(opened, focus, findings) is not { } format) return new(null, findings.Finish());
        var folder = new ScenarioFolder
        {
            Files = [.. opened.Where(f => Belongs(f.Kind, format))],
            Findings = findings,
            Options = options,
            FolderName = folderName,
            Focus = focus,
        };
        foreach (var (file, kind) in opened) NoteIgnored(file, kind, format);
        var scenarios = format switch
        {
            ScenarioFormat.Genius => GeniusReader.Read(folder),
            ScenarioFormat.GeniusWeb => JsonFolderReader.ReadWeb(folder),
            ScenarioFormat.NegMas => NegMasReader.Read(folder),
            _ => JsonFolderReader.ReadLog(folder),
        };
        if (scenarios.IsEmpty && !findings.HasErrors) findings.Add(0, FormatMessages.NoScenario(), new SourceSpan(folderName ?? string.Empty, 0, 0, 0, 0));
        if (findings.HasErrors) return new(null, findings.Finish());
        return new(new ScenarioReading { Format = format, Scenarios = scenarios, Notes = findings.Notes() }, findings.Finish());
    }

    private static string Stripped(string text) => text.StartsWith('\uFEFF') ? text[1..] : text;

    private static List<(FormatFile File, FileKind Kind)> Open(IReadOnlyList<ScenarioText> files, Func<string, string> show, FormatFindings findings)
    {
        var opened = new List<(FormatFile, FileKind)>();
        var bytes = 0L;
        foreach (var (name, text) in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (!FileKinds.IsCandidate(name)) continue;
            var place = new SourceSpan(show(name), 1, 1, 0, 0);
            bytes += text.Length;
            if (opened.Count == ScenarioLimits.Files) findings.Add(opened.Count, FormatMessages.TooManyFiles(), place);
            else if (text.Length > ScenarioLimits.FileBytes) findings.Add(opened.Count, FormatMessages.FileTooLarge(), place);
            else if (bytes > ScenarioLimits.FolderBytes) findings.Add(opened.Count, FormatMessages.FolderTooLarge(), place);
            if (findings.HasErrors) return opened;
            var stripped = Stripped(text);
            opened.Add((new FormatFile(name, show(name), stripped, opened.Count, findings), FileKinds.Of(name, stripped)));
        }
        return opened;
    }

    /// <summary>The one format of the files, that of the file asked for first; null with a finding.</summary>
    private static ScenarioFormat? FormatOf(List<(FormatFile File, FileKind Kind)> opened, string? focus, FormatFindings findings)
    {
        if (opened.Find(f => f.File.Name == focus) is { File: not null } asked && FileKinds.FormatOf(asked.Kind) is { } wanted) return wanted;
        var known = opened.Where(f => FileKinds.FormatOf(f.Kind) is not null).ToList();
        if (known.Count == 0)
        {
            var broken = opened.Where(f => f.Kind == FileKind.Broken).ToList();
            foreach (var (file, _) in broken) Explain(file);
            if (!findings.HasErrors) findings.Add(0, FormatMessages.NoScenario(), opened.Count > 0 ? opened[0].File.Whole : SourceSpan.None);
            return null;
        }
        var format = FileKinds.FormatOf(known[0].Kind);
        if (known.Find(f => FileKinds.FormatOf(f.Kind) != format) is not { File: not null } stranger) return format;
        stranger.File.Add(FormatMessages.MixedFormats(known[0].File.Name, stranger.File.Name), stranger.File.Whole);
        return null;
    }

    private static void Explain(FormatFile file)
    {
        if (file.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) MarkupTree.Build(file);
        else JsonTree.Build(file);
    }

    private static bool Belongs(FileKind kind, ScenarioFormat format) => FileKinds.FormatOf(kind) == format;

    /// <summary>A broken file in a format's own notation is an error: it may have been a profile.</summary>
    private static void NoteIgnored(FormatFile file, FileKind kind, ScenarioFormat format)
    {
        var own = format switch
        {
            ScenarioFormat.Genius => ".xml",
            ScenarioFormat.NegMas => ".yml",
            _ => ".json",
        };
        if (kind == FileKind.Broken && file.Name.EndsWith(own, StringComparison.OrdinalIgnoreCase)) Explain(file);
        else if (kind == FileKind.Shipped) file.Note(ScenarioSlugs.Ignored, file.Whole, "The results shipped with a scenario are not read");
        else if (!Belongs(kind, format)) file.Note(ScenarioSlugs.Ignored, file.Whole, "This file is no part of the scenario and is not read");
    }
}
