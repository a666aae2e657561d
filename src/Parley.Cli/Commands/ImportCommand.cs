using System.CommandLine;
using Parley.Cases.Conflicts;
using Parley.Cases.Formats;
using Parley.Cases.Text;
using Parley.Cli.Running;
using Parley.Problems;
using Parley.Reports.Json;
using Parley.Reports.Wording;

namespace Parley.Cli.Commands;

/// <summary><c>parley import SCENARIO</c>: what is in another program's scenario or conflict, and a case made of it.</summary>
internal static class ImportCommand
{
    public static Command Build(CommandContext context)
    {
        var source = new Argument<string>("SCENARIO")
        {
            Description = "A folder or file of GENIUS, GeniusWeb, NegMAS or NegoLog, a .gmcr file, NAME.states.csv with NAME.arcs.csv beside it, or the name of a shipped scenario.",
        };
        var target = new Option<string?>("--output") { HelpName = "FILE", Description = "Write the case here; it must not exist." };
        var reading = new ScenarioOptions();
        var command = new Command("import", "Read a scenario or a conflict of another program, say what it holds and what cannot be carried, and make a case of it.") { source, target };
        reading.AddTo(command);
        command.SetAction(words => Run(context, words, words.GetRequiredValue(source), words.GetValue(target), reading.Selected(words)));
        return command;
    }

    private static int Run(CommandContext context, ParseResult words, string given, string? target, ScenarioReadOptions options)
    {
        var face = context.Face;
        if (ConflictSource.Find(given, face.Folder) is { } conflict) return OfConflict(context, words, conflict, target);
        if (ScenarioSource.Find(given, face.Folder) is not { } path) return face.Refuse($"'{given}' is no scenario of GENIUS, GeniusWeb, NegMAS or NegoLog, and no conflict.");
        if (ScenarioSource.Read(face, path, options) is not { } read) return ExitCode.InvalidCase;
        if (target is not null && read.Scenarios.Length > 1)
            return face.Refuse($"'{given}' holds several scenarios; choose one with --profiles: {string.Join(", ", read.Scenarios.Select(s => s.Profiles[0].Name))}.");
        var cases = read.Scenarios.Select(s => ScenarioCase.Writable(ScenarioProblem.Compile(s))).ToList();
        if (context.WantsJson(words)) face.Output.Write(ImportJson.Text(read, [.. cases.Select(c => c.Value)], target));
        else foreach (var line in ImportWords.Report(read, [.. cases.Select(c => c.Value)])) face.Output.WriteLine(line);
        if (target is null) return ExitCode.Fine;
        if (cases[0].Value is not { } made)
        {
            DiagnosticLines.Write(face.Error, cases[0].Diagnostics.Select(d => d with { Span = d.Span with { File = path } }));
            return ExitCode.InvalidCase;
        }

        return Write(context, words, target, PlainCaseWriter.Write(made.Model, ImportWords.Remarks(read.Scenarios[0], made)), "analyze");
    }

    private static int OfConflict(CommandContext context, ParseResult words, string path, string? target)
    {
        var face = context.Face;
        var read = ConflictSource.Read(face, path, out _);
        DiagnosticLines.Write(face.Error, read.Diagnostics);
        if (read.Value is not { } conflict) return ExitCode.InvalidCase;
        if (context.WantsJson(words)) face.Output.Write(ConflictWriter.WriteJson(conflict));
        else face.Output.WriteLine(ImportWords.Of(conflict));
        return target is null ? ExitCode.Fine : Write(context, words, target, ConflictWriter.Write(conflict), "stability");
    }

    private static int Write(CommandContext context, ParseResult words, string target, string text, string next)
    {
        var face = context.Face;
        if (File.Exists(face.PathOf(target))) return face.Refuse($"'{target}' exists already; it is left as it is.");
        CaseFile.WriteText(face.PathOf(target), text);
        if (!context.WantsJson(words)) face.Output.WriteLine($"Wrote {target}. Next: parley {next} {target}");
        return ExitCode.Fine;
    }
}
