using Parley.Cases.Evidence;
using Parley.Cases.Model;
using Parley.Cases.Text;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Evidence;

public class EvidenceFileReaderTests
{
    private const string Case = """
        case: stall
        as_of: 2019-05-15
        parties:
          buyer: {no_deal: 1}
          seller: {}
        issues:
          price:
            topic: money
            low: {buyer: 3, seller: 1}
        dates: {spring: {set: {}}}
        events: {strike: {set: {}}}
        stories: {greed: {set: {}}, pride: {set: {}}}
        sources:
          letter: {title: a letter, date: 2019-04}
          memoir: {title: what it was really like, date: 2021}
        quotes:
          q1: {of: memoir, says: it never had a chance}
        """;

    [Fact]
    public void The_evidence_of_the_founding_case_reads_without_a_finding()
    {
        var folder = Path.Combine(RepositoryFolders.Root, "cases", "us-russia-2019");
        var model = CaseReader.Read("case.yaml", File.ReadAllText(Path.Combine(folder, "case.yaml"))).Value!;

        var read = EvidenceFileReader.Read("evidence.yaml", File.ReadAllText(Path.Combine(folder, "evidence.yaml")), model);

        Assert.Empty(read.Diagnostics);
        var evidence = read.Value!;
        Assert.Equal((9, 13, 4, 11, 2), (evidence.Speakers.Length, evidence.Reports.Length, evidence.Meetings.Length, evidence.Observations.Length, evidence.Forecasts.Length));
        Assert.Equal(15, evidence.History.Length);
        Assert.Equal((new DateOnly(2018, 11, 25), "COERCE", "putin", "new_incident"), (evidence.History[7].Day, evidence.History[7].Type, evidence.History[7].From, evidence.History[7].Event));
        Assert.Equal(-40m, evidence.Index!.Start.Coefficient);
        Assert.Equal(Bias.AgainstInterest, evidence.Reports[1].Bias);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet")]
    public void An_empty_file_is_told_how_evidence_begins(string text)
    {
        var read = EvidenceFileReader.Read("evidence.yaml", text, Samples.Read(Case));

        Assert.Equal(["evidence.yaml:1:1: error empty-file: The file is empty. Begin with 'evidence: stall'."], read.Errors.Select(d => d.ToString()));
    }

    [Theory]
    [InlineData("evidence: other", "1:11: error other-case: 'other' is not the case it stands beside. Write 'evidence: stall'.")]
    [InlineData("speakers: {ann: {}}", "2:12: error missing-key: 'ann' has no 'reliability'. Add 'reliability:'.")]
    [InlineData("speakers: {ann: {reliability: 1.2}}", "2:31: error bad-probability: ")]
    [InlineData("speakers: {ann: {r: 0.5}}", "2:18: error unknown-key: 'r' is not a key of 'ann'. Did you mean 'reliability'?")]
    [InlineData("reports: [{asserts: rain, chain: [bob]}]", "2:35: error unknown-speaker: 'bob' is not a speaker. Declare it under 'speakers'.")]
    [InlineData("speakers: {ann: {reliability: 1}}\nreports: [{chain: [ann]}]", "3:11: error no-statement: The report says neither")]
    [InlineData("speakers: {ann: {reliability: 1}}\nreports: [{asserts: a, denies: b, chain: [ann]}]", "3:11: error no-statement: The report both")]
    [InlineData("speakers: {ann: {reliability: 1}}\nreports: [{asserts: a, chain: [ann, ann]}]", "3:37: error bad-chain: 'ann' stands twice in the chain. Remove one.")]
    [InlineData("speakers: {ann: {reliability: 1}}\nreports: [{asserts: a, chain: [ann], interest: self}]", "3:38: error unknown-key: 'interest' is not a key of a report. Did you mean 'bias'?")]
    [InlineData("meetings: {m: {date: 2019-01, salience: {money: 0.5, war: 0.4}}}", "2:31: error bad-shares: The shares of the topics sum to 0.9. Make them sum to 1.")]
    [InlineData("meetings: {m: {date: 2019-01, salience: {money: 1}, outcome: {mony: token}}}", "2:63: error unknown-topic: 'mony' has an outcome but no share of the talk. Did you mean 'money'?")]
    [InlineData("meetings: {m: {date: 2019-01, salience: {monye: 1}}}", "2:42: warning own-topic: 'monye' is no topic of the case's issues. Did you mean 'money'?")]
    [InlineData("meetings_are: mony", "2:15: error unknown-topic: 'mony' is no topic of the case's issues. Did you mean 'money'?")]
    [InlineData("meetings_are: [money, war]", "2:23: error unknown-topic: 'war' is no topic of the case's issues. Name one, or remove 'meetings_are'.")]
    [InlineData("meetings: {m: {date: 2019-03}, n: {date: 2019-01}}", "2:32: error out-of-order: 'n' was before 'm', which stands above it.")]
    [InlineData("meetings: {m: {date: 2019-06}}", "2:22: error later-than-as-of: '2019-06' is dated 2019-06, later than the 2019-05-15 up to")]
    [InlineData("meetings: {m: {date: 2019-01, source: memoir}}", "2:39: error later-than-as-of: 'memoir' is dated 2021, later than the 2019-05-15 up to")]
    [InlineData("observations: {o: {seen: deal, miss_rate: 0.1, source: q1}}", "2:56: error later-than-as-of: 'q1' is dated 2021")]
    [InlineData("speakers: {ann: {reliability: 0.5 @memoir}}", "2:31: error later-than-as-of: 'memoir'")]
    [InlineData("observations: {o: {}}", "2:16: error no-statement: The observation says neither")]
    [InlineData("observations: {o: {seen: deal}}", "2:16: error missing-key: 'o' has no 'miss_rate'.")]
    [InlineData("observations: {o: {seen: deal, miss_rate: 0}}", "2:43: error out-of-range: ")]
    [InlineData("observations: {o: {seen: deel, miss_rate: 0.1}}", "2:26: error unknown-phrase: ")]
    [InlineData("observations: {o: {seen: deal, at: sprnig, miss_rate: 0.1}}", "2:36: error unknown-date: ")]
    [InlineData("observations: {o: {ratings: {gred: CC}}}", "2:30: error unknown-story: ")]
    [InlineData("observations: {o: {ratings: {greed: CCC}}}", "2:37: error unknown-word: ")]
    [InlineData("forecasts: {f: {by: ann, says: rain}}", "2:13: error missing-key: 'f' has no 'probability'.")]
    [InlineData("forecasts: {f: {by: ann, says: rain, probability: 0.5}}", "2:21: error unknown-speaker: 'ann'")]
    [InlineData("history: {h: {says: a row}}", "2:11: error missing-key: 'h' has no 'date'. Add 'date:'.")]
    [InlineData("history: {h: {date: ../2019}}", "2:21: error no-first-day: '../2019' has no first day on which the event could count. Write a day")]
    [InlineData("history: {h: {date: XXXX}}", "2:21: error no-first-day: 'XXXX'")]
    [InlineData("history: {h: {date: 2019-02-30}}", "2:21: error bad-date: ")]
    [InlineData("history: {h: {date: 2019-05-16}}", "2:21: error later-than-as-of: '2019-05-16'")]
    [InlineData("history: {h: {date: 2019-01, effect_on_index: -5 @q1}}", "2:47: error later-than-as-of: 'q1' is dated 2021")]
    [InlineData("history: {h: {date: 2019-01, type: consult}}", "2:36: error unknown-word: 'consult' is not what 'type' takes: AGREE, ")]
    [InlineData("history: {h: {date: 2019-01, from: byer}}", "2:36: error unknown-party: 'byer' is not a party. Did you mean 'buyer'? Put any other name in quotes.")]
    [InlineData("history: {h: {date: 2019-01, to: Moscow}}", "2:34: error unknown-party: 'Moscow' is not a party. Put any other name in quotes: \"Moscow\".")]
    [InlineData("history: {h: {date: 2019-01, intensity: 11}}", "2:41: error out-of-range: ")]
    [InlineData("history: {h: {date: 2019-01, effect_on_index: -200}}", "2:47: error out-of-range: ")]
    [InlineData("history: {h: {date: 2019-01, event: strikes}}", "2:37: error unknown-event: 'strikes' is not an event of this case")]
    [InlineData("history: {h: {date: 2019-01, effect: 3}}", "2:30: error unknown-key: 'effect' is not a key of 'h'. Did you mean 'effect_on_index'?")]
    [InlineData("relationship_index: {start: 0, token_gain: 0, tokens_per_year: 0, per_intensity: -1}", "2:82: error out-of-range: ")]
    [InlineData("meetings: {m: {date: 2019-01, source: leter}}", "2:39: error unknown-source: ")]
    public void A_mistake_is_told_with_its_place_and_a_fix(string text, string expected)
    {
        var read = Read(text.StartsWith("evidence:", StringComparison.Ordinal) ? text : "evidence: stall\n" + text);

        Assert.Contains(read, d => d.StartsWith("e.yaml:" + expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2019-05-14", 2019, 5, 14)]
    [InlineData("2019-05~", 2019, 5, 1)]
    [InlineData("2018-11-25/2018-11-27", 2018, 11, 25)]
    [InlineData("2018/..", 2018, 1, 1)]
    [InlineData("201X", 2010, 1, 1)]
    [InlineData("2018-22", 2018, 1, 1)]
    public void A_past_event_counts_on_the_first_day_its_date_can_mean(string date, int year, int month, int day)
    {
        var model = CaseReader.Read("case.yaml", Case).Value!;

        var read = EvidenceFileReader.Read("e.yaml", $"evidence: stall\nhistory: {{h: {{date: {date}, from: buyer, to: \"the town\"}}}}\n", model);

        Assert.Empty(read.Diagnostics);
        var past = Assert.Single(read.Value!.History);
        Assert.Equal((new DateOnly(year, month, day), "buyer", "the town"), (past.Day, past.From, past.To));
    }

    [Fact]
    public void A_history_that_is_too_long_is_told()
    {
        var lines = string.Concat(Enumerable.Range(0, EvidenceLimits.History + 1).Select(k => $"  h{k}: {{date: 2019}}\n"));

        Assert.Equal(["e.yaml:1003:3: error too-much-evidence: At most 1000 events of the history are read. Leave some out."], Read("evidence: stall\nhistory:\n" + lines));
    }

    [Fact]
    public void All_mistakes_come_at_once()
    {
        var read = Read("evidence: stall\nspeakers: {ann: {reliability: 2}}\nreports: [{asserts: a, chain: [bob]}]\nmeetings: {m: {date: 2020-13, salience: {money: 0.3}}}\nfoo: 1\n");

        Assert.Equal(["bad-probability", "unknown-speaker", "bad-date", "bad-shares", "unknown-key"], read.Select(d => d.Split(' ')[2].TrimEnd(':')));
    }

    [Theory]
    [InlineData("2019-05-15", false)]
    [InlineData("2019-05", false)]
    [InlineData("2019~", false)]
    [InlineData("2019-04/2019-06", false)]
    [InlineData("201X", false)]
    [InlineData("2019-05-16", true)]
    [InlineData("2019-06", true)]
    [InlineData("2020/..", true)]
    public void A_date_is_later_only_when_all_of_it_is(string date, bool later) => Assert.Equal(later, DaySpan.IsAfter(date, "2019-05-15"));

    private static List<string> Read(string text)
    {
        var model = CaseReader.Read("case.yaml", Case);
        Assert.NotNull(model.Value);
        return [.. EvidenceFileReader.Read("e.yaml", text, model.Value).Diagnostics.Select(d => d.ToString())];
    }
}
