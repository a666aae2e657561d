using System.CommandLine;
using Parley.Cli.Running;
using Parley.Reports.Pictures;
using Parley.Reports.Tables;
using Parley.Reports.Wording;
using Parley.Robustness;

namespace Parley.Cli.Commands;

/// <summary><c>parley robust CASE</c>: how sure is the verdict?</summary>
internal static class RobustCommand
{
    public static Command Build(CommandContext context)
    {
        var draws = new DrawOptions();
        var closer = new Option<int>("--closer")
        {
            HelpName = "N",
            Description = "Draws in which claims and blocking sets are looked at; 0 for none.",
            DefaultValueFactory = _ => new RobustOptions().CloserDraws,
        };
        var until = new Option<double?>("--until") { HelpName = "SHARE", Description = "Go on until every verdict's share is known to this much either way, such as 0.01; up to a million draws or --draws." };
        DrawOptions.Needs(closer, n => n >= 0, "--closer takes a number of draws, 0 or more.");
        DrawOptions.Needs(until, h => h is null or (> 0 and < 1), "--until takes a share between 0 and 1, such as 0.01.");
        var picture = ExtraFile.Picture("Draw the margins, verdicts, convergence and claims into a file that ends in .svg.");
        var csv = ExtraFile.Csv("Write every share to FILE, a line for each.");
        var command = QuestionCommand.Build(
            context,
            "robust",
            "Say how sure the verdict is: in which share of plausible worlds it, its reasons and the claims stand.",
            (session, words) =>
            {
                if (draws.Refusal(words, context.Face, session.BaseCase) is { } refused) return refused;
                session.AskRobust(new()
                {
                    Draws = words.GetResult(draws.Draws) is { Implicit: false } || words.GetValue(until) is null ? words.GetValue(draws.Draws) : 1_000_000,
                    Seed = words.GetValue(draws.Seed),
                    Sampling = draws.Kind(words),
                    Threads = draws.ThreadsOf(words),
                    Until = words.GetValue(until),
                    CloserDraws = words.GetValue(closer),
                });
                var result = session.Answers.Robust!; // asked before
                picture.Write(context.Face, words, () => RobustPicture.Svg(result, session.Answers.Words));
                csv.Write(context.Face, words, () => DrawsCsv.Text(result));
                return null;
            },
            RobustSection.Write);
        draws.AddTo(command);
        command.Options.Add(closer);
        command.Options.Add(until);
        command.Options.Add(picture.Option);
        command.Options.Add(csv.Option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(until) is { Tokens.Count: > 0 } && result.GetValue(draws.Sampling) == "latin")
                result.AddError("A Latin hypercube has to know beforehand how many draws there are: leave out --until, or take --sampling sobol.");
        });
        return command;
    }
}
