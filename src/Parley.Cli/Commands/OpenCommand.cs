using System.CommandLine;
using Parley.Cli.Running;
using Parley.Reports.Json;
using Parley.Reports.Tables;
using Parley.Results;

namespace Parley.Cli.Commands;

/// <summary><c>parley open CASE</c>: what would open a deal, or close it?</summary>
internal static class OpenCommand
{
    public static Command Build(CommandContext context)
    {
        var file = CommandContext.CaseArgument();
        var overlays = new OverlayOptions();
        var command = new Command("open", "Say what would turn the answer over: obstacles, single numbers, pairs, events, payments.") { file };
        overlays.AddTo(command);
        command.SetAction(words =>
        {
            var session = CaseSession.Open(context.Face, words.GetRequiredValue(file), overlays.Selected(words), out var exitCode);
            return session is null ? exitCode : Run(context, words, session);
        });
        return command;
    }

    private static int Run(CommandContext context, ParseResult words, CaseSession session)
    {
        if (context.WantsJson(words))
        {
            session.AskOpenings();
            context.Face.Output.Write(AnswersJson.Text(session.Answers));
        }
        else
        {
            var sheet = context.NewSheet(words);
            AnalyzeText.Header(sheet, session.Answers);
            context.Face.Output.Flush();
            session.AskOpenings();
            OpenText.Write(sheet, session.Answers);
            AnalyzeText.Limits(sheet, session.Answers);
        }

        return session.Answers.Completeness == Completeness.Truncated ? ExitCode.LimitReached : ExitCode.Fine;
    }
}
