using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Beliefs;
using Parley.Cases.Documents;
using Parley.Cases.Model;

namespace Parley.Reports.Wording;

/// <summary>Sources and evidence in the forms of other programs.</summary>
public static class SourceExports
{
    /// <summary>Sources as CSL-JSON.</summary>
    public static string Csl(IEnumerable<EvidenceSource> sources)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var source in sources)
            {
                json.WriteStartObject();
                json.WriteString("id", source.Id);
                json.WriteString("type", source.Url is null ? "document" : "webpage");
                if (source.Title is { } title) json.WriteString("title", title);
                if (source.Outlet is { } outlet) json.WriteString("container-title", outlet);
                if (source.Author is { } author) WriteAuthor(json, author);
                if (source.Date is { } date) WriteDate(json, date);
                if (source.Url is { } url) json.WriteString("URL", url);
                if (source.Note is { } note) json.WriteString("note", note);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Sources as BibTeX.</summary>
    public static string BibTex(IEnumerable<EvidenceSource> sources)
    {
        var text = new StringBuilder();
        foreach (var source in sources)
        {
            text.Append("@misc{").Append(source.Id);
            void Add(string key, string? value, bool verbatim = false)
            {
                if (value is not null) text.Append(",\n  ").Append(key).Append(" = {").Append(verbatim ? Bare(value) : Escaped(value)).Append('}');
            }

            Add("title", source.Title);
            Add("author", source.Author);
            Add("howpublished", source.Outlet);
            Add("year", source.Date is { Length: >= 4 } date && date[..4].All(char.IsAsciiDigit) ? date[..4] : null);
            Add("date", source.Date, verbatim: true);
            Add("url", source.Url, verbatim: true);
            Add("note", source.Note);
            text.Append("\n}\n\n");
        }

        return text.ToString().TrimEnd('\n') + (text.Length > 0 ? "\n" : string.Empty);
    }

    /// <summary>Evidence as a table that no spreadsheet takes for formulas.</summary>
    public static string Csv(EvidenceList evidence, IReadOnlyDictionary<string, Attribution> attributions)
    {
        var text = new StringBuilder("path,value,low,high,basis,id,source,words,said_by\r\n");
        foreach (var entry in evidence.Numbers)
        {
            var number = entry.Number.Number;
            string[] cells =
            [
                CsvText.Cell(entry.Number.Path), CsvText.Number(number.Coefficient), number.Range is { } low ? CsvText.Number(low.Low) : string.Empty, number.Range is { } high ? CsvText.Number(high.High) : string.Empty,
                SourceWords.Basis(entry.Basis), CsvText.Cell(number.Source ?? string.Empty), CsvText.Cell(entry.Source?.Id ?? string.Empty), CsvText.Cell(entry.Quote?.Text ?? entry.Quote?.Says ?? entry.Source?.Title ?? string.Empty),
                CsvText.Cell(attributions.GetValueOrDefault(number.Source ?? string.Empty) is { } said ? BeliefWords.Said(said) : string.Empty),
            ];
            text.AppendJoin(',', cells).Append("\r\n");
        }

        return text.ToString();
    }

    private static void WriteAuthor(Utf8JsonWriter json, string author)
    {
        json.WriteStartArray("author");
        json.WriteStartObject();
        json.WriteString("literal", author);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // CSL takes years, months and days; what else an EDTF date says stands in "raw".
    private static void WriteDate(Utf8JsonWriter json, string date)
    {
        json.WriteStartObject("issued");
        var parts = date.Split('-');
        if (parts.Length <= 3 && parts.All(p => p.Length is 2 or 4 && p.All(char.IsAsciiDigit)))
        {
            json.WriteStartArray("date-parts");
            json.WriteStartArray();
            foreach (var part in parts) json.WriteNumberValue(int.Parse(part, CultureInfo.InvariantCulture));
            json.WriteEndArray();
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("raw", date);
        }

        json.WriteEndObject();
    }

    private static string Bare(string text) => text.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '{' or '}' or '#' or '$' or '%' or '&' or '_' => $"\\{c}",
                '\n' or '\r' or '\t' => " ",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
