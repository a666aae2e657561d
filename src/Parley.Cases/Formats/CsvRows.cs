using System.Text;

namespace Parley.Cases.Formats;

/// <summary>A cell of a table and where its text begins.</summary>
internal readonly record struct CsvCell(string Text, int At, int Length);

/// <summary>Reads and writes comma-separated tables; a table whose first line has semicolons and no comma is separated by those.</summary>
internal static class CsvRows
{
    public static List<List<CsvCell>> Read(string text)
    {
        var firstLine = text.Split('\n', 2)[0];
        var separator = firstLine.Contains(';', StringComparison.Ordinal) && !firstLine.Contains(',', StringComparison.Ordinal) ? ';' : ',';
        var rows = new List<List<CsvCell>>();
        var row = new List<CsvCell>();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            row.Add(Cell(text, ref at, separator, start));
            if (at < text.Length && text[at] == separator)
            {
                at++;
                if (at == text.Length) row.Add(new CsvCell(string.Empty, at, 0));
                continue;
            }
            if (at < text.Length && text[at] == '\r') at++;
            if (at < text.Length && text[at] == '\n') at++;
            if (row.Count > 1 || row[0].Text.Length > 0) rows.Add(row);
            row = [];
        }
        if (row.Count > 0) rows.Add(row);
        return rows;
    }

    public static void Write(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Quoted)).Append('\n');

    private static CsvCell Cell(string text, ref int at, char separator, int start)
    {
        var cell = new StringBuilder();
        if (text[at] == '"')
        {
            for (at++; at < text.Length; at++)
            {
                if (text[at] != '"') cell.Append(text[at]);
                else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
                else break;
            }
            if (at < text.Length) at++;
            while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')) cell.Append(text[at++]);
            return new CsvCell(cell.ToString(), start, at - start);
        }
        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')) at++;
        return new CsvCell(text[start..at].Trim(), start, at - start);
    }

    private static string Quoted(string text) =>
        text.IndexOfAny([',', ';', '"', '\r', '\n']) < 0 && text.Trim() == text ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
