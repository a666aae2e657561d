using System.CommandLine;
using Parley.Cli.Running;
using Parley.Reports.Json;
using Parley.Reports.Tables;
using Parley.Reports.Wording;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Cli.Commands;

/// <summary><c>parley analyze CASE</c>: is there anything to discuss, and if not, how far is it from that?</summary>
internal static class AnalyzeCommand
{
    private static readonly string[] Findings = ["nothing", "tokens", "deal"];

    public static Command Build(CommandContext context)
    {
        var file = CommandContext.CaseArgument();
        var overlays = new OverlayOptions();
        var failOn = new Option<string?>("--fail-on")
        {
            HelpName = "VERDICT,..",
            Description = "Exit with 1 when the verdict is one of these: nothing, tokens, deal.",
        };
        failOn.Validators.Add(result =>
        {
            foreach (var word in Words(result.GetValueOrDefault<string?>()).Except(Findings))
            {
                result.AddError($"'{word}' is no verdict; --fail-on takes {string.Join(", ", Findings)}.");
            }
        });
        var command = new Command("analyze", "Say whether the parties have a deal, by how much, and what stands in the way.") { file, failOn };
        overlays.AddTo(command);
        command.SetAction(words =>
        {
            var session = CaseSession.Open(
                context.Face, words.GetRequiredValue(file), overlays.Selected(words), out var exitCode);
            return session is null ? exitCode : Run(context, words, session, Words(words.GetValue(failOn)));
        });
        return command;
    }

    private static int Run(CommandContext context, ParseResult words, CaseSession session, string[] failOn)
    {
        if (context.WantsJson(words))
        {
            session.AskVerdict();
            AskRest(session);
            context.Face.Output.Write(AnswersJson.Text(session.Answers));
        }
        else
        {
            var sheet = context.NewSheet(words);
            AnalyzeText.Header(sheet, session.Answers);
            context.Face.Output.Flush();
            session.AskVerdict();
            AnalyzeText.Verdict(sheet, session.Answers);
            context.Face.Output.Flush();
            AskRest(session);
            AnalyzeText.Rest(sheet, session.Answers);
        }

        return Finding(session, failOn);
    }

    private static void AskRest(CaseSession session)
    {
        session.AskTrade();
        session.AskDeals();
        session.AskFrontier(FrontierCommand.DefaultLimit);
        if (session.Answers.Model.Negotiators.Count() > 2) session.AskCoalitions();
    }

    private static int Finding(CaseSession session, string[] failOn)
    {
        if (session.Answers.Verdict is { } verdict && !VerdictSentence.IsOpen(verdict) && failOn.Contains(GradeWords.Slug(verdict.Grade)))
        {
            return ExitCode.Finding;
        }

        return session.Answers.Completeness == Completeness.Truncated ? ExitCode.LimitReached : ExitCode.Fine;
    }

    private static string[] Words(string? list) =>
        (list ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
