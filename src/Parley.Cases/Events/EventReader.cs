using System.Collections.Immutable;
using System.Globalization;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Events;

/// <summary>Reads files of event data line by line: GDELT by the number of columns, ICEWS and POLECAT by their heading.</summary>
/// <remarks>
/// Never throws on any text. A broken line is counted and left out; the first <see cref="MaxFindings"/> are told. Codes stay text, and
/// a leading zero that was lost is put back. Cost: one pass; memory grows with the events kept, not with the file or the length of a line.
/// </remarks>
public static class EventReader
{
    /// <summary>Lines read at most; what comes after is told as left out.</summary>
    public const int MaxLines = 5_000_000;

    /// <summary>Characters of a line at most.</summary>
    public const int LineLength = 65_536;

    /// <summary>Broken lines that are told one by one.</summary>
    public const int MaxFindings = 20;

    /// <summary>Reads a file.</summary>
    /// <param name="name">What findings call it.</param>
    /// <param name="text">The file.</param>
    /// <param name="filter">Which events are wanted.</param>
    /// <param name="cancellationToken">Asked once for every thousand lines.</param>
    /// <returns>What was read; null with an error when the file is none of the known sets.</returns>
    public static Checked<EventFile> Read(string name, TextReader text, EventFilter filter, CancellationToken cancellationToken = default) =>
        new EventReading(name, filter, cancellationToken).Read(text);
}

/// <summary>One reading of a file.</summary>
internal sealed class EventReading(string name, EventFilter filter, CancellationToken cancellationToken)
{
    private static readonly string TooLong = $"A line takes {EventReader.LineLength.ToString("N0", CultureInfo.InvariantCulture)} characters at most.";

    private readonly List<DatedEvent> _events = [];
    private readonly List<Diagnostic> _findings = [];
    private readonly HashSet<(string, DateOnly)> _ids = [];
    private readonly HashSet<(DateOnly, string, string, string, string)> _acts = [];
    private int _lines;
    private int _notWanted;
    private int _repeated;
    private int _broken;

    public Checked<EventFile> Read(TextReader text)
    {
        var number = 0;
        var lines = new LineSource(text, EventReader.LineLength);
        if (!Next(lines, ref number, out var first)) return Refused(1, "The file is empty.");
        if (first is null) return Refused(number, TooLong);
        var cells = first.TrimStart('\uFEFF').Split('\t');
        if (EventColumns.Of(cells) is not { } columns)
            return Refused(number, $"A line of {cells.Length} columns is of no known set; GDELT has 57, 58 or 61, ICEWS and POLECAT begin with a heading.");
        if (!columns.HasHeading) Take(columns, cells, number);
        while (number < EventReader.MaxLines && Next(lines, ref number, out var line)) Take(columns, line?.Split('\t'), number);
        if (!lines.IsAtEnd) Tell(number + 1, "too-many-lines", $"A file takes {EventReader.MaxLines:N0} lines; the rest is left out. Split the file.");
        var file = new EventFile
        {
            Format = columns.Format,
            Events = [.. _events.OrderBy(e => e.Date)],
            Lines = _lines,
            NotWanted = _notWanted,
            Repeated = _repeated,
            Broken = _broken,
            Findings = [.. _findings],
        };
        return new(file, file.Findings);
    }

    // The next line that is not empty; null in place of one that is too long.
    private bool Next(LineSource lines, ref int number, out string? line)
    {
        while (lines.Next(out line))
        {
            number++;
            if (number % 1000 == 0) cancellationToken.ThrowIfCancellationRequested();
            if (line is not { Length: 0 }) return true;
        }

        return false;
    }

    private void Take(EventColumns columns, string[]? cells, int number)
    {
        _lines++;
        if (cells is null)
        {
            Break(number, TooLong);
            return;
        }

        if (columns.Event(cells, out var wrong) is not { } found)
        {
            Break(number, wrong);
            return;
        }

        if (!filter.Wants(found)) _notWanted++;
        else if (!_ids.Add((found.Id, found.Date)) | !_acts.Add((found.Date, found.From, found.To, found.Code + found.Type, found.Url.Length > 0 ? found.Url : found.Id))) _repeated++;
        else _events.Add(found with { Span = new SourceSpan(name, number, 1, 0, 0) });
    }

    private void Break(int number, string message)
    {
        _broken++;
        if (_findings.Count < EventReader.MaxFindings) Tell(number, "broken-line", message);
    }

    private void Tell(int number, string slug, string message) =>
        _findings.Add(new(Severity.Warning, slug, new SourceSpan(name, number, 1, 0, 0), message));

    private Checked<EventFile> Refused(int number, string message) =>
        new(null, [new(Severity.Error, "no-event-data", new SourceSpan(name, number, 1, 0, 0), message)]);
}

/// <summary>Where a set keeps what.</summary>
internal sealed class EventColumns
{
    private static readonly string[] DayForms = ["yyyyMMdd", "yyyy-MM-dd"];

    private readonly Dictionary<string, int> _places;
    private readonly int _count;

    private EventColumns(EventFormat format, Dictionary<string, int> places, int count, bool hasHeading)
    {
        (Format, _places, _count, HasHeading) = (format, places, count, hasHeading);
    }

    public EventFormat Format { get; }

    public bool HasHeading { get; }

    /// <summary>The columns of a file by its first line; null when it is of no known set.</summary>
    public static EventColumns? Of(string[] first)
    {
        var heading = first.Select((text, k) => (Text: text.Trim(), k)).Where(c => c.Text.Length > 0).GroupBy(c => c.Text).ToDictionary(g => g.Key, g => g.First().k);
        if (heading.ContainsKey("Event Date") && heading.ContainsKey("CAMEO Code"))
            return new(EventFormat.Icews, Named(heading, ("id", "Event ID"), ("date", "Event Date"), ("from", "Source Name"), ("fromCountry", "Source Country"), ("to", "Target Name"), ("toCountry", "Target Country"), ("code", "CAMEO Code"), ("intensity", "Intensity")), first.Length, true);
        if (heading.ContainsKey("Event Date") && heading.ContainsKey("Event Type"))
            return new(EventFormat.Polecat, Named(heading, ("id", "Event ID"), ("date", "Event Date"), ("from", "Actor Name"), ("fromCountry", "Actor Country"), ("to", "Recipient Name"), ("toCountry", "Recipient Country"), ("type", "Event Type"), ("intensity", "Intensity")), first.Length, true);
        Dictionary<string, int> gdelt = new()
        {
            ["id"] = 0,
            ["date"] = 1,
            ["from"] = 5,
            ["fromCountry"] = 7,
            ["to"] = 15,
            ["toCountry"] = 17,
            ["code"] = 26,
            ["intensity"] = 30,
        };
        switch (first.Length)
        {
            case 57:
                return new(EventFormat.GdeltBackfile, gdelt, 57, false);
            case 58:
                return new(EventFormat.Gdelt1, new(gdelt) { ["url"] = 57 }, 58, false);
            case 61:
                return new(EventFormat.Gdelt2, new(gdelt) { ["url"] = 60 }, 61, false);
            default:
                return null;
        }
    }

    /// <summary>The event of a line; null with what is wrong.</summary>
    public DatedEvent? Event(string[] cells, out string wrong)
    {
        wrong = string.Empty;
        // Some files end lines with tabs too many; cells too few are a line cut short.
        if (cells.Length < _count || cells.Skip(_count).Any(c => c.Length > 0))
        {
            wrong = $"The line has {cells.Length} columns instead of {_count}.";
            return null;
        }

        var day = Cell(cells, "date");
        if (!DateOnly.TryParseExact(day.Length > 10 ? day[..10] : day, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            wrong = $"'{Short(day)}' is no day; 20190514 or 2019-05-14 is.";
            return null;
        }

        var code = Format == EventFormat.Icews ? EventTypes.WithZero(Cell(cells, "code")) : Cell(cells, "code"); // spreadsheets drop zeros of ICEWS
        var type = _places.ContainsKey("type") ? Cell(cells, "type").ToUpperInvariant() : EventTypes.OfCameo(code);
        if (type is not null && !EventTypes.All.Contains(type))
        {
            wrong = $"'{Short(type)}' is no event type; they are {string.Join(", ", EventTypes.All)}.";
            return null;
        }

        return new()
        {
            Id = Cell(cells, "id"),
            Date = date,
            From = Cell(cells, "from"),
            To = Cell(cells, "to"),
            FromCountry = Cell(cells, "fromCountry"),
            ToCountry = Cell(cells, "toCountry"),
            Code = code,
            Type = type,
            Intensity = decimal.TryParse(Cell(cells, "intensity"), NumberStyles.Float, CultureInfo.InvariantCulture, out var intensity) ? intensity : null,
            Url = Address(Cell(cells, "url")),
        };
    }

    private static Dictionary<string, int> Named(Dictionary<string, int> heading, params (string Key, string Column)[] columns) =>
        columns.Where(c => heading.ContainsKey(c.Column)).ToDictionary(c => c.Key, c => heading[c.Column]);

    private string Cell(string[] cells, string key) => _places.TryGetValue(key, out var place) ? cells[place].Trim() : string.Empty;

    private static string Address(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? text : string.Empty;

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "...";
}
