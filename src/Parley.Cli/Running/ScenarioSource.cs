using Parley.Cases.Formats;
using Parley.Cases.Scenarios;
using Parley.Problems;

namespace Parley.Cli.Running;

/// <summary>Finds and reads scenarios of other programs.</summary>
internal static class ScenarioSource
{
    private const string ShippedFolder = "scenarios";

    /// <summary>The path of a scenario: a file or folder, or the bare name of a shipped one; null when it is none.</summary>
    public static string? Find(string given, string folder)
    {
        var direct = Path.GetFullPath(given, folder);
        if (File.Exists(direct) || Directory.Exists(direct)) return ScenarioFiles.Recognise(direct) is null ? null : given;
        if (Path.IsPathRooted(given)) return null;
        return CaseLocation.ShippedFolders(folder)
            .Select(shipped => Path.Combine(shipped, ShippedFolder, given))
            .FirstOrDefault(candidate => Directory.Exists(candidate) && ScenarioFiles.Recognise(candidate) is not null);
    }

    /// <summary>Reads a scenario; complains and returns null where that fails.</summary>
    public static ScenarioReading? Read(Face face, string path, ScenarioReadOptions options)
    {
        var read = ScenarioFiles.Read(Path.IsPathRooted(path) ? path : face.PathOf(path), options);
        DiagnosticLines.Write(face.Error, read.Diagnostics.Select(d => d with { Span = d.Span with { File = CaseLocation.Shortest(d.Span.File, face.Folder) } }));
        return read.Value;
    }

    /// <summary>Reads a scenario as a case; complains and returns null where that fails.</summary>
    public static ReadCase? ReadCase(Face face, string path)
    {
        if (Read(face, path, new()) is not { } reading) return null;
        if (reading.Scenarios is not [var scenario])
        {
            var names = string.Join(", ", reading.Scenarios.Select(s => s.Name));
            face.Refuse($"'{path}' holds several scenarios ({names}); import one of them: parley import {path} --profiles NAME.");
            return null;
        }

        var made = ScenarioCase.Exact(ScenarioProblem.Compile(scenario));
        DiagnosticLines.Write(face.Error, made.Diagnostics.Select(d => d with { Span = d.Span with { File = path } }));
        return made.Value is { } value ? new(path, value.Model, ScenarioFingerprint.Of(scenario)) : null;
    }
}
