using System.CommandLine;
using Parley.Cases.Formats;
using Parley.Cases.Overlays;
using Parley.Cases.Scenarios;
using Parley.Cases.Text;
using Parley.Cli.Running;
using Parley.Problems;

namespace Parley.Cli.Commands;

/// <summary><c>parley export PATH --to FORMAT --output FOLDER</c>: a scenario or case in another program's files.</summary>
internal static class ExportCommand
{
    private static readonly Dictionary<string, ScenarioFormat> Formats = new(StringComparer.Ordinal)
    {
        ["genius"] = ScenarioFormat.Genius,
        ["geniusweb"] = ScenarioFormat.GeniusWeb,
        ["negmas"] = ScenarioFormat.NegMas,
    };

    public static Command Build(CommandContext context)
    {
        var source = new Argument<string>("PATH") { Description = "A scenario of another program, or a case." };
        var format = new Option<string>("--to") { HelpName = "genius|geniusweb|negmas", Description = "The program to write for.", Required = true };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var target = new Option<string>("--output") { HelpName = "FOLDER", Description = "Where to write; files there are left as they are.", Required = true };
        var reading = new ScenarioOptions();
        var overlays = new OverlayOptions();
        var command = new Command("export", "Write a scenario or a case for another program, and say what it cannot hold.") { source, format, target };
        reading.AddTo(command);
        overlays.AddTo(command);
        command.SetAction(words =>
        {
            if (Scenario(context, words.GetRequiredValue(source), reading.Selected(words), overlays.Selected(words), out var exitCode) is not { } scenario) return exitCode;
            return Write(context, words, scenario, Formats[words.GetRequiredValue(format)], words.GetRequiredValue(target));
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

    private static int Write(CommandContext context, ParseResult words, Scenario scenario, ScenarioFormat format, string target)
    {
        var face = context.Face;
        var written = ScenarioWriter.Write(scenario, format);
        DiagnosticLines.Write(face.Error, written.Diagnostics);
        if (written.Value is not { } files) return ExitCode.InvalidCase;
        var folder = face.PathOf(target);
        foreach (var file in files.Files)
            if (File.Exists(Path.Combine(folder, file.Name))) return face.Refuse($"'{Path.Combine(target, file.Name)}' exists already; nothing is written.");
        Directory.CreateDirectory(folder);
        foreach (var file in files.Files) CaseFile.WriteText(Path.Combine(folder, file.Name), file.Text);
        var names = files.Files.Select(f => Path.Combine(target, f.Name));
        if (context.WantsJson(words)) face.Output.WriteLine($"{{ \"files\": [{string.Join(", ", names.Select(n => $"\"{System.Text.Json.JsonEncodedText.Encode(n)}\""))}] }}");
        else foreach (var name in names) face.Output.WriteLine($"Wrote {name}");
        return ExitCode.Fine;
    }
}
