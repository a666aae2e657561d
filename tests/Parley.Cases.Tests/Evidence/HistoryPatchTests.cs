using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Events;
using Parley.Cases.Evidence;
using Parley.Cases.Model;
using Parley.Cases.Text;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Evidence;

public class HistoryPatchTests
{
    private static readonly CaseModel Model = CaseReader.Read("case.yaml", "case: stall\nas_of: 2019-05-15\nparties: {a: {}, b: {}}\nissues: {price: {low: {a: 1}}}\n").Value!;

    private static readonly string[] Pieces = ["a", "\"", "\\", ": ", " #", "{", "'", "\u00e9", "\u201c", "@", "\u2013", "1", ",", "-"];

    [Theory]
    [InlineData("evidence: stall\n", "evidence: stall\n\nhistory:\n  NEW\n")]
    [InlineData("evidence: stall", "evidence: stall\n\nhistory:\n  NEW\n")]
    [InlineData("evidence: stall\r\nnote: x\r\n", "evidence: stall\r\nnote: x\r\n\r\nhistory:\r\n  NEW\r\n")]
    [InlineData("history:\nevidence: stall\n", "history:\n  NEW\nevidence: stall\n")]
    [InlineData("history: # so far\n    h:   # a row\n        date: 2019\n\n    # later\n\n# the end\nevidence: stall\n", "history: # so far\n    h:   # a row\n        date: 2019\n    NEW\n\n    # later\n\n# the end\nevidence: stall\n")]
    [InlineData("evidence: stall\nhistory:\n  h: {date: 2019}", "evidence: stall\nhistory:\n  h: {date: 2019}\n  NEW\n")]
    public void Events_go_behind_the_last_one_and_nothing_else_changes(string text, string expected)
    {
        var added = HistoryPatch.Add("e.yaml", text, Model, File(Event("7", 14))).Value!;

        Assert.Equal(expected.Replace("NEW", "gdelt-7-20190514: {date: 2019-05-14, type: CONSULT, from: \"USA\", to: \"RUS\", code: \"042\", intensity: 1.9, note: \"https://example.org/7\"}", StringComparison.Ordinal), added.Text);
        Assert.Equal((1, 0, 0), (added.Added, added.Known, added.Later));
    }

    [Fact]
    public void No_event_comes_twice_and_none_later_than_the_as_of_date()
    {
        var file = File(Event("7", 14), Event("8", 14), Event("7", 15), Event("9", 16), Event("", 13), Event("", 12), Event("", 12) with { Code = "043" });

        var first = HistoryPatch.Add("e.yaml", null, Model, file).Value!;
        var again = HistoryPatch.Add("e.yaml", first.Text, Model, file).Value!;

        Assert.Equal((5, 1, 1), (first.Added, first.Known, first.Later));
        Assert.Equal((first.Text, 0, 6, 1), (again.Text, again.Added, again.Known, again.Later));
        Assert.Contains("  gdelt_20190512-2: ", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_imported_and_then_edited_is_known_by_its_name()
    {
        var text = "evidence: stall\nhistory:\n  gdelt-7-20190514: {date: 2019-05-13, effect_on_index: 3}\n";

        Assert.Equal((0, 1), HistoryPatch.Add("e.yaml", text, Model, File(Event("7", 14))).Value is { } added ? (added.Added, added.Known) : default);
    }

    [Theory]
    [InlineData("evidence: stall\nhistory: {h: {date: 2019}}\n", "e.yaml:1:1: error cannot-write: 'history' cannot be written: it is not written in lines.")]
    [InlineData("evidence: stal\n", "e.yaml:1:11: error other-case: ")]
    [InlineData("{evidence: stall}\n", "e.yaml:1:1: error cannot-write: 'history' cannot be written: no place for it is safe.")]
    public void Without_a_safe_place_nothing_is_written(string text, string expected)
    {
        var added = HistoryPatch.Add("e.yaml", text, Model, File(Event("7", 14)));

        Assert.Null(added.Value);
        Assert.StartsWith(expected, Assert.Single(added.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_a_history_holds_is_refused_as_a_whole()
    {
        var file = File([.. Enumerable.Range(0, EvidenceLimits.History).Select(k => Event($"{k}", 1) with { From = $"A{k}" })]);

        Assert.Equal(EvidenceLimits.History, HistoryPatch.Add("e.yaml", null, Model, file).Value!.Added);
        var refused = HistoryPatch.Add("e.yaml", "evidence: stall\nhistory:\n  h: {date: 2019}\n", Model, file);
        Assert.Equal("e.yaml:1:1: error too-much-evidence: 1,000 more events beside the 1 there are too many: a history holds 1,000. Choose actors with --from and --to, or count by period instead of writing.", Assert.Single(refused.Errors).ToString());
    }

    // Whatever actors are called: what is written reads back, and taking it out gives the text again.
    [Fact]
    public void Any_names_are_written_so_that_they_read_back()
    {
        var random = new Random(61);
        for (var i = 0; i < Soak.Times(1_000); i++)
        {
            var events = Enumerable.Range(0, random.Next(1, 6)).Select(k => Event(Name(random), random.Next(1, 15)) with { From = Name(random), To = Name(random), Code = Name(random), Type = null, Intensity = random.Next(-120_000, 120_000) / 9_999m }).ToArray();
            var text = "evidence: stall\nhistory:\n  h: {date: 2019}\nspeakers: {}\n";

            var added = HistoryPatch.Add("e.yaml", text, Model, File([.. events])).Value!;

            Assert.Equal(events.Length, added.Added + added.Known);
            var lines = added.Text.Split('\n').ToList();
            lines.RemoveAll(l => l.StartsWith("  gdelt", StringComparison.Ordinal));
            Assert.Equal(text, string.Join('\n', lines));
            var history = EvidenceFileReader.Read("e.yaml", added.Text, Model).Value!.History;
            Assert.All(events, e => Assert.Contains(history, h => (h.From ?? "", h.To ?? "", h.Code ?? "") == (e.From, e.To, e.Code) && h.Day == e.Date));
        }
    }

    private static string Name(Random random) => string.Concat(Enumerable.Range(0, random.Next(0, 5)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static EventFile File(params ImmutableArray<DatedEvent> events) => new()
    {
        Format = EventFormat.Gdelt1,
        Events = events,
        Lines = events.Length,
        NotWanted = 0,
        Repeated = 0,
        Broken = 0,
        Findings = [],
    };

    private static DatedEvent Event(string id, int day) => new()
    {
        Id = id,
        Date = new DateOnly(2019, 5, day),
        From = "USA",
        To = "RUS",
        Code = "042",
        Type = "CONSULT",
        Intensity = 1.9m,
        Url = $"https://example.org/{id}",
        Span = SourceSpan.None,
    };
}
