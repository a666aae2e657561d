using System.Collections.Immutable;
using System.CommandLine;
using Parley.Cases.Diagnostics;
using Parley.Cases.Formats;
using Parley.Cases.Text;
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
            Description = "Case files, folders with a case.yaml, conflicts, scenarios of other programs, or names of shipped ones.",
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

            if (ConflictSource.Find(given, face.Folder) is { } conflict)
            {
                var (found, isSound) = OfConflict(face, conflict);
                findings.Add(new FileFindings(conflict, found));
                exitCode = Math.Max(exitCode, Code(isSound, found, failOnWarnings));
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
            exitCode = Math.Max(exitCode, Code(read.Value is not null, read.Diagnostics, failOnWarnings));
            if (read.Value is not { } model || EvidenceFile.PathBeside(face, path) is not { } beside) continue;
            var (evidence, wrong) = EvidenceFile.Beside(face, path, model);
            findings.Add(new FileFindings(beside, wrong));
            exitCode = Math.Max(exitCode, Code(evidence is not null, wrong, failOnWarnings));
        }

        if (context.WantsJson(words)) face.Output.Write(FindingsJson.Text(findings));
        else Write(face, findings);
        return exitCode;
    }

    private static int Code(bool isSound, ImmutableArray<Diagnostic> found, bool failOnWarnings) =>
        !isSound ? ExitCode.InvalidCase : failOnWarnings && !found.IsEmpty ? ExitCode.Finding : ExitCode.Fine;

    // A case file may hold a conflict beside a case; both are read.
    private static (ImmutableArray<Diagnostic> Found, bool IsSound) OfConflict(Face face, string path)
    {
        var conflict = ConflictSource.Read(face, path, out _);
        if (!ConflictSource.IsCaseFile(path)) return (conflict.Diagnostics, conflict.Value is not null);
        var read = CaseText.Read(face, path);
        var isAlone = read.Diagnostics.Any(d => d.Slug == ReaderSlugs.ConflictAlone);
        if (isAlone) return (conflict.Diagnostics, conflict.Value is not null);
        ImmutableArray<Diagnostic> both = [.. read.Diagnostics.Concat(conflict.Diagnostics).Distinct().OrderBy(d => d.Span.Offset)];
        return (both, conflict.Value is not null && read.Value is not null);
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
