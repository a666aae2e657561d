using System.Collections.Immutable;
using Parley.Cases.Evidence;

namespace Parley.Beliefs;

/// <summary>Who says what a quote or source of a case reports, through whom.</summary>
/// <param name="Cited">The quote or source.</param>
/// <param name="Chains">In the order of the evidence file, each once; not empty.</param>
public sealed record Attribution(string Cited, ImmutableArray<AttributedChain> Chains)
{
    /// <summary>True when it was all first said by one speaker, whom all he says of it serves.</summary>
    public bool RestsOnInterest => Chains.All(c => c.Bias == Bias.SelfServing && c.Chain[^1] == Chains[0].Chain[^1]);

    /// <summary>The attributions of everything that reports and observations cite, by quote or source.</summary>
    /// <remarks>
    /// A number and a report are linked by citing the same quote, or the same source as a whole; a source that only holds the quote is
    /// no link. Fidelity: docs/model.md, 51. Edge cases: observations beyond doubt have no chain and give none; without evidence there is none.
    /// </remarks>
    /// <param name="evidence">What stands beside the case; null when nothing does.</param>
    public static ImmutableDictionary<string, Attribution> All(CaseEvidence? evidence)
    {
        if (evidence is null) return ImmutableDictionary<string, Attribution>.Empty;
        var said = evidence.Reports.Select(r => (r.Source, r.Chain, r.Bias))
            .Concat(evidence.Observations.Select(o => (o.Source, o.Chain, o.Bias)))
            .Where(s => s is { Source: not null, Chain.IsEmpty: false });
        return said.GroupBy(s => s.Source!, StringComparer.Ordinal).ToImmutableDictionary( // those without one are left out
            cited => cited.Key,
            cited => new Attribution(cited.Key, [.. cited.DistinctBy(s => (string.Join(' ', s.Chain), s.Bias)).Select(s => new AttributedChain(s.Chain, s.Bias, BeliefPooling.Fidelity(evidence, s.Chain, s.Bias)))]));
    }
}

/// <summary>A chain of speakers.</summary>
/// <param name="Chain">The narrator first, the one who said it first last; not empty.</param>
/// <param name="Bias">Whether it serves the one who said it first.</param>
/// <param name="Fidelity">How closely what comes through it follows the facts, 0 to 0.95.</param>
public sealed record AttributedChain(ImmutableArray<string> Chain, Bias Bias, decimal Fidelity);
