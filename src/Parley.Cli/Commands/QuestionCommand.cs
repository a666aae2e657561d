using System.CommandLine;
using Parley.Cli.Running;
using Parley.Reports.Answers;
using Parley.Reports.Json;
using Parley.Reports.Tables;
using Parley.Results;

namespace Parley.Cli.Commands;

/// <summary>The road that commands with a single question share: open, ask, write.</summary>
internal static class QuestionCommand
{
    /// <summary>Builds a command that asks one thing of a case.</summary>
    /// <param name="context">What it is run with.</param>
    /// <param name="name">The command's name.</param>
    /// <param name="help">What it answers.</param>
    /// <param name="ask">Asks it.</param>
    /// <param name="write">Writes the answer as text.</param>
    /// <param name="instead">Another road for what is given: its exit code, or null to go on; null for no other road.</param>
    public static Command Build(
        CommandContext context,
        string name,
        string help,
        Action<CaseSession, ParseResult> ask,
        Action<Sheet, CaseAnswers> write,
        Func<ParseResult, string, int?>? instead = null)
    {
        int? Ask(CaseSession session, ParseResult words)
        {
            ask(session, words);
            return null;
        }

        return Build(context, name, help, Ask, write, instead);
    }

    /// <summary>The same of a question that may end in an exit code instead of an answer.</summary>
    public static Command Build(
        CommandContext context,
        string name,
        string help,
        Func<CaseSession, ParseResult, int?> ask,
        Action<Sheet, CaseAnswers> write,
        Func<ParseResult, string, int?>? instead = null)
    {
        var file = CommandContext.CaseArgument();
        var overlays = new OverlayOptions();
        var command = new Command(name, help) { file };
        overlays.AddTo(command);
        command.SetAction(words =>
        {
            if (instead?.Invoke(words, words.GetRequiredValue(file)) is { } done) return done;
            var session = CaseSession.Open(
                context.Face, words.GetRequiredValue(file), overlays.Selected(words), out var exitCode);
            if (session is null) return exitCode;
            if (ask(session, words) is { } ended) return ended;
            if (context.WantsJson(words)) context.Face.Output.Write(AnswersJson.Text(session.Answers));
            else WriteText(context.NewSheet(words), session.Answers, write);
            return session.Answers.Completeness == Completeness.Truncated ? ExitCode.LimitReached : ExitCode.Fine;
        });
        return command;
    }

    /// <summary>The header, the answer, and whether a limit was reached.</summary>
    public static void WriteText(Sheet sheet, CaseAnswers answers, Action<Sheet, CaseAnswers> write)
    {
        AnalyzeText.Header(sheet, answers);
        write(sheet, answers);
        AnalyzeText.Limits(sheet, answers);
    }
}
