using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Parley.Cases.Overlays;

namespace Parley.Cli.Running;

/// <summary>The options that say under what a question is asked.</summary>
internal sealed class OverlayOptions
{
    private readonly Option<string?> _at = One("--at", "DATE", "Ask as of a date that the case declares; the last one by default.");
    private readonly Option<string?> _under = One("--under", "LEADER", "Ask with a leader that the case declares in office.");
    private readonly Option<string?> _seenBy = One("--seen-by", "PERCEPTION", "Ask as it looks to someone.");
    private readonly Option<string?> _story = One("--story", "STORY", "Ask under a rival explanation.");
    private readonly Option<string[]> _given = Many("--given", "EVENT,..", "Ask as if events had happened.");
    private readonly Option<string[]> _without = Many("--without", "OBSTACLE,..", "Ask with obstacles taken away.");
    private readonly Option<string[]> _set = Many("--set", "path=value", "Ask with a number or word of the case changed; may be repeated.");

    public void AddTo(Command command)
    {
        command.Options.Add(_at);
        command.Options.Add(_under);
        command.Options.Add(_seenBy);
        command.Options.Add(_story);
        command.Options.Add(_given);
        command.Options.Add(_without);
        command.Options.Add(_set);
    }

    public OverlaySelection Selected(ParseResult words) => new()
    {
        At = words.GetValue(_at),
        Under = words.GetValue(_under),
        SeenBy = words.GetValue(_seenBy),
        Story = words.GetValue(_story),
        Given = Names(words.GetValue(_given)),
        Without = Names(words.GetValue(_without)),
        Set = [.. words.GetValue(_set) ?? []],
    };

    /// <summary>True when a word typed by the user is one of these options.</summary>
    public bool IsOne(SymbolResult word) => word is OptionResult { Implicit: false } result
        && (result.Option == _at || result.Option == _under || result.Option == _seenBy || result.Option == _story
            || result.Option == _given || result.Option == _without || result.Option == _set);

    private static Option<string?> One(string name, string value, string help) =>
        new(name) { HelpName = value, Description = help };

    private static Option<string[]> Many(string name, string value, string help) =>
        new(name) { HelpName = value, Description = help, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };

    private static ImmutableArray<string> Names(string[]? lists) =>
    [
        .. (lists ?? []).SelectMany(l => l.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];
}
