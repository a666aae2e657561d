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

    /// <summary>Its path, said as the case's own; null when there is none.</summary>
    public static string? PathBeside(Face face, string casePath)
    {
        if (Path.GetFileName(casePath) != "case.yaml") return null;
        var path = Path.Combine(Path.GetDirectoryName(casePath) ?? string.Empty, FileName);
        return File.Exists(face.PathOf(path)) ? path : null;
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
