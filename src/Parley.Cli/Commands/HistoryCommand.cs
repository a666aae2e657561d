using System.CommandLine;
using Parley.Cli.Running;
using Parley.History;
using Parley.Reports.Pictures;
using Parley.Reports.Tables;

namespace Parley.Cli.Commands;

/// <summary><c>parley history CASE</c>: what happened, and where did it take the relationship?</summary>
internal static class HistoryCommand
{
    public static Command Build(CommandContext context)
    {
        var by = new Option<string>("--by") { HelpName = "month|quarter|year", Description = "Count by this period.", DefaultValueFactory = _ => "quarter" };
        by.AcceptOnlyFromAmong("month", "quarter", "year");
        var picture = ExtraFile.Picture("Draw the index over time and its expected path into a file that ends in .svg.");
        int? Ask(CaseSession session, ParseResult words)
        {
            if (EvidenceQuestion.IndexOf(context.Face, session) is not var (evidence, index)) return ExitCode.Usage;
            session.AskHistory(new() { Evidence = evidence, Index = index, Period = Enum.Parse<EventPeriod>(words.GetRequiredValue(by), ignoreCase: true) });
            var history = session.Answers.History!; // asked before
            if (picture.IsWanted(words) && history.Events.IsEmpty) return context.Face.Refuse("there is no history to draw; add events under 'history:' in evidence.yaml.");
            picture.Write(context.Face, words, () => HistoryPicture.Svg(history, session.Answers.Words));
            return null;
        }

        var command = QuestionCommand.Build(context, "history", "Say what happened, where it took the relationship, and whether that is what the case expects.", Ask, HistorySection.Write);
        command.Options.Add(by);
        command.Options.Add(picture.Option);
        return command;
    }
}
