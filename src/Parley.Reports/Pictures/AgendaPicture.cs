using System.Globalization;
using System.Security;
using System.Text;
using Parley.Agenda;
using Parley.Cases.Evidence;
using Parley.Reports.Wording;

namespace Parley.Reports.Pictures;

/// <summary>The grid of topics and meetings as a drawing: the larger the square, the more talk; the darker, the more came of it.</summary>
public static class AgendaPicture
{
    private const int Left = 150;
    private const int Top = 70;
    private const int Cell = 64;
    private const double Largest = 56;

    /// <summary>The drawing, SVG.</summary>
    public static string Svg(AgendaResult agenda, CaseWords words)
    {
        var raised = agenda.Topics.Where(t => t.IsRaised || t.InCase).ToList();
        var (width, height) = (Left + (Cell * Math.Max(4, agenda.Meetings.Length)) + 20, Top + (Cell * raised.Count) + 68);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#222222\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"10\" y=\"20\" font-size=\"14\">{Escape(words.CaseTitle)}</text>\n");
        for (var m = 0; m < agenda.Meetings.Length; m++) Heading(svg, agenda.Meetings[m].Meeting, Left + (Cell * m) + (Cell / 2));
        for (var t = 0; t < raised.Count; t++) Row(svg, raised[t], agenda, Top + (Cell * t) + (Cell / 2));
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"10\" y=\"{height - 36}\">Area: share of the talk. Dashed: a meeting that was not held.</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"10\" y=\"{height - 18}\">Dark: a substantive step; middle: a token; pale: nothing.</text>\n");
        return svg.Append("</svg>\n").ToString();
    }

    private static void Heading(StringBuilder svg, Meeting meeting, int x)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"44\" text-anchor=\"middle\" font-size=\"11\">{Escape(AgendaWords.Column(meeting))}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"58\" text-anchor=\"middle\" font-size=\"10\">{Escape(meeting.Date ?? string.Empty)}</text>\n");
    }

    private static void Row(StringBuilder svg, TopicTrack topic, AgendaResult agenda, int y)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"10\" y=\"{y + 4}\">{Escape(CaseWords.Plain(topic.Topic))}</text>\n");
        for (var m = 0; m < agenda.Meetings.Length; m++)
        {
            if (topic.Shares[m] == 0) continue;
            var side = Largest * Math.Sqrt((double)topic.Shares[m]);
            var (x, dash) = (Left + (Cell * m) + (Cell / 2) - (side / 2), agenda.Meetings[m].Meeting.Held ? string.Empty : " stroke-dasharray=\"4 3\"");
            var tip = $"{CaseWords.Plain(topic.Topic)}, {AgendaWords.Column(agenda.Meetings[m].Meeting)}: {NumberText.Chance((Kernels.Exact.Rational)topic.Shares[m])}";
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.0}\" y=\"{y - (side / 2):0.0}\" width=\"{side:0.0}\" height=\"{side:0.0}\" fill=\"{Fill(topic.Outcomes[m], agenda.Meetings[m].Meeting.Held)}\" stroke=\"#222222\"{dash}><title>{Escape(tip)}</title></rect>\n");
        }
    }

    private static string Fill(MeetingOutcome outcome, bool held) => (held, outcome) switch
    {
        (false, _) => "#ffffff",
        (_, MeetingOutcome.Substantive) => "#0072B2",
        (_, MeetingOutcome.Token) => "#7fb8de",
        _ => "#e6eef4",
    };

    private static string? Escape(string text) => SecurityElement.Escape(text);
}
