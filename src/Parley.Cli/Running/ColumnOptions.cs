using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Parley.Cases.Overlays;

namespace Parley.Cli.Running;

/// <summary>Overlay options of which each value is a column of its own, in the order typed.</summary>
internal sealed class ColumnOptions
{
    private readonly Option<string[]> _set = Many("--set", "path=value", "Change a number or word of the case in every column; may be repeated.");
    private readonly (Option<string[]> Option, Func<string, OverlaySelection> Select)[] _columns =
    [
        (Many("--at", "DATE", "A column as of a date."), value => new() { At = value }),
        (Many("--under", "LEADER", "A column with a leader in office."), value => new() { Under = value }),
        (Many("--seen-by", "PERCEPTION", "A column as it looks to someone."), value => new() { SeenBy = value }),
        (Many("--story", "STORY", "A column under a rival explanation."), value => new() { Story = value }),
        (Many("--given", "EVENT,..", "A column as if events had happened, all that are named together."), value => new() { Given = Names(value) }),
        (Many("--without", "OBSTACLE,..", "A column with obstacles taken away, all that are named together."), value => new() { Without = Names(value) }),
    ];

    public void AddTo(Command command)
    {
        foreach (var (option, _) in _columns) command.Options.Add(option);
        command.Options.Add(_set);
    }

    /// <summary>What holds in every column.</summary>
    public OverlaySelection Common(ParseResult words) => new() { Set = [.. words.GetValue(_set) ?? []] };

    /// <summary>The columns in the order typed; before a single one, the case as asked by default.</summary>
    public IReadOnlyList<OverlaySelection> Selected(ParseResult words)
    {
        var common = Common(words);
        var columns = new List<OverlaySelection>();
        for (var k = 0; k + 1 < words.Tokens.Count; k++)
        {
            if (words.Tokens[k].Type != TokenType.Option || words.Tokens[k + 1].Type != TokenType.Argument) continue;
            var column = Array.Find(_columns, c => c.Option.Name == words.Tokens[k].Value);
            if (column.Option is not null) columns.Add(column.Select(words.Tokens[k + 1].Value) with { Set = common.Set });
        }

        if (columns.Count == 1) columns.Insert(0, common);
        return columns;
    }

    private static Option<string[]> Many(string name, string value, string help) =>
        new(name) { HelpName = value, Description = help, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };

    private static ImmutableArray<string> Names(string list) =>
        [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
