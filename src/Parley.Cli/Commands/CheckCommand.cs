using System.CommandLine;
using Parley.Cases.Diagnostics;
using Parley.Cases.Formats;
using Parley.Cli.Running;
using Parley.Reports.Json;

namespace Parley.Cli.Commands;

/// <summary><c>parley check FILE...</c>: is a case file sound?</summary>
internal static class CheckCommand
{
    public static Command Build(CommandContext context)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Case files, folders with a case.yaml, or names of shipped cases.",
            Arity = ArgumentArity.OneOrMore,
        };
        var failOn = new Option<string?>("--fail-on")
        {
            HelpName = "warnings",
            Description = "Exit with 1 when there are warnings.",
        };
        failOn.AcceptOnlyFromAmong("warnings");
        var command = new Command("check", "Read case files and report everything that is wrong with them.") { files, failOn };
        command.SetAction(words => Run(
            context, words, words.GetRequiredValue(files), failOnWarnings: words.GetValue(failOn) is not null));
        return command;
    }

    private static int Run(CommandContext context, ParseResult words, string[] files, bool failOnWarnings)
    {
        var face = context.Face;
        var exitCode = ExitCode.Fine;
        var findings = new List<FileFindings>();
        foreach (var given in files)
        {
            face.Cancellation.ThrowIfCancellationRequested();
            if (ScenarioSource.Find(given, face.Folder) is { } scenario)
            {
                var reading = ScenarioFiles.Read(face.PathOf(scenario));
                findings.Add(new FileFindings(scenario, reading.Diagnostics));
                if (reading.Value is null) exitCode = ExitCode.InvalidCase;
                continue;
            }

            if (CaseLocation.Find(given, face.Folder) is not { } path)
            {
                face.Refuse($"'{given}' is no file, no folder with a case.yaml, and no shipped case.");
                exitCode = Math.Max(exitCode, ExitCode.Usage);
                continue;
            }

            var read = CaseText.Read(face, path);
            findings.Add(new FileFindings(path, read.Diagnostics));
            if (read.Value is null) exitCode = ExitCode.InvalidCase;
            else if (failOnWarnings && !read.Diagnostics.IsEmpty) exitCode = Math.Max(exitCode, ExitCode.Finding);
        }

        if (context.WantsJson(words)) face.Output.Write(FindingsJson.Text(findings));
        else Write(face, findings);
        return exitCode;
    }

    private static void Write(Face face, List<FileFindings> findings)
    {
        foreach (var file in findings)
        {
            DiagnosticLines.Write(face.Error, file.Diagnostics);
            face.Output.WriteLine($"{file.File}: {Summary(file)}");
        }
    }

    private static string Summary(FileFindings file)
    {
        var errors = file.Diagnostics.Count(d => d.Severity == Severity.Error);
        var warnings = file.Diagnostics.Length - errors;
        return (errors, warnings) switch
        {
            (0, 0) => "fine",
            (0, _) => $"usable, {Counted(warnings, "warning")}",
            (_, 0) => Counted(errors, "error"),
            _ => $"{Counted(errors, "error")}, {Counted(warnings, "warning")}",
        };
    }

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
