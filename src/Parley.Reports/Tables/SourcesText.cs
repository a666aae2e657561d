using System.Globalization;
using Parley.Beliefs;
using Parley.Cases.Documents;
using Parley.Reports.Wording;

namespace Parley.Reports.Tables;

/// <summary>Attached documents, quotes and evidence as text.</summary>
public static class SourcesText
{
    private const int MostShown = 60;
    private const int MostListed = 20;

    public static void List(Sheet sheet, IReadOnlyList<SourceRow> rows)
    {
        if (rows.Count == 0) sheet.Line("The case names no source, and no document is attached.");
        if (rows.Count == 0) return;
        var table = new SheetTable(new SheetColumn("source", IsLabel: true), new("title"), new("date"), new("quotes", IsNumber: true), new("document"));
        foreach (var row in rows)
        {
            table.Add(
                row.Id, Plain(row.Source?.Title ?? row.Stored?.Facts.Title ?? string.Empty), row.Source?.Date ?? row.Stored?.Facts.Date ?? string.Empty, Count(row.Quotes),
                SourceWords.State(row.State) + (row.Source is null ? ", not in the case" : string.Empty));
        }

        sheet.Table(table);
    }

    public static void Show(Sheet sheet, SourceDocument document)
    {
        foreach (var (name, value) in SourceWords.Guesses(document)) sheet.Line($"{name}, guessed: {Plain(value)}", Ink.Faint);
        foreach (var paragraph in document.Paragraphs)
        {
            sheet.Blank();
            var marks = paragraph.Marks.IsEmpty ? string.Empty : $"[{string.Join(", ", paragraph.Marks.Select(SourceDocument.KindName))}] ";
            foreach (var line in document.Clean[paragraph.Clean.Start..paragraph.Clean.End].Split('\n'))
            {
                sheet.Line(marks + Plain(line), paragraph.IsBoilerplate ? Ink.Faint : Ink.Plain);
                marks = string.Empty;
            }
        }

        if (document.Dates.IsEmpty) return;
        sheet.Heading("Days, as they seem to be meant");
        var table = new SheetTable(new SheetColumn("written", IsLabel: true), new("at", IsNumber: true), new("resolved"));
        foreach (var date in document.Dates) table.Add(date.Written, Count(document.RawUnits.ToCodePoints(date.Raw.Start)), date.Resolved ?? "needs the document's date");
        sheet.Table(table);
    }

    public static void Steps(Sheet sheet, SourceDocument document)
    {
        var table = new SheetTable(new SheetColumn("step", IsNumber: true), new("kind", IsLabel: true), new("at", IsNumber: true), new("was"), new("is"), new("how sure"));
        foreach (var step in document.Steps)
        {
            table.Add(
                Count(step.Number), SourceDocument.KindName(step.Kind), Count(document.RawUnits.ToCodePoints(step.Raw.Start)), Visible(document.Raw[step.Raw.Start..step.Raw.End]),
                step.Replacement is { } made ? made.Length == 0 ? "nothing" : Visible(made) : "marked", (step.IsCertain ? "certain" : "guessed") + (document.IsOn(step) ? string.Empty : ", off"));
        }

        sheet.Table(table);
        sheet.Note("'at' counts Unicode code points of the raw text. --without NUMBER or --without KIND leaves a step out; parley source clean keeps that.");
    }

    /// <summary>What switching steps of cleaning changed.</summary>
    public static void Cleaned(Sheet sheet, SourceDocument before, SourceDocument after, IReadOnlyList<QuoteChange> quotes)
    {
        var switched = after.Steps.Where(s => before.IsOn(s) != after.IsOn(s)).ToList();
        if (switched.Count == 0) sheet.Line("Nothing changed: the steps were so already.");
        foreach (var step in switched.Take(MostListed))
            sheet.Line($"{(after.IsOn(step) ? "redone" : "undone")}: step {Count(step.Number)}, {SourceDocument.KindName(step.Kind)}, {Visible(before.Raw[step.Raw.Start..step.Raw.End])}");
        if (switched.Count > MostListed) sheet.Line($"and {Count(switched.Count - MostListed)} more steps");
        sheet.Line($"Off now: {(after.Off.IsEmpty ? "nothing" : string.Join(", ", after.Off))}. The text has {Count(after.CleanUnits.CodePointCount)} characters, before {Count(before.CleanUnits.CodePointCount)}.");
        var changed = quotes.Where(q => q.IsChanged).ToList();
        sheet.Line($"Of {Count(quotes.Count)} quotes {(changed.Count == 0 ? "all stand where they stood" : $"{Count(changed.Count)} stand otherwise")}.");
        foreach (var quote in changed)
            sheet.Line($"{quote.Quote.Id}: {SourceWords.State(quote.After.Kind)}, before {SourceWords.State(quote.Before.Kind)}: {Plain(SourceWords.Own(quote.Quote))}", quote.After.IsFound ? Ink.Plain : Ink.Bad);
    }

    public static void Verify(Sheet sheet, IReadOnlyList<SourceRow> rows, IReadOnlyList<AnchoredQuote> quotes)
    {
        List(sheet, rows);
        sheet.Heading("Quotes");
        foreach (var kind in Enum.GetValues<AnchorKind>())
        {
            var count = quotes.Count(q => q.Anchor?.Kind == kind);
            if (count > 0) sheet.Line($"{SourceWords.State(kind)}: {Count(count)}", kind >= AnchorKind.Ambiguous ? Ink.Bad : Ink.Good);
        }

        if (quotes.Count(q => q.Anchor is null) is > 0 and var absent) sheet.Line($"document not attached: {Count(absent)}");
        foreach (var quote in quotes.Where(q => q.Anchor is { Kind: not AnchorKind.Exact }))
        {
            var anchor = quote.Anchor!; // just asked
            var where = anchor.Places.IsEmpty ? "nowhere" : string.Join(", ", anchor.Places.Take(5).Select(p => $"{Count(p.RawCodePoints.Start)} to {Count(p.RawCodePoints.End)}"));
            var score = anchor.Score < 1 && !anchor.Places.IsEmpty ? string.Create(CultureInfo.InvariantCulture, $", score {anchor.Score:0.00}") : string.Empty;
            sheet.Line($"{quote.Quote.Id}: {SourceWords.State(anchor.Kind)}, found {where}{score}: {Plain(SourceWords.Own(quote.Quote))}");
        }
    }

    public static void Cite(Sheet sheet, NumberEvidence evidence, AnchoredQuote? quote, Attribution? attribution)
    {
        var number = evidence.Number.Number;
        sheet.Line($"{evidence.Number.Path}: {string.Join('*', [Decimal(number.Coefficient), .. number.Parameters])}", Ink.Title);
        sheet.Line(Basis(evidence));
        if (evidence.Source is { } source)
            sheet.Line(Plain(string.Join(", ", new[] { source.Title, source.Author, source.Outlet, source.Date, source.Url }.Where(p => p is not null))), Ink.Faint);
        if (attribution is not null) sheet.Line($"said by {BeliefWords.Said(attribution)}");
        if (quote is null) return;
        sheet.Blank();
        if (SourceWords.Passage(quote) is var (before, words, behind)) sheet.Marked(Plain(before), Plain(words), Plain(behind));
        else sheet.Line(Plain(SourceWords.Own(quote.Quote)));
        sheet.Blank();
        sheet.Note(quote.Anchor is not { } anchor
            ? $"The document is not attached (parley source add CASE FILE --id {quote.Quote.Of})."
            : anchor.Kind switch
            {
                AnchorKind.Orphan => "The quote stands nowhere in the attached document: it is an orphan.",
                AnchorKind.Ambiguous => $"The quote stands in {Count(anchor.Places.Length)} places of the attached document.",
                _ => string.Create(CultureInfo.InvariantCulture, $"In the document: {SourceWords.State(anchor.Kind)}, code points {anchor.Places[0].RawCodePoints.Start} to {anchor.Places[0].RawCodePoints.End}."),
            });
    }

    /// <summary>Every number with what it rests on, and who says so where the evidence beside the case tells.</summary>
    public static void Evidence(Sheet sheet, EvidenceList evidence, IReadOnlyDictionary<string, Attribution> attributions)
    {
        if (evidence.Numbers.IsEmpty) sheet.Line("The case has no numbers.");
        if (evidence.Numbers.IsEmpty) return;
        sheet.Line(string.Create(CultureInfo.InvariantCulture, $"{evidence.Numbers.Length} numbers: {evidence.Count(EvidenceBasis.Quote)} rest on quotes, {evidence.Count(EvidenceBasis.Source)} on sources, {evidence.Count(EvidenceBasis.Guess)} are guesses, {evidence.Count(EvidenceBasis.None)} name nothing."));
        sheet.Line(string.Create(CultureInfo.InvariantCulture, $"Guessed or unnamed: {evidence.GuessedShare * 100:0}% of the numbers."), evidence.GuessedShare > 0.5 ? Ink.Middling : Ink.Plain);
        sheet.Blank();
        var table = new SheetTable(new SheetColumn("number", IsLabel: true), new("value", IsNumber: true), new("rests on"), new("words"));
        foreach (var entry in evidence.Numbers)
            table.Add(entry.Number.Path, string.Join('*', [Decimal(entry.Number.Number.Coefficient), .. entry.Number.Number.Parameters]), Short(entry), Plain(entry.Quote?.Text ?? entry.Quote?.Says ?? entry.Source?.Title ?? string.Empty));
        sheet.Table(table);
        Attributed(sheet, evidence, attributions);
    }

    private static void Attributed(Sheet sheet, EvidenceList evidence, IReadOnlyDictionary<string, Attribution> attributions)
    {
        var told = evidence.Numbers.GroupBy(n => n.Number.Number.Source ?? string.Empty, StringComparer.Ordinal).Where(g => attributions.ContainsKey(g.Key)).ToList();
        if (told.Count == 0) return;
        var interested = told.Where(g => attributions[g.Key].RestsOnInterest).Sum(g => g.Count());
        sheet.Heading("Who says so");
        sheet.Line($"Of {Count(told.Sum(g => g.Count()))} numbers the evidence beside the case tells it; {(interested == 0 ? "none rests" : interested == 1 ? "1 rests" : $"{Count(interested)} rest")} on one interested source.");
        sheet.Blank();
        var table = new SheetTable(new SheetColumn("cited", IsLabel: true), new("numbers", IsNumber: true), new("chain"), new("fidelity", IsNumber: true), new("rests on"));
        foreach (var numbers in told)
        {
            var (chains, rests) = (attributions[numbers.Key].Chains, BeliefWords.Rests(attributions[numbers.Key]));
            for (var k = 0; k < chains.Length; k++)
                table.Add(k == 0 ? numbers.Key : string.Empty, k == 0 ? Count(numbers.Count()) : string.Empty, BeliefWords.Chain(chains[k]), EvidenceText.Figure((double)chains[k].Fidelity, 2), k == 0 ? rests : string.Empty);
        }

        sheet.Table(table);
        sheet.Note("chain: the narrator first, the one who said it first last. fidelity: how closely it follows the facts, 0 to 1 (docs/attribution.md).");
    }

    private static string Short(NumberEvidence entry) => entry.Basis switch
    {
        EvidenceBasis.Guess => "a guess",
        EvidenceBasis.None => "nothing named",
        _ => $"{SourceWords.Basis(entry.Basis)} {entry.Quote?.Id ?? entry.Source?.Id}",
    };

    private static string Basis(NumberEvidence evidence) => evidence.Basis switch
    {
        EvidenceBasis.Quote => $"rests on quote {evidence.Quote?.Id}",
        EvidenceBasis.Source => $"rests on source {evidence.Source?.Id} as a whole",
        EvidenceBasis.Guess => "is a guess of the case's author",
        _ => "names neither a quote nor a source",
    };

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Decimal(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    // A document's text may not steer the terminal.
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    private static string Visible(string text)
    {
        var shown = text.Length > MostShown ? text[..MostShown] + "..." : text;
        return string.Concat(shown.Select(c => c switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\f' => "\\f",
            ' ' => "\u00B7",
            _ when char.IsControl(c) || c is '\u00A0' or '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202F') or (>= '\u2060' and <= '\u206F')
                => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
            _ => c.ToString(),
        }));
    }
}
