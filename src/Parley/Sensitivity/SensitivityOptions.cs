namespace Parley.Sensitivity;

/// <summary>What is asked about the numbers that a verdict hangs on, and what it may cost.</summary>
public sealed record SensitivityOptions
{
    /// <summary>Draws of the sample that first-order indices, values of information and boxes come from; at least 1.</summary>
    public int Draws { get; init; } = 10_000;

    /// <summary>Rows of the design for total indices, or of Shapley effects, 0 for none of these; of a screening twenty-five times its paths.</summary>
    public int Rows { get; init; } = 512;

    /// <summary>Whether a cheap screening takes the place of total indices.</summary>
    public bool Screen { get; init; }

    /// <summary>Equal seeds give equal answers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; the answer does not hang on it.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>What talks cost, as a share of what a deal is worth; null for what the case says.</summary>
    public double? CostOfTalks { get; init; }

    /// <summary>Whether the values are looked for at which single numbers turn the verdict.</summary>
    public bool Flips { get; init; } = true;

    /// <summary>Search nodes at most where a draw is judged exactly.</summary>
    public long MaxNodes { get; init; } = 200_000;
}
