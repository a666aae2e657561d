using Parley.Kernels.Exact;
using Parley.Trade;

namespace Parley.Reports.Wording;

/// <summary>On what terms two sides could trade, and why not on better ones.</summary>
public static class TermsWords
{
    public static string Of(TermsOfTrade terms, CaseWords words)
    {
        var (a, b) = (words.Party(terms.A), words.Party(terms.B));
        var exchange = terms is { FromA: { } fromA, FromB: { } fromB }
            ? $"The best exchange between {a} and {b} is {Pair(fromA, fromB, words)}; "
                + $"its terms of trade are {NumberText.Fixed(terms.Product, 2)}, {Meaning(terms.Product)}."
            : $"Between {a} and {b} there is no swap of things that each could give by itself and the other wants.";
        // Without any pair under any supposition nothing is left to say.
        var hasPair = terms.FromA is not null || terms.IfDelivered.FromA is not null || terms.IfCoinsAccepted.FromA is not null;
        if (terms.Product < Rational.One && hasPair) exchange += $" {Reason(terms, words)}";
        return terms.SelfStanding ? exchange + " Some option serves at least one of them and costs the other nothing." : exchange;
    }

    private static string Meaning(Rational product) => product.CompareTo(Rational.One) switch
    {
        < 0 => "below 1, so no swap of the two can leave both better off",
        0 => "exactly 1, so a swap of the two can at best leave both as they were",
        _ => "above 1, so at some rate both would gain, if the two could be given in parts",
    };

    /// <summary>What stands between their wants: delivery, a refused coin, or the wants themselves.</summary>
    private static string Reason(TermsOfTrade terms, CaseWords words) => terms.Shortfall switch
    {
        TermsShortfall.Delivery => "What fails is delivery: if everything promised were carried out, the best swap would return "
            + $"{Returns(terms.IfDelivered)}{Which(terms.IfDelivered, terms, words)}.{AlsoRefused(terms, words)}",
        TermsShortfall.RefusedCoin => "What fails is the coin: if nobody refused to be paid in it, the best swap would return "
            + $"{Returns(terms.IfCoinsAccepted)}{Which(terms.IfCoinsAccepted, terms, words)}. "
            + $"Were everything promised carried out instead, it would be {Number(terms.IfDelivered.Product)}.",
        _ => $"Their wants do not meet: even if everything promised were carried out, the best swap would return {Returns(terms.IfDelivered)}; "
            + $"even if nobody refused a coin, {Number(terms.IfCoinsAccepted.Product)}.",
    };

    private static string AlsoRefused(TermsOfTrade terms, CaseWords words) => terms.IfCoinsAccepted.Product < Rational.One
        ? string.Empty
        : $" So would it if nobody refused a coin: {Number(terms.IfCoinsAccepted.Product)}{Which(terms.IfCoinsAccepted, terms, words)}.";

    private static string Returns(Swap swap) => $"{Number(swap.Product)} for 1";

    // Two decimals must not show a figure below 1 as 1, or above it.
    private static string Number(Rational product)
    {
        var text = NumberText.Fixed(product, 2);
        return text == "1.00" && product != Rational.One ? NumberText.Fixed(product, 4) : text;
    }

    private static string Which(Swap swap, TermsOfTrade terms, CaseWords words) => swap is { FromA: { } fromA, FromB: { } fromB }
        ? (fromA, fromB) == (terms.FromA, terms.FromB) ? ", by the same swap" : $", by {Pair(fromA, fromB, words)}"
        : string.Empty;

    private static string Pair(string fromA, string fromB, CaseWords words) => $"\u201c{words.Option(fromA)}\u201d for \u201c{words.Option(fromB)}\u201d";
}
