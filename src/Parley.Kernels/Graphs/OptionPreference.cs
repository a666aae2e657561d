using System.Collections.Immutable;

namespace Parley.Kernels.Graphs;

/// <summary>How a party ranks the states of an option game.</summary>
public abstract record OptionPreference
{
    private OptionPreference()
    {
    }

    /// <summary>A number for each state, higher is better.</summary>
    /// <param name="Values">2^options numbers, those of infeasible states are not looked at.</param>
    public sealed record Ranks(ImmutableArray<int> Values) : OptionPreference;

    /// <summary>The sum of the weights of the options chosen, higher is better.</summary>
    /// <param name="Values">One weight for each option, of either sign.</param>
    public sealed record Weights(ImmutableArray<int> Values) : OptionPreference;

    /// <summary>
    /// The first statement that tells two states apart decides for the state of which it is true.
    /// </summary>
    /// <remarks>
    /// Definition: the value of a state is the number whose binary digits say which statements are true, the first most significant.
    /// Source: Fang, Hipel, Kilgour and Peng 2003; key "fang2003" in docs/references.bib.
    /// </remarks>
    /// <param name="Values">1 to 64 statements, most important first.</param>
    public sealed record Statements(ImmutableArray<Statement> Values) : OptionPreference;
}
