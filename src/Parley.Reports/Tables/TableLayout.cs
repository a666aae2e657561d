using System.Globalization;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Parley.Reports.Tables;

/// <summary>Sets tables.</summary>
internal sealed class TableLayout
{
    private const int NarrowestText = 12;
    private const int GapWidth = 2;

    private readonly StringBuilder _buffer = new();
    private readonly IAnsiConsole _console;
    private readonly int _width;
    private readonly bool _colour;

    public TableLayout(int width, bool colour)
    {
        _width = width;
        _colour = colour;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new SheetOutput(new StringWriter(_buffer, CultureInfo.InvariantCulture), width),
        });
        _console.Profile.Capabilities.Unicode = true;
        _console.Profile.Capabilities.Links = false;
    }

    private static Style Bold { get; } = new(decoration: Decoration.Bold);

    /// <summary>The table's lines, indented, with a rule under its headings.</summary>
    public IEnumerable<string> Lines(SheetTable table)
    {
        var layout = new Table { Border = RuledBorder.Instance, Expand = false };
        var detailWidths = DetailWidths(table);
        var widths = ColumnWidths(table, detailWidths);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var isLast = i == table.Columns.Count - 1 && detailWidths.Length == 0;
            layout.AddColumn(new TableColumn(new Paragraph(table.Columns[i].Header, Bold))
            {
                Alignment = table.Columns[i].IsNumber ? Justify.Right : Justify.Left,
                Padding = isLast ? new Padding(0) : Gap,
                Width = widths[i],
            });
        }

        if (detailWidths.Length > 0)
        {
            var headings = table.DetailColumns.Select(c => c.Header).ToArray();
            var header = Details(table.DetailColumns, detailWidths, [headings], Bold);
            layout.AddColumn(new TableColumn(header) { Padding = new Padding(0), NoWrap = true, Width = DetailWidth(detailWidths) });
        }

        foreach (var row in table.Rows)
        {
            IEnumerable<IRenderable> cells = row.Cells.Select((text, i) => new Paragraph(TextWrap.Hanging(text, widths[i])));
            if (detailWidths.Length > 0) cells = cells.Append(Details(table.DetailColumns, detailWidths, row.Details, Style.Plain));
            layout.AddRow(cells);
        }

        return Rendered(new Padder(layout, new Padding(Sheet.Indent - 1, 0, 0, 0))); // the border adds the other blank
    }

    /// <summary>With the border's own blank, this makes a gap.</summary>
    private static Padding Gap { get; } = new(0, 0, GapWidth - 1, 0);

    private static Padding DetailGap { get; } = new(0, 0, GapWidth, 0);

    /// <summary>Numbers and labels as wide as they are; a single text column gets what is left, several share it.</summary>
    private int?[] ColumnWidths(SheetTable table, int[] detailWidths)
    {
        var widths = new int?[table.Columns.Count];
        var flexible = new List<int>();
        for (var i = 0; i < widths.Length; i++)
        {
            var column = table.Columns[i];
            if (column.IsNumber || column.IsLabel) widths[i] = Math.Max(WidestLine(table, i), LongestWord(column.Header));
            else flexible.Add(i);
        }

        if (flexible is not [var only]) return widths;
        var details = detailWidths.Length == 0 ? 0 : DetailWidth(detailWidths) + GapWidth;
        var left = _width - Sheet.Indent - 1 - widths.Sum(w => w ?? 0) - (GapWidth * (widths.Length - 1)) - details;
        var wanted = Math.Max(WidestLine(table, only), table.Columns[only].Header.Length);
        widths[only] = Math.Min(wanted, Math.Max(left, NarrowestText));
        return widths;
    }

    private static int WidestLine(SheetTable table, int column) =>
        table.Rows.SelectMany(r => r.Cells[column].Split('\n')).Select(l => l.Length).Append(0).Max();

    private static Table Details(
        IReadOnlyList<SheetColumn> columns, int[] widths, IReadOnlyList<IReadOnlyList<string>> lines, Style style)
    {
        var inner = new Table { Border = TableBorder.None, ShowHeaders = false };
        for (var i = 0; i < columns.Count; i++)
        {
            inner.AddColumn(new TableColumn(string.Empty)
            {
                Alignment = columns[i].IsNumber ? Justify.Right : Justify.Left,
                Padding = i < columns.Count - 1 ? DetailGap : new Padding(0),
                Width = widths[i],
            });
        }

        foreach (var line in lines) inner.AddRow(line.Select(text => new Paragraph(text, style)));
        return inner;
    }

    private static int DetailWidth(int[] widths) => widths.Sum() + (GapWidth * (widths.Length - 1));

    /// <summary>Each detail column as wide as its widest text; a text column at most a third of the sheet.</summary>
    private int[] DetailWidths(SheetTable table)
    {
        var widths = new int[table.DetailColumns.Count];
        for (var i = 0; i < widths.Length; i++)
        {
            var column = table.DetailColumns[i];
            var widest = table.Rows.SelectMany(r => r.Details).Select(d => d[i].Length).Append(column.Header.Length).Max();
            widths[i] = column.IsNumber ? widest : Math.Min(widest, _width / 3);
        }

        return widths;
    }

    private static int LongestWord(string text) => text.Split(' ').Max(w => w.Length);

    private List<string> Rendered(IRenderable content)
    {
        _buffer.Clear();
        _console.Write(content);
        var text = _buffer.ToString().Replace('\u00A0', ' '); // blanks at which no line may break have done their work
        var lines = text.Split('\n').Select(l => _colour ? l : l.TrimEnd()).ToList();
        while (lines.Count > 0 && string.IsNullOrWhiteSpace(lines[0])) lines.RemoveAt(0);
        while (lines.Count > 0 && string.IsNullOrWhiteSpace(lines[^1])) lines.RemoveAt(lines.Count - 1);
        return lines;
    }
}
