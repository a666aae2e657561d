using System.CommandLine;
using Parley.Cli.Running;
using Parley.Reports.Json;
using Parley.Reports.Tables;
using Parley.Results;

namespace Parley.Cli.Commands;

/// <summary><c>parley compare CASE --at A --at B</c>: what is different then, and because of which numbers?</summary>
internal static class CompareCommand
{
    public static Command Build(CommandContext context)
    {
        var file = CommandContext.CaseArgument();
        var columns = new ColumnOptions();
        var command = new Command(
            "compare", "Put the case at several dates, under several leaders or events side by side, and say which numbers make the difference.") { file };
        columns.AddTo(command);
        command.SetAction(words =>
        {
            var selected = columns.Selected(words);
            if (selected.Count == 0)
                return context.Face.Refuse("compare needs something to compare with: --at, --under, --seen-by, --story, --given or --without.");
            var session = CaseSession.Open(context.Face, words.GetRequiredValue(file), columns.Common(words), out var exitCode);
            if (session is null) return exitCode;
            if (!session.AskComparison(selected)) return ExitCode.Usage;
            if (context.WantsJson(words))
            {
                context.Face.Output.Write(AnswersJson.Text(session.Answers));
            }
            else
            {
                var sheet = context.NewSheet(words);
                ComparisonText.Write(sheet, session.Answers);
                AnalyzeText.Limits(sheet, session.Answers);
            }

            return session.Answers.Completeness == Completeness.Truncated ? ExitCode.LimitReached : ExitCode.Fine;
        });
        return command;
    }
}
