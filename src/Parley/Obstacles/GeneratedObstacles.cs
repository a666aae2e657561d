using System.Collections.Immutable;
using System.Globalization;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Problems;

namespace Parley.Obstacles;

/// <summary>Makes obstacles from a case's structure, for cases that declare none (docs/why-no-deal.md, "Generated obstacles").</summary>
/// <remarks>
/// One for each implementer's say, each ratifier, each rule of the other kinds in force, each dimension in which a negotiator can get nothing,
/// and each negotiator's comfort without a deal. Consent itself is never one: that somebody must agree is what a deal is.
/// </remarks>
internal static class GeneratedObstacles
{
    /// <summary>As sure as an implementer can be made, in parts of 1; other channels remain.</summary>
    private const string FullControl = "0.95";

    public static IReadOnlyList<Overlay> Of(CaseQuestion question)
    {
        var model = question.Model;
        List<Overlay> obstacles =
        [
            .. Implementers(model), .. Ratifiers(model), .. Rules(model), .. SupplyGaps(question.Problem), .. Comforts(question.Problem),
        ];
        return obstacles;
    }

    private static IEnumerable<Overlay> Implementers(CaseModel model)
    {
        var uncertain =
            from issue in model.Issues
            from option in issue.Options
            where option.CarriedOutBy is not null && !option.Delivery.IsEmpty
            select (Id: issue.IdOf(option.Name), Option: option);
        return uncertain.GroupBy(u => u.Option.CarriedOutBy!, StringComparer.Ordinal).Select(g => Make(
            $"control_of_{g.Key}", $"no full control over {TitleOf(model, g.Key)}", "control", g.Select(u => (PathOf(u.Id, u.Option), FullControl))));
    }

    private static string PathOf(string id, Option option)
    {
        if (option.Delivery[0].Name is null) return $"{id}.delivery";
        var channel = option.Delivery.Any(c => c.Name == "control") || option.Delivery.Length < Cases.Text.CaseLimits.Channels ? "control" : option.Delivery[0].Name;
        return $"{id}.delivery.{channel}";
    }

    private static IEnumerable<Overlay> Ratifiers(CaseModel model) => model.Rules.OfType<RatificationRule>().Where(r => r.InForce)
        .GroupBy(r => r.By, StringComparer.Ordinal)
        .Select(g => Make($"ratification_by_{g.Key}", $"{TitleOf(model, g.Key)} must approve", "ratification", g.Select(r => ($"{r.Name}.in_force", "no"))));

    private static IEnumerable<Overlay> Rules(CaseModel model) => model.Rules.Where(r => r.InForce && r is not RatificationRule)
        .Select(r => Make($"rule_{r.Name}", r.Title ?? $"the rule {r.Name}", r is RefusesTradeRule ? "gains" : "rules", [($"{r.Name}.in_force", "no")]));

    // Nobody else's terms bring p anything in a dimension that p weighs: as if the term that costs its giver least brought as much as the largest effect there is in that dimension.
    private static IEnumerable<Overlay> SupplyGaps(CaseProblem problem)
    {
        var values = problem.Values;
        foreach (var party in values.Negotiators)
        {
            foreach (var dimension in problem.Model.Parties[party].Weights.Where(w => values.Evaluate(w.Value).Sign > 0).Select(w => w.Dimension))
            {
                var offers = Enumerable.Range(0, values.Options.Length).Where(f => values.Term[f] && !values.IsStatusQuo(f) && IsFromOthers(values, party, f)).ToList();
                var effects = values.Effects(party, dimension);
                if (offers.Count == 0 || offers.Exists(f => effects[f].Sign > 0)) continue;
                var largest = Enumerable.Range(0, problem.Model.Parties.Length).SelectMany(p => values.Effects(p, dimension))
                    .Aggregate(Rational.Zero, (most, e) => Rational.Max(most, Rational.Max(e, -e)));
                if (largest.IsZero) continue;
                var offer = offers.MaxBy(f => CostOf(values, f))!;
                var (party0, amount) = (problem.Model.Parties[party].Name, Math.Min(100, Math.Round(largest.ToDecimal(), 4)));
                yield return Make(
                    $"nothing_for_{party0}_in_{dimension}",
                    $"nobody offers {TitleOf(problem.Model, party0)} anything in {dimension}",
                    "gains",
                    [($"{values.Ids[offer]}.{party0}.{dimension}", amount.ToString(CultureInfo.InvariantCulture))]);
            }
        }
    }

    private static bool IsFromOthers(CaseValues values, int party, int flat) =>
        !values.Options[flat].By.IsEmpty && !values.Gives(party, flat) && values.Options[flat].Effects.All(e => e.Party != values.Model.Parties[party].Name || e.Dimension is not null);

    private static Rational CostOf(CaseValues values, int flat) => values.Negotiators.Where(p => values.Gives(p, flat))
        .Select(p => values.Values[p][flat]).Aggregate(Rational.Zero, (sum, v) => sum + v);

    private static IEnumerable<Overlay> Comforts(CaseProblem problem)
    {
        foreach (var party in problem.Values.Negotiators)
        {
            var declared = problem.Model.Parties[party];
            var edits = new List<(string, string)>();
            if (problem.NoDealOf(party).Sign > 0) edits.Add(($"{declared.Name}.no_deal", "0"));
            if (problem.MinGainOf(party).Sign > 0) edits.Add(($"{declared.Name}.min_gain", "0"));
            if (edits.Count > 0) yield return Make($"comfort_of_{declared.Name}", $"{TitleOf(problem.Model, declared.Name)} can live without a deal", "no deal", edits);
        }
    }

    private static Overlay Make(string name, string title, string group, IEnumerable<(string Path, string Value)> edits) => new()
    {
        Kind = OverlayKind.Obstacle,
        Name = name,
        Title = title,
        Group = group,
        Set = [.. edits.Select(e => new Edit(e.Path, e.Value, SourceSpan.None, SourceSpan.None))],
    };

    private static string TitleOf(CaseModel model, string party) => model.Parties.FirstOrDefault(p => p.Name == party)?.Title ?? party;
}
