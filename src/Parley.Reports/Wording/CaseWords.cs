using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Reports.Wording;

/// <summary>What the case calls its parts: the title where it gives one, else the name with spaces for underscores.</summary>
public sealed class CaseWords(CaseModel model)
{
    private Dictionary<string, string>? _options;

    public CaseModel Model => model;

    public string CaseTitle => model.Title ?? Plain(model.Name);

    public string Party(string name) => model.Parties.FirstOrDefault(p => p.Name == name)?.Title ?? Plain(name);

    /// <summary>The party called that, or the rule where the holder of a condition is no party.</summary>
    public string Holder(string name) =>
        model.Parties.Any(p => p.Name == name) ? Party(name) : Rule(name);

    /// <summary>The party, issue or rule that numbers stand under.</summary>
    public string Holding(string name) => model.Issues.Any(i => i.Name == name) ? Issue(name) : Holder(name);

    public string Issue(string name) => model.Issues.FirstOrDefault(i => i.Name == name)?.Title ?? Plain(name);

    public string Rule(string name) => model.Rules.FirstOrDefault(r => r.Name == name)?.Title ?? Plain(name);

    public string Deal(string name) => model.Deals.FirstOrDefault(d => d.Name == name)?.Title ?? Plain(name);

    public string Dimension(string name) =>
        model.Dimensions.FirstOrDefault(d => d.Name == name)?.Title ?? Plain(name);

    public string Overlay(OverlayKind kind, string name) =>
        model.OverlaysOf(kind).FirstOrDefault(o => o.Name == name)?.Title ?? Plain(name);

    /// <summary>An option by its id, after its issue: titles of options are written to be read beside it.</summary>
    public string Option(string id) => (_options ??= NameOptions(model)).TryGetValue(id, out var text) ? text : Plain(id);

    /// <summary>What a rule refers to: an option, or any change of an issue.</summary>
    public string Reference(OptionReference reference)
    {
        var issue = model.Issues.FirstOrDefault(i => i.Name == reference.Issue);
        if (reference.Option is null || issue is null) return $"any change of {Issue(reference.Issue)}";
        return Option(issue.IdOf(reference.Option));
    }

    /// <summary>A package by what it changes, in a sentence.</summary>
    public string Package(ImmutableArray<string> changes) => Package(changes, "; ");

    /// <summary>A package by what it changes, one a line.</summary>
    public string PackageLines(ImmutableArray<string> changes) => Package(changes, "\n");

    public string Parties(IEnumerable<string> names, string and = "and") => Listed([.. names.Select(Party)], and);

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Listed(IReadOnlyList<string> items, string and = "and") => items.Count switch
    {
        0 => string.Empty,
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {and} {items[^1]}",
    };

    public static string Plain(string name) => name.Replace('_', ' ');

    private string Package(ImmutableArray<string> changes, string between) =>
        changes.IsDefaultOrEmpty ? "nothing changes" : string.Join(between, changes.Select(Option));

    private static Dictionary<string, string> NameOptions(CaseModel model)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var issue in model.Issues)
        {
            var issueText = issue.Title ?? Plain(issue.Name);
            foreach (var option in issue.Options)
            {
                texts[issue.IdOf(option.Name)] = option switch
                {
                    { Title: { } title } => $"{issueText}: {title}",
                    { At: { } at } => $"{issueText} {NumberText.Typed(at)}",
                    _ when option.Name == issue.StatusQuo => $"{issueText} stays as it is",
                    _ => $"{issueText}: {Plain(option.Name)}",
                };
            }
        }

        return texts;
    }
}
