using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Coalitions;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Results;

namespace Parley.Deals;

/// <summary>What a look at named deals may cost.</summary>
public sealed record DealsOptions
{
    /// <summary>Search nodes at most for each coalition that might block a deal.</summary>
    public long MaxNodes { get; init; } = 200_000;
}

/// <summary>Would each named deal be accepted, and if not, where does it break?</summary>
public static class DealsAnalysis
{
    /// <summary>Judges every named deal of the case (docs/model.md, 19, 21 and 25).</summary>
    /// <remarks>Cost: linear in deals times rows, and one search for each coalition where a deal is feasible.</remarks>
    public static DealsResult Run(
        CaseProblem problem, DealsOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var deals = ImmutableArray.CreateBuilder<NamedDealResult>();
        foreach (var deal in problem.Model.Deals)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("named deals", deals.Count, problem.Model.Deals.Length));
            deals.Add(new DealRun(problem, deal, options, cancellationToken).Result());
        }

        return new() { Parties = problem.Parties, Deals = deals.ToImmutable() };
    }
}

/// <summary>One named deal.</summary>
internal sealed class DealRun(CaseProblem problem, Deal deal, DealsOptions options, CancellationToken cancellationToken)
{
    private readonly CaseValues _values = problem.Values;
    private readonly PackageJudge _judge = new(problem);

    public NamedDealResult Result()
    {
        var judged = Judge();
        if (judged.Outcome is not { } outcome) return Empty(judged.Unavailable, judged.Candidate);
        var flat = judged.Flat;
        return new()
        {
            Name = deal.Name,
            Title = deal.Title,
            Feasible = judged.IsFeasible,
            Unavailable = [],
            NotACandidate = judged.Candidate,
            Outcome = outcome,
            Surplus = [.. _values.Negotiators.Select(p => _judge.ConsentSlack(p, flat))],
            Broken = [.. outcome.Broken.Select(r => r.Name)],
            NeededDelivery = [.. deal.Terms.Select(FlatOf).Where(f => !_values.Options[f].Delivery.IsEmpty).Select(f => NeededDeliveryOf(f, flat))],
            BlockedBy = judged.IsFeasible && problem.Parties.Length > 2
                ? SideDeals.FirstBlocking(problem, [.. _values.Negotiators.Select(p => problem.Utility(p, flat))], options.MaxNodes, cancellationToken)
                : null,
        };
    }

    /// <summary>The deal's package at its best set of signatories, condition by condition.</summary>
    public DealJudgement Judge()
    {
        var flat = problem.Baseline.Chosen.ToArray();
        var unavailable = ImmutableArray.CreateBuilder<string>();
        foreach (var term in deal.Terms)
        {
            var issue = _values.IssueIndex(term.Issue);
            var option = FlatOf(term);
            if (option < 0 || !_values.Term[option]) unavailable.Add(problem.Model.Issues[issue].IdOf(term.Option));
            flat[issue] = option;
        }

        if (unavailable.Count > 0) return new(flat, unavailable.ToImmutable(), NotACandidate.None, null);
        if (flat.Contains(-1)) return new(flat, [], NotACandidate.LeavesIssueOpen, null);
        return new(flat, [], WhyNotACandidate(flat), problem.SignatorySets().Select(s => _judge.Judge(flat, s)).Aggregate(Better));
    }

    private static PackageOutcome Better(PackageOutcome a, PackageOutcome b) =>
        a.Margin is not { } x || (b.Margin is { } y && x >= y) ? a : b;

    private NamedDealResult Empty(ImmutableArray<string> unavailable, NotACandidate reason) => new()
    {
        Name = deal.Name,
        Title = deal.Title,
        Feasible = false,
        Unavailable = unavailable,
        NotACandidate = reason,
        Outcome = null,
        Surplus = [],
        Broken = [],
        NeededDelivery = [],
        BlockedBy = null,
    };

    private NotACandidate WhyNotACandidate(int[] flat)
    {
        if (problem.Model.DealMustSettle.Select(_values.IssueIndex).Any(i => flat[i] == _values.StatusQuo[i])) return NotACandidate.LeavesIssueOpen;
        if (problem.HasTokens && !flat.Any(f => _values.Substantive[f])) return NotACandidate.NothingSubstantive;
        if (flat.All(_values.IsStatusQuo)) return NotACandidate.NothingChanges;
        return _values.Negotiators.Count(p => _judge.Signs(p, flat)) < 2 ? NotACandidate.FewerThanTwoSign : NotACandidate.None;
    }

    private int FlatOf(DealTerm term) => _values.FlatOf(_values.IssueIndex(term.Issue), term.Option);

    private NeededDelivery NeededDeliveryOf(int option, int[] flat) => new(
        _values.Ids[option], _values.Delivery[option], [.. _values.Negotiators.Select(p => Needed(p, option, flat))]);

    // The consent slack is a straight line in the delivery: slack(pi) = slack(0) + pi * slope.
    private Rational? Needed(int party, int option, int[] flat)
    {
        if (!_judge.Signs(party, flat)) return Rational.Zero;
        var slope = Rational.Zero;
        var name = problem.Model.Parties[party].Name;
        foreach (var effect in _values.Options[option].Effects)
        {
            if (effect.Party != name || effect.Time != EffectTime.IfDelivered) continue;
            var weight = effect.Dimension is { } dimension ? _values.WeightOf(party, dimension) : Rational.One;
            slope += weight * _values.Evaluate(effect.Amount);
        }

        var atZero = _judge.ConsentSlack(party, flat) - _values.Delivery[option] * slope;
        if (atZero.Sign >= 0) return Rational.Zero;
        if (slope.Sign <= 0) return null;
        var needed = -atZero / slope;
        return needed <= Rational.One ? needed : null;
    }
}

/// <summary>A named deal's package and how it fares.</summary>
/// <param name="Flat">By issue, a flat option.</param>
/// <param name="Unavailable">Option ids that cannot be terms now.</param>
/// <param name="Candidate">Why it is no candidate, if it is not.</param>
/// <param name="Outcome">Null when an option is not available or an issue is left open.</param>
internal sealed record DealJudgement(int[] Flat, ImmutableArray<string> Unavailable, NotACandidate Candidate, PackageOutcome? Outcome)
{
    public bool IsFeasible => Candidate == NotACandidate.None && Outcome is { } outcome && !outcome.Broken.Any();
}
