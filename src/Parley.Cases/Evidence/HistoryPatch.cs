using System.Globalization;
using System.Text;
using Parley.Cases.Diagnostics;
using Parley.Cases.Events;
using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Evidence;

/// <summary>What became of events that were to be written into a history.</summary>
/// <param name="Text">The evidence file with them.</param>
/// <param name="Added">How many were written.</param>
/// <param name="Known">How many stood there already, or came twice: the same import, or the same day, type, actors and code.</param>
/// <param name="Later">How many are later than the day up to which things may be known.</param>
public sealed record HistoryAddition(string Text, int Added, int Known, int Later);

/// <summary>Writes events of a data set into the <c>history</c> of an evidence file; nothing else in its text changes.</summary>
public static class HistoryPatch
{
    /// <summary>The text with more events.</summary>
    /// <remarks>
    /// Entries go behind the last one of a <c>history:</c> that is written in lines, or behind the text's last line with a section of
    /// their own. The result is read back: it has so many events more, and no finding more. Cost: two readings of the text.
    /// </remarks>
    /// <param name="fileName">The name that findings show.</param>
    /// <param name="text">The evidence file; null begins one.</param>
    /// <param name="model">The case it stands beside.</param>
    /// <param name="file">The events.</param>
    /// <returns>The text, or errors: the file's own, more than <see cref="EvidenceLimits.History"/> events, no safe place.</returns>
    public static Checked<HistoryAddition> Add(string fileName, string? text, CaseModel model, EventFile file)
    {
        text ??= $"evidence: {model.Name}\n";
        var read = EvidenceFileReader.Read(fileName, text, model);
        if (read.Value is not { } before) return new(null, read.Diagnostics);
        var picked = new Picked(before, file.Format);
        foreach (var found in file.Events) picked.Take(found);
        if (picked.Lines.Count == 0) return new(new(text, 0, picked.Known, picked.Later), []);
        if (before.History.Length + picked.Lines.Count > EvidenceLimits.History)
            return Refused(fileName, EvidenceMessages.TooManyEvents(before.History.Length, picked.Lines.Count));
        if (Insert(text, picked.Lines) is not { } changed) return Refused(fileName, ReaderMessages.CannotWrite("history", "it is not written in lines. Write one event on each line, without { } around them all."));
        var after = EvidenceFileReader.Read(fileName, changed, model);
        if (after.Value is not { } with || with.History.Length != before.History.Length + picked.Lines.Count || after.Diagnostics.Length > read.Diagnostics.Length)
            return Refused(fileName, ReaderMessages.CannotWrite("history", "no place for it is safe. Add an empty 'history:' at the end of the file."));
        return new(new(changed, picked.Lines.Count, picked.Known, picked.Later), []);
    }

    private static Checked<HistoryAddition> Refused(string fileName, ReaderMessage message) =>
        new(null, [message.At(new SourceSpan(fileName, 1, 1, 0, 0))]);

    private static string? Insert(string text, List<string> entries)
    {
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = text.Split('\n');
        var head = Array.FindIndex(lines, l => l.StartsWith("history:", StringComparison.Ordinal));
        if (head < 0)
        {
            var gap = text.Length == 0 || text[^1] == '\n' ? end : end + end;
            return text + gap + "history:" + end + Block(entries, "  ", end);
        }

        var behind = lines[head]["history:".Length..].Trim();
        if (behind.Length > 0 && behind[0] != '#') return null;
        var (last, indent) = (head, "  ");
        for (var k = head + 1; k < lines.Length && (lines[k].Trim() is "" or ['#', ..] || lines[k][0] == ' '); k++)
        {
            if (lines[k].Trim() is "" or ['#', ..]) continue;
            if (last == head) indent = lines[k][..^lines[k].TrimStart(' ').Length];
            last = k;
        }

        var upTo = lines.Take(last + 1).Sum(l => l.Length + 1);
        return upTo > text.Length ? text + end + Block(entries, indent, end) : text.Insert(upTo, Block(entries, indent, end));
    }

    private static string Block(List<string> entries, string indent, string end) => string.Concat(entries.Select(e => indent + e + end));

    /// <summary>The events that are written, one line each.</summary>
    private sealed class Picked
    {
        private const int LongestId = 40;

        private readonly HashSet<string> _names;
        private readonly HashSet<(string, string?, string?, string?, string?)> _acts;
        private readonly int? _lastDay;
        private readonly string _set;

        public Picked(CaseEvidence evidence, EventFormat format)
        {
            _names = [.. evidence.History.Select(h => h.Name)];
            _acts = [.. evidence.History.Select(h => (h.Date, h.Type, h.From, h.To, h.Code))];
            _lastDay = evidence.AsOf is { } asOf ? DaySpan.Last(asOf) : null;
            _set = format switch { EventFormat.Icews => "icews", EventFormat.Polecat => "polecat", _ => "gdelt" };
        }

        public List<string> Lines { get; } = [];

        public int Known { get; private set; }

        public int Later { get; private set; }

        public void Take(DatedEvent found)
        {
            var day = found.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (DaySpan.First(day) > _lastDay)
            {
                Later++;
                return;
            }

            var stamp = found.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
            var isName = found.Id.Length is > 0 and <= LongestId && found.Id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
            var name = isName ? $"{_set}-{found.Id}-{stamp}" : $"{_set}_{stamp}";
            var isNew = _acts.Add((day, found.Type, Told(found.From), Told(found.To), Told(found.Code)));
            if (!isNew || (isName && _names.Contains(name)))
            {
                Known++;
                return;
            }

            var free = name;
            for (var k = 2; !_names.Add(free); k++) free = $"{name}-{k}";
            Lines.Add(Line(free, day, found));
        }

        private static string? Told(string text) => text.Length == 0 ? null : text;

        private static string Line(string name, string day, DatedEvent found)
        {
            var line = new StringBuilder($"{name}: {{date: {day}");
            if (found.Type is { } type) line.Append(", type: ").Append(type);
            foreach (var (key, value) in new[] { ("from", found.From), ("to", found.To), ("code", found.Code) })
            {
                if (value.Length > 0) line.Append(CultureInfo.InvariantCulture, $", {key}: {PlainCaseWriter.Quoted(value)}");
            }

            if (found.Intensity is >= -10m and <= 10m) line.Append(", intensity: ").Append(DecimalText.Of(decimal.Round(found.Intensity.Value, 4)));
            if (found.Url.Length > 0) line.Append(", note: ").Append(PlainCaseWriter.Quoted(found.Url));
            return line.Append('}').ToString();
        }
    }
}
