using System.Collections.Immutable;
using Parley.Kernels.Exact;

namespace Parley.Trade;

/// <summary>What each side could give, what it is worth to the other, and at what terms.</summary>
public sealed record TradeResult
{
    public required ImmutableArray<string> Parties { get; init; }

    /// <summary>Every option that is a change, in declaration order.</summary>
    public required ImmutableArray<OptionWorth> Options { get; init; }

    /// <summary>Costly gives of each ordered pair, best efficiency first.</summary>
    public required ImmutableArray<Give> Gives { get; init; }

    /// <summary>One entry for each unordered pair.</summary>
    public required ImmutableArray<TermsOfTrade> Terms { get; init; }
}

/// <summary>One option: how likely, how large, worth what to whom.</summary>
public sealed record OptionWorth
{
    public required string Id { get; init; }

    public string? Title { get; init; }

    /// <summary>Givers; empty means all negotiators.</summary>
    public required ImmutableArray<string> By { get; init; }

    public required Rational Delivery { get; init; }

    /// <summary>Size times delivery.</summary>
    public required Rational ExpectedSize { get; init; }

    public required bool Substantive { get; init; }

    public required bool Token { get; init; }

    public required bool Unilateral { get; init; }

    public required bool Available { get; init; }

    /// <summary>Value to each negotiator less that of the status quo, where there is one.</summary>
    public required ImmutableArray<Rational> Worth { get; init; }
}

/// <summary>A costly give of one negotiator to another.</summary>
/// <param name="From">The giver.</param>
/// <param name="To">The taker.</param>
/// <param name="Option">What is given.</param>
/// <param name="Cost">To the giver, &gt; 0.</param>
/// <param name="Benefit">To the taker; may be negative.</param>
/// <param name="Efficiency">Benefit per point of cost.</param>
public sealed record Give(string From, string To, string Option, Rational Cost, Rational Benefit, Rational Efficiency);

/// <summary>The best exchange rate of a pair of negotiators.</summary>
/// <param name="A">The first, in declaration order.</param>
/// <param name="B">The second.</param>
/// <param name="Product">Best product of efficiencies over admissible pairs of gives; 0 when there is no pair.</param>
/// <param name="FromA">The give of A in the best pair; null when there is none.</param>
/// <param name="FromB">The give of B.</param>
/// <param name="ExchangeProduct">The same over all terms by sign, whoever gives; null when self-standing.</param>
/// <param name="SelfStanding">True when some option outside the baseline costs neither and pays one.</param>
public sealed record TermsOfTrade(
    string A, string B, Rational Product, string? FromA, string? FromB, Rational? ExchangeProduct, bool SelfStanding)
{
    /// <summary>The best swap if everything promised were delivered; what happens anyway stays as it is.</summary>
    public required Swap IfDelivered { get; init; }

    /// <summary>The best swap if nobody refused to be paid in some currency.</summary>
    public required Swap IfCoinsAccepted { get; init; }

    /// <summary>Why the product is below 1.</summary>
    public required TermsShortfall Shortfall { get; init; }
}

/// <summary>The best swap of one give each way.</summary>
/// <param name="Product">Product of the two efficiencies; 0 when there is no pair.</param>
/// <param name="FromA">The give of A; null when there is no pair.</param>
/// <param name="FromB">The give of B.</param>
public sealed record Swap(Rational Product, string? FromA, string? FromB);

/// <summary>Why a pair's terms of trade are below 1 (docs/model.md, 41): the first that applies.</summary>
public enum TermsShortfall
{
    /// <summary>They are not.</summary>
    None,

    /// <summary>If everything promised were delivered, they would reach 1.</summary>
    Delivery,

    /// <summary>If nobody refused to be paid in some currency, they would reach 1.</summary>
    RefusedCoin,

    /// <summary>What each could give is not what the other wants, whatever were delivered or accepted.</summary>
    CurrencyMismatch,
}
