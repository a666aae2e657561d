namespace Parley.Cases.Tests.Conflicts;

internal static class ConflictSamples
{
    public const string Options = """
        parley: 1
        case: strike
        conflict:
          parties: {union: {title: The union}, owner: {}}
          options:
            strike: {by: union}
            talks: {by: union, direction: back}
            offer: {by: owner, direction: forward}
          infeasible: [strike and talks]
          same_state: {quiet: "-strike and -talks"}
          states: {s1: talks, s2: [strike, offer]}
          status_quo: [talks]
          preferences:
            union: [offer, ["not strike", talks]]
            owner: {ranking: [quiet, [s1, strike], NYY, s2]}
        """;

    public const string Graph = """
        parley: 1
        case: chicken
        conflict:
          parties: {one: {}, two: {}}
          states: {calm: Both swerve, first: , second: , crash: They crash}
          moves:
            one: [calm <-> first, second -> crash]
            two: ["calm -> second"]
          status_quo: calm
          preferences:
            one: {ranking: [first, calm, second, crash]}
            two: {utilities: {second: 3.5, calm: 2, first: 1, crash: -4}}
        """;

    public const string Perceived = """
        parley: 1
        case: threat
        conflict:
          parties: {red: {}, blue: {}}
          options: {advance: {by: red}, protest: {by: blue}, sanction: {by: blue}}
          infeasible: [protest and sanction]
          states: {sanctioned: [advance, sanction]}
          status_quo: none
          preferences:
            red: [not sanction, advance]
            blue: [not advance, sanction iff advance]
          perceptions:
            red:
              infeasible: [sanction]
              preferences:
                blue: {ranking: [none, protest, advance + protest, advance]}
            blue: {preferences: {red: {weights: {advance: 2}}}}
        """;

    public const string Gmcr = """
        {"options": [{"permittedDirection": "fwd", "name": "Sign it"}, {"permittedDirection": "both", "name": "Wait"}, {"name": "Wait", "permittedDirection": "back"}],
         "version": "0.4.1", "coalitions": [0, 1],
         "decisionMakers": [
          {"options": [0], "name": "The Buyer", "preferences": [[[1, "N"]], {"compound": true, "members": [[[0, "Y"], [2, "Y"]], [[0, "N"]]]}], "misperceptions": []},
          {"options": [1, 2], "name": "Seller", "preferences": []}],
         "infeasibles": [[[1, "Y"], [2, "Y"]]],
         "program": "gmcr-py", "useManualPreferenceRanking": false}
        """;

    public const string Ranked = """
        {"options": [{"permittedDirection": "both", "name": "A"}, {"permittedDirection": "both", "name": "B"}],
         "decisionMakers": [
          {"options": [0], "name": "One", "preferenceRanking": [3, [1, 2]], "preferences": []},
          {"options": [1], "name": "Two", "preferenceRanking": [2, 3, 1], "preferences": []}],
         "infeasibles": [[[0, "Y"], [1, "Y"]]],
         "coalitions": [[0, 1]], "useManualPreferenceRanking": true}
        """;

    public const string States = "state,title,status_quo,one,two\ncalm,\"Both, \"\"gently\"\"\",yes,2,2\nfirst,,,3,1\nsecond,,,1,3\ncrash,Crash,,0,0.5\n";

    public const string Arcs = "party,from,to\none,calm,first\none,first,calm\ntwo,calm,second\n";
}
