using System.CommandLine;
using Parley.Cases.Text;
using Parley.Cli.Running;

namespace Parley.Cli.Commands;

/// <summary><c>parley schema</c>: the JSON schema of the case file, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Build(CommandContext context)
    {
        var command = new Command("schema", "Write the JSON schema of the case file, for editors that complete and explain.");
        command.SetAction(_ =>
        {
            context.Face.Output.Write(CaseSchema.Write());
            return ExitCode.Fine;
        });
        return command;
    }
}
