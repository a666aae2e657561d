using Parley.Cases.Evidence;
using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Verdict;

namespace Parley.Dynamics;

/// <summary>Where the relationship index is expected to go: a sum of hazards, no theorem about bargaining.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="PerQuarter">Its expected change in a quarter.</param>
/// <param name="VariancePerQuarter">The variance of that change, from Poisson events.</param>
public sealed record IndexDrift(Rational Start, Rational PerQuarter, Rational VariancePerQuarter)
{
    /// <summary>Expected change after some quarters.</summary>
    public Rational After(int quarters) => PerQuarter * quarters;

    /// <summary>Variance of the change after some quarters; they are independent of one another.</summary>
    public Rational VarianceAfter(int quarters) => VariancePerQuarter * quarters;

    /// <summary>The expected change per quarter.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 56: a quarter of tokens (while any are acceptable) and of the expected effects of all events that are not
    /// momentous. Unbounded here; a level is clipped to -100..100 only when shown.
    /// </remarks>
    /// <param name="index">What moves it.</param>
    /// <param name="problem">The case as asked.</param>
    /// <param name="grade">Its verdict.</param>
    public static IndexDrift Of(RelationshipIndex index, CaseProblem problem, Grade grade)
    {
        var values = problem.Values;
        var sum = grade == Grade.Nothing ? Rational.Zero : values.Evaluate(index.TokenGain) * values.Evaluate(index.TokensPerYear);
        var spread = Rational.Zero;
        foreach (var happening in problem.Model.OverlaysOf(OverlayKind.Event).Where(e => !e.Momentous))
        {
            if (happening.PerYear is not { } rate || happening.EffectOnIndex is not { } effect) continue;
            var (often, size) = (values.Evaluate(rate), values.Evaluate(effect));
            sum += often * size;
            spread += often * size * size;
        }

        return new(values.Evaluate(index.Start), sum / 4, spread / 4);
    }
}
