using System.CommandLine;
using Parley.Cli.Running;
using Parley.Reports.Tables;

namespace Parley.Cli.Commands;

/// <summary><c>parley perceptions CASE</c>: is there no deal, or does somebody not see it?</summary>
internal static class PerceptionsCommand
{
    public static Command Build(CommandContext context)
    {
        var command = QuestionCommand.Build(
            context,
            "perceptions",
            "Say whether each side sees a deal, and whether there is one.",
            (session, _) => session.AskPerceptions(),
            PerceptionsSection.WriteAll);
        command.Validators.Add(result =>
        {
            if (result.Children.OfType<System.CommandLine.Parsing.OptionResult>().Any(o => !o.Implicit && o.Option.Name == "--seen-by"))
                result.AddError("parley perceptions asks every perception; leave --seen-by out.");
        });
        return command;
    }
}
