using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Parley.Cases.Text;
using Parley.Sweeps;

namespace Parley.Cli.Running;

/// <summary>Overlay options of which each value is an alternative along an axis of a grid.</summary>
internal sealed class AxisOptions
{
    private const string None = "none";
    private const int MostSteps = 10_000;

    private readonly Option<string[]> _at = Many("--at", "DATE", "Dates, each an alternative; as all of these, separated by commas or repeated.");
    private readonly Option<string[]> _under = Many("--under", "LEADER", "Leaders in office; \"none\" for the case's own.");
    private readonly Option<string[]> _seenBy = Many("--seen-by", "PERCEPTION", "As it looks to someone; \"none\" for as it is.");
    private readonly Option<string[]> _story = Many("--story", "STORY", "Rival explanations; \"none\" for none.");
    private readonly Option<string[]> _given = Many("--given", "EVENT", "Events, each an alternative; joined by + they happen together; \"none\" for none.");
    private readonly Option<string[]> _without = Many("--without", "OBSTACLE", "Obstacles taken away, alike.");
    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "path=values",
        Description = "A number or word of the case with its alternatives: path=0.1|0.2|0.3, or path=0.1..0.5/5 for five values from 0.1 to 0.5. Each path is an axis.",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public void AddTo(Command command)
    {
        foreach (var option in new[] { _at, _under, _seenBy, _story, _given, _without, _set }) command.Options.Add(option);
        _set.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (Wrong(token.Value) is { } wrong) result.AddError(wrong);
            foreach (var twice in result.Tokens.GroupBy(t => t.Value.Split('=')[0].Trim(), StringComparer.Ordinal).Where(g => g.Count() > 1))
                result.AddError($"'{twice.Key}' is set twice: write all its values at once, {twice.Key}=0.1|0.2.");
        });
    }

    public SweepAxes Selected(ParseResult words) => new()
    {
        At = Single(words, _at),
        Under = Single(words, _under),
        SeenBy = Single(words, _seenBy),
        Story = Single(words, _story),
        Given = Sets(words, _given),
        Without = Sets(words, _without),
        Set = [.. (words.GetValue(_set) ?? []).Select(s => Edits(s)!.Value)], // checked as they were typed
    };

    private static ImmutableArray<string?> Single(ParseResult words, Option<string[]> option) => [.. Values(words, option).Select(v => v == None ? null : v)];

    private static ImmutableArray<ImmutableArray<string>> Sets(ParseResult words, Option<string[]> option) =>
        [.. Values(words, option).Select(v => v == None ? [] : v.Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToImmutableArray())];

    private static IEnumerable<string> Values(ParseResult words, Option<string[]> option) =>
        (words.GetValue(option) ?? []).SelectMany(l => l.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal);

    // What is wrong with the alternatives of a path, each with its fix; what is wrong with one of them is told when it is read.
    private static string? Wrong(string text)
    {
        if (Edits(text) is null) return $"'{text}' has no values: write path=0.1|0.2|0.3 or path=0.1..0.5/5.";
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var (path, values) = (text[..equals].Trim(), text[(equals + 1)..].Trim());
        if (Steps(values) is not null) return null;
        var parts = values.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length > 1 && parts.All(IsNumber)) return $"'{text}': alternatives are separated by |, and numbers have a point: {path}={string.Join('|', parts)}.";
        var (dots, slash) = (values.IndexOf("..", StringComparison.Ordinal), values.LastIndexOf('/'));
        if (dots <= 0 || !IsNumber(values[..dots]) || !IsNumber(values[(dots + 2)..(slash < dots ? values.Length : slash)])) return null;
        return slash < dots
            ? $"'{text}' does not say how many values: {path}={values}/5 takes five."
            : $"'{text}': behind / stands how many values, from 2 to {MostSteps.ToString("N0", CultureInfo.InvariantCulture)}, of numbers up to {CaseLimits.Magnitude.ToString("N0", CultureInfo.InvariantCulture)}.";
    }

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static ImmutableArray<string>? Edits(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || equals == text.Length - 1) return null;
        var (path, values) = (text[..equals].Trim(), text[(equals + 1)..].Trim());
        if (Steps(values) is { } steps) return [.. steps.Select(v => $"{path}={v}")];
        var edits = values.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).Select(v => $"{path}={v}");
        return edits.Any() ? [.. edits] : null;
    }

    // from..to/count, rounded to the four decimals that a number may have.
    private static string[]? Steps(string values)
    {
        var (dots, slash) = (values.IndexOf("..", StringComparison.Ordinal), values.LastIndexOf('/'));
        if (dots <= 0 || slash < dots
            || !decimal.TryParse(values[..dots], NumberStyles.Float, CultureInfo.InvariantCulture, out var from)
            || !decimal.TryParse(values[(dots + 2)..slash], NumberStyles.Float, CultureInfo.InvariantCulture, out var to)
            || !int.TryParse(values[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 2 or > MostSteps || Math.Abs(from) > CaseLimits.Magnitude || Math.Abs(to) > CaseLimits.Magnitude)
            return null;
        return [.. Enumerable.Range(0, count).Select(k => Math.Round(from + ((to - from) * k / (count - 1)), 4).ToString("0.####", CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal)];
    }

    private static Option<string[]> Many(string name, string value, string help) =>
        new(name) { HelpName = value, Description = help, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
}
