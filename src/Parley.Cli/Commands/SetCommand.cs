using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Cli.Running;

namespace Parley.Cli.Commands;

/// <summary><c>parley set CASE path=value...</c>: change a case's text in place; its comments stay.</summary>
internal static class SetCommand
{
    public static Command Build(CommandContext context)
    {
        var file = CommandContext.CaseArgument();
        var edits = new Argument<string[]>("path=value")
        {
            Description = "What to change, and to what.",
            Arity = ArgumentArity.OneOrMore,
        };
        var target = new Option<string?>("--output") { HelpName = "FILE", Description = "Write here and leave the case as it is." };
        var command = new Command("set", "Change numbers or words of a case file; comments and layout stay.") { file, edits, target };
        command.SetAction(words => Run(
            context, words, words.GetRequiredValue(file), words.GetRequiredValue(edits), words.GetValue(target)));
        return command;
    }

    private static int Run(CommandContext context, ParseResult words, string given, string[] typed, string? target)
    {
        var face = context.Face;
        if (ScenarioSource.Find(given, face.Folder) is not null)
            return face.Refuse($"'{given}' is a scenario of another program. Make a case of it first: parley import {given} --output FILE.");
        if (CaseSession.ReadBase(face, given, out var exitCode) is not var (path, model, _)) return exitCode;
        var edits = new List<Edit>();
        foreach (var text in typed)
        {
            var edit = CaseEdit.Parse(text);
            DiagnosticLines.Write(face.Error, edit.Diagnostics);
            if (edit.Value is { } parsed) edits.Add(parsed);
        }

        if (edits.Count < typed.Length) return ExitCode.Usage;
        var before = CaseFile.ReadText(face.PathOf(path));
        if (before.Value is null) return ExitCode.InvalidCase;
        var after = CasePatch.Set(path, before.Value, edits);
        DiagnosticLines.Write(face.Error, after.Diagnostics);
        if (after.Value is not { } changed) return ExitCode.Usage;
        var written = target ?? path;
        CaseFile.WriteText(face.PathOf(written), changed);
        face.Output.WriteLine(context.WantsJson(words)
            ? $"{{ \"file\": \"{JsonEncodedText.Encode(written)}\", \"changes\": {edits.Count} }}"
            : string.Concat(edits.Select(e => Change(model, e))) + $"Wrote {written}.");
        return ExitCode.Fine;
    }

    // What stood there, where it was a number.
    private static string Change(CaseModel model, Edit edit)
    {
        var old = CaseNumbers.Find(model, edit.Path, out _);
        var was = old is null ? string.Empty : $" (was {string.Join('*', [old.Coefficient.ToString("0.####", CultureInfo.InvariantCulture), .. old.Parameters])})";
        return $"{edit.Path}: {edit.Value}{was}\n";
    }
}
