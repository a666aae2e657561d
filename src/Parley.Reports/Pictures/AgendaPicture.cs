using Parley.Agenda;
using Parley.Cases.Evidence;
using Parley.Reports.Wording;

namespace Parley.Reports.Pictures;

/// <summary>The grid of topics and meetings as a drawing: the larger the square, the more talk; the darker, the more came of it.</summary>
public static class AgendaPicture
{
    private const int Left = 150;
    private const int Cell = 84;
    private const int Row = 64;
    private const int EmptyRow = 30;
    private const double Largest = 56;
    private const string TokenFill = "#7fb8de";
    private const string NothingFill = "#e6eef4";

    /// <summary>The drawing, SVG.</summary>
    public static string Svg(AgendaResult agenda, CaseWords words)
    {
        var right = Left + (Cell * Math.Max(4, agenda.Meetings.Length));
        var summary = string.Join(' ', AgendaWords.Summary(agenda));
        var page = new SvgPage(words.CaseTitle, summary, right + 20);
        var y = page.Paragraph(44, summary) + (agenda.Meetings.IsEmpty ? 0 : 36);
        for (var m = 0; m < agenda.Meetings.Length; m++) Heading(page, agenda.Meetings[m].Meeting, Left + (Cell * m) + (Cell / 2), y - 24);
        foreach (var topic in agenda.Topics.Where(t => t.IsRaised || t.InCase))
        {
            var height = topic.Shares.All(s => s == 0) ? EmptyRow : Row;
            page.Line(SvgPage.Margin, y, right, y, Palette.Faint);
            page.Text(SvgPage.Margin, y + (height / 2) + 4, CaseWords.Plain(topic.Topic), Left - SvgPage.Margin - 8);
            if (height == EmptyRow) page.Text(Left, y + (height / 2) + 4, Why(topic), right - Left, 11, fill: Palette.Subdued);
            else Squares(page, topic, agenda, y + (height / 2));
            y += height;
        }

        page.Line(SvgPage.Margin, y, right, y, Palette.Faint);
        if (agenda.Meetings.IsEmpty) return page.Svg(y + SvgPage.Margin);
        y = Legend.Draw(page, SvgPage.Margin, right, y + 24, [new(LegendMark.Box, Palette.Blue, "a substantive step"), new(LegendMark.Box, TokenFill, "a token"), new(LegendMark.Box, NothingFill, "nothing came of it"), new(LegendMark.DashedBox, Palette.Ink, "a meeting that was not held")]);
        return page.Svg(page.Paragraph(y, "Area: share of the talk.", 11));
    }

    private static void Heading(SvgPage page, Meeting meeting, int x, double y)
    {
        page.Text(x, y, AgendaWords.Column(meeting), Cell - 4, 11, "middle", tip: meeting.Title);
        page.Text(x, y + 14, meeting.Date ?? string.Empty, Cell - 4, 10, "middle");
    }

    // Why a row has no squares.
    private static string Why(TopicTrack topic) => topic switch
    {
        { IsMeetings: true } => AgendaWords.Remark(topic),
        { IsRaised: true } => "raised, but took none of the talk",
        { IsAvoided: true } => $"never raised, although it could bring {AgendaWords.Potential(topic)}",
        { Potential: not null } => $"never raised; alone it could bring {AgendaWords.Potential(topic)}",
        _ => "never raised",
    };

    private static void Squares(SvgPage page, TopicTrack topic, AgendaResult agenda, double middle)
    {
        for (var m = 0; m < agenda.Meetings.Length; m++)
        {
            if (topic.Shares[m] == 0) continue;
            var meeting = agenda.Meetings[m].Meeting;
            var side = Largest * Math.Sqrt((double)topic.Shares[m]);
            var x = Left + (Cell * m) + ((Cell - side) / 2);
            var tip = $"{CaseWords.Plain(topic.Topic)}, {AgendaWords.Column(meeting)}: {NumberText.Chance((Kernels.Exact.Rational)topic.Shares[m])}";
            page.Bar(x, middle - (side / 2), x + side, side, Fill(topic.Outcomes[m], meeting.Held), tip, Palette.Ink, !meeting.Held);
        }
    }

    private static string Fill(MeetingOutcome outcome, bool held) => (held, outcome) switch
    {
        (false, _) => Palette.Paper,
        (_, MeetingOutcome.Substantive) => Palette.Blue,
        (_, MeetingOutcome.Token) => TokenFill,
        _ => NothingFill,
    };
}
