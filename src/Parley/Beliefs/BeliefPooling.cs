using System.Collections.Immutable;
using Parley.Cases.Evidence;
using Parley.Results;

namespace Parley.Beliefs;

/// <summary>Which reported things should be believed, and on whose word do they rest?</summary>
public static class BeliefPooling
{
    /// <summary>Both sides must weigh more than this, in nats, for a thing to be contested.</summary>
    public const double ContestedFrom = 0.4;

    /// <summary>The most that any chain can be worth.</summary>
    public const decimal MostFidelity = 0.95m;

    /// <summary>Weighs every report and pools them per thing reported.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 51 to 53. A chain's fidelity c is the product of its speakers' reliabilities times the factor of its
    /// bias, at most 0.95; it is worth 2 artanh c nats. Per origin and sign only the strongest counts; the chance is the logistic of the sum.
    /// Ties and edge cases: fidelities are compared exactly, and of equals the first counts. A threshold of 0.4 nats is met by no
    /// decimal fidelity exactly.
    /// </remarks>
    public static BeliefsResult Run(
        CaseEvidence evidence, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var beliefs = ImmutableArray.CreateBuilder<Belief>();
        var propositions = evidence.Propositions;
        var byAbout = evidence.Reports.ToLookup(r => r.About, StringComparer.Ordinal);
        foreach (var about in propositions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("reports", beliefs.Count, propositions.Length));
            beliefs.Add(Pool(about, [.. byAbout[about]], evidence));
        }

        return new() { Beliefs = beliefs.ToImmutable() };
    }

    /// <summary>How closely what comes through a chain follows the facts.</summary>
    public static decimal Fidelity(CaseEvidence evidence, IEnumerable<string> chain, Bias bias)
    {
        var factor = bias switch
        {
            Bias.SelfServing => 0.6m,
            Bias.AgainstInterest => 1.2m,
            _ => 1m,
        };
        return Math.Min(MostFidelity, chain.Aggregate(factor, (c, name) => c * (evidence.Speakers.FirstOrDefault(s => s.Name == name)?.Reliability ?? 0m)));
    }

    private static Belief Pool(string about, ImmutableArray<Report> reports, CaseEvidence evidence)
    {
        var fidelities = reports.Select(r => Fidelity(evidence, r.Chain, r.Bias)).ToList();
        var weighed = Weigh(reports, fidelities);
        var (plus, minus) = Sums(weighed);
        var narrator = Narrator(reports);
        return new()
        {
            About = about,
            Chance = Logistic(plus - minus),
            For = plus,
            Against = minus,
            IsContested = Math.Min(plus, minus) > ContestedFrom,
            Origins = [.. reports.Select(r => r.Origin).Distinct()],
            Narrator = narrator,
            NarratedChance = narrator is null ? null : Narrated(reports, narrator, evidence),
            Reports = weighed,
        };
    }

    private static ImmutableArray<WeighedReport> Weigh(ImmutableArray<Report> reports, List<decimal> fidelities)
    {
        var best = new Dictionary<(string, bool), int>();
        for (var k = 0; k < reports.Length; k++)
        {
            var key = (reports[k].Origin, reports[k].Asserts);
            if (!best.TryGetValue(key, out var known) || fidelities[k] > fidelities[known]) best[key] = k;
        }

        return [.. reports.Select((r, k) => new WeighedReport(r, fidelities[k], Weight(fidelities[k]), best[(r.Origin, r.Asserts)] == k))];
    }

    // 2 artanh c = ln((1+c)/(1-c)); the quotient is taken in decimals.
    private static double Weight(decimal fidelity) => Math.Log((double)((1m + fidelity) / (1m - fidelity)));

    private static (double Plus, double Minus) Sums(ImmutableArray<WeighedReport> weighed)
    {
        double plus = 0, minus = 0;
        foreach (var report in weighed.Where(w => w.Counts))
        {
            if (report.Report.Asserts) plus += report.Weight;
            else minus += report.Weight;
        }

        return (plus, minus);
    }

    private static double Logistic(double sum) => 1 / (1 + Math.Exp(-sum));

    private static string? Narrator(ImmutableArray<Report> reports)
    {
        var first = reports[0].Chain.FirstOrDefault();
        return reports.All(r => r.Chain.FirstOrDefault() == first) && reports.Any(r => r.Chain.Length > 1) ? first : null;
    }

    // With the narrator's reliability he passes on what he heard, else he says nothing (docs/model.md, 53).
    private static double Narrated(ImmutableArray<Report> reports, string narrator, CaseEvidence evidence)
    {
        var fidelities = reports.Select(r => Fidelity(evidence, r.Chain.Length > 1 ? r.Chain.Skip(1) : r.Chain, r.Bias)).ToList();
        var (plus, minus) = Sums(Weigh(reports, fidelities));
        var reliability = (double)(evidence.Speakers.FirstOrDefault(s => s.Name == narrator)?.Reliability ?? 0m);
        return reliability * Logistic(plus - minus) + (1 - reliability) / 2;
    }
}
