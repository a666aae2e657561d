using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Evidence;

/// <summary>Reads reports and meetings.</summary>
internal sealed class EvidencePartsReader(FieldMap top, EvidenceScope scope)
{
    public ImmutableArray<Report> Reports()
    {
        var items = top.Items("reports");
        if (items.Count > EvidenceLimits.Reports) scope.Context.Add(EvidenceMessages.TooMuch("reports", EvidenceLimits.Reports), items[EvidenceLimits.Reports]);
        return [.. items.Take(EvidenceLimits.Reports).Select(Report)];
    }

    private Report Report(CaseNode item)
    {
        var map = scope.Map(EvidenceFields.Report, item, "a report", item);
        map.HasRequired();
        var (asserts, denies) = (map.Word("asserts"), map.Word("denies"));
        if (asserts is null == denies is null) scope.Context.Add(EvidenceMessages.NoStatement(asserts is not null), item);
        var chain = scope.Chain(map);
        return new Report
        {
            About = asserts ?? denies ?? string.Empty,
            Asserts = asserts is not null,
            Chain = chain,
            Bias = scope.BiasIn(map, chain),
            Says = map.Text("says"),
            Date = map.Date("date"),
            Source = scope.Source(map, "date"),
            Span = map.Span,
        };
    }

    public ImmutableArray<Meeting> Meetings()
    {
        var meetings = ImmutableArray.CreateBuilder<Meeting>();
        foreach (var (key, value, _) in scope.Limited(top, "meetings", EvidenceLimits.Meetings))
        {
            var map = scope.Map(EvidenceFields.Meeting, value, key.Text, key);
            map.HasRequired();
            var held = map.YesNo("held") ?? true;
            var meeting = new Meeting
            {
                Name = key.Text,
                Title = map.Text("title"),
                Date = map.Date("date"),
                Held = held,
                Topics = Topics(map, key),
                Source = scope.Source(map, "date"),
                Span = map.Span,
            };
            var before = meetings.LastOrDefault(m => m.Date is not null && meeting.Date is not null && DaySpan.IsAfter(m.Date, meeting.Date));
            if (before is not null) scope.Context.Add(EvidenceMessages.OutOfOrder(key.Text, before.Name), key);
            meetings.Add(meeting);
        }
        return meetings.ToImmutable();
    }

    private ImmutableArray<MeetingTopic> Topics(FieldMap map, ScalarNode owner)
    {
        var shares = Shares(map);
        var outcomes = Outcomes(map, [.. shares.Select(s => s.Topic)]);
        var sum = shares.Sum(s => s.Share);
        if (shares.Count > 0 && sum != 1m) scope.Context.Add(EvidenceMessages.BadShares(DecimalText.Of(sum)), map.Key("salience") ?? owner);
        return [.. shares.Select(s => new MeetingTopic(s.Topic, s.Share, outcomes.GetValueOrDefault(s.Topic)))];
    }

    private List<string> TopicsOfCase => [.. scope.Case.Issues.Select(i => i.Topic).OfType<string>().Distinct()];

    /// <summary>Topics of the case that meetings raise by being held.</summary>
    public ImmutableArray<string> MeetingsAre()
    {
        var known = TopicsOfCase;
        var topics = ImmutableArray.CreateBuilder<string>();
        foreach (var (topic, node) in top.Words("meetings_are"))
        {
            if (!known.Contains(topic)) scope.Context.Add(EvidenceMessages.NoTopicOfCase(topic, Spelling.Nearest(topic, known)), node);
            else if (!topics.Contains(topic)) topics.Add(topic);
        }
        return topics.ToImmutable();
    }

    private List<(string Topic, decimal Share)> Shares(FieldMap map)
    {
        var known = TopicsOfCase;
        var shares = new List<(string, decimal)>();
        var entries = map.Entries("salience");
        if (entries.Count > EvidenceLimits.Topics) scope.Context.Add(EvidenceMessages.TooMuch("topics of a meeting", EvidenceLimits.Topics), entries[EvidenceLimits.Topics].Key);
        foreach (var (key, value, _) in entries.Take(EvidenceLimits.Topics))
        {
            if (!known.Contains(key.Text) && Spelling.Nearest(key.Text, known) is { } meant) scope.Context.Add(EvidenceMessages.OwnTopic(key.Text, meant), key);
            if (value is not ScalarNode { IsEmpty: false } scalar) scope.Context.Add(ReaderMessages.WrongShape(key.Text, value.Kind, "a number"), value);
            else if (map.Number(scalar, NumberDomain.Chance) is { } share) shares.Add((key.Text, share.Coefficient));
        }
        return shares;
    }

    private Dictionary<string, MeetingOutcome> Outcomes(FieldMap map, ImmutableArray<string> topics)
    {
        string[] words = ["none", "token", "substantive"];
        var outcomes = new Dictionary<string, MeetingOutcome>(StringComparer.Ordinal);
        foreach (var (key, value, _) in map.Entries("outcome"))
        {
            if (!topics.Contains(key.Text)) scope.Context.Add(EvidenceMessages.UnknownTopic(key.Text, Spelling.Nearest(key.Text, topics)), key);
            var word = (value as ScalarNode)?.Text ?? string.Empty;
            var at = Array.IndexOf(words, word);
            if (at < 0) scope.Context.Add(ReaderMessages.UnknownWord(key.Text, word, words, Spelling.Nearest(word, words)), value);
            else outcomes[key.Text] = (MeetingOutcome)at;
        }
        return outcomes;
    }
}
