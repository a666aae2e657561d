namespace Parley.Cases.Text;

/// <summary>What a number of some field can mean.</summary>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
internal sealed record NumberDomain(decimal? Low, decimal? High)
{
    /// <summary>Whether a number without a range takes the file's default one.</summary>
    public bool HasRange { get; init; } = true;

    /// <summary>Whether it is a chance, which has a message of its own.</summary>
    public bool IsChance { get; init; }

    /// <summary>Whether an edit may go beyond it.</summary>
    public bool IsScale { get; init; }

    public static NumberDomain Any { get; } = new(null, null);

    public static NumberDomain AtLeastZero { get; } = new(0m, null);

    public static NumberDomain Chance { get; } = new(0m, 1m) { IsChance = true };

    public static NumberDomain Points { get; } = new(-100m, 100m) { IsScale = true };

    public static NumberDomain Share { get; } = new(0m, 1m) { HasRange = false };

    public static NumberDomain Size { get; } = new(0m, 100m);

    public static NumberDomain Votes { get; } = new(0m, null) { HasRange = false };

    public bool Contains(decimal value) => !(value < Low) && !(value > High);

    public decimal Clip(decimal value) => value < Low ? Low.Value : value > High ? High.Value : value;

    public override string ToString() => (Low, High) switch
    {
        (null, null) => "any value",
        ({ } low, null) => $"a number from {DecimalText.Of(low)} up",
        (null, { } high) => $"a number up to {DecimalText.Of(high)}",
        ({ } low, { } high) => $"a number from {DecimalText.Of(low)} to {DecimalText.Of(high)}",
    };
}
