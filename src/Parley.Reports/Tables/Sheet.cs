using System.Globalization;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Parley.Reports.Tables;

/// <summary>How a text stands out where the terminal can show it.</summary>
public enum Ink
{
    Plain,
    Title,
    Heading,
    Good,
    Middling,
    Bad,
    Faint,
}

/// <summary>A page of fixed width that texts and tables are laid out on, written as they come.</summary>
/// <remarks>Without colour the output holds no escape sequence and no trailing blanks.</remarks>
public sealed class Sheet
{
    private const int NarrowestWidth = 40;

    private readonly TextWriter _output;
    private readonly StringBuilder _buffer = new();
    private readonly IAnsiConsole _console;
    private readonly bool _colour;

    public Sheet(TextWriter output, int width, bool colour)
    {
        _output = output;
        _colour = colour;
        Width = Math.Max(width, NarrowestWidth);
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new SheetOutput(new StringWriter(_buffer, CultureInfo.InvariantCulture), Width),
        });
        _console.Profile.Capabilities.Unicode = true;
        _console.Profile.Capabilities.Links = false;
    }

    /// <summary>Width in character cells.</summary>
    public int Width { get; }

    /// <summary>A paragraph, wrapped.</summary>
    public void Line(string text, Ink ink = Ink.Plain) => Write(new Paragraph(text, StyleOf(ink)));

    /// <summary>A section's name, after an empty line.</summary>
    public void Heading(string text)
    {
        Blank();
        Line(text, Ink.Heading);
    }

    /// <summary>A short explanation under a table.</summary>
    public void Note(string text) => Write(new Padder(new Paragraph(text, StyleOf(Ink.Faint)), new Padding(2, 0, 0, 0)));

    public void Blank() => _output.WriteLine();

    /// <summary>A table, indented, with a rule under its headings.</summary>
    public void Table(SheetTable table)
    {
        var layout = new Table { Border = RuledBorder.Instance, Expand = false };
        var widths = DetailWidths(table);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var isLast = i == table.Columns.Count - 1 && widths.Length == 0;
            layout.AddColumn(Column(table, i, isLast ? new Padding(0) : Gap));
        }

        if (widths.Length > 0)
        {
            var header = Details(table.DetailColumns, widths, [[.. table.DetailColumns.Select(c => c.Header)]], Ink.Heading);
            layout.AddColumn(new TableColumn(header) { Padding = new Padding(0), NoWrap = true, Width = DetailWidth(widths) });
        }

        foreach (var row in table.Rows)
        {
            IEnumerable<IRenderable> cells = row.Cells.Select(c => new Paragraph(c));
            if (widths.Length > 0) cells = cells.Append(Details(table.DetailColumns, widths, row.Details, Ink.Plain));
            layout.AddRow(cells);
        }

        Write(new Padder(layout, new Padding(2, 0, 0, 0)));
    }

    private static Padding Gap { get; } = new(0, 0, 2, 0);

    private static TableColumn Column(SheetTable table, int index, Padding padding)
    {
        var column = table.Columns[index];
        var texts = table.Rows.SelectMany(r => r.Cells[index].Split('\n'));
        var widest = texts.Append(string.Empty).Max(t => t.Length);
        return new TableColumn(new Paragraph(column.Header, StyleOf(Ink.Heading)))
        {
            Alignment = column.IsNumber ? Justify.Right : Justify.Left,
            Padding = padding,
            Width = column.IsNumber || column.IsLabel ? Math.Max(widest, LongestWord(column.Header)) : null,
        };
    }

    private static Table Details(
        IReadOnlyList<SheetColumn> columns, int[] widths, IReadOnlyList<IReadOnlyList<string>> lines, Ink ink)
    {
        var inner = new Table { Border = TableBorder.None, ShowHeaders = false };
        for (var i = 0; i < columns.Count; i++)
        {
            inner.AddColumn(new TableColumn(string.Empty)
            {
                Alignment = columns[i].IsNumber ? Justify.Right : Justify.Left,
                Padding = i < columns.Count - 1 ? Gap : new Padding(0),
                Width = widths[i],
            });
        }

        foreach (var line in lines) inner.AddRow(line.Select(text => new Paragraph(text, StyleOf(ink))));
        return inner;
    }

    private static int DetailWidth(int[] widths) => widths.Sum() + (2 * (widths.Length - 1));

    /// <summary>Each detail column as wide as its widest text; a text column at most a third of the sheet.</summary>
    private int[] DetailWidths(SheetTable table)
    {
        var widths = new int[table.DetailColumns.Count];
        for (var i = 0; i < widths.Length; i++)
        {
            var column = table.DetailColumns[i];
            var widest = table.Rows.SelectMany(r => r.Details).Select(d => d[i].Length).Append(column.Header.Length).Max();
            widths[i] = column.IsNumber ? widest : Math.Min(widest, Width / 3);
        }

        return widths;
    }

    private static int LongestWord(string text) => text.Split(' ').Max(w => w.Length);

    private void Write(IRenderable content)
    {
        _buffer.Clear();
        _console.Write(content);
        var lines = _buffer.ToString().Split('\n').Select(l => _colour ? l : l.TrimEnd()).ToList();
        while (lines.Count > 0 && string.IsNullOrWhiteSpace(lines[0])) lines.RemoveAt(0);
        while (lines.Count > 0 && string.IsNullOrWhiteSpace(lines[^1])) lines.RemoveAt(lines.Count - 1);
        foreach (var line in lines) _output.WriteLine(line);
    }

    private static Style StyleOf(Ink ink) => ink switch
    {
        Ink.Title => new Style(decoration: Decoration.Bold),
        Ink.Heading => new Style(decoration: Decoration.Bold),
        Ink.Good => new Style(Color.Green, decoration: Decoration.Bold),
        Ink.Middling => new Style(Color.Olive, decoration: Decoration.Bold),
        Ink.Bad => new Style(Color.Maroon, decoration: Decoration.Bold),
        Ink.Faint => new Style(decoration: Decoration.Dim),
        _ => Style.Plain,
    };
}
