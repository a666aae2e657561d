using System.CommandLine;
using Parley.Cases.Documents;
using Parley.Cases.Model;
using Parley.Cli.Running;
using Parley.Reports.Json;
using Parley.Reports.Tables;
using Parley.Reports.Wording;

namespace Parley.Cli.Commands;

/// <summary><c>parley source clean CASE ID</c>: undo and redo steps of cleaning, and keep that.</summary>
internal static class SourceCleanCommand
{
    public static Command Build(CommandContext context)
    {
        var file = CommandContext.CaseArgument();
        var id = new Argument<string>("ID") { Description = "The source." };
        var undo = Steps("--undo", "Leave a step out from now on: its number, or a kind of steps such as wrap; may be repeated.");
        var redo = Steps("--redo", "Do a step again that was left out; may be repeated.");
        var command = new Command("clean", "Undo or redo steps of cleaning an attached document; quotes are looked for again.") { file, id, undo, redo };
        command.SetAction(words => Run(context, words, words.GetRequiredValue(file), words.GetRequiredValue(id), words.GetValue(undo) ?? [], words.GetValue(redo) ?? []));
        return command;
    }

    private static Option<string[]> Steps(string name, string description) =>
        new(name) { HelpName = "STEP", Description = description, AllowMultipleArgumentsPerToken = false };

    private static int Run(CommandContext context, ParseResult words, string given, string id, string[] undo, string[] redo)
    {
        var face = context.Face;
        if (CaseSession.ReadBase(face, given, out var exitCode) is not var (path, model, _)) return exitCode;
        var store = SourceCommand.StoreOf(face, path);
        if (store.Find(id) is not { } entry || store.Open(id) is not { } before)
            return face.Refuse($"no document '{id}' is attached, or its bytes changed since (parley source verify {given}).");
        if (undo.Length + redo.Length == 0) return face.Refuse($"say what to --undo or --redo; parley source show {given} {id} --steps lists the steps.");
        if (undo.Concat(redo).FirstOrDefault(s => !CleaningSwitches.Has(before, s)) is { } unknown) return face.Refuse($"'{unknown}' is no step of this document; --steps lists them.");
        if (undo.Intersect(redo, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } both) return face.Refuse($"'{both}' cannot be undone and redone at once.");

        var stood = Anchors(model, id, store);
        store.Save(entry with { Without = CleaningSwitches.Switch(before, entry.Without, undo, redo) });
        var after = store.Open(id)!; // its bytes were read a moment ago
        var moved = Anchors(model, id, store).Zip(stood, (now, then) => new QuoteChange(now.Quote, then.Anchor!, now.Anchor!)).ToList(); // the document is there
        if (context.WantsJson(words)) face.Output.Write(SourcesJson.Cleaned(id, before, after, moved));
        else SourcesText.Cleaned(context.NewSheet(words), before, after, moved);
        return ExitCode.Fine;
    }

    private static List<AnchoredQuote> Anchors(CaseModel model, string id, DocumentStore store) =>
        [.. CaseQuotes.Anchor(model with { Quotes = [.. model.Quotes.Where(q => q.Of == id)] }, store)];
}
