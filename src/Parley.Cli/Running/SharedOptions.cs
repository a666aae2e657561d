using System.CommandLine;

namespace Parley.Cli.Running;

/// <summary>Options that every command has.</summary>
internal sealed class SharedOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "Write JSON (docs/json.md).", Recursive = true };

    public Option<bool> NoColour { get; } = new("--no-color")
    {
        Description = "Write no colours; NO_COLOR in the environment does the same.",
        Recursive = true,
    };
}

/// <summary>What a command is run with.</summary>
internal sealed record CommandContext(Face Face, SharedOptions Shared)
{
    public static Argument<string> CaseArgument() => new("CASE")
    {
        Description = "A case file, a folder with a case.yaml, the name of a shipped case, or a scenario of GENIUS, GeniusWeb, NegMAS or NegoLog.",
    };

    public bool WantsJson(ParseResult words) => words.GetValue(Shared.Json);

    public Reports.Tables.Sheet NewSheet(ParseResult words) => Face.NewSheet(plain: words.GetValue(Shared.NoColour));
}
