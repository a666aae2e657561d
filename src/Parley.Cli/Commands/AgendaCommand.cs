using System.CommandLine;
using Parley.Cases.Text;
using Parley.Cli.Running;
using Parley.Reports.Pictures;
using Parley.Reports.Tables;

namespace Parley.Cli.Commands;

/// <summary><c>parley agenda CASE</c>: do the same topics come back without anything coming of them?</summary>
internal static class AgendaCommand
{
    public static Command Build(CommandContext context)
    {
        var picture = new Option<string?>("--picture") { HelpName = "FILE", Description = "Draw the grid of topics and meetings into a file that ends in .svg." };
        var command = EvidenceQuestion.Build(
            context,
            "agenda",
            "Follow the topics through the meetings, and say what is never raised.",
            (session, evidence, _) => session.AskAgenda(evidence),
            AgendaSection.Write,
            (words, session) => words.GetValue(picture) is { } file ? Draw(context.Face, file, session) : null);
        command.Options.Add(picture);
        return command;
    }

    private static int? Draw(Face face, string file, CaseSession session)
    {
        if (!file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)) return face.Refuse($"'{file}' ends in no kind of drawing. Write a name that ends in .svg.");
        CaseFile.WriteText(face.PathOf(file), AgendaPicture.Svg(session.Answers.Agenda!, session.Answers.Words)); // asked before
        return null;
    }
}
