using System.Security.Cryptography;
using System.Text;
using Parley.Cases.Conflicts;
using Parley.Cases.Diagnostics;
using Parley.Cases.Formats;
using Parley.Cases.Text;

namespace Parley.Cli.Running;

/// <summary>Finds and reads conflicts of the graph model: a case file with a <c>conflict:</c>, a <c>.gmcr</c> file, or two tables <c>NAME.states.csv</c> and <c>NAME.arcs.csv</c>.</summary>
internal static class ConflictSource
{
    private const string StatesTable = ".states.csv";
    private const string MovesTable = ".arcs.csv";
    private const string PublishedFolder = "published";

    /// <summary>The path of a conflict, or the bare name of a shipped one; null when it is none.</summary>
    public static string? Find(string given, string folder)
    {
        if (CaseLocation.Find(given, folder) is { } path) return IsConflict(Path.GetFullPath(path, folder)) ? path : null;
        if (Path.IsPathRooted(given)) return null;
        return CaseLocation.ShippedFolders(folder)
            .Select(shipped => Path.Combine(shipped, PublishedFolder))
            .Where(Directory.Exists)
            .SelectMany(published => Directory.EnumerateDirectories(published).Order(StringComparer.Ordinal))
            .Select(source => Path.Combine(source, given + ".yaml"))
            .Where(File.Exists)
            .Select(found => CaseLocation.Shortest(found, folder))
            .FirstOrDefault();
    }

    /// <summary>Reads a conflict and says what is wrong with it.</summary>
    public static Checked<Conflict> Read(Face face, string path, out string hash)
    {
        if (IsTable(path)) return ReadTables(face, path[..^StatesTable.Length], out hash);
        var text = CaseFile.ReadText(face.PathOf(path));
        hash = Hash(text.Value ?? string.Empty);
        if (text.Value is not { } found) return new(null, text.Diagnostics);
        return IsGmcr(path) ? GmcrReader.Read(path, found) : ConflictReader.Read(path, found);
    }

    private static Checked<Conflict> ReadTables(Face face, string name, out string hash)
    {
        var (states, moves) = (CaseFile.ReadText(face.PathOf(name + StatesTable)), CaseFile.ReadText(face.PathOf(name + MovesTable)));
        hash = Hash(states.Value + moves.Value);
        if (states.Value is null || moves.Value is null) return new(null, [.. states.Diagnostics, .. moves.Diagnostics]);
        var read = ConflictCsvReader.Read(name, new ConflictTables(states.Value, moves.Value));
        return read.Value is { } conflict ? read with { Value = conflict with { Name = Path.GetFileName(name) } } : read;
    }

    private static bool IsConflict(string path) =>
        IsGmcr(path) || IsTable(path) || (CaseFile.ReadText(path).Value is { } text && ConflictReader.HasConflict(text));

    /// <summary>Whether a conflict stands in a case file, rather than in another program's.</summary>
    public static bool IsCaseFile(string path) => !IsGmcr(path) && !IsTable(path);

    private static bool IsGmcr(string path) => path.EndsWith(".gmcr", StringComparison.OrdinalIgnoreCase);

    private static bool IsTable(string path) => path.EndsWith(StatesTable, StringComparison.Ordinal);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
