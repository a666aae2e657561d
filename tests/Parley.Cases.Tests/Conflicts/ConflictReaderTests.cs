using Parley.Cases.Conflicts;
using Parley.Cases.Text;

namespace Parley.Cases.Tests.Conflicts;

public class ConflictReaderTests
{
    [Fact]
    public void A_conflict_of_options_is_read()
    {
        var read = ConflictReader.Read("f", ConflictSamples.Options);
        var conflict = read.Value!;
        var outcomes = ConflictOutcomes.List(conflict)!;

        Assert.Equal("f:14:5: warning unequal-members: 'quiet' is one state, but 'union' would tell NNN from NNY; NNN counts. Make the preference say nothing of what is the same.", Assert.Single(read.Diagnostics).ToString());
        Assert.Equal(["quiet", "strike", "s1", "s2", "NYY"], outcomes.Keys.Select(k => k == new StateKey(StateKind.Options, 1) ? "strike" : conflict.NameOf(k)));
        Assert.Equal("The union", conflict.Parties[0].Title);
        Assert.Equal(new StateKey(StateKind.Options, 2), conflict.StatusQuo);
        Assert.Equal([3, 2, 2, 0, 1], outcomes.RanksOf(1));
        Assert.Equal([(0, 1), (0, 3), (1, 0), (2, 0), (2, 1), (3, 0), (4, 0), (4, 3)], outcomes.MovesOf(0).Select(m => (m.From, m.To)));
        Assert.Equal([(1, 3), (2, 4)], outcomes.MovesOf(1).Select(m => (m.From, m.To)));
    }

    [Fact]
    public void An_explicit_graph_is_read()
    {
        var conflict = Read(ConflictSamples.Graph);

        Assert.True(conflict.IsGraph);
        Assert.Equal(["calm", "first", "second", "crash"], conflict.States.Select(s => s.Name));
        Assert.Equal([(0, 1), (1, 0), (2, 3)], conflict.Moves[0].Moves.Select(m => (m.From, m.To)));
        Assert.Equal([2, 1, 3, 0], ConflictOutcomes.List(conflict)!.RanksOf(1));
    }

    [Theory]
    [InlineData("by: owner, direction", "by: ownre, direction", "8:17: error unknown-party: 'ownre' is not a party to this conflict. Did you mean 'owner'?")]
    [InlineData("direction: back", "direction: backward", "7:35: error unknown-word: 'backward' is not what 'direction' takes: both, forward, back.")]
    [InlineData("direction: back", "dirction: back", "7:24: error unknown-key: 'dirction' is not a key of 'talks'. Did you mean 'direction'?")]
    [InlineData("strike: {by: union}", "strike: {}", "6:5: error missing-key: 'strike' has no 'by'. Add 'by:'.")]
    [InlineData("[strike and talks]", "[strike and talk]", "9:27: error unknown-option: 'talk' is not an option of this conflict. Did you mean 'talks'?")]
    [InlineData("\"-strike and -talks\"", "\"-strike and (talks\"", "10:36: error bad-statement: This '(' is never closed. Add ')'.")]
    [InlineData("strike: {by: union}", "iff: {by: union}", "6:5: error reserved-name: 'iff' is a word of the format and cannot name an option. Choose another name.")]
    [InlineData("status_quo: [talks]", "status_quo: [talks, strike]", "12:15: error infeasible-state: 'YYN' cannot be: 'strike and talks' is infeasible. Remove one of the two.")]
    [InlineData("NYY, s2]", "s2]", "15:5: error missing-state: The preference of 'owner' leaves out 'NYY'. Add it.")]
    [InlineData("NYY, s2]", "NYY, s2, s1]", "15:53: error state-twice: 's1' is told twice. Remove one.")]
    [InlineData("NYY, s2]", "NYY, YNNN]", "15:49: error unknown-state: 'YNNN' is not a state of this conflict. Write the options taken, 'a + b' or none, or a Y or N for each.")]
    [InlineData("NYY, s2]", "NYY, s3]", "15:49: error unknown-state: 's3' is not a state of this conflict. Did you mean 's1'?")]
    [InlineData("{s1: talks,", "{strike: talks,", "11:12: error duplicate-name: 'strike' already names something else on line 6. Rename one of the two.")]
    [InlineData("owner: {ranking:", "owner: {weights: {strike: 1}, ranking:", "15:5: error mixed-forms: The preference of 'owner' is told in more than one way. Keep one of statements, ranking, utilities and weights.")]
    [InlineData("  status_quo:", "  moves: {union: [s1 -> s2]}\n  status_quo:", "12:3: error mixed-forms: 'moves' belongs to a list of states, and here options make the moves. Remove 'moves' or 'options'.")]
    [InlineData("[strike and talks]", "[strike, -strike]", "9:16: error no-states: Every state is infeasible. Remove an infeasible pattern.", "owner: {ranking: [quiet, [s1, strike], NYY, s2]}", "owner: [offer]", "states: {s1: talks, s2: [strike, offer]}\n  status_quo: [talks]", "note: x")]
    [InlineData("union: [offer, [\"not strike\", talks]]", "union: {weights: {strike: a}}", "14:31: error bad-number: 'a' is not a number. Write '2.5'.")]
    public void A_mistake_is_told_at_its_place(string word, string instead, string expected, params string[] more)
    {
        var text = Replaced(ConflictSamples.Options, word, instead);
        for (var i = 0; i < more.Length; i += 2) text = Replaced(text, more[i], more[i + 1]);
        var read = ConflictReader.Read("f", text);

        Assert.Null(read.Value);
        Assert.Equal("f:" + expected, read.Errors.First().ToString());
    }

    [Theory]
    [InlineData("second -> crash", "second - crash", "7:27: error bad-move: 'second - crash' is no move. Write 'from -> to'.")]
    [InlineData("second -> crash", "second -> second", "7:27: error bad-move: 'second -> second' leads nowhere. Name two states.")]
    [InlineData("second -> crash", "second -> crsh", "7:37: error unknown-state: 'crsh' is not a state of this conflict. Did you mean 'crash'?")]
    [InlineData("  moves:", "  infeasible: [a]\n  moves:", "6:3: error mixed-forms: 'infeasible' speaks of options, and the conflict lists states. Remove 'infeasible' or write 'options:'.")]
    [InlineData("{ranking: [first, calm, second, crash]}", "[calm]", "11:10: error mixed-forms: 'statements' speaks of options, and the conflict lists states. Remove 'statements' or write 'options:'.")]
    public void A_mistake_in_a_graph_is_told_at_its_place(string word, string instead, string expected) =>
        Assert.Equal("f:" + expected, ConflictReader.Read("f", Replaced(ConflictSamples.Graph, word, instead)).Errors.First().ToString());

    [Fact]
    public void A_party_may_see_other_states_and_preferences()
    {
        var conflict = Read(ConflictSamples.Perceived);
        var (red, blue) = (conflict.AsSeenBy("red"), conflict.AsSeenBy("blue"));

        Assert.Equal(["NNN", "YNN", "NYN", "YYN"], ConflictOutcomes.List(red)!.Keys.Select(red.NameOf));
        Assert.Equal([3, 0, 2, 1], ConflictOutcomes.List(red)!.RanksOf(1));
        Assert.Equal([0, 1, 0, 1], ConflictOutcomes.List(red)!.RanksOf(0));
        Assert.Equal([0, 1, 0, 1, 0, 1], ConflictOutcomes.List(blue)!.RanksOf(0));
        Assert.Equal(["NNN", "YNN", "NYN", "YYN", "NNY", "sanctioned"], ConflictOutcomes.List(blue)!.Keys.Select(blue.NameOf));
        Assert.Empty(red.Perceptions);
        Assert.Same(red, red.AsSeenBy("blue"));
        Assert.Equal(new StateKey(StateKind.Options, 0), red.StatusQuo);
        Assert.Null(Read(ConflictSamples.Perceived.Replace("status_quo: none", "status_quo: sanctioned", StringComparison.Ordinal)).AsSeenBy("red").StatusQuo);
    }

    [Theory]
    [InlineData("    blue: {preferences: {red: {w", "    bleu: {preferences: {red: {w", "17:5: error unknown-party: 'bleu' is not a party to this conflict. Did you mean 'blue'?")]
    [InlineData("{preferences: {red: {w", "{preferences: {rod: {w", "17:26: error unknown-party: 'rod' is not a party to this conflict. Did you mean 'red'?")]
    [InlineData("      infeasible: [sanction]", "      infeasable: [sanction]", "14:7: error unknown-key: 'infeasable' is not a key of 'red'. Did you mean 'infeasible'?")]
    [InlineData("infeasible: [sanction]", "infeasible: [sanctions]", "14:20: error unknown-option: 'sanctions' is not an option of this conflict. Did you mean 'sanction'?")]
    [InlineData("infeasible: [sanction]", "infeasible: [sanction, \"-2\", \"2\"]", "14:20: error no-states: Every state is infeasible. Remove an infeasible pattern.")]
    [InlineData("[none, protest, ", "[none, ", "16:9: error missing-state: The preference of 'blue' leaves out 'NYN'. Add it.")]
    [InlineData("[none, protest, ", "[none, sanctioned, protest, ", "16:32: error infeasible-state: 'sanctioned' cannot be: 'sanction' is infeasible. Remove one of the two.")]
    public void A_mistake_in_a_perception_is_told_at_its_place(string word, string instead, string expected) =>
        Assert.Equal("f:" + expected, ConflictReader.Read("f", Replaced(ConflictSamples.Perceived, word, instead)).Errors.First().ToString());

    [Fact]
    public void Nothing_is_infeasible_to_a_party_where_states_are_listed() =>
        Assert.Equal(
            "f:13:27: error mixed-forms: 'infeasible' speaks of options, and the conflict lists states. Remove 'infeasible' or write 'options:'.",
            ConflictReader.Read("f", ConflictSamples.Graph + "\n  perceptions: {one: {    infeasible: [a]}}").Errors.First().ToString());

    [Fact]
    public void Every_limit_has_its_finding()
    {
        string Many(int n, Func<int, string> each) => string.Join(", ", Enumerable.Range(0, n).Select(each));
        string Text(string parties, string options, string rest) => $"case: c\nconflict:\n  parties: {{{parties}}}\n  options: {{{options}}}\n  {rest}\n";

        Assert.Contains("too-many-parties", Slugs(Text(Many(9, i => $"p{i}: {{}}"), "a: {by: p0}", "note: x")));
        Assert.Contains("too-many-options", Slugs(Text("p: {}", Many(31, i => $"o{i}: {{by: p}}"), "note: x")));
        Assert.Contains("too-many-statements", Slugs(Text("p: {}", "a: {by: p}", $"preferences: {{p: [{Many(65, _ => "a")}]}}")));
        Assert.Contains("too-many-statements", Slugs(Text("p: {}", "a: {by: p}, b: {by: p}", $"infeasible: [{Many(257, _ => "a")}]")));
        Assert.Contains("too-large-to-list", Slugs(Text("p: {}", Many(21, i => $"o{i}: {{by: p}}"), "preferences: {p: {ranking: [none]}}")));
        Assert.Contains("too-many-states", Slugs($"case: c\nconflict: {{parties: {{p: {{}}}}, states: {{{Many(5_001, i => $"s{i}: ")}}}, preferences: {{}}}}"));
        Assert.Contains("no-preference", Slugs(Text("p: {}", "a: {by: p}", "note: x")));
        Assert.Contains("unequal-members", Slugs(Text("p: {}", "a: {by: p}, b: {by: p}", "same_state: {x: a}\n  preferences: {p: [b]}")));
        Assert.Contains("no-conflict", Slugs("case: c\nparties: {}\n"));
        Assert.Contains("mixed-forms", Slugs("case: c\nconflict: {parties: {p: {}}}\n"));
    }

    [Fact]
    public void A_conflict_beside_a_whole_case_takes_its_parties_from_it()
    {
        var text = Samples.Small + "\nconflict:\n  options:\n";
        var names = CaseReader.Read("f", Samples.Small).Value!.Parties;
        text += $"    a: {{by: {names[0].Name}}}\n    b: {{by: {names[1].Name}}}\n  preferences: {{{names[0].Name}: [b], {names[1].Name}: [a]}}\n";

        Assert.Empty(CaseReader.Read("f", text).Errors);
        Assert.Equal(names.Take(2).Select(p => (p.Name, p.Title)), Read(text).Parties.Select(p => (p.Name, p.Title)));
    }

    private static Conflict Read(string text)
    {
        var read = ConflictReader.Read("f", text);
        Assert.Empty(read.Diagnostics);
        return read.Value!; // no findings, so there is a value
    }

    private static IEnumerable<string> Slugs(string text) => ConflictReader.Read("f", text).Diagnostics.Select(d => d.Slug);

    private static string Replaced(string text, string word, string instead)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{word}' is not in the sample");
        return text[..at] + instead + text[(at + word.Length)..];
    }
}
