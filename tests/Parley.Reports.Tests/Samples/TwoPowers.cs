using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Deals;
using Parley.Kernels.Exact;
using Parley.Reports.Answers;
using Parley.Results;
using Parley.Trade;
using Parley.Verdict;
using static Parley.Reports.Tests.Samples.Build;

namespace Parley.Reports.Tests.Samples;

/// <summary>A hand-built case of two powers with tokens, a ratifier and a refused trade; the numbers are made up.</summary>
internal static class TwoPowers
{
    public static CaseModel Model { get; } = new()
    {
        Name = "two_powers",
        Title = "Why two powers have nothing to discuss",
        AsOf = "2019-05-15",
        SubstantiveFrom = new Number { Coefficient = 15m },
        Dimensions = [Titled("geo", "geopolitical position"), Titled("econ", "trade and investment")],
        Parties =
        [
            Negotiator("west", "West"),
            Negotiator("east", "East"),
            new Party { Name = "senate", Title = "the Senate", Role = PartyRole.Ratifier, Of = "west" },
        ],
        Issues =
        [
            Issue("contact", "contact between the presidents", "none", Plain("none"), Plain("call", "a telephone call"), Plain("summit")),
            Issue("island", "the ruler of the island", "backing", Plain("backing"), Plain("withdraw", "East gives it up")),
            Issue("border", "support for the border state", "support", Plain("support"), Plain("cease", "West ends it")),
            Issue("relief", "economic sanctions", "none", Plain("none"), Plain("full", "lifted by West")),
            Issue("gas", "gas for the world market", "rivalry", Plain("rivalry"), Plain("yield", "East makes room")),
        ],
        Rules =
        [
            new RefusesTradeRule { Name = "no_sale", Party = "east", Gives = "geo", Gets = "econ" },
            new RatificationRule { Name = "advice", By = "senate" },
        ],
        Deals = [Swap("island_for_border", "The island for the border"), Swap("gas_for_relief", "Gas for relief")],
        Overlays =
        [
            new Overlay { Kind = OverlayKind.Date, Name = "may_2019", Title = "May 2019" },
            new Overlay { Kind = OverlayKind.Obstacle, Name = "inquiry", Title = "the inquiry" },
        ],
    };

    public static VerdictResult Verdict { get; } = new()
    {
        Parties = ["west", "east"],
        Grade = Grade.Tokens,
        IsDecided = true,
        HasTokens = true,
        Margin = R(-0.0859m),
        MarginUpper = R(-0.0859m),
        Witness = NearMiss(["relief.full", "gas.yield"], Consent("east", -5.31m, -0.0859m), Refused(-3.3m, -0.0534m)),
        Tokens = ["contact.call", "contact.summit"],
        FreeBaseline = ["contact.summit"],
        NearMisses =
        [
            NearMiss(["relief.full", "gas.yield"], Consent("east", -5.31m, -0.0859m), Refused(-3.3m, -0.0534m)),
            NearMiss(["island.withdraw", "border.cease"], Consent("east", -7.02m, -0.1134m), Consent("west", -6.5m, -0.1021m)),
            NearMiss(
                ["contact.none", "island.withdraw", "relief.full", "gas.yield"],
                new RowOutcome("advice", RowKind.Ratification, "senate", R(-12m), R(-0.2m))),
        ],
        PackageCount = 48,
        AcceptableCount = 0,
        AcceptableIsExact = true,
        Certificate = new Certificate(
            new RuleSplit(
                "no_sale",
                new RowsLeaf(
                [
                    new RowMultiplier(CertificateRow.Consent, "west", 22),
                    new RowMultiplier(CertificateRow.Consent, "east", 17),
                    new RowMultiplier(CertificateRow.NotTriggered, "no_sale", 3),
                    new RowMultiplier(CertificateRow.Candidate, string.Empty, 1),
                ]),
                new RowsLeaf([new RowMultiplier(CertificateRow.Rule, "no_sale", 1)])),
            2),
        Completeness = Completeness.Exact,
    };

    public static DealsResult Deals { get; } = new()
    {
        Parties = ["west", "east"],
        Deals =
        [
            new NamedDealResult
            {
                Name = "island_for_border",
                Title = "The island for the border",
                Feasible = false,
                Unavailable = [],
                NotACandidate = NotACandidate.None,
                Outcome = NearMiss(
                    ["island.withdraw", "border.cease"], Consent("east", -7.02m, -0.1134m), Consent("west", -6.5m, -0.1021m)),
                Surplus = Rs(-6.5m, -7.02m),
                Broken = ["east", "west"],
                NeededDelivery =
                [
                    new NeededDelivery("island.withdraw", R(0.2239m), [R(0.6012m), null]),
                    new NeededDelivery("border.cease", R(0.2062m), [R(0m), R(0.5601m)]),
                ],
                BlockedBy = null,
            },
            new NamedDealResult
            {
                Name = "gas_for_relief",
                Title = "Gas for relief",
                Feasible = false,
                Unavailable = [],
                NotACandidate = NotACandidate.None,
                Outcome = NearMiss(["relief.full", "gas.yield"], Consent("east", -5.31m, -0.0859m), Refused(-3.3m, -0.0534m)),
                Surplus = Rs(1.2m, -5.31m),
                Broken = ["east", "no_sale"],
                NeededDelivery = [],
                BlockedBy = null,
            },
        ],
    };

    public static TradeResult Trade { get; } = new()
    {
        Parties = ["west", "east"],
        Options =
        [
            Worth("contact.call", 1m, 1m, free: true, 0.57m, 1.2m),
            Worth("contact.summit", 1m, 2m, free: true, 1.38m, 3.6m),
            Worth("island.withdraw", 0.2239m, 13.4m, free: false, 2.81m, -26.7m, "east"),
            Worth("border.cease", 0.2062m, 16.5m, free: false, -7.9m, 13.48m, "west"),
            Worth("relief.full", 1m, 40m, free: false, -5.1m, 8m, "west"),
            Worth("gas.yield", 1m, 30m, free: false, 10.6m, -23.5m, "east"),
        ],
        Gives =
        [
            new Give("west", "east", "border.cease", R(7.9m), R(13.48m), R(1.7063m)),
            new Give("west", "east", "relief.full", R(5.1m), R(8m), R(1.5686m)),
            new Give("east", "west", "gas.yield", R(23.5m), R(10.6m), R(0.4511m)),
            new Give("east", "west", "island.withdraw", R(26.7m), R(2.81m), R(0.1052m)),
        ],
        Terms =
        [
            new TermsOfTrade("west", "east", R(0.7697m), "border.cease", "gas.yield", R(0.7697m), SelfStanding: false)
            {
                IfDelivered = new Swap(R(1.5m), "border.cease", "gas.yield"),
                IfCoinsAccepted = new Swap(R(0.9m), "border.cease", "gas.yield"),
                Shortfall = TermsShortfall.Delivery,
            },
        ],
    };

    public static CaseAnswers Answers { get; } = new(Model, Stamp(new OverlaySelection { Without = ["inquiry"] }))
    {
        Verdict = Verdict,
        Deals = Deals,
        Trade = Trade,
    };

    private static Dimension Titled(string name, string title) => new(name, title, default);

    private static Deal Swap(string name, string title) => new()
    {
        Name = name,
        Title = title,
        Terms = name == "gas_for_relief"
            ? [new DealTerm("gas", "yield", default), new DealTerm("relief", "full", default)]
            : [new DealTerm("island", "withdraw", default), new DealTerm("border", "cease", default)],
    };

    private static RowOutcome Refused(decimal slack, decimal share) =>
        new("no_sale", RowKind.RefusedTrade, "east", R(slack), R(share));

    private static PackageOutcome NearMiss(string[] changes, params RowOutcome[] rows) => new()
    {
        Package = Package(changes, [-1.5m, -3.31m]),
        Margin = rows.Min(r => r.Value ?? Rational.One),
        Rows = [.. rows],
    };

    private static OptionWorth Worth(
        string id, decimal delivery, decimal size, bool free, decimal west, decimal east, params string[] by) => new()
        {
            Id = id,
            By = [.. by],
            Delivery = R(delivery),
            ExpectedSize = R(size),
            Substantive = size >= 15m,
            Token = free,
            Unilateral = false,
            Available = true,
            Worth = Rs(west, east),
        };
}
