using Parley.Agenda;
using Parley.Cases.Evidence;
using Parley.Reports.Answers;
using Parley.Reports.Wording;

namespace Parley.Reports.Tables;

/// <summary>Topics through the meetings, and what is never raised.</summary>
public static class AgendaSection
{
    private const int MostMeetings = 6;

    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Agenda is not { } agenda) return;
        sheet.Blank();
        foreach (var sentence in AgendaWords.Summary(agenda)) sheet.Line(sentence);
        WriteGrid(sheet, agenda);
        WriteMeetings(sheet, agenda);
        WriteTopics(sheet, agenda);
    }

    private static void WriteGrid(Sheet sheet, AgendaResult agenda)
    {
        var first = Math.Max(0, agenda.Meetings.Length - MostMeetings);
        sheet.Heading("What was talked about");
        var shown = agenda.Meetings.Skip(first).ToList();
        var table = new SheetTable([new SheetColumn("Topic"), .. shown.Select(m => new SheetColumn(AgendaWords.Column(m.Meeting), IsNumber: true)), new SheetColumn("Shift", IsNumber: true)]);
        foreach (var topic in agenda.Topics.Where(t => t.IsRaised && !IsOnlyMeetings(t)))
            table.Add([CaseWords.Plain(topic.Topic), .. shown.Select((_, k) => Cell(topic, first + k)), NumberText.WithSign(topic.Shift, 2)]);
        sheet.Table(table);
        sheet.Note("Shares of the talk. * a token came of it, ** a substantive step. Shift: last share less first, over meetings held.");
        if (first > 0) sheet.Note($"The first {first} of {agenda.Meetings.Length} meetings are not shown; --json has them.");
    }

    private static bool IsOnlyMeetings(TopicTrack topic) => topic.IsMeetings && topic.Shares.All(s => s == 0);

    private static string Cell(TopicTrack topic, int meeting)
    {
        if (topic.Shares[meeting] == 0) return "\u2013";
        var mark = topic.Outcomes[meeting] switch
        {
            MeetingOutcome.Substantive => "**",
            MeetingOutcome.Token => "*",
            _ => string.Empty,
        };
        return $"{mark}{NumberText.Chance((Kernels.Exact.Rational)topic.Shares[meeting])}";
    }

    private static void WriteMeetings(Sheet sheet, AgendaResult agenda)
    {
        sheet.Heading("How the meetings compare");
        var table = new SheetTable(
            new SheetColumn("Meeting"), new SheetColumn("Date", IsLabel: true), new SheetColumn("Held", IsLabel: true), new SheetColumn("Recurs", IsNumber: true), new SheetColumn("Progress", IsNumber: true));
        foreach (var meeting in agenda.Meetings)
        {
            table.Add(
                meeting.Meeting.Title ?? CaseWords.Plain(meeting.Meeting.Name), meeting.Meeting.Date ?? "\u2013", meeting.Meeting.Held ? "yes" : "no", Figure(meeting.Recurrence), Figure(meeting.Progress));
        }

        sheet.Table(table);
        sheet.Note("Recurs: how much of it the meeting held before had been about too. Progress: shares of topics times 0.1 for a token, 1 for a substantive step.");
    }

    private static string Figure(Kernels.Exact.Rational? value) => value is { } number ? NumberText.Fixed(number, 3) : "\u2013";

    private static void WriteTopics(Sheet sheet, AgendaResult agenda)
    {
        sheet.Heading("Talk beside what could come of it");
        var table = new SheetTable(new SheetColumn("Topic"), new SheetColumn("Mean share", IsNumber: true), new SheetColumn("Its options alone", IsLabel: true), new SheetColumn("", IsLabel: true));
        foreach (var topic in agenda.Topics)
            table.Add(CaseWords.Plain(topic.Topic), AgendaWords.Share(topic), AgendaWords.Potential(topic), AgendaWords.Remark(topic));
        sheet.Table(table);
        sheet.Note("Its options alone: what the topic could bring with all other issues as they would be anyway.");
    }
}
