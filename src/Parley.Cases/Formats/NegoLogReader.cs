using System.Collections.Immutable;
using Parley.Cases.Scenarios;
using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>Reads the profiles of NegoLog, which carry their issues in themselves.</summary>
internal static class NegoLogReader
{
    /// <summary>The issues and values of the first profile, which the others must share.</summary>
    public static ScenarioDomain? ReadDomain(FormatFile file, CaseNode root, string name)
    {
        if (NodeFields.Of(file, root, "A profile")?.Inner("issues", "A profile") is not { } issues) return null;
        var builder = new DomainBuilder(file);
        foreach (var entry in issues.Entries)
        {
            if (NodeFields.Of(file, entry.Value, $"The issue '{entry.Key.Text}'") is { } values)
                builder.Add(entry.Key.Text, file.Span(entry.Key), [.. values.Entries.Select(v => (v.Key.Text, file.Span(v.Key)))]);
            else builder.Refuse(entry.Key.Text);
        }
        return builder.Build(name);
    }

    public static ScenarioProfile? ReadProfile(FormatFile file, CaseNode root, ScenarioDomain domain)
    {
        if (NodeFields.Of(file, root, "A profile") is not { } fields) return null;
        var reservation = fields["reservationValue"] is null ? null : fields.Number("reservationValue", "A profile");
        var issues = fields.Inner("issues", "A profile");
        var weights = fields.Inner("issueWeights", "A profile");
        if (issues is null || weights is null) return null;
        foreach (var entry in issues.Entries.Concat(weights.Entries))
            if (domain.Find(entry.Key.Text) < 0 && !domain.IsRefused(entry.Key.Text))
                file.Add(FormatMessages.UnknownIssue(entry.Key.Text, file.Near(domain.Issues.Select(i => i.Name))), entry.Key);
        var parts = ImmutableArray.CreateBuilder<IssueUtility>();
        for (var i = 0; i < domain.Issues.Length; i++)
        {
            var name = domain.Issues[i].Name;
            var weight = weights.Number(name, "'issueWeights'");
            var values = issues.Inner(name, "'issues'");
            var table = values is null ? null : GeniusWebProfileReader.ReadTable(file, domain, values, i);
            if (weight is { } w && table is not null) parts.Add(new IssueUtility(w, table));
        }
        return new ScenarioProfile { Name = file.BareName, Reservation = reservation, Issues = parts.ToImmutable() };
    }
}
