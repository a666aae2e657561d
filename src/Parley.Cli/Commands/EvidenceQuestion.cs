using System.CommandLine;
using Parley.Cases.Evidence;
using Parley.Cli.Running;
using Parley.Reports.Answers;
using Parley.Reports.Json;
using Parley.Reports.Tables;
using Parley.Results;

namespace Parley.Cli.Commands;

/// <summary>The road of commands that ask about the evidence beside a case.</summary>
internal static class EvidenceQuestion
{
    /// <summary>Builds one.</summary>
    /// <param name="context">What it is run with.</param>
    /// <param name="name">The command's name.</param>
    /// <param name="help">What it answers.</param>
    /// <param name="ask">Asks it.</param>
    /// <param name="write">Writes the answer as text.</param>
    /// <param name="after">What else is done with the answer: an exit code, or null to go on; null for nothing.</param>
    public static Command Build(
        CommandContext context,
        string name,
        string help,
        Action<CaseSession, CaseEvidence> ask,
        Action<Sheet, CaseAnswers> write,
        Func<ParseResult, CaseSession, int?>? after = null)
    {
        var file = CommandContext.CaseArgument();
        var overlays = new OverlayOptions();
        var command = new Command(name, help) { file };
        overlays.AddTo(command);
        command.SetAction(words =>
        {
            var given = words.GetRequiredValue(file);
            var session = CaseSession.Open(context.Face, given, overlays.Selected(words), out var exitCode);
            if (session is null) return exitCode;
            if (session.Evidence is not { } evidence)
                return context.Face.Refuse($"'{given}' has no evidence.yaml beside its case.yaml; docs/format.md, rung 11, says what goes into it.");
            ask(session, evidence);
            if (after?.Invoke(words, session) is { } stopped) return stopped;
            if (context.WantsJson(words)) context.Face.Output.Write(AnswersJson.Text(session.Answers));
            else QuestionCommand.WriteText(context.NewSheet(words), session.Answers, write);
            return session.Answers.Completeness == Completeness.Truncated ? ExitCode.LimitReached : ExitCode.Fine;
        });
        return command;
    }
}
