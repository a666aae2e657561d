using System.CommandLine;
using Parley.Cli.Running;
using Parley.Reports.Tables;

namespace Parley.Cli.Commands;

/// <summary><c>parley forecast CASE</c>: who foretold what, and how good was it?</summary>
internal static class ForecastCommand
{
    public static Command Build(CommandContext context) => EvidenceQuestion.Build(
        context, "forecast", "List forecasts beside what the case says, and score those that are resolved.",
        (session, evidence) => session.AskForecasts(evidence), ForecastsSection.Write);
}
