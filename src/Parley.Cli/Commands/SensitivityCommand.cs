using System.CommandLine;
using Parley.Cases.Overlays;
using Parley.Cli.Running;
using Parley.Reports.Pictures;
using Parley.Reports.Tables;
using Parley.Reports.Wording;
using Parley.Sensitivity;

namespace Parley.Cli.Commands;

/// <summary><c>parley sensitivity CASE</c>: which numbers does the verdict hang on, and which are worth finding out?</summary>
internal static class SensitivityCommand
{
    private const int MostDraws = 200_000;

    public static Command Build(CommandContext context)
    {
        var draws = new Option<int>("--draws") { HelpName = "N", Description = "Draws of all uncertain numbers.", DefaultValueFactory = _ => new SensitivityOptions().Draws };
        var rows = new Option<int>("--rows") { HelpName = "N", Description = "Rows of the design for total indices; 0 for none.", DefaultValueFactory = _ => new SensitivityOptions().Rows };
        var screen = new Option<bool>("--screen") { Description = "A cheap screening (Morris) instead of total indices." };
        var cost = new Option<double?>("--cost-of-talks") { HelpName = "SHARE", Description = "What talks cost, as a share of what a deal is worth; else what the case says." };
        var seed = DrawOptions.SeedOption();
        var threads = DrawOptions.ThreadsOption();
        DrawOptions.Needs(draws, n => n is >= 1 and <= MostDraws, $"--draws takes a number from 1 to {MostDraws}.");
        DrawOptions.Needs(rows, n => n is 0 or (>= 2 and <= 1_000_000), "--rows takes 0, or a number from 2 to a million.");
        DrawOptions.Needs(cost, c => c is null or (>= 0 and <= 1), "--cost-of-talks takes a share from 0 to 1.");
        var picture = ExtraFile.Picture("Draw a tornado and the shares of the spread into a file that ends in .svg.");
        var csv = ExtraFile.Csv("Write a line for each number to FILE.");
        var command = QuestionCommand.Build(
            context,
            "sensitivity",
            "Say which numbers the verdict hangs on, under what circumstances it is another, and what to find out first.",
            (session, words) =>
            {
                if (CaseNumbers.Sampled(session.BaseCase).IsEmpty) return context.Face.Refuse("No number of this case has a range, so nothing can vary. Write ranges, such as 30 (20..45).");
                session.AskSensitivity(new()
                {
                    Draws = words.GetValue(draws),
                    Rows = words.GetValue(rows),
                    Screen = words.GetValue(screen),
                    Seed = words.GetValue(seed),
                    Threads = DrawOptions.ThreadsOf(words, threads),
                    CostOfTalks = words.GetValue(cost),
                });
                var result = session.Answers.Sensitivity!; // asked before
                picture.Write(context.Face, words, () => SensitivityPicture.Svg(result, session.Answers.Words));
                csv.Write(context.Face, words, () => DrawsCsv.Text(result));
                return null;
            },
            SensitivitySection.Write);
        foreach (var option in new Option[] { draws, rows, screen, cost, seed, threads, picture.Option, csv.Option }) command.Options.Add(option);
        return command;
    }
}
