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
    public static int Run(CommandContext context, ParseResult words, string path, ScenarioReadOptions reading, FrontierWish wish)
    {
        var face = context.Face;
        if (ScenarioSource.Read(face, path, reading) is not { } read) return ExitCode.InvalidCase;
        var answers = read.Scenarios.Select(s => Ask(face, s, wish.Limit ?? FrontierCommand.DefaultLimit, wish.Within)).ToList();
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
                OutcomesText.Write(sheet, answer, wish.Limit, wish.Kalai);
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

/// <summary>What was asked of a scenario's frontier.</summary>
/// <param name="Limit">Points to list; null for a usual number.</param>
/// <param name="Within">The share that may be given away, as typed; null for none.</param>
/// <param name="Kalai">Which of other programs' Kalai points to show; null for none.</param>
internal sealed record FrontierWish(int? Limit, string? Within, string? Kalai);
