using System.Security;
using System.Text;
using Parley.Cases.Diagnostics;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>Opens folders with scenarios of other programs; the readers themselves see texts alone.</summary>
public static class ScenarioFiles
{
    /// <summary>Bytes of a file that are looked at to tell what it is.</summary>
    private const int HeadBytes = 1024 * 1024;

    /// <summary>The sub-folder in which NegMAS keeps the parties around a centre.</summary>
    private const string Edges = "edges";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the scenario in a folder, or in the folder of a file.</summary>
    /// <param name="path">A folder, or a domain or profile in one.</param>
    /// <param name="options">Null for the format's own way with numbers and all profiles.</param>
    public static Checked<ScenarioReading> Read(string path, ScenarioReadOptions? options = null)
    {
        try
        {
            if (Locate(path) is not var (folder, focus)) return new(null, [FormatMessages.NoFile("there is no such file or folder").At(new SourceSpan(path, 0, 0, 0, 0))]);
            var findings = new FormatFindings();
            var texts = Open(folder, focus, findings);
            if (findings.HasErrors) return new(null, findings.Finish());
            return ScenarioReader.Read(texts, options ?? new(), name => Path.Combine(folder, name), FolderName(folder), focus);
        }
        catch (Exception problem) when (IsOutside(problem))
        {
            return new(null, [FormatMessages.NoFile("it could not be opened").At(new SourceSpan(path, 0, 0, 0, 0))]);
        }
    }

    /// <summary>The format of the scenario at a path; null when there is none, or a case of our own. Looks at the heads of files only.</summary>
    public static ScenarioFormat? Recognise(string path)
    {
        try
        {
            if (Locate(path) is not var (folder, focus)) return null;
            if (focus is not null) return FileKinds.FormatOf(KindOf(folder, focus));
            var kinds = Names(folder).Take(ScenarioLimits.Files).Select(n => KindOf(folder, n)).ToList();
            if (kinds.Contains(FileKind.OwnCase)) return null;
            return kinds.Select(FileKinds.FormatOf).FirstOrDefault(f => f is not null);
        }
        catch (Exception problem) when (IsOutside(problem))
        {
            return null;
        }
    }

    private static bool IsOutside(Exception problem) =>
        problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or SecurityException;

    private static string? FolderName(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Length == 0 ? "." : folder))) is { Length: > 0 } name ? name : null;

    /// <summary>The folder to read and the file in it that was meant; null when there is nothing at the path.</summary>
    private static (string Folder, string? Focus)? Locate(string path)
    {
#pragma warning disable RS0030 // Cases and scenarios are the two things this library opens; here scenarios are.
        if (Directory.Exists(path)) return (path, null);
        if (!File.Exists(path)) return null;
#pragma warning restore RS0030
        var folder = Path.GetDirectoryName(path) ?? string.Empty;
        var name = Path.GetFileName(path);
        if (Path.GetFileName(folder) != Edges) return (folder, name);
        return (Path.GetDirectoryName(folder) ?? string.Empty, $"{Edges}/{name}");
    }

    /// <summary>Names of the files that may be part of a scenario, in ordinal order, those of the edges last.</summary>
    private static IEnumerable<string> Names(string folder)
    {
        var edges = Path.Combine(folder, Edges);
#pragma warning disable RS0030 // Cases and scenarios are the two things this library opens; here scenarios are.
        var own = Directory.EnumerateFiles(folder.Length == 0 ? "." : folder).Select(p => Path.GetFileName(p)).Where(FileKinds.IsCandidate);
        var around = Directory.Exists(edges) ? Directory.EnumerateFiles(edges).Select(p => Path.GetFileName(p)).Where(FileKinds.IsCandidate) : [];
#pragma warning restore RS0030
        return own.Order(StringComparer.Ordinal).Concat(around.Order(StringComparer.Ordinal).Select(n => $"{Edges}/{n}"));
    }

    private static List<ScenarioText> Open(string folder, string? focus, FormatFindings findings)
    {
        var texts = new List<ScenarioText>();
        var total = 0L;
        foreach (var name in Names(folder))
        {
            var shown = Path.Combine(folder, name);
            var place = new SourceSpan(shown, 0, 0, 0, 0);
            var bytes = Bytes(shown, ScenarioLimits.FileBytes + 4);
            total += bytes.Length;
            if (texts.Count == ScenarioLimits.Files) findings.Add(texts.Count, FormatMessages.TooManyFiles(), place);
            else if (bytes.Length > ScenarioLimits.FileBytes + 3) findings.Add(texts.Count, FormatMessages.FileTooLarge(), place);
            else if (total > ScenarioLimits.FolderBytes) findings.Add(texts.Count, FormatMessages.FolderTooLarge(), place);
            if (findings.HasErrors) return texts;
            if (Decode(bytes) is { } text) texts.Add(new ScenarioText(name, text));
            else if (name == focus || FileKinds.FormatOf(FileKinds.Of(name, Encoding.UTF8.GetString(bytes))) is not null) findings.Add(texts.Count, FormatMessages.NotUtf8(), place);
        }
        return texts;
    }

    private static FileKind KindOf(string folder, string name) => FileKinds.Of(name, Encoding.UTF8.GetString(Bytes(Path.Combine(folder, name), HeadBytes)).TrimStart('\uFEFF'));

    private static byte[] Bytes(string path, int most)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[(int)Math.Min(most, Math.Max(stream.Length, 0))];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length == bytes.Length ? bytes : bytes[..length];
    }

    private static string? Decode(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
