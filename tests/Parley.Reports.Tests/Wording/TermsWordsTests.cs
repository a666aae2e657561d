using Parley.Kernels.Exact;
using Parley.Reports.Tests.Samples;
using Parley.Reports.Wording;
using Parley.Trade;

namespace Parley.Reports.Tests.Wording;

public class TermsWordsTests
{
    private static readonly Swap None = new(0, null, null);

    [Fact]
    public void Above_one_nothing_is_missing() =>
        Assert.EndsWith("above 1, so at some rate both would gain, if the two could be given in parts.", Said(Pair(1.5m), Pair(2m), Pair(1.5m), TermsShortfall.None), StringComparison.Ordinal);

    [Fact]
    public void Delivery_fails() =>
        Assert.EndsWith("What fails is delivery: if everything promised were carried out, the best swap would return 1.50 for 1, by the same swap.", Said(Pair(0.7m), Pair(1.5m), Pair(0.9m), TermsShortfall.Delivery), StringComparison.Ordinal);

    [Fact]
    public void A_coin_is_refused() =>
        Assert.Contains("What fails is the coin: if nobody refused to be paid in it, the best swap would return 1.20 for 1", Said(Pair(0.7m), Pair(0.9m), Pair(1.2m), TermsShortfall.RefusedCoin), StringComparison.Ordinal);

    [Fact]
    public void Wants_do_not_meet() => Assert.EndsWith(
        "Their wants do not meet: even if everything promised were carried out, the best swap would return 0.90 for 1; even if nobody refused a coin, 0.70.",
        Said(Pair(0.7m), Pair(0.9m), Pair(0.7m), TermsShortfall.CurrencyMismatch),
        StringComparison.Ordinal);

    [Fact]
    public void Where_there_is_nothing_to_swap_under_any_supposition_no_reason_is_made_up() =>
        Assert.EndsWith("there is no swap of things that each could give by itself and the other wants.", Said(None, None, None, TermsShortfall.CurrencyMismatch), StringComparison.Ordinal);

    [Fact]
    public void Almost_one_is_not_shown_as_one() =>
        Assert.Contains("return 1.0024 for 1", Said(Pair(0.7m), Pair(1.0024m), Pair(0.7m), TermsShortfall.Delivery), StringComparison.Ordinal);

    private static Swap Pair(decimal product) => new((Rational)product, "border.cease", "gas.yield");

    private static string Said(Swap now, Swap delivered, Swap accepted, TermsShortfall shortfall) => TermsWords.Of(
        new("west", "east", now.Product, now.FromA, now.FromB, 0, false) { IfDelivered = delivered, IfCoinsAccepted = accepted, Shortfall = shortfall },
        TwoPowers.Answers.Words);
}
