using System.CommandLine;
using Parley.Cases.Evidence;
using Parley.Cases.Text;
using Parley.Cli.Running;

namespace Parley.Cli.Commands;

/// <summary><c>parley schema</c>: the JSON schemas of case and evidence files, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Build(CommandContext context)
    {
        var evidence = new Option<bool>("--evidence") { Description = "The schema of the evidence.yaml beside a case." };
        var command = new Command("schema", "Write the JSON schema of the case file, for editors that complete and explain.") { evidence };
        command.SetAction(words =>
        {
            context.Face.Output.Write(words.GetValue(evidence) ? EvidenceSchema.Write() : CaseSchema.Write());
            return ExitCode.Fine;
        });
        return command;
    }
}
