using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Problems;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Openings;

/// <summary>The answer in other worlds: with one overlay in addition, or with an issue back on the table (docs/model.md, 39).</summary>
internal sealed class WorldSweep(CaseQuestion asked, VerdictResult now, DealQuestion question)
{
    public IEnumerable<Overlay> Overlays => asked.BaseCase.Overlays.Where(o => o.Kind switch
    {
        OverlayKind.Date => o.Name != (asked.Selection.At ?? asked.BaseCase.OverlaysOf(OverlayKind.Date).LastOrDefault()?.Name),
        OverlayKind.Leader => o.Name != asked.Selection.Under,
        OverlayKind.Event => !asked.Selection.Given.Contains(o.Name),
        _ => false,
    }).OrderBy(o => o.Kind);

    /// <summary>The answer with one overlay in addition; null when the question's own edits no longer fit then.</summary>
    public EventOutcome? With(Overlay overlay)
    {
        var selection = overlay.Kind switch
        {
            OverlayKind.Date => asked.Selection with { At = overlay.Name },
            OverlayKind.Leader => asked.Selection with { Under = overlay.Name },
            _ => asked.Selection with { Given = asked.Selection.Given.Add(overlay.Name) },
        };
        if (asked.Under(selection).Value is not { } other) return null;
        var verdict = question.Verdict(other.Problem);
        return new()
        {
            Name = overlay.Name,
            Title = overlay.Title,
            Kind = overlay.Kind,
            Momentous = overlay.Momentous,
            Grade = verdict.Grade,
            Margin = verdict.Margin,
            Effect = EffectOf(verdict),
            IsDecided = verdict.IsDecided && verdict.Margin == verdict.MarginUpper,
        };
    }

    public ImmutableArray<ReturnedIssue> ReturnedIssues()
    {
        var uneventful = asked.Under(asked.Selection with { Given = [] }).Value?.Model ?? asked.Model;
        var returned = ImmutableArray.CreateBuilder<ReturnedIssue>();
        foreach (var issue in asked.Model.Issues)
        {
            if (!issue.OffTable || uneventful.Issues.FirstOrDefault(i => i.Name == issue.Name) is not { OffTable: true }) continue;
            var verdict = question.Verdict(asked.Problem.With(new Edit($"{issue.Name}.off_table", "no", SourceSpan.None, SourceSpan.None)));
            question.IsComplete &= verdict.IsDecided;
            returned.Add(new(issue.Name, issue.Title, verdict.Grade, verdict.Margin, EffectOf(verdict)));
        }

        return returned.ToImmutable();
    }

    private EventEffect EffectOf(VerdictResult then)
    {
        if (then.Grade == Grade.Deal && now.Grade != Grade.Deal) return EventEffect.Opens;
        if (then.Grade != Grade.Deal && now.Grade == Grade.Deal) return EventEffect.Closes;
        var order = then.Grade != now.Grade ? then.Grade.CompareTo(now.Grade) : then.Margin.CompareTo(now.Margin);
        return order > 0 ? EventEffect.Better : order < 0 ? EventEffect.Worse : EventEffect.Same;
    }
}
