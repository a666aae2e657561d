using System.CommandLine;
using Parley.Beliefs;
using Parley.Cases.Documents;
using Parley.Cases.Overlays;
using Parley.Cli.Running;
using Parley.Reports.Json;
using Parley.Reports.Tables;

namespace Parley.Cli.Commands;

/// <summary><c>parley cite CASE PATH</c>: the sentence behind a number.</summary>
internal static class CiteCommand
{
    public static Command Build(CommandContext context)
    {
        var file = CommandContext.CaseArgument();
        var path = new Argument<string>("PATH") { Description = "The path of a number, as in --set: trump.weights.geo." };
        var command = new Command("cite", "Show the sentence behind a number.") { file, path };
        command.SetAction(words => Run(context, words, words.GetRequiredValue(file), words.GetRequiredValue(path)));
        return command;
    }

    private static int Run(CommandContext context, ParseResult words, string given, string path)
    {
        var face = context.Face;
        if (CaseSession.ReadBase(face, given, out var exitCode) is not { } read) return exitCode;
        var model = read.Model;
        var listed = CaseNumbers.List(model).FirstOrDefault(n => n.Path == path);
        if (listed is null && CaseNumbers.Find(model, path, out _) is { } number) listed = new(path, NumberKind.Parameter, number);
        if (listed is null) return face.Refuse($"no number stands at '{path}'; parley evidence {given} lists them.");
        var evidence = EvidenceList.Of(model, listed);
        var quote = evidence.Quote is { } cited ? CaseQuotes.Anchor(cited, SourceCommand.StoreOf(face, read.Path)) : null;
        var attribution = Attribution.All(read.Evidence).GetValueOrDefault(listed.Number.Source ?? string.Empty);
        if (context.WantsJson(words)) face.Output.Write(SourcesJson.Cite(evidence, quote, attribution));
        else SourcesText.Cite(context.NewSheet(words), evidence, quote, attribution);
        return ExitCode.Fine;
    }
}
