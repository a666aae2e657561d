using System.CommandLine;
using Parley.Cli.Running;
using Parley.Reports.Tables;

namespace Parley.Cli.Commands;

/// <summary><c>parley deals CASE</c>: would the deals people talk about be accepted, and where do they break?</summary>
internal static class DealsCommand
{
    public static Command Build(CommandContext context) => QuestionCommand.Build(
        context,
        "deals",
        "Say for each deal that the case names whether it would be accepted, and where it breaks.",
        (session, _) => session.AskDeals(),
        DealsSection.WriteAll);
}
