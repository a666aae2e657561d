using Parley.Kernels.Exact;

namespace Parley.Kernels.Linear;

/// <summary>Maximise <c>c x</c> over <c>x &gt;= 0</c> where each row holds: <c>a x &lt;= b</c>, or <c>a x = b</c>.</summary>
/// <param name="Objective">By variable.</param>
/// <param name="Rows">By row, then by variable.</param>
/// <param name="Bounds">By row.</param>
/// <param name="IsEquality">By row: whether the sides must be equal.</param>
public sealed record LinearProgram(
    IReadOnlyList<Rational> Objective,
    IReadOnlyList<IReadOnlyList<Rational>> Rows,
    IReadOnlyList<Rational> Bounds,
    IReadOnlyList<bool> IsEquality);

public enum LinearStatus
{
    Optimal,
    Infeasible,
    Unbounded,
}

/// <summary>What a linear program comes to, with what proves it.</summary>
/// <param name="Status">Which of the three.</param>
/// <param name="Value">The greatest value; 0 when there is none.</param>
/// <param name="Primal">By variable: an optimal vertex; when unbounded, a point that satisfies all rows; empty when infeasible.</param>
/// <param name="Dual">
/// By row, at least 0 where the row is an inequality. Optimal: <c>y A &gt;= c</c> and <c>y b</c> is the value. Infeasible:
/// <c>y A &gt;= 0</c> and <c>y b &lt; 0</c>. Empty when unbounded.
/// </param>
/// <param name="Ray">When unbounded, a direction to go from the point for ever: at least 0, in no row above 0, gaining. Empty else.</param>
public sealed record LinearOutcome(
    LinearStatus Status,
    Rational Value,
    IReadOnlyList<Rational> Primal,
    IReadOnlyList<Rational> Dual,
    IReadOnlyList<Rational> Ray);
