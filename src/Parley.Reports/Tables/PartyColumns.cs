using System.Collections.Immutable;
using Parley.Kernels.Exact;
using Parley.Reports.Wording;

namespace Parley.Reports.Tables;

/// <summary>One number for each party: a column each where they fit the sheet, else lines of a detail.</summary>
internal sealed class PartyColumns
{
    private const int NarrowestColumn = 8;

    private readonly string[] _titles;

    public PartyColumns(Sheet sheet, CaseWords words, ImmutableArray<string> parties)
    {
        _titles = [.. parties.Select(words.Party)];
        var wanted = _titles.Sum(t => Math.Max(t.Split(' ').Max(w => w.Length), NarrowestColumn) + 2);
        Fit = wanted * 5 <= sheet.Width * 2;
    }

    /// <summary>True when each party gets a column of its own.</summary>
    public bool Fit { get; }

    /// <summary>The columns to put after others: one for each party, or none.</summary>
    public IEnumerable<SheetColumn> Columns => Fit ? _titles.Select(t => new SheetColumn(t, IsNumber: true)) : [];

    /// <summary>The detail columns: none, or party and number.</summary>
    public IReadOnlyList<SheetColumn> DetailColumns(string heading) =>
        Fit ? [] : [new SheetColumn(heading), new SheetColumn(string.Empty, IsNumber: true)];

    /// <summary>Adds a row of texts and one number for each party; an empty array leaves them out.</summary>
    public void AddRow(SheetTable table, IReadOnlyList<string> cells, ImmutableArray<Rational> values)
    {
        string[] texts = values.IsDefaultOrEmpty
            ? [.. _titles.Select(_ => "\u2013")]
            : [.. values.Select(NumberText.Points)];
        if (Fit) table.Add([.. cells, .. texts]);
        else table.AddDetailed(cells, [.. _titles.Zip(texts, (title, text) => new[] { title, text })]);
    }
}
