using System.CommandLine;
using System.Globalization;
using Parley.Cli.Running;
using Parley.Reports.Tables;

namespace Parley.Cli.Commands;

/// <summary><c>parley frontier CASE</c>: which deals does no other deal better for everyone?</summary>
internal static class FrontierCommand
{
    /// <summary>Points that are plenty to read and quick to find.</summary>
    public const int DefaultLimit = 10_000;

    public static Command Build(CommandContext context)
    {
        var limit = new Option<int>("--limit")
        {
            HelpName = "N",
            Description = "Stop after so many deals.",
            DefaultValueFactory = _ => DefaultLimit,
        };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var n) && n < 1)
            {
                result.AddError("--limit takes a number from 1.");
            }
        });
        var within = new Option<string?>("--within")
        {
            HelpName = "SHARE",
            Description = "Thin a scenario's frontier out: give away at most this share of each side's range, such as 0.1%.",
        };
        within.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && ScenarioFrontier.Share(result.Tokens[0].Value) is null)
                result.AddError($"--within takes a share above 0 and below 1, such as 0.1%; '{result.Tokens[0].Value}' is none.");
        });
        var kalai = new Option<string?>("--kalai")
        {
            HelpName = "NAME",
            Description = "Show too what another program calls Kalai: least-difference, least-sum-of-differences, greatest-welfare or egalitarian.",
        };
        kalai.AcceptOnlyFromAmong([.. OutcomesText.KalaiNames]);
        var reading = new ScenarioOptions();
        var command = QuestionCommand.Build(
            context,
            "frontier",
            "List the deals that no other deal betters for everyone, and what the classical solutions pick.",
            (session, words) => session.AskFrontier(words.GetValue(limit)),
            FrontierSection.WriteAll,
            (words, given) =>
            {
                if (ScenarioSource.Find(given, context.Face.Folder) is { } path)
                {
                    int? listed = words.GetResult(limit) is { Implicit: false } ? words.GetValue(limit) : null;
                    return ScenarioFrontier.Run(context, words, path, reading.Selected(words), new(listed, words.GetValue(within), words.GetValue(kalai)));
                }

                return reading.AreGiven(words) || words.GetValue(within) is not null || words.GetValue(kalai) is not null
                    ? context.Face.Refuse($"--semantics, --profiles, --within and --kalai are for scenarios of other programs; '{given}' is none.")
                    : null;
            });
        command.Options.Add(within);
        command.Options.Add(kalai);
        reading.AddTo(command);
        command.Options.Add(limit);
        return command;
    }
}
