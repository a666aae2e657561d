using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Model;
using Parley.Cases.Scenarios;
using Parley.Kernels.Exact;

namespace Parley.Problems;

/// <summary>A case as a scenario that other programs can hold: the negotiators' expected values, and nothing of what binds them at home.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Lost">What the case says and the scenario does not, in sentences.</param>
public sealed record CaseScenario(Scenario Scenario, ImmutableArray<string> Lost)
{
    /// <summary>Takes the negotiators' values of all terms, relative to the status quo, and what each needs to sign.</summary>
    /// <remarks>
    /// A negotiator whose values are no finite decimals has them multiplied by the least whole number that makes them so;
    /// that is said among the losses.
    /// </remarks>
    public static CaseScenario Of(CaseProblem problem)
    {
        var lost = ImmutableArray.CreateBuilder<string>();
        lost.AddRange(Losses(problem.Model));
        int[][] options = [.. Enumerable.Range(0, problem.Values.IssueCount).Select(i => Terms(problem, i))];
        var issues = problem.Model.Issues.Select((issue, i) =>
            new ScenarioIssue(issue.Name, [.. options[i].Select(f => problem.Values.Options[f].Name)], null));
        return new(
            new()
            {
                Name = problem.Model.Name,
                Format = ScenarioFormat.NegMas,
                Semantics = ScenarioSemantics.AsWritten,
                Issues = [.. issues],
                Profiles = [.. problem.Values.Negotiators.Select((party, k) => Profile(problem, party, k, options, lost))],
            },
            lost.ToImmutable());
    }

    private static ScenarioProfile Profile(CaseProblem problem, int party, int negotiator, int[][] options, ImmutableArray<string>.Builder lost)
    {
        var rows = Array.ConvertAll(options, o => Array.ConvertAll(o, f => Relative(problem, party, f)));
        var reservation = problem.NoDealPoints[negotiator] + problem.MinGainOf(party);
        var factor = FiniteDecimals.Multiplier(Rational.CommonDenominator(rows.SelectMany(r => r).Append(reservation)));
        var name = problem.Parties[negotiator];
        if (!factor.IsOne) lost.Add($"The values of {name} are no finite decimals; all are multiplied by {factor}.");
        return new()
        {
            Name = name,
            Issues = [.. rows.Select(r => new IssueUtility(1, new TableFunction([.. r.Select(v => Decimal(v * factor))])))],
            Reservation = Decimal(reservation * factor),
        };
    }

    private static Rational Relative(CaseProblem problem, int party, int flat)
    {
        var values = problem.Values.Values[party];
        return problem.Values.StatusQuo[problem.Values.IssueOf(flat)] is var q and >= 0 ? values[flat] - values[q] : values[flat];
    }

    private static int[] Terms(CaseProblem problem, int issue) =>
    [
        .. Enumerable.Range(problem.Values.Offset(issue), problem.Values.OptionCount(issue)).Where(f => problem.Values.Term[f] || problem.Values.IsStatusQuo(f)),
    ];

    private static IEnumerable<string> Losses(CaseModel model)
    {
        foreach (var rule in model.Rules.Where(r => r.InForce)) yield return $"The rule {rule.Name} is not carried.";
        foreach (var party in model.Parties.Where(p => p.Role != PartyRole.Negotiator)) yield return $"{party.Name} is no negotiator and is not carried.";
        if (model.Issues.Any(i => i.Options.Any(o => !o.Delivery.IsEmpty))) yield return "Chances of delivery are not carried; values are expected values.";
        if (model.Issues.Any(i => i.Options.Any(o => o.Unilateral))) yield return "Unilateral moves are not carried.";
        if (model.Signatories is not null) yield return "That some negotiators suffice to sign is not carried.";
        if (model.SubstantiveFrom is not null || !model.DealMustSettle.IsEmpty) yield return "What counts as a deal of substance is not carried.";
        if (!model.Overlays.IsEmpty) yield return "Dates, leaders, perceptions, stories, events and obstacles are not carried; the case is taken as asked.";
        if (!model.Sources.IsEmpty || !model.Claims.IsEmpty) yield return "Sources and claims are not carried.";
    }

    private static ExactDecimal Decimal(Rational value)
    {
        var (power, places) = FiniteDecimals.PowerOfTen(value.Denominator);
        return ExactDecimal.Of(value.Times(power), places);
    }
}
