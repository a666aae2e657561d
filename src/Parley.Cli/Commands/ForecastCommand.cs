using System.CommandLine;
using Parley.Cli.Running;
using Parley.Reports.Tables;

namespace Parley.Cli.Commands;

/// <summary><c>parley forecast CASE</c>: who foretold what, and how good was it?</summary>
internal static class ForecastCommand
{
    public static Command Build(CommandContext context)
    {
        var draws = new DrawOptions(draws: 200, least: 0);
        var command = EvidenceQuestion.Build(
            context,
            "forecast",
            "List forecasts beside what the case says and how likely it makes them, and score those that are resolved.",
            (session, evidence, words) => session.AskForecasts(evidence, words.GetValue(draws.Draws), words.GetValue(draws.Seed), draws.ThreadsOf(words)),
            ForecastsSection.Write);
        command.Options.Add(draws.Draws);
        command.Options.Add(draws.Seed);
        command.Options.Add(draws.Threads);
        return command;
    }
}
