using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Deals;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Perceptions;

/// <summary>How far a comparison of perceptions may search.</summary>
public sealed record PerceptionsOptions
{
    /// <summary>Search nodes at most for whether a deal exists in one perception.</summary>
    public long MaxNodes { get; init; } = 20_000_000;

    /// <summary>Search nodes at most for the exact margin in one perception.</summary>
    public long RefineNodes { get; init; } = 500_000;
}

/// <summary>Does a deal fail because there is none, or because somebody does not see it?</summary>
public static class PerceptionsAnalysis
{
    /// <summary>Asks the same question as each negotiator sees the case, and as every other declared perception has it.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 42. A perception that the question itself names is left aside: "the case" is the case as it stands.
    /// Cost: one verdict and one look at each named deal for the case and for each perception.
    /// </remarks>
    /// <exception cref="ArgumentException">A typed edit does not fit the case as somebody perceives it.</exception>
    public static PerceptionsResult Run(
        CaseQuestion question, PerceptionsOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new PerceptionsRun(question, options, progress, cancellationToken).Result();
}

/// <summary>One run over the perceptions of a question.</summary>
internal sealed class PerceptionsRun(
    CaseQuestion question, PerceptionsOptions options, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
{
    private readonly VerdictOptions _verdict = new()
    {
        NearMisses = 0,
        Certificate = false,
        MaxNodes = options.MaxNodes,
        RefineNodes = options.RefineNodes,
    };

    private int _done;

    public PerceptionsResult Result()
    {
        var declared = question.BaseCase.OverlaysOf(OverlayKind.Perception).Select(o => o.Name).ToList();
        var parties = question.Problem.Parties;
        var stands = Look(null, null, declared.Count + 1);
        var own = parties
            .Select(p => declared.Contains(p) ? Look(p, p, declared.Count + 1) : stands with { Negotiator = p })
            .ToImmutableArray();
        var others = declared.Where(name => !parties.Contains(name)).Select(name => Look(name, null, declared.Count + 1)).ToImmutableArray();
        return new()
        {
            Parties = parties,
            IsDeclared = declared.Count > 0,
            Case = stands,
            Own = own,
            Others = others,
            Agreement = Views.Compare(HasDeal(stands), own.Select(HasDeal)),
            Deals = [.. question.Model.Deals.Select((d, k) => new DealAgreement(
                d.Name, d.Title, Views.Compare(stands.Deals[k].Feasible, own.Select(v => (bool?)v.Deals[k].Feasible))!.Value))], // a deal is always decided
            Completeness = own.Concat(others).Append(stands).Any(v => v.Completeness == Completeness.Truncated) ? Completeness.Truncated : Completeness.Exact,
        };
    }

    private static bool? HasDeal(PerceivedCase view) => view.IsDecided ? view.Grade == Grade.Deal : null;

    private PerceivedCase Look(string? perception, string? negotiator, int total)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new("perceptions", _done++, total));
        var asked = question.Under(question.Selection with { SeenBy = perception });
        var problem = asked.Value?.Problem ?? throw new ArgumentException(asked.Errors.First().Message, nameof(perception));
        var verdict = VerdictAnalysis.Run(problem, _verdict, null, cancellationToken);
        return new()
        {
            Perception = perception,
            Negotiator = negotiator,
            Grade = verdict.Grade,
            IsDecided = verdict.IsDecided,
            Margin = verdict.Margin,
            MarginUpper = verdict.MarginUpper,
            Deals = [.. problem.Model.Deals.Select(d => DealIn(problem, d))],
            Completeness = verdict.Completeness,
        };
    }

    private PerceivedDeal DealIn(CaseProblem problem, Deal deal)
    {
        var judged = new DealRun(problem, deal, new(), cancellationToken).Judge();
        if (judged.Outcome is not { } outcome) return new(deal.Name, false, -1, []);
        var judge = new PackageJudge(problem);
        return new(deal.Name, judged.IsFeasible, outcome.Margin ?? Rational.Zero, [.. problem.Values.Negotiators.Select(p => judge.ConsentSlack(p, judged.Flat))]);
    }
}

/// <summary>How views compare with the case (docs/model.md, 42).</summary>
internal static class Views
{
    /// <summary>The comparison; null where something it needs is not known.</summary>
    /// <param name="inCase">Whether a deal exists in the case; null when not decided.</param>
    /// <param name="own">The same in each negotiator's own view.</param>
    public static ViewAgreement? Compare(bool? inCase, IEnumerable<bool?> own)
    {
        var views = own.ToList();
        if (inCase is not { } exists || views.Contains(null)) return null;
        var (seen, missed) = (views.Contains(true), views.Contains(false));
        if (exists) return missed ? ViewAgreement.Missed : ViewAgreement.AgreedDeal;
        if (!missed) return ViewAgreement.Illusory;
        return seen ? ViewAgreement.Split : ViewAgreement.AgreedNo;
    }
}
