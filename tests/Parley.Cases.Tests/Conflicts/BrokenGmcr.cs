namespace Parley.Cases.Tests.Conflicts;

/// <summary>Broken conflicts in the form of another program's files, made up here, with the findings they yield.</summary>
internal static class BrokenGmcr
{
    public static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["left-behind.gmcr"] = """
            {
              "program": "made up",
              "options": [
                {"name": "Strike", "permittedDirection": "both"},
                {"name": "Offer", "permittedDirection": "fwd"}
              ],
              "decisionMakers": [
                {"name": "Union", "options": [0], "preferences": [[[1, "Y"]], [[0, "N"]]], "misperceptions": [[[1, "Y"]]]},
                {"name": "Owner", "options": [1], "preferences": [[[0, "N"]], [[1, "N"]]], "misperceptions": []}
              ],
              "infeasibles": [],
              "coalitions": [[0, 1]]
            }

            """,
        ["missing-state.gmcr"] = """
            {
              "program": "made up",
              "options": [
                {"name": "Strike", "permittedDirection": "both"},
                {"name": "Offer", "permittedDirection": "both"}
              ],
              "decisionMakers": [
                {"name": "Union", "options": [0], "preferenceRanking": [3, [1, 2]], "preferences": []},
                {"name": "Owner", "options": [1], "preferences": [[[0, "no"]], [[1, "N"]]]}
              ],
              "infeasibles": [],
              "useManualPreferenceRanking": true
            }

            """,
        ["unknown-state.gmcr"] = """
            {
              "program": "made up",
              "options": [
                {"name": "Strike", "permittedDirection": "both"},
                {"name": "Offer", "permittedDirection": "sideways"}
              ],
              "decisionMakers": [
                {"name": "Union", "options": [0], "preferenceRanking": [3, [1, 5], 2], "preferences": []},
                {"name": "Owner", "options": [1, 2], "preferenceRanking": [1, 3, 3, 2], "preferences": []}
              ],
              "infeasibles": [[[0, "Y"], [1, "Y"]]],
              "useManualPreferenceRanking": true
            }

            """,
    };

    public static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        ["left-behind.gmcr"] = """
            left-behind.gmcr:8:98: warning left-behind: What 'Union' does not see is left behind. Check that nothing hangs on it.
            left-behind.gmcr:12:17: warning left-behind: Coalitions are left behind. Check that nothing hangs on it.

            """,
        ["missing-state.gmcr"] = """
            missing-state.gmcr:8:60: error missing-state: The preference of 'Union' leaves out '4'. Add it.
            missing-state.gmcr:9:60: error unknown-word: 'no' is not what 'a condition' takes: Y, N.

            """,
        ["unknown-state.gmcr"] = """
            unknown-state.gmcr:5:45: error unknown-word: 'sideways' is not what 'permittedDirection' takes: fwd, back, both.
            unknown-state.gmcr:8:68: error unknown-state: '5' is no state. Write its place among the 3 feasible ones.
            unknown-state.gmcr:9:38: error unknown-option: '2' is no option. Write its index from 0 to 1.
            unknown-state.gmcr:9:70: error state-twice: '3' is told twice. Remove one.

            """,
    };
}
