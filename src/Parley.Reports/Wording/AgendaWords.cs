using Parley.Agenda;
using Parley.Cases.Evidence;
using Parley.Verdict;

namespace Parley.Reports.Wording;

/// <summary>Meetings and topics in words.</summary>
public static class AgendaWords
{
    private const int LongestName = 14;

    /// <summary>What the meetings come to, one sentence each.</summary>
    public static IEnumerable<string> Summary(AgendaResult agenda)
    {
        var held = agenda.Meetings.Count(m => m.Meeting.Held);
        if (agenda.Ritual is { } ritual)
            yield return $"Ritual index {NumberText.Fixed(ritual, 2)} over {held} meetings held: {(ritual > Kernels.Exact.Rational.One / 2 ? "the same topics come back and little comes of them" : "topics change, or something comes of them")}.";
        else
            yield return held == 0 ? "No meeting was held." : "One meeting was held; a ritual takes two.";
        var avoided = agenda.Topics.Where(t => t.IsAvoided).Select(t => CaseWords.Plain(t.Topic)).ToList();
        if (avoided.Count > 0) yield return $"Never raised although something could come of it: {CaseWords.Listed(avoided)}.";
        var rightly = agenda.Topics.Where(t => t is { InCase: true, IsRaised: false, Potential: Grade.Nothing }).Select(t => CaseWords.Plain(t.Topic)).ToList();
        if (rightly.Count > 0) yield return $"Never raised, and rightly, as nothing could come of it alone: {CaseWords.Listed(rightly)}.";
    }

    /// <summary>A meeting's name for a narrow column.</summary>
    public static string Column(Meeting meeting)
    {
        var name = meeting.Title ?? CaseWords.Plain(meeting.Name);
        if (name.Length > LongestName) name = string.Concat(name.AsSpan(0, LongestName - 1), "\u2026");
        return meeting.Held ? name : $"({name})";
    }

    /// <summary>A topic's share of the talk, or that it has none.</summary>
    public static string Share(TopicTrack topic) =>
        topic.IsRaised ? topic.IsMeetings && topic.MeanShare == 0 ? "\u2013" : NumberText.Chance(topic.MeanShare) : "never";

    /// <summary>What a topic's options alone could bring.</summary>
    public static string Potential(TopicTrack topic)
    {
        if (!topic.InCase) return "not in the case";
        return topic.Potential switch
        {
            Grade.Deal => "a deal",
            Grade.Tokens => "tokens",
            Grade.Nothing => "nothing",
            _ => "not decided",
        };
    }

    /// <summary>Where talk and potential part.</summary>
    public static string Remark(TopicTrack topic) => topic switch
    {
        { IsAvoided: true } => "avoided",
        { IsMeetings: true } => "the meetings themselves",
        { IsRaised: true, Potential: Grade.Nothing } => "talk only",
        _ => string.Empty,
    };
}
