using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Parley.Cases.Overlays;
using Parley.Draws;
using Parley.Reports.Wording;
using Parley.Robustness;
using Parley.Sweeps;
using Parley.Verdict;

namespace Parley.Reports.Json;

/// <summary>A sweep, or a shard of one, as a file: written and read again, the same bytes come out.</summary>
public static class SweepJson
{
    private const string Kind = "sweep";

    public static string Text(SweepPart part) => JsonValues.Document(json => Write(json, part, ChecksumOf(part)));

    /// <summary>Reads a file that <see cref="Text"/> wrote. Its last member is a checksum of the rest: a file changed since is refused.</summary>
    /// <exception cref="FormatException">It is no such file.</exception>
    public static SweepPart Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { MaxDepth = 16 });
            var part = ReadPart(document.RootElement);
            return Text(part) == text.ReplaceLineEndings("\n") ? part : throw new FormatException();
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            throw new FormatException("This is no part of a sweep, or it was changed.", problem);
        }
    }

    private static string ChecksumOf(SweepPart part) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonValues.Document(json => Write(json, part, string.Empty)))));

    private static void Write(Utf8JsonWriter json, SweepPart part, string checksum)
    {
        json.WriteStartObject();
        json.WriteString("parley", Kind);
        json.WriteString("version", part.Version);
        json.WriteString("digest", part.Digest);
        json.WriteNumber("shard", part.Shard);
        json.WriteNumber("shards", part.Shards);
        json.WriteNumber("draws", part.DrawsPerCell);
        json.WriteNumber("seed", part.Seed);
        json.WriteString("sampling", RobustJson.Slug(part.Sampling));
        json.WriteStartArray("cases");
        foreach (var (name, hash) in part.Cases)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("hash", hash);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("cells");
        foreach (var cell in part.Cells) WriteCell(json, part, cell);
        json.WriteEndArray();
        json.WriteString("checksum", checksum);
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, SweepPart part, SweepTally cell)
    {
        json.WriteStartObject();
        json.WriteString("case", part.Cases[cell.Cell.Case].Name);
        StampJson.WriteOverlayMembers(json, cell.Cell.Selection);
        json.WritePropertyName("asAsked");
        if (cell.AsAsked is { } asked)
        {
            json.WriteStartObject();
            json.WriteString("grade", GradeWords.Slug(asked.Grade));
            json.Figure("margin", asked.Margin);
            json.WriteBoolean("decided", asked.IsDecided);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        var tally = cell.Draws;
        json.WriteNumber("draws", tally.Draws);
        json.WriteNumber("undecidedDraws", tally.Undecided);
        json.WriteNumber("exactDraws", tally.Exact);
        json.WriteNumber("boundedDraws", tally.Bounded);
        json.WriteStartObject("grades");
        foreach (var grade in Enum.GetValues<Grade>().Order()) RobustJson.WriteShare(json, GradeWords.Slug(grade), DrawShare.Counted(string.Empty, tally.Of(grade), tally.Decided));
        json.WriteEndObject();
        WriteMargin(json, tally);
        WriteCounts(json, "tokens", tally.Tokens);
        WriteCounts(json, "deals", tally.Accepted);
        WriteCounts(json, "binding", tally.Binding);
        json.WriteEndObject();
    }

    private static void WriteMargin(Utf8JsonWriter json, DrawTally tally)
    {
        json.WriteStartObject("margin");
        json.Figure("mean", tally.MeanMargin);
        json.Figure("deviation", tally.MarginDeviation);
        json.WriteStartObject("quantiles");
        foreach (var share in DrawTally.QuantileShares) json.Figure(share.ToString(CultureInfo.InvariantCulture), tally.MarginQuantile(share));
        json.WriteEndObject();
        json.WriteString("sumMillionths", tally.MarginSum.ToString(CultureInfo.InvariantCulture));
        json.WriteString("sumSquareMillionths", tally.MarginSquares.ToString(CultureInfo.InvariantCulture));
        json.WriteString("steps", string.Join(' ', tally.MarginSteps.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Step}:{s.Count}"))));
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, ImmutableArray<NamedCount> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts) json.WriteNumber(key, count);
        json.WriteEndObject();
    }

    private static SweepPart ReadPart(JsonElement root)
    {
        if (root.GetProperty("parley").GetString() != Kind) throw new FormatException();
        ImmutableArray<(string Name, string Hash)> cases = [.. root.GetProperty("cases").EnumerateArray().Select(c => (TextOf(c, "name"), TextOf(c, "hash")))];
        return new()
        {
            Version = TextOf(root, "version"),
            Digest = TextOf(root, "digest"),
            Shard = root.GetProperty("shard").GetInt32(),
            Shards = root.GetProperty("shards").GetInt32(),
            DrawsPerCell = root.GetProperty("draws").GetInt64(),
            Seed = root.GetProperty("seed").GetUInt64(),
            Sampling = Enum.GetValues<SamplingKind>().First(k => RobustJson.Slug(k) == TextOf(root, "sampling")),
            Cases = cases,
            Cells = [.. root.GetProperty("cells").EnumerateArray().Select(c => ReadCell(c, [.. cases.Select(k => k.Name)]))],
        };
    }

    private static SweepTally ReadCell(JsonElement cell, ImmutableArray<string> cases)
    {
        var selection = new OverlaySelection
        {
            At = cell.GetProperty("at").GetString(),
            Under = cell.GetProperty("under").GetString(),
            SeenBy = cell.GetProperty("seenBy").GetString(),
            Story = cell.GetProperty("story").GetString(),
            Given = Strings(cell, "given"),
            Without = Strings(cell, "without"),
            Set = Strings(cell, "set"),
        };
        var asAsked = cell.GetProperty("asAsked") is { ValueKind: JsonValueKind.Object } asked
            ? new AskedVerdict(GradeOf(TextOf(asked, "grade")), asked.GetProperty("margin").GetDouble(), asked.GetProperty("decided").GetBoolean())
            : null;
        var at = cases.IndexOf(TextOf(cell, "case"));
        return new(new(at >= 0 ? at : throw new FormatException(), selection), asAsked, ReadTally(cell));
    }

    private static DrawTally ReadTally(JsonElement cell)
    {
        var margin = cell.GetProperty("margin");
        var grades = cell.GetProperty("grades");
        return new()
        {
            Draws = cell.GetProperty("draws").GetInt64(),
            Undecided = cell.GetProperty("undecidedDraws").GetInt64(),
            Exact = cell.GetProperty("exactDraws").GetInt64(),
            Bounded = cell.GetProperty("boundedDraws").GetInt64(),
            Grades = [.. Enum.GetValues<Grade>().Order().Select(g => grades.GetProperty(GradeWords.Slug(g)).GetProperty("count").GetInt64())],
            Tokens = Counts(cell, "tokens"),
            Accepted = Counts(cell, "deals"),
            Binding = Counts(cell, "binding"),
            MarginSteps = [.. TextOf(margin, "steps").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(StepOf)],
            MarginSum = Int128.Parse(TextOf(margin, "sumMillionths"), CultureInfo.InvariantCulture),
            MarginSquares = Int128.Parse(TextOf(margin, "sumSquareMillionths"), CultureInfo.InvariantCulture),
        };
    }

    private static (int Step, long Count) StepOf(string text) => text.Split(':') is [var step, var count]
        ? (int.Parse(step, NumberStyles.None, CultureInfo.InvariantCulture), long.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture))
        : throw new FormatException();

    private static Grade GradeOf(string word) => Enum.GetValues<Grade>().First(g => GradeWords.Slug(g) == word);

    private static string TextOf(JsonElement of, string name) => of.GetProperty(name).GetString() ?? throw new FormatException();

    private static ImmutableArray<string> Strings(JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray().Select(s => s.GetString() ?? string.Empty)];

    private static ImmutableArray<NamedCount> Counts(JsonElement of, string name) =>
        [.. of.GetProperty(name).EnumerateObject().Select(p => new NamedCount(p.Name, p.Value.GetInt64()))];
}
