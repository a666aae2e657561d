using System.Text.Json;
using Parley.Agenda;
using Parley.Cases.Evidence;
using Parley.Kernels.Exact;
using Parley.Reports.Wording;

namespace Parley.Reports.Json;

/// <summary>Topics and meetings, as JSON.</summary>
internal static class AgendaJson
{
    public static void Write(Utf8JsonWriter json, AgendaResult agenda)
    {
        json.WriteStartObject("agenda");
        json.NumberOrNull("ritual", agenda.Ritual);
        json.NumberOrNull("progress", agenda.MostProgress);
        json.WriteStartObject("meetings");
        for (var k = 0; k < agenda.Meetings.Length; k++) WriteMeeting(json, agenda.Meetings[k]);
        json.WriteEndObject();
        json.WriteStartObject("topics");
        foreach (var topic in agenda.Topics) WriteTopic(json, topic);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMeeting(Utf8JsonWriter json, MeetingProgress meeting)
    {
        json.WriteStartObject(meeting.Meeting.Name);
        json.WriteString("date", meeting.Meeting.Date);
        json.WriteBoolean("held", meeting.Meeting.Held);
        json.NumberOrNull("recurrence", meeting.Recurrence);
        json.NumberOrNull("progress", meeting.Progress);
        json.WriteStartObject("salience");
        foreach (var topic in meeting.Meeting.Topics) json.Number(topic.Topic, (Rational)topic.Share);
        json.WriteEndObject();
        json.WriteStartObject("outcome");
        foreach (var topic in meeting.Meeting.Topics.Where(t => t.Outcome != MeetingOutcome.None))
            json.WriteString(topic.Topic, topic.Outcome == MeetingOutcome.Token ? "token" : "substantive");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTopic(Utf8JsonWriter json, TopicTrack topic)
    {
        json.WriteStartObject(topic.Topic);
        json.WriteBoolean("raised", topic.IsRaised);
        json.WriteBoolean("isMeetings", topic.IsMeetings);
        json.Number("shift", topic.Shift);
        json.Number("meanShare", topic.MeanShare);
        json.WriteBoolean("inCase", topic.InCase);
        json.WriteString("potential", topic.Potential is { } grade ? GradeWords.Slug(grade) : null);
        json.WriteBoolean("avoided", topic.IsAvoided);
        json.WriteEndObject();
    }
}
