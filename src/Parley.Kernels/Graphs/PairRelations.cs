namespace Parley.Kernels.Graphs;

/// <summary>How a state compares with another for a party, when that may be unknown.</summary>
public enum UncertainPreference
{
    Worse,
    Equal,
    Better,
    Unknown,
}

/// <summary>What a party makes of preferences that are unknown.</summary>
/// <remarks>
/// Source: Li, Hipel, Kilgour and Fang 2004; key "li2004" in docs/references.bib.
/// </remarks>
public enum UnknownAttitude
{
    /// <summary>It would move on an unknown preference, and is deterred by known ones only. The hardest to satisfy.</summary>
    Aggressive,

    /// <summary>It moves, and is deterred, on known preferences only.</summary>
    Certain,

    /// <summary>It would move on an unknown preference, and is deterred by one too.</summary>
    Mixed,

    /// <summary>It moves on known preferences only, and is deterred by unknown ones too. The easiest to satisfy.</summary>
    Cautious,
}

/// <summary>What a party counts as an improvement, what deters it, and what the others expect it to do, for each pair of states.</summary>
/// <remarks>Shapes: each array [s * m + q] says something about q as seen from s; entries with s = q are looked at for Deters only.</remarks>
/// <param name="Improves">The party would move from s to q.</param>
/// <param name="Deters">To end at q deters it from leaving s.</param>
/// <param name="Follows">The others expect it to move from s to q in a sanction of improving steps.</param>
public sealed record PairRelations(bool[] Improves, bool[] Deters, bool[] Follows)
{
    /// <summary>Preferences of which some are unknown. The others expect it to move on unknown ones.</summary>
    /// <param name="preferences">[s * m + q]: how q compares with s.</param>
    /// <param name="attitude">What it makes of the unknown.</param>
    public static PairRelations OfUnknown(UncertainPreference[] preferences, UnknownAttitude attitude)
    {
        var moves = attitude is UnknownAttitude.Aggressive or UnknownAttitude.Mixed;
        var minds = attitude is UnknownAttitude.Mixed or UnknownAttitude.Cautious;
        return new(
            Array.ConvertAll(preferences, p => p == UncertainPreference.Better || (moves && p == UncertainPreference.Unknown)),
            Array.ConvertAll(preferences, p => p is UncertainPreference.Worse or UncertainPreference.Equal || (minds && p == UncertainPreference.Unknown)),
            Array.ConvertAll(preferences, p => p is UncertainPreference.Better or UncertainPreference.Unknown));
    }

    /// <summary>Preferences of three degrees: equal, better, much better.</summary>
    /// <remarks>
    /// A state is strongly stable when it is stable with strong deterrence, and weakly when it is stable without.
    /// Source: Hamouda, Kilgour and Hipel 2004; key "hamouda2004" in docs/references.bib.
    /// </remarks>
    /// <param name="degrees">[s * m + q]: by how much q is better than s, from -2 to 2.</param>
    /// <param name="strong">Only what is much worse deters.</param>
    public static PairRelations OfStrength(int[] degrees, bool strong)
    {
        var improves = Array.ConvertAll(degrees, d => d > 0);
        return new(improves, Array.ConvertAll(degrees, d => strong ? d == -2 : d <= 0), improves);
    }

    /// <summary>Preferences that hold with a probability.</summary>
    /// <remarks>
    /// Differs from source: there the steps of the others in a sanction have a threshold of their own; here the others expect the party to
    /// move just where it would.
    /// Source: Rego and Santos 2015; key "rego2015" in docs/references.bib.
    /// </remarks>
    /// <param name="probabilities">[s * m + q]: probability that q is strictly preferred to s.</param>
    /// <param name="moveAbove">The party moves where the probability exceeds this, in [0, 1].</param>
    /// <param name="deterredUpTo">It is deterred where the probability is at most this, in [0, 1].</param>
    public static PairRelations OfProbability(double[] probabilities, double moveAbove, double deterredUpTo)
    {
        var improves = Array.ConvertAll(probabilities, p => p > moveAbove);
        return new(improves, Array.ConvertAll(probabilities, p => p <= deterredUpTo), improves);
    }
}
