using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Evidence;
using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cli.Running;

/// <summary>Finds and reads the <c>evidence.yaml</c> beside a <c>case.yaml</c>.</summary>
internal static class EvidenceFile
{
    private const string FileName = "evidence.yaml";
    private const string CaseFileName = "case.yaml";

    /// <summary>Its path, said as the case's own; null when there is none.</summary>
    public static string? PathBeside(Face face, string casePath)
    {
        if (Path.GetFileName(casePath) != CaseFileName) return null;
        var path = Path.Combine(Path.GetDirectoryName(casePath) ?? string.Empty, FileName);
        return File.Exists(face.PathOf(path)) ? path : null;
    }

    /// <summary>How a case without evidence comes by some.</summary>
    /// <param name="casePath">Where the case stands.</param>
    /// <param name="name">The name of the case.</param>
    /// <param name="least">Lines that the question needs beside the first.</param>
    public static string HowTo(string casePath, string name, params ReadOnlySpan<string> least)
    {
        var isText = Path.GetExtension(casePath) is ".yaml" or ".yml";
        var folder = Path.GetFileName(casePath) == CaseFileName ? Path.GetDirectoryName(casePath) ?? string.Empty
            : isText ? Path.Combine(Path.GetDirectoryName(casePath) ?? string.Empty, Path.GetFileNameWithoutExtension(casePath))
            : null;
        var move = folder is null ? $"'{casePath}' is a scenario of another program: make a case of it with parley import, as FOLDER/{CaseFileName}. Then write FOLDER/{FileName}"
            : Path.GetFileName(casePath) == CaseFileName ? $"Write {Path.Combine(folder, FileName)}"
            : $"Evidence stands beside a file {CaseFileName}: move {casePath} to {Path.Combine(folder, CaseFileName)}, and write {Path.Combine(folder, FileName)}";
        return $"""
            '{name}' has no evidence. {move}; the least that works here:

                {string.Join("\n    ", [$"evidence: {name}", .. least])}

            docs/format.md, rung 11, says what else goes into it; us-russia-2019 is a shipped case with evidence.
            """;
    }

    /// <summary>What it says, and what is wrong with it; nothing of either when there is none.</summary>
    public static (CaseEvidence? Evidence, ImmutableArray<Diagnostic> Found) Beside(Face face, string casePath, CaseModel model)
    {
        if (PathBeside(face, casePath) is not { } path) return (null, []);
        var text = CaseFile.ReadText(face.PathOf(path));
        var read = text.Value is null ? new(null, text.Diagnostics) : EvidenceFileReader.Read(path, text.Value, model);
        return (read.Value, read.Diagnostics);
    }
}
