using System.CommandLine;
using Parley.Claims;
using Parley.Cli.Running;
using Parley.Reports.Json;
using Parley.Reports.Tables;
using Parley.Results;

namespace Parley.Cli.Commands;

/// <summary><c>parley claims CASE</c>: which claims follow from the numbers, and which numbers do they hang on?</summary>
internal static class ClaimsCommand
{
    public static Command Build(CommandContext context)
    {
        var file = CommandContext.CaseArgument();
        var overlays = new OverlayOptions();
        var fragile = new Option<bool>("--fragile") { Description = "Change every number, one at a time, and say which claims then stop following." };
        var reconcile = new Option<bool>("--reconcile") { Description = "Look for numbers within their ranges under which all claims hold with room to spare." };
        var fail = new Option<bool>("--fail") { Description = "Exit with 1 when a claim does not follow." };
        var command = new Command("claims", "Say which claims of a case follow from its numbers, and what each hangs on.") { file, fragile, reconcile, fail };
        overlays.AddTo(command);
        command.SetAction(words =>
        {
            var session = CaseSession.Open(context.Face, words.GetRequiredValue(file), overlays.Selected(words), out var exitCode);
            if (session is null) return exitCode;
            session.AskClaims(new() { Fragile = words.GetValue(fragile), Reconcile = words.GetValue(reconcile) });
            if (context.WantsJson(words)) context.Face.Output.Write(AnswersJson.Text(session.Answers));
            else WriteText(context.NewSheet(words), session);
            if (words.GetValue(fail) && session.Answers.Claims!.Claims.Any(c => c.Status == ClaimStatus.DoesNotFollow)) return ExitCode.Finding; // asked above
            return session.Answers.Completeness == Completeness.Truncated ? ExitCode.LimitReached : ExitCode.Fine;
        });
        return command;
    }

    private static void WriteText(Sheet sheet, CaseSession session)
    {
        AnalyzeText.Header(sheet, session.Answers);
        ClaimsSection.Write(sheet, session.Answers);
        AnalyzeText.Limits(sheet, session.Answers);
    }
}
