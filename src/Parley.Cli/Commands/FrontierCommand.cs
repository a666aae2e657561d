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
        var command = QuestionCommand.Build(
            context,
            "frontier",
            "List the deals that no other deal betters for everyone, and what the classical solutions pick.",
            (session, words) => session.AskFrontier(words.GetValue(limit)),
            FrontierSection.WriteAll);
        command.Options.Add(limit);
        return command;
    }
}
