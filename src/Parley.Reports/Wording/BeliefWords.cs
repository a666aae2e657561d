using Parley.Beliefs;

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
}
