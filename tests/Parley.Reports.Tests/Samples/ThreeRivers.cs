using Parley.Bargaining;
using Parley.Cases.Model;
using Parley.Coalitions;
using Parley.Frontier;
using Parley.Reports.Answers;
using Parley.Results;
using Parley.Trade;
using Parley.Verdict;
using static Parley.Reports.Tests.Samples.Build;

namespace Parley.Reports.Tests.Samples;

/// <summary>A hand-built case of three states that have a deal; names without titles, so that plain names are seen.</summary>
internal static class ThreeRivers
{
    private static readonly PackageView _best =
        Package(["filling.staged", "drought.guidelines", "price=3.5"], [4.2m, 3.1m, 8m]);

    private static readonly PackageView _other =
        Package(["filling.slow", "drought.guidelines", "power.exports", "price=2"], [9.75m, 1.02m, 2.5m]);

    public static CaseModel Model { get; } = new()
    {
        Name = "three_rivers",
        Parties = [Negotiator("upper_state"), Negotiator("middle_state"), Negotiator("lower_state")],
        Issues =
        [
            Issue("filling", "fast", Plain("fast"), Plain("staged"), Plain("slow")),
            Issue("drought", "none", Plain("none"), Plain("guidelines")),
            Issue("power", "none", Plain("none"), Plain("exports")),
            new Issue
            {
                Name = "price",
                Title = "Price",
                Options = [new Option { Name = "2", At = 2m }, new Option { Name = "3.5", At = 3.5m }],
                Scale = new NumericScale(2m, 3.5m, 1.5m, []),
            },
        ],
    };

    public static CaseAnswers Answers { get; } = new(Model, Stamp())
    {
        Verdict = new VerdictResult
        {
            Parties = ["upper_state", "middle_state", "lower_state"],
            Grade = Grade.Deal,
            IsDecided = true,
            HasTokens = false,
            Margin = R(0.0412m),
            MarginUpper = R(0.0412m),
            Witness = new PackageOutcome
            {
                Package = _best,
                Margin = R(0.0412m),
                Rows = [Consent("upper_state", 4.2m, 0.0615m), Consent("middle_state", 3.1m, 0.0412m)],
            },
            Tokens = [],
            FreeBaseline = [],
            NearMisses = [],
            PackageCount = 13824,
            AcceptableCount = 1206,
            AcceptableIsExact = true,
            Certificate = null,
            Completeness = Completeness.Exact,
        },
        Frontier = new FrontierResult
        {
            Parties = ["upper_state", "middle_state", "lower_state"],
            Points = [_other, _best],
            PackageCount = 48,
            Completeness = Completeness.Truncated,
        },
        Bargaining = new BargainingResult
        {
            Parties = ["upper_state", "middle_state", "lower_state"],
            Nash = _best,
            KalaiSmorodinsky = _other,
            Egalitarian = _best,
            Utilitarian = null,
            Completeness = Completeness.Exact,
        },
        Coalitions = new CoalitionsResult
        {
            Parties = ["upper_state", "middle_state", "lower_state"],
            Coalitions =
            [
                new CoalitionResult(["upper_state", "middle_state"], true, Package(["power.exports"], [1m, 2m, 0m])),
                new CoalitionResult(["upper_state", "lower_state"], false, null),
                new CoalitionResult(["middle_state", "lower_state"], false, null),
            ],
            InTheCore = 5,
            Completeness = Completeness.Exact,
        },
        Trade = new TradeResult
        {
            Parties = ["upper_state", "middle_state", "lower_state"],
            Options = [],
            Gives = [new Give("upper_state", "middle_state", "filling.staged", R(5m), R(7m), R(1.4m))],
            Terms =
            [
                new TermsOfTrade("upper_state", "middle_state", R(1.12m), "filling.staged", "power.exports", null, true)
                {
                    IfDelivered = new Swap(R(1.12m), "filling.staged", "power.exports"),
                    IfCoinsAccepted = new Swap(R(1.12m), "filling.staged", "power.exports"),
                    Shortfall = TermsShortfall.None,
                },
                new TermsOfTrade("upper_state", "lower_state", R(0m), null, null, R(0.25m), false)
                {
                    IfDelivered = new Swap(R(0m), null, null),
                    IfCoinsAccepted = new Swap(R(0m), null, null),
                    Shortfall = TermsShortfall.CurrencyMismatch,
                },
            ],
        },
    };
}
