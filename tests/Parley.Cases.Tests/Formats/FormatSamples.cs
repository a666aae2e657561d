using Parley.Cases.Formats;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Tests.Formats;

/// <summary>One small scenario for each format, made up for the tests, with all that its reader knows.</summary>
internal static class FormatSamples
{
    public static IReadOnlyList<ScenarioText> Of(ScenarioFormat format, bool second = false) => (format, second) switch
    {
        (ScenarioFormat.Genius, false) => Genius,
        (ScenarioFormat.Genius, true) => Rectangles,
        (ScenarioFormat.GeniusWeb, _) => GeniusWeb,
        (ScenarioFormat.NegMas, false) => NegMas,
        (ScenarioFormat.NegMas, true) => Centre,
        _ => NegoLog,
    };

    public static IReadOnlyList<ScenarioText> Genius { get; } =
    [
        new("harbour-domain.xml", """
            <negotiation_template number_of_sessions="2">
              <agent name="Port" class="some.Agent" utility_space="files/port.xml"/>
              <agent name="Guild" utility_space="guild.xml"/>
              <utility_space number_of_issues="3">
                <objective index="0" name="root">
                  <issue index="2" name="dock"><item index="1" value="north" cost="3" description="by the mole"/><item index="2" value="south"/></issue>
                  <objective index="9" name="money">
                    <issue index="3" name="fee" vtype="integer" lowerbound="2" upperbound="6"/>
                    <issue index="4" name="term" type="discrete"><item value="short"/><item value="long"/></issue>
                  </objective>
                </objective>
              </utility_space>
            </negotiation_template>
            """),
        new("guild.xml", """
            <utility_space>
              <reservation value="0.2"/>
              <objective index="0" name="root">
                <weight index="2" value="0.5"/><weight index="3" value="0.3"/><weight index="4" value="0.2"/>
                <issue index="2" name="dock"><item index="1" value="north" evaluation="3"/><item index="2" value="south" evaluation="6"/></issue>
                <issue index="3" name="fee" vtype="integer" lowerbound="2" upperbound="6"><evaluator ftype="linear" slope="-0.3" offset="1.0"/></issue>
                <issue index="4" name="term"><item value="short" evaluation="1"/><item value="long" evaluation="0"/></issue>
              </objective>
              <discount_factor value="0.9"/>
            </utility_space>
            """),
        new("port.xml", """
            <utility_space>
              <objective index="0" name="root">
                <issue index="2" name="dock"><item value="north" evaluation="7"/><item value="south" evaluation="2"/></issue>
                <issue index="3" name="fee"><evaluator ftype="linear" slope="0.25" offset="0"/></issue>
                <issue index="4" name="term"><item value="short" evaluation="2"/><item value="long" evaluation="8"/></issue>
                <weight index="2" value="0.2"/><weight index="3" value="0.5"/><weight index="4" value="0.3"/>
              </objective>
            </utility_space>
            """),
    ];

    public static IReadOnlyList<ScenarioText> Rectangles { get; } =
    [
        new("plain.xml", """
            <negotiation_template><utility_space><objective>
              <issue index="1" name="a" vtype="integer" lowerbound="0" upperbound="9"/>
              <issue index="2" name="b" vtype="integer"><range lowerbound="1" upperbound="4"/></issue>
            </objective></utility_space></negotiation_template>
            """),
        new("one.xml", """
            <utility_space type="nonlinear"><objective>
              <utility maxutility="40"><ufun type="PlainUfun" weight="2" aggregation="sum">
                <hyperRectangle utility="7"><INCLUDES index="1" min="3" max="12"/><EXCLUDES index="2" min="2" max="3"/></hyperRectangle>
                <hyperRectangle utility="5.5"><INCLUDES index="2" min="8" max="9"/></hyperRectangle>
              </ufun></utility>
            </objective><reservation value="0.1"/></utility_space>
            """),
    ];

    public static IReadOnlyList<ScenarioText> GeniusWeb { get; } =
    [
        new("ferry.json", """{ "name": "ferry", "issuesValues": { "route": { "values": ["east", "west"] }, "price": { "range": { "low": 10, "high": 14, "step": 1 } }, "speed": { "range": [0.5, 1.5, 0.5] } } }"""),
        new("owner.json", """
            { "LinearAdditiveUtilitySpace": { "name": "owner",
              "issueUtilities": {
                "route": { "DiscreteValueSetUtilities": { "valueUtilities": { "east": 0.25, "west": 1 } } },
                "price": { "NumberValueSetUtilities": { "lowValue": 10, "lowUtility": 0, "highValue": 14, "highUtility": 1 } },
                "speed": { "numberutils": { "lowValue": 0.5, "lowUtility": 1, "highValue": 1.5, "highUtility": 0.1 } } },
              "issueWeights": { "route": 0.5, "price": 0.3, "speed": 0.2 } } }
            """),
        new("rider.json", """
            { "LinearAdditiveUtilitySpace": { "name": "rider",
              "issueUtilities": {
                "route": { "discreteutils": { "valueUtilities": { "east": 1.0, "west": 0.5 } } },
                "price": { "numberutils": { "lowValue": 10, "lowUtility": 0.9, "highValue": 14, "highUtility": 0.2 } },
                "speed": { "discreteutils": { "valueUtilities": { "0.5": 0.1, "1.0": 0.4, "1.5": 1e-1 } } } },
              "issueWeights": { "route": 0.25, "price": 0.5, "speed": 0.25 },
              "reservationBid": { "issuevalues": { "route": "west", "price": 12, "speed": "1.5" } } } }
            """),
    ];

    public static IReadOnlyList<ScenarioText> NegoLog { get; } =
    [
        new("profileA.json", """{ "reservationValue": 0.3, "issueWeights": { "x": 0.25, "y": 0.75 }, "issues": { "x": { "one": 1.0, "two": 0.5 }, "y": { "lo": 0.2, "hi": 0.9 } } }"""),
        new("profileB.json", """{ "issueWeights": { "y": 0.5, "x": 0.5 }, "issues": { "y": { "hi": 0.1, "lo": 1 }, "x": { "two": 1, "one": 0 } } }"""),
    ];

    public static IReadOnlyList<ScenarioText> NegMas { get; } =
    [
        new("mill.yml", """
            type: negmas.outcomes.outcome_space.DiscreteCartesianOutcomeSpace
            name: mill
            issues:
            - {name: flour, type: CategoricalIssue, values: [white, 'brown', "0.5"]}
            - name: days
              type: negmas.outcomes.contiguous_issue.ContiguousIssue
              n_values: 4
              values: [2, 5]
            - name: price
              type: DiscreteCardinalIssue
              values: [10, 20, 40]
            """),
        new("baker.yml", """
            name: baker
            type: LinearAdditiveUtilityFunction
            reserved_value: -.inf
            reserved_outcome: [brown, 3, 20.0]
            values:
            - type: TableFun
              mapping: &m {white: 1.0, brown: 0.5, "0.5": 1e-1}
            - {type: AffineFun, slope: -0.1, bias: 0.9}
            - {type: negmas.preferences.value_fun.LinearFun, slope: 0.01}
            weights: [0.5, 0.25, 0.25]
            bias: 0.05
            """),
        new("miller.yaml", """
            name: miller
            type: ExpDiscountedUFun
            discount: 0.95
            factor: step
            reserved_value: 0.4
            ufun:
              type: LinearAdditiveUtilityFunction
              values: {flour: {white: 2, brown: 1, "0.5": 0}, days: {type: IdentityFun}, price: {type: ConstFun, bias: 3}}
              weights: {flour: 1, days: 0.1, price: 0.2}
            """),
    ];

    public static IReadOnlyList<ScenarioText> Centre { get; } =
    [
        new("center.yml", """
            name: buyer
            type: some.code.BestUFun
            n_edges: 2
            outcome_space:
              type: DiscreteCartesianOutcomeSpace
              name: stalls
              issues:
              - {type: CategoricalIssue, name: ware, values: [nuts, figs]}
            side_ufuns:
            - {name: any, type: LinearAdditiveUtilityFunction, reserved_value: 0.1, values: [{type: TableFun, mapping: {nuts: 1, figs: 0.2}}], weights: [1]}
            - {name: any, type: some.Code}
            """),
        new("edges/a.yml", "name: ann\ntype: LinearAdditiveUtilityFunction\nreserved_value: 0\nvalues:\n- type: TableFun\n  mapping: {nuts: 0.3, figs: 1}\nweights: [1.0]\n"),
        new("edges/b.yml", "name: bob\ntype: LinearAdditiveUtilityFunction\nvalues:\n- mapping: {nuts: 0, figs: 2}\n  type: TableFun\nweights: [0.5]\n"),
    ];
}
