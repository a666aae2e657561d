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
        var (sum, spread) = (Tokens(index, problem, grade), Rational.Zero);
        foreach (var shock in IndexShock.Of(problem).Where(s => !s.Momentous))
        {
            sum += shock.PerYear * shock.Effect;
            spread += shock.PerYear * shock.Effect * shock.Effect;
        }

        return new(problem.Values.Evaluate(index.Start), sum / 4, spread / 4);
    }

    /// <summary>What tokens add in a year.</summary>
    internal static Rational Tokens(RelationshipIndex index, CaseProblem problem, Grade grade) => grade == Grade.Nothing
        ? Rational.Zero
        : problem.Values.Evaluate(index.TokenGain) * problem.Values.Evaluate(index.TokensPerYear);
}

/// <summary>An event of the case that moves the index, as often and as far as the case says.</summary>
/// <param name="Event">The event.</param>
/// <param name="PerYear">Its expected number a year.</param>
/// <param name="Effect">What one does to the index, in points.</param>
public sealed record IndexShock(Overlay Event, Rational PerYear, Rational Effect)
{
    /// <summary>True for an event that would change the world the case describes.</summary>
    public bool Momentous => Event.Momentous;

    /// <summary>The events that have both a rate and an effect, in declaration order.</summary>
    public static IEnumerable<IndexShock> Of(CaseProblem problem)
    {
        foreach (var happening in problem.Model.OverlaysOf(OverlayKind.Event))
        {
            if (happening.PerYear is not { } rate || happening.EffectOnIndex is not { } effect) continue;
            yield return new(happening, problem.Values.Evaluate(rate), problem.Values.Evaluate(effect));
        }
    }
}
