using System.CommandLine;
using Parley.Cases.Formats;
using Parley.Cases.Scenarios;

namespace Parley.Cli.Running;

/// <summary>The options that say how to read a scenario of another program.</summary>
internal sealed class ScenarioOptions
{
    private readonly Option<string?> _semantics = new("--semantics")
    {
        HelpName = "genius|as-written",
        Description = "How a scenario's numbers become utilities; the way of its format by default.",
    };

    private readonly Option<string[]> _profiles = new("--profiles")
    {
        HelpName = "A,B,..",
        Description = "Which of a scenario's profiles sit at the table; all by default.",
        AllowMultipleArgumentsPerToken = false,
    };

    public ScenarioOptions() => _semantics.AcceptOnlyFromAmong("genius", "as-written");

    public void AddTo(Command command)
    {
        command.Options.Add(_semantics);
        command.Options.Add(_profiles);
    }

    /// <summary>True when one of them was typed.</summary>
    public bool AreGiven(ParseResult words) => words.GetResult(_semantics) is { Implicit: false } || words.GetResult(_profiles) is { Implicit: false };

    public ScenarioReadOptions Selected(ParseResult words) => new()
    {
        Semantics = words.GetValue(_semantics) switch
        {
            "genius" => ScenarioSemantics.Genius,
            "as-written" => ScenarioSemantics.AsWritten,
            _ => null,
        },
        Profiles =
        [
            .. (words.GetValue(_profiles) ?? [])
                .SelectMany(l => l.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        ],
    };
}
