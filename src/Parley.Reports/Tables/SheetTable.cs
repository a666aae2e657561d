namespace Parley.Reports.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Header">Its heading; may be empty.</param>
/// <param name="IsNumber">Numbers stand to the right and never wrap.</param>
/// <param name="IsLabel">A label wraps only where its text has a line break.</param>
public sealed record SheetColumn(string Header, bool IsNumber = false, bool IsLabel = false);

/// <summary>One row: its own cells, and lines that belong to it under the detail columns.</summary>
/// <param name="Cells">One text for each column.</param>
/// <param name="Details">One line of texts for each thing that is many in a row; none without detail columns.</param>
public sealed record SheetRow(IReadOnlyList<string> Cells, IReadOnlyList<IReadOnlyList<string>> Details);

/// <summary>A plain table whose rows may carry several aligned detail lines.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="DetailColumns">Columns that repeat within a row, after the others.</param>
public sealed record SheetTable(IReadOnlyList<SheetColumn> Columns, IReadOnlyList<SheetColumn> DetailColumns)
{
    private readonly List<SheetRow> _rows = [];

    public SheetTable(params SheetColumn[] columns)
        : this(columns, [])
    {
    }

    public IReadOnlyList<SheetRow> Rows => _rows;

    public void Add(params IReadOnlyList<string> cells) => _rows.Add(new SheetRow(cells, []));

    public void AddDetailed(IReadOnlyList<string> cells, IReadOnlyList<IReadOnlyList<string>> details) =>
        _rows.Add(new SheetRow(cells, details));
}
