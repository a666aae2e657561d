using System.CommandLine;
using Parley.Beliefs;
using Parley.Cases.Documents;
using Parley.Cli.Running;
using Parley.Reports.Json;
using Parley.Reports.Tables;
using Parley.Reports.Wording;

namespace Parley.Cli.Commands;

/// <summary><c>parley evidence CASE</c>: what each number rests on.</summary>
internal static class EvidenceCommand
{
    public static Command Build(CommandContext context)
    {
        var file = CommandContext.CaseArgument();
        var csv = ExtraFile.Csv("Write the table to FILE, safe for spreadsheets.");
        var command = new Command("evidence", "List every number with what it rests on: a quote, a source or a guess, and who says so.") { file, csv.Option };
        command.SetAction(words =>
        {
            var face = context.Face;
            if (CaseSession.ReadBase(face, words.GetRequiredValue(file), out var exitCode) is not { } read) return exitCode;
            var (evidence, attributions) = (EvidenceList.Of(read.Model), Attribution.All(read.Evidence));
            foreach (var bare in evidence.Numbers.Where(n => n.Basis == EvidenceBasis.None))
                face.Error.WriteLine($"{bare.Number.Number.Span}: warning no-evidence: {bare.Number.Path} names neither a quote nor a source. Add @ and its name, or @guess.");
            if (context.WantsJson(words)) face.Output.Write(SourcesJson.Evidence(evidence, attributions));
            else SourcesText.Evidence(context.NewSheet(words), evidence, attributions);
            var target = csv.Write(face, words, () => SourceExports.Csv(evidence, attributions));
            if (target is not null && !context.WantsJson(words)) face.Output.WriteLine($"\nWrote {target}.");
            return ExitCode.Fine;
        });
        return command;
    }
}
