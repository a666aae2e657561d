using Parley.Cases.Model;
using Parley.Comparisons;
using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Results;

namespace Parley.Reports.Tables;

/// <summary>A few columns side by side.</summary>
internal sealed class ComparisonTable
{
    private const int MostSets = 8;
    private const int WidestColumn = 18;
    private const int NarrowestColumn = 11;
    private const string Yes = "yes";
    private const string Dash = "\u2013";

    private readonly CaseAnswers _answers;
    private readonly IReadOnlyList<ComparedColumn> _columns;
    private readonly SheetTable _table;
    private readonly int _width;

    private ComparisonTable(Sheet sheet, CaseAnswers answers, IReadOnlyList<ComparedColumn> columns)
    {
        _answers = answers;
        _columns = columns;
        // What is compared gets two fifths of the sheet, the columns share the rest.
        _width = Math.Clamp(sheet.Width * 3 / 5 / columns.Count - 2, NarrowestColumn, WidestColumn);
        _table = new SheetTable(
            [new SheetColumn(string.Empty), .. columns.Select(c => new SheetColumn(ComparisonText.Title(c, answers.Words), IsLabel: true))], []);
    }

    private CaseWords Words => _answers.Words;

    public static void Write(Sheet sheet, CaseAnswers answers, IReadOnlyList<ComparedColumn> columns)
    {
        var table = new ComparisonTable(sheet, answers, columns);
        table.AddVerdicts();
        table.AddGestures();
        table.AddMisses();
        table.AddCorrections();
        table.AddDeals();
        sheet.Table(table._table);
    }

    /// <summary>What the columns' rows mean, once for all tables.</summary>
    public static void WriteNotes(Sheet sheet, IReadOnlyList<ComparedColumn> columns)
    {
        if (columns.Any(c => c.Verdict.NearMisses.Length > 0))
            sheet.Note("The nearest miss: the package that comes closest without being acceptable. Share: of the range of what is at stake for whoever refuses.");
        if (columns.Any(c => c.Obstacles is { CorrectionSets: [{ Members.IsEmpty: false }, ..] }))
            sheet.Note("Enough to take away: without it, or without these together, a deal exists; parley why says more.");
        if (columns.Any(c => c.Obstacles is not { IsComplete: true }))
            sheet.Note("Not every set of obstacles was tried: others may be enough too.");
        if (columns.Any(c => !c.Deals.IsEmpty))
            sheet.Note("Named deals: whether it would be accepted, and its margin.");
    }

    private void AddVerdicts()
    {
        Add("Verdict", c => GradeWords.Of(c.Verdict.Grade, c.Verdict.IsDecided, _answers.Model));
        Add("Margin", c => GradeWords.Margin(c.Verdict.Margin, c.Verdict.MarginUpper));
    }

    private void AddGestures() => AddMarks("Gestures", [.. _columns.SelectMany(c => c.Verdict.Tokens).Distinct()], Words.Option, (c, id) => c.Verdict.Tokens.Contains(id));

    private void AddMisses()
    {
        if (_columns.All(c => c.Verdict.NearMisses.IsEmpty)) return;
        AddMarks(
            "The nearest miss",
            InOrder(_columns.SelectMany(c => Miss(c)?.Package.Changes ?? [])),
            Words.Option,
            (c, id) => Miss(c)?.Package.Changes.Contains(id) ?? false);
        var refusals = _columns.SelectMany(c => Refusals(c).Select(r => r.Who)).Distinct().ToList();
        if (refusals.Count == 0) return;
        Section("Who refuses it, by what share", blank: false);
        foreach (var who in refusals)
            Add("  " + who, c => Refusals(c).Find(r => r.Who == who).Share ?? Dash);
    }

    private List<(string Who, string? Share)> Refusals(ComparedColumn column) =>
        [.. (Miss(column)?.Broken ?? []).OrderBy(r => r.Value).Select(r => (ConditionWords.Refuser(r, Words), (string?)Share(r)))];

    // A rule that knows no degrees is broken or not.
    private static string Share(RowOutcome row) => row.Slack is null ? Yes : ConditionWords.ShareOfRange(row);

    private static PackageOutcome? Miss(ComparedColumn column) => column.Verdict.NearMisses is [var miss, ..] ? miss : null;

    private void AddCorrections()
    {
        var sets = _columns.SelectMany(c => c.Obstacles?.CorrectionSets ?? []).Where(s => !s.Members.IsEmpty)
            .DistinctBy(s => string.Join(' ', s.Members)).OrderBy(s => s.Members.Length).ToList();
        if (sets.Count == 0) return;
        Section("Enough to take away");
        foreach (var set in sets.Take(MostSets))
        {
            var text = string.Join("; ", set.Members.Select(ObstacleTitle));
            Add("  " + text, c => c.Obstacles switch
            {
                null => "?",
                { IsOpen: true } => "not needed",
                { } why => why.CorrectionSets.Any(s => s.Members.SequenceEqual(set.Members)) ? Yes : Dash,
            });
        }

        if (sets.Count > MostSets) Add($"  and {sets.Count - MostSets} more sets (--json)", _ => string.Empty);
    }

    private string ObstacleTitle(string name) => _columns
        .SelectMany(c => c.Obstacles?.Obstacles ?? []).FirstOrDefault(o => o.Name == name)?.Title
        ?? Words.Overlay(OverlayKind.Obstacle, name);

    private void AddDeals()
    {
        var deals = _columns[0].Deals;
        if (deals.IsEmpty) return;
        Section("Named deals");
        for (var k = 0; k < deals.Length; k++)
        {
            var index = k;
            Add("  " + (deals[k].Title ?? CaseWords.Plain(deals[k].Name)), c => $"{(c.Deals[index].Feasible ? Yes : "no")} {NumberText.Margin(c.Deals[index].Margin)}");
        }
    }

    private List<string> InOrder(IEnumerable<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        return [.. _answers.Model.Issues.SelectMany(i => i.Options.Select(o => i.IdOf(o.Name))).Where(wanted.Contains)];
    }

    private void AddMarks(string section, List<string> ids, Func<string, string> word, Func<ComparedColumn, string, bool> has)
    {
        if (ids.Count == 0) return;
        Section(section);
        foreach (var id in ids) Add("  " + word(id), c => has(c, id) ? Yes : Dash);
    }

    private void Section(string title, bool blank = true)
    {
        if (blank) Add(string.Empty, _ => string.Empty);
        Add(title, _ => string.Empty);
    }

    private void Add(string label, Func<ComparedColumn, string> cell) =>
        _table.Add([label, .. _columns.Select(c => TextWrap.Hanging(cell(c), _width))]);
}
