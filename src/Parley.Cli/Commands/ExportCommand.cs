using System.CommandLine;
using Parley.Cases.Conflicts;
using Parley.Cases.Diagnostics;
using Parley.Cases.Formats;
using Parley.Cases.Overlays;
using Parley.Cases.Scenarios;
using Parley.Cases.Text;
using Parley.Cli.Running;
using Parley.Problems;

namespace Parley.Cli.Commands;

/// <summary><c>parley export PATH --to FORMAT --output FOLDER</c>: a scenario, a case or a conflict in another program's files.</summary>
internal static class ExportCommand
{
    private static readonly Dictionary<string, ScenarioFormat> Formats = new(StringComparer.Ordinal)
    {
        ["genius"] = ScenarioFormat.Genius,
        ["geniusweb"] = ScenarioFormat.GeniusWeb,
        ["negmas"] = ScenarioFormat.NegMas,
    };

    private static readonly Dictionary<string, Func<Conflict, Checked<IReadOnlyList<OutputFile>>>> ConflictFormats = new(StringComparer.Ordinal)
    {
        ["csv"] = conflict => Files(
            ConflictTableWriter.Tables(conflict), t => [new($"{conflict.Name}.states.csv", t.States), new($"{conflict.Name}.arcs.csv", t.Arcs)]),
        ["json"] = conflict => new([new($"{conflict.Name}.json", ConflictWriter.WriteJson(conflict))], []),
        ["dot"] = conflict => Files(ConflictTableWriter.Dot(conflict), t => [new($"{conflict.Name}.dot", t)]),
    };

    public static Command Build(CommandContext context)
    {
        var source = new Argument<string>("PATH") { Description = "A scenario of another program, a case, or a conflict." };
        var format = new Option<string>("--to")
        {
            HelpName = string.Join('|', Formats.Keys.Concat(ConflictFormats.Keys)),
            Description = "What to write; the last three are for conflicts.",
            Required = true,
        };
        format.AcceptOnlyFromAmong([.. Formats.Keys, .. ConflictFormats.Keys]);
        var target = new Option<string>("--output") { HelpName = "FOLDER", Description = "Where to write; files there are left as they are.", Required = true };
        var reading = new ScenarioOptions();
        var overlays = new OverlayOptions();
        var command = new Command("export", "Write a scenario or a case for another program, and say what it cannot hold.") { source, format, target };
        reading.AddTo(command);
        overlays.AddTo(command);
        command.SetAction(words =>
        {
            var (given, to, folder) = (words.GetRequiredValue(source), words.GetRequiredValue(format), words.GetRequiredValue(target));
            if (ConflictFormats.TryGetValue(to, out var write)) return OfConflict(context, words, given, write, folder);
            if (Scenario(context, given, reading.Selected(words), overlays.Selected(words), out var exitCode) is not { } scenario) return exitCode;
            var written = ScenarioWriter.Write(scenario, Formats[to]);
            DiagnosticLines.Write(context.Face.Error, written.Diagnostics);
            if (written.Value is not { } files) return ExitCode.InvalidCase;
            return Write(context, words, [.. files.Files.Select(f => new OutputFile(f.Name, f.Text))], folder);
        });
        return command;
    }

    private static Scenario? Scenario(
        CommandContext context, string given, ScenarioReadOptions reading, OverlaySelection overlays, out int exitCode)
    {
        var face = context.Face;
        exitCode = ExitCode.Fine;
        if (ScenarioSource.Find(given, face.Folder) is { } path)
        {
            if (ScenarioSource.Read(face, path, reading) is not { } read)
            {
                exitCode = ExitCode.InvalidCase;
                return null;
            }

            if (read.Scenarios is [var only]) return only;
            exitCode = face.Refuse($"'{given}' holds several scenarios; choose one with --profiles: {string.Join(", ", read.Scenarios.Select(s => s.Profiles[0].Name))}.");
            return null;
        }

        if (CaseSession.Open(face, given, overlays, out exitCode) is not { } session) return null;
        var made = CaseScenario.Of(session.Problem);
        foreach (var lost in made.Lost) face.Error.WriteLine($"parley: note: {lost}");
        return made.Scenario;
    }

    private static Checked<IReadOnlyList<OutputFile>> Files<T>(Checked<T> written, Func<T, OutputFile[]> name)
        where T : class => new(written.Value is { } value ? name(value) : null, written.Diagnostics);

    private static int OfConflict(
        CommandContext context, ParseResult words, string given, Func<Conflict, Checked<IReadOnlyList<OutputFile>>> write, string folder)
    {
        var face = context.Face;
        if (ConflictSource.Find(given, face.Folder) is not { } path) return face.Refuse($"'{given}' is no conflict; --to {string.Join(", ", ConflictFormats.Keys)} are for conflicts.");
        var read = ConflictSource.Read(face, path, out _);
        DiagnosticLines.Write(face.Error, read.Diagnostics);
        if (read.Value is not { } conflict) return ExitCode.InvalidCase;
        var written = write(conflict);
        DiagnosticLines.Write(face.Error, written.Diagnostics.Select(d => d with { Span = d.Span with { File = path } }));
        return written.Value is { } files ? Write(context, words, files, folder) : ExitCode.InvalidCase;
    }

    private static int Write(CommandContext context, ParseResult words, IReadOnlyList<OutputFile> files, string target)
    {
        var face = context.Face;
        var folder = face.PathOf(target);
        foreach (var file in files)
            if (File.Exists(Path.Combine(folder, file.Name))) return face.Refuse($"'{Path.Combine(target, file.Name)}' exists already; nothing is written.");
        Directory.CreateDirectory(folder);
        foreach (var file in files) CaseFile.WriteText(Path.Combine(folder, file.Name), file.Text);
        var names = files.Select(f => Path.Combine(target, f.Name));
        if (context.WantsJson(words)) face.Output.WriteLine($"{{ \"files\": [{string.Join(", ", names.Select(n => $"\"{System.Text.Json.JsonEncodedText.Encode(n)}\""))}] }}");
        else foreach (var name in names) face.Output.WriteLine($"Wrote {name}");
        return ExitCode.Fine;
    }

    /// <summary>A file to be written.</summary>
    private sealed record OutputFile(string Name, string Text);
}
