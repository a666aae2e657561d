using System.CommandLine;
using Parley.Cli.Running;
using Parley.Reports.Pictures;
using Parley.Reports.Tables;

namespace Parley.Cli.Commands;

/// <summary><c>parley agenda CASE</c>: do the same topics come back without anything coming of them?</summary>
internal static class AgendaCommand
{
    public static Command Build(CommandContext context)
    {
        var picture = ExtraFile.Picture("Draw the grid of topics and meetings into a file that ends in .svg.");
        var command = EvidenceQuestion.Build(
            context,
            "agenda",
            "Follow the topics through the meetings, and say what is never raised.",
            (session, evidence, _) => session.AskAgenda(evidence),
            AgendaSection.Write,
            (words, session) =>
            {
                picture.Write(context.Face, words, () => AgendaPicture.Svg(session.Answers.Agenda!, session.Answers.Words)); // asked before
                return null;
            });
        command.Options.Add(picture.Option);
        return command;
    }
}
