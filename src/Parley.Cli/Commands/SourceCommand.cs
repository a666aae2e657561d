using System.CommandLine;
using Parley.Cases.Documents;
using Parley.Cli.Running;
using Parley.Reports.Json;
using Parley.Reports.Tables;
using Parley.Reports.Wording;

namespace Parley.Cli.Commands;

/// <summary><c>parley source ...</c>: the documents attached to a case.</summary>
internal static class SourceCommand
{
    public static Command Build(CommandContext context) => new("source", "Attach documents to a case, look at them, and see whether its quotes stand in them.")
    {
        SourceAddCommand.Build(context),
        BuildList(context),
        BuildShow(context),
        SourceCleanCommand.Build(context),
        BuildVerify(context),
        BuildDetach(context),
    };

    private static Command BuildList(CommandContext context)
    {
        var file = CommandContext.CaseArgument();
        var csl = new Option<bool>("--csl") { Description = "Write the case's sources as CSL-JSON." };
        var bibtex = new Option<bool>("--bibtex") { Description = "Write the case's sources as BibTeX." };
        var command = new Command("list", "List the sources of a case and which of them are attached.") { file, csl, bibtex };
        command.SetAction(words =>
        {
            var face = context.Face;
            if (CaseSession.ReadBase(face, words.GetRequiredValue(file), out var exitCode) is not var (path, model, _)) return exitCode;
            if (words.GetValue(csl)) face.Output.Write(SourceExports.Csl(model.Sources));
            else if (words.GetValue(bibtex)) face.Output.Write(SourceExports.BibTex(model.Sources));
            else
            {
                var rows = CaseSources.Rows(model, StoreOf(face, path));
                if (context.WantsJson(words)) face.Output.Write(SourcesJson.List(rows));
                else SourcesText.List(context.NewSheet(words), rows);
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private static Command BuildShow(CommandContext context)
    {
        var file = CommandContext.CaseArgument();
        var id = new Argument<string>("ID") { Description = "The source." };
        var raw = new Option<bool>("--raw") { Description = "The text as it came." };
        var steps = new Option<bool>("--steps") { Description = "What was cleaned, step by step." };
        var without = new Option<string[]>("--without")
        {
            HelpName = "STEP",
            Description = "Leave a step out: its number, or a kind of steps such as wrap; may be repeated.",
            AllowMultipleArgumentsPerToken = false,
        };
        var command = new Command("show", "Show an attached document as it is read.") { file, id, raw, steps, without };
        command.SetAction(words =>
        {
            var face = context.Face;
            if (CaseSession.ReadBase(face, words.GetRequiredValue(file), out var exitCode) is not var (path, _, _)) return exitCode;
            var name = words.GetRequiredValue(id);
            if (StoreOf(face, path).Open(name, words.GetValue(without) ?? []) is not { } document)
                return face.Refuse($"no document '{name}' is attached, or its bytes changed since (parley source verify {words.GetRequiredValue(file)}).");
            if (Array.Find(words.GetValue(without) ?? [], s => !CleaningSwitches.Has(document, s)) is { } step) return face.Refuse($"'{step}' is no step of this document; --steps lists them.");
            if (words.GetValue(raw)) face.Output.Write(document.Raw);
            else if (context.WantsJson(words)) face.Output.Write(SourcesJson.Show(name, document));
            else if (words.GetValue(steps)) SourcesText.Steps(context.NewSheet(words), document);
            else SourcesText.Show(context.NewSheet(words), document);
            return ExitCode.Fine;
        });
        return command;
    }

    private static Command BuildVerify(CommandContext context)
    {
        var file = CommandContext.CaseArgument();
        var command = new Command("verify", "See whether attached documents are unchanged and every quote stands in its document.") { file };
        command.SetAction(words =>
        {
            var face = context.Face;
            if (CaseSession.ReadBase(face, words.GetRequiredValue(file), out var exitCode) is not var (path, model, _)) return exitCode;
            var store = StoreOf(face, path);
            var rows = CaseSources.Rows(model, store);
            var quotes = CaseQuotes.Anchor(model, store);
            if (context.WantsJson(words)) face.Output.Write(SourcesJson.Verify(rows, quotes));
            else SourcesText.Verify(context.NewSheet(words), rows, quotes);
            var isWrong = rows.Any(r => r.State is AttachmentState.Changed or AttachmentState.Other) || quotes.Any(q => q.Anchor is { IsFound: false });
            return isWrong ? ExitCode.Finding : ExitCode.Fine;
        });
        return command;
    }

    private static Command BuildDetach(CommandContext context)
    {
        var file = CommandContext.CaseArgument();
        var id = new Argument<string>("ID") { Description = "The source." };
        var command = new Command("detach", "Take a document out of the folder sources; the case stays as it is.") { file, id };
        command.SetAction(words =>
        {
            var face = context.Face;
            if (CaseSession.ReadBase(face, words.GetRequiredValue(file), out var exitCode) is not var (path, _, _)) return exitCode;
            var name = words.GetRequiredValue(id);
            if (!StoreOf(face, path).Remove(name)) return face.Refuse($"no document '{name}' is attached.");
            face.Output.WriteLine(context.WantsJson(words) ? $"{{ \"detached\": \"{name}\" }}" : $"Detached {name}; the case still names it where it did.");
            return ExitCode.Fine;
        });
        return command;
    }

    internal static DocumentStore StoreOf(Face face, string path) => DocumentStore.Beside(face.PathOf(path));
}
