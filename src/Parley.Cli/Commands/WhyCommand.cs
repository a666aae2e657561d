using System.CommandLine;
using Parley.Cli.Running;
using Parley.Obstacles;
using Parley.Reports.Json;
using Parley.Reports.Tables;
using Parley.Results;

namespace Parley.Cli.Commands;

/// <summary><c>parley why CASE</c>: why is there no deal, and what has each obstacle to do with it?</summary>
internal static class WhyCommand
{
    public static Command Build(CommandContext context)
    {
        var file = CommandContext.CaseArgument();
        var deal = new Option<string?>("--deal") { HelpName = "DEAL", Description = "Ask about one deal that the case names instead of any." };
        var generated = new Option<bool>("--generated") { Description = "Ask about obstacles made from the case's structure instead of its own." };
        var overlays = new OverlayOptions();
        var command = new Command("why", "Say which obstacles keep the parties from a deal, which would have to go, and what each has to do with it.") { file, deal, generated };
        overlays.AddTo(command);
        command.SetAction(words =>
        {
            var session = CaseSession.Open(context.Face, words.GetRequiredValue(file), overlays.Selected(words), out var exitCode);
            if (session is null) return exitCode;
            if (words.GetValue(deal) is { } name && session.Refuses(name, out exitCode)) return exitCode;
            return Run(context, words, session, new() { Deal = words.GetValue(deal), Generated = words.GetValue(generated), Certificates = context.WantsJson(words) });
        });
        return command;
    }

    private static int Run(CommandContext context, ParseResult words, CaseSession session, ObstaclesOptions options)
    {
        if (context.WantsJson(words))
        {
            session.AskWhy(options);
            context.Face.Output.Write(AnswersJson.Text(session.Answers));
        }
        else
        {
            var sheet = context.NewSheet(words);
            AnalyzeText.Header(sheet, session.Answers);
            context.Face.Output.Flush();
            session.AskWhy(options);
            WhyText.Write(sheet, session.Answers);
            AnalyzeText.Limits(sheet, session.Answers);
        }

        return session.Answers.Completeness == Completeness.Truncated ? ExitCode.LimitReached : ExitCode.Fine;
    }
}
