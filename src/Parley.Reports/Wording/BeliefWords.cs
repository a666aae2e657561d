using Parley.Beliefs;
using Parley.Cases.Evidence;

namespace Parley.Reports.Wording;

/// <summary>Beliefs in words.</summary>
public static class BeliefWords
{
    /// <summary>How many things are reported, and on what they rest.</summary>
    public static string Summary(BeliefsResult result)
    {
        if (result.Beliefs.IsEmpty) return "Nothing is reported.";
        var (contested, single, interested) = (result.Beliefs.Count(b => b.IsContested), result.Beliefs.Count(b => b.IsSingleSourced), result.Beliefs.Count(b => b.RestsOnInterest));
        return $"{result.Beliefs.Length} things are reported: {contested} contested, {single} on the word of one source, of which {interested} an interested one.";
    }

    /// <summary>The chance and what it rests on, in a few words.</summary>
    public static string Brief(Belief belief) => $"chance {EvidenceText.Figure(belief.Chance, 2)}, {Basis(belief)}";

    /// <summary>What it rests on.</summary>
    public static string Basis(Belief belief)
    {
        if (belief.IsContested) return "contested";
        if (belief.RestsOnInterest) return "rests on one interested source";
        return belief.IsSingleSourced ? "rests on one source" : $"{belief.Origins.Length} sources";
    }

    /// <summary>Who says that who says it: the narrator first.</summary>
    public static string Chain(AttributedChain chain) => string.Join(" \u2190 ", chain.Chain.Select(CaseWords.Plain));

    /// <summary>On how many voices it rests.</summary>
    public static string Rests(Attribution attribution)
    {
        var origins = attribution.Chains.Select(c => c.Chain[^1]).Distinct().Count();
        return attribution.RestsOnInterest ? "one interested source" : origins == 1 ? "one source" : $"{origins} sources";
    }

    /// <summary>All chains with how closely each follows the facts, and on how many voices it rests.</summary>
    public static string Said(Attribution attribution) =>
        string.Join("; ", attribution.Chains.Select(c => $"{Chain(c)} {EvidenceText.Figure((double)c.Fidelity, 2)}")) + $", rests on {Rests(attribution)}";

    /// <summary>A bias as files write it.</summary>
    public static string Key(Bias bias) => bias switch
    {
        Bias.SelfServing => "self_serving",
        Bias.AgainstInterest => "against_interest",
        _ => "neutral",
    };
}
