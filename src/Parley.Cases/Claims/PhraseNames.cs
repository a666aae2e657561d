using System.Collections.Immutable;
using System.Globalization;
using Parley.Cases.Model;

namespace Parley.Cases.Claims;

/// <summary>Looks the names of phrases up in a case.</summary>
internal sealed class PhraseNames(CaseModel model)
{
    /// <summary>The name as results write it; null when the case declares nothing of the kind under it.</summary>
    public string? Find(PhraseName kind, string name) => kind switch
    {
        PhraseName.Report => name,
        PhraseName.Count => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 100 ? name : null,
        PhraseName.Option => FindOption(name),
        _ => Known(kind).Contains(name) ? name : null,
    };

    /// <summary>The names of a kind, in declaration order.</summary>
    public ImmutableArray<string> Known(PhraseName kind) =>
    [
        .. kind switch
        {
            PhraseName.Date => Overlays(OverlayKind.Date),
            PhraseName.Leader => Overlays(OverlayKind.Leader),
            PhraseName.Perception => Overlays(OverlayKind.Perception),
            PhraseName.Story => Overlays(OverlayKind.Story),
            PhraseName.Event => Overlays(OverlayKind.Event),
            PhraseName.Obstacle => Overlays(OverlayKind.Obstacle),
            PhraseName.Group => model.OverlaysOf(OverlayKind.Obstacle).Select(o => o.Group).OfType<string>().Distinct(),
            PhraseName.Deal => model.Deals.Select(d => d.Name),
            PhraseName.Party => model.Parties.Select(p => p.Name),
            PhraseName.Issue => model.Issues.Select(i => i.Name),
            PhraseName.Option => model.Issues.SelectMany(i => i.Options.Select(o => i.IdOf(o.Name))),
            PhraseName.Dimension => Dimensions(),
            PhraseName.Topic => model.Issues.Select(i => i.Topic).OfType<string>().Distinct(),
            PhraseName.Holder => model.Parties.Select(p => p.Name).Concat(model.Rules.Select(r => r.Name)),
            _ => [],
        },
    ];

    /// <summary>The obstacles of a group.</summary>
    public ImmutableArray<string> Members(string group) =>
        [.. model.OverlaysOf(OverlayKind.Obstacle).Where(o => o.Group == group).Select(o => o.Name)];

    /// <summary>What is wrong with a name that was not found.</summary>
    public PhraseFinding Missing(PhraseName kind, PhraseWord word, int index)
    {
        var finding = new PhraseFinding { Word = index, Text = word.Text, Name = kind, Known = Known(kind) };
        if (kind != PhraseName.Option) return finding;
        var (issue, option) = Split(word.Text);
        var found = model.Issues.FirstOrDefault(i => i.Name == issue);
        if (found is null) return finding with { Text = issue, Name = PhraseName.Issue, Known = Known(PhraseName.Issue) };
        return finding with { Text = option, Issue = issue, Known = [.. found.Options.Select(o => o.Name)] };
    }

    private IEnumerable<string> Overlays(OverlayKind kind) => model.OverlaysOf(kind).Select(o => o.Name);

    private IEnumerable<string> Dimensions() =>
        model.Dimensions.Select(d => d.Name).Concat(model.Parties.SelectMany(p => p.Weights).Select(w => w.Dimension)).Distinct();

    private static (string Issue, string Option) Split(string name)
    {
        var at = name.AsSpan().IndexOfAny('.', '=');
        return at < 0 ? (name, string.Empty) : (name[..at], name[(at + 1)..]);
    }

    private string? FindOption(string name)
    {
        var (issueName, optionName) = Split(name);
        var issue = model.Issues.FirstOrDefault(i => i.Name == issueName);
        var isValue = decimal.TryParse(optionName, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        var option = issue?.Options.FirstOrDefault(o => o.Name == optionName || (isValue && o.At == value));
        return option is null ? null : issue!.IdOf(option.Name); // an option was found in it
    }
}
