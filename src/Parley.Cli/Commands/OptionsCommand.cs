using System.CommandLine;
using Parley.Cli.Running;
using Parley.Reports.Tables;

namespace Parley.Cli.Commands;

/// <summary><c>parley options CASE</c>: what could each side give, how likely is it, and what is it worth to whom?</summary>
internal static class OptionsCommand
{
    public static Command Build(CommandContext context) => QuestionCommand.Build(
        context,
        "options",
        "List every option: who gives it, how likely it is carried out, what it is worth to whom.",
        (session, _) => session.AskTrade(),
        TradeSection.WriteAll);
}
