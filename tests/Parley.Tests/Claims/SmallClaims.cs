using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Claims;
using Parley.Problems;

namespace Parley.Tests.Claims;

/// <summary>A small case to which claims are added.</summary>
internal static class SmallClaims
{
    /// <summary>No deal as it is: b falls 2 points short of the swap. Without comfort it signs; without pride and pay together too.</summary>
    public const string Trade = """
        case: trade
        substantive_from: 10
        default_range: 50%
        parties:
          a: {weights: {land: 1, money: 1}}
          b: {weights: {land: 1, money: 1}, no_deal: 4, min_gain: 2}
          council: {role: ratifier, of: a, weights: {land: 1}}
        issues:
          hill:
            topic: land
            status_quo: a_holds
            a_holds: {}
            b_holds: {by: a, size: 20, delivery: 0.5, a: {land: -10}, if_delivered: {b: {land: 20}}, council: {land: -1}}
          fee:
            topic: money
            status_quo: none
            none: {}
            paid: {by: b, size: 20, a: {money: 14}, b: {money: -6}}
          flag:
            status_quo: none
            none: {}
            flown: {by: all, size: 1, a: {money: 1}, b: {money: 1}}
        rules:
          no_land_for_money: {refuses_trade: a, gives: land, gets: money, tolerance: 1, in_force: no}
          veto: {ratification: council, when: [hill], in_force: no}
        deals:
          swap: {hill: b_holds, fee: paid}
          gift: {fee: paid}
          nothing_new: {fee: none}
        standing_effects:
          - {from: a, to: b, dimension: money, value: -3}
        dates:
          then: {set: {veto.in_force: yes}}
          now: {set: {}}
        events:
          luck: {set: {b.no_deal: -5}}
          storm: {set: {flag.off_table: yes}}
          drizzle: {set: {b.no_deal: 5}}
        obstacles:
          pride: {group: home, set: {b.no_deal: 3}}
          pay: {group: away, set: {b.min_gain: 1}}
          comfort: {group: home, set: {b.no_deal: -5}}
        claims:

        """;

    public static ClaimsResult Judge(string expect, ClaimsOptions? options = null, OverlaySelection? overlays = null, string text = Trade) =>
        Run(Ask($"{text}  k: {{expect: \"{expect}\"}}\n", overlays), options);

    public static ClaimsResult Run(CaseQuestion question, ClaimsOptions? options = null) =>
        ClaimsAnalysis.Run(question, options ?? new(), cancellationToken: TestContext.Current.CancellationToken);

    public static CaseQuestion Ask(string text, OverlaySelection? overlays = null)
    {
        var read = CaseReader.Read("case.yaml", text);
        Assert.True(read.Value is not null, string.Join('\n', read.Diagnostics));
        var asked = CaseQuestion.Ask(read.Value!, overlays ?? OverlaySelection.Default); // asserted above
        Assert.Empty(asked.Errors);
        return asked.Value!; // no errors, so there is a value
    }
}
