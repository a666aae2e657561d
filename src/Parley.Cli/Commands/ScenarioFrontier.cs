using System.CommandLine;
using Parley.Cases.Formats;
using Parley.Cases.Scenarios;
using Parley.Cli.Running;
using Parley.Outcomes;
using Parley.Problems;
using Parley.Reports.Answers;
using Parley.Reports.Json;
using Parley.Reports.Tables;
using Parley.Results;

namespace Parley.Cli.Commands;

/// <summary><c>parley frontier SCENARIO</c>: the frontier of another program's scenario.</summary>
internal static class ScenarioFrontier
{
    public static int Run(CommandContext context, ParseResult words, string path, ScenarioReadOptions reading, int? limit, string? within)
    {
        var face = context.Face;
        if (ScenarioSource.Read(face, path, reading) is not { } read) return ExitCode.InvalidCase;
        var answers = read.Scenarios.Select(s => Ask(face, s, limit ?? FrontierCommand.DefaultLimit, within)).ToList();
        if (context.WantsJson(words))
        {
            face.Output.Write(OutcomesJson.Text(answers));
        }
        else
        {
            var sheet = context.NewSheet(words);
            foreach (var answer in answers)
            {
                if (answer != answers[0]) sheet.Blank();
                OutcomesText.Write(sheet, answer, limit);
            }
        }

        return answers.Exists(a => a.Outcomes.Completeness == Completeness.Truncated) ? ExitCode.LimitReached : ExitCode.Fine;
    }

    /// <summary>The share that a percentage means; null when it is none.</summary>
    public static ExactDecimal? Share(string text)
    {
        if (!ExactDecimal.TryParse(text.TrimEnd('%'), out var number)) return null;
        var share = ExactDecimal.Of(number.Unscaled, number.Scale + (text.EndsWith('%') ? 2 : 0));
        return share > ExactDecimal.Zero && share < ExactDecimal.One ? share : null;
    }

    private static ScenarioAnswers Ask(Face face, Scenario scenario, int limit, string? within)
    {
        face.Cancellation.ThrowIfCancellationRequested();
        using var progress = new ConsoleProgress(face);
        var options = new OutcomesOptions { Limit = limit, Within = within is null ? ExactDecimal.Zero : Share(within)!.Value }; // checked when it was read
        return new()
        {
            Scenario = scenario,
            Outcomes = OutcomesAnalysis.Run(ScenarioProblem.Compile(scenario), options, progress, face.Cancellation),
            Version = AppVersion.Text,
            Hash = ScenarioFingerprint.Of(scenario),
            Limit = limit,
            Within = within,
        };
    }
}
