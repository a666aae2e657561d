using System.CommandLine;
using System.Globalization;
using Parley.Cli.Running;
using Parley.Dynamics;
using Parley.Reports.Pictures;
using Parley.Reports.Tables;
using Parley.Reports.Wording;

namespace Parley.Cli.Commands;

/// <summary><c>parley path CASE</c>: where is the relationship expected to go, and what would change the verdict on the way?</summary>
internal static class PathCommand
{
    public static Command Build(CommandContext context)
    {
        var quarters = new Option<int>("--quarters") { HelpName = "N", Description = $"How many quarters ahead, 1 to {PathOptions.MostQuarters}.", DefaultValueFactory = _ => 8 };
        quarters.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var n) || n is < 1 or > PathOptions.MostQuarters)) result.AddError($"--quarters takes a whole number from 1 to {PathOptions.MostQuarters}.");
        });
        var picture = ExtraFile.Picture("Draw the path as a fan into a file that ends in .svg.");
        var csv = ExtraFile.Csv("Write the path to FILE, one line for each quarter.");
        int? Ask(CaseSession session, ParseResult words)
        {
            var face = context.Face;
            if (EvidenceQuestion.IndexOf(face, session) is not var (evidence, index)) return ExitCode.Usage;
            session.AskPath(new() { Index = index, AsOf = evidence.AsOf, Quarters = words.GetRequiredValue(quarters) });
            var result = session.Answers.Path!; // asked before
            csv.Write(face, words, () => PathCsv.Text(result));
            if (picture.IsWanted(words) && !result.Path.HasQuantiles) return face.Refuse("the effects of the events have no common step coarse enough for a drawing; round them.");
            picture.Write(face, words, () => PathPicture.Svg(result, session.Answers.Words));
            return null;
        }

        var command = QuestionCommand.Build(context, "path", "Follow the relationship index over the coming quarters, and say what would change the verdict on the way.", Ask, PathSection.Write);
        command.Options.Add(quarters);
        command.Options.Add(picture.Option);
        command.Options.Add(csv.Option);
        return command;
    }
}
