using Parley.Kernels.Exact;
using Parley.Outcomes;
using Parley.Reports.Answers;
using Parley.Reports.Wording;

namespace Parley.Reports.Tables;

/// <summary>A scenario's frontier and solutions as text.</summary>
public static class OutcomesText
{
    /// <summary>Points that are shown unless more are asked for.</summary>
    private const int UsualPoints = 20;

    // With more issues an outcome is too long for a cell; JSON has it.
    private const int MostIssuesShown = 12;

    private const int Decimals = 4;

    private const int LongName = 10;

    /// <summary>Names for what other programs call Kalai.</summary>
    public static IReadOnlyList<string> KalaiNames { get; } = ["least-difference", "least-sum-of-differences", "greatest-welfare", "egalitarian"];

    /// <summary>The answer, part by part.</summary>
    /// <param name="sheet">Where to write.</param>
    /// <param name="answers">The scenario and its frontier.</param>
    /// <param name="points">Points to show; null for a usual number.</param>
    /// <param name="kalai">One of <see cref="KalaiNames"/>, to be shown beside the solutions; null for none.</param>
    public static void Write(Sheet sheet, ScenarioAnswers answers, int? points, string? kalai = null)
    {
        var result = answers.Outcomes;
        sheet.Line($"{answers.Scenario.Name} ({ScenarioWords.Title(answers.Scenario.Format)} scenario)", Ink.Title);
        sheet.Line(
            $"{Counted(result.Parties.Length, "side")}, {Counted(result.Issues.Length, "issue")}, {OutcomeWords.Count(result.OutcomeCount)} outcomes.", Ink.Faint);
        sheet.Blank();
        sheet.Line(OutcomeWords.Sentence(result), result.Solutions.Nash.Outcome is null ? Ink.Bad : Ink.Good);
        if (OutcomeWords.Extent(result) is { } extent) sheet.Line(extent, Ink.Middling);
        WriteSolutions(sheet, result, kalai);
        WriteLotteries(sheet, result);
        WriteMeasures(sheet, result);
        WritePoints(sheet, result, points ?? UsualPoints);
    }

    private static void WriteSolutions(Sheet sheet, OutcomesResult result, string? kalai)
    {
        var picks = Merged(
            ScenarioWords.Named(result.Solutions).Where(s => s.Solution.Outcome is not null)
                .Select(s => (ScenarioWords.Title(s.Name) + (s.Solution.IsProved ? string.Empty : " (best found)"), s.Solution.Outcome!)) // none is null
                .Concat(Kalai(result, kalai)),
            (a, b) => a.Values.SequenceEqual(b.Values));
        if (picks.Count == 0) return;
        sheet.Heading("What the classical solutions pick");
        var table = new SheetTable([new SheetColumn("Best outcome by", IsLabel: true), .. OutcomeColumn(result), .. PartyHeads(result)]);
        foreach (var (names, outcome) in picks) table.Add([string.Join("\n", names), .. OutcomeCell(result, outcome), .. Numbers(outcome.Utilities)]);
        sheet.Table(table);
        sheet.Note(
            "Nash: largest product of gains over no agreement. Kalai–Smorodinsky: equal shares of the best each could hope for "
            + "among acceptable outcomes; K–S, all hopes: among all outcomes. Egalitarian: most for whoever gains least. Utilitarian: largest sum; it and the egalitarian one compare utilities between sides.");
        if (result.Issues.Length > MostIssuesShown) sheet.Note("The outcomes themselves are long: --json lists them.");
    }

    // Picked from the whole frontier, acceptable or not, as those programs do.
    private static IEnumerable<(string Name, OutcomeView Outcome)> Kalai(OutcomesResult result, string? name)
    {
        if (result.OtherKalai is not { } other || name is null) yield break;
        yield return ($"\u201CKalai\u201D: {name}", ScenarioWords.Named(other).ElementAt(KalaiNames.ToList().IndexOf(name)).Outcome);
    }

    private static void WriteLotteries(Sheet sheet, OutcomesResult result)
    {
        if (result.Lotteries is not { } lotteries || lotteries.AnyRational.Shares.IsEmpty) return;
        var named = Merged(
            ScenarioWords.Named(lotteries).Where(l => (l.Name is not "anyRational" || result.Solutions.Nash.Outcome is null) && l.Lottery.Shares.Length > 1)
                .Select(l => (ScenarioWords.Short(l.Name), l.Lottery)),
            (a, b) => a.Expected.SequenceEqual(b.Expected) && a.Shares.Select(s => s.Probability).SequenceEqual(b.Shares.Select(s => s.Probability)));
        if (named.Count == 0) return;
        sheet.Heading("If outcomes may be drawn by lot");
        var table = new SheetTable(
            [new SheetColumn("Best lottery by", IsLabel: true), .. PartyHeads(result)],
            [new SheetColumn("Chance", IsNumber: true), new SheetColumn("of utilities", IsLabel: true)]);
        foreach (var (names, lottery) in named)
        {
            table.AddDetailed(
                [string.Join("\n", names), .. Numbers(lottery.Expected)],
                [.. lottery.Shares.Select(s => new[] { NumberText.Share(s.Probability), string.Join(" / ", Numbers(s.Outcome.Utilities)) })]);
        }

        sheet.Table(table);
        sheet.Note("Expected utilities; then the chance of each outcome that may be drawn, and what it is worth to each side, in the same order.");
    }

    private static void WriteMeasures(Sheet sheet, OutcomesResult result)
    {
        var lines = new List<string>();
        if (result.Opposition is { } opposition)
            lines.Add($"Opposition: {NumberText.Fixed(NumberText.Root(opposition), Decimals)} (how far the Kalai–Smorodinsky outcome is from giving all what they could hope for; 0: no conflict).");
        if (result.IntegrativePotential is { } potential)
            lines.Add($"Integrative potential: {NumberText.Fixed(potential, Decimals)} (area between the frontier and a straight split; 0: a zero-sum game).");
        if (lines.Count == 0) return;
        sheet.Blank();
        foreach (var line in lines) sheet.Note(line);
    }

    private static void WritePoints(Sheet sheet, OutcomesResult result, int most)
    {
        if (result.Points.IsEmpty) return;
        sheet.Heading("Outcomes that no other betters for everyone");
        var counts = result.Points.Any(p => p.OutcomeCount is not null);
        var table = new SheetTable([
            new SheetColumn(string.Empty, IsNumber: true), .. OutcomeColumn(result), .. PartyHeads(result),
            .. counts ? [new SheetColumn("Ways", IsNumber: true)] : Array.Empty<SheetColumn>(), new SheetColumn(string.Empty)]);
        for (var k = 0; k < Math.Min(most, result.Points.Length); k++)
        {
            var point = result.Points[k];
            table.Add([
                NumberText.Count(k + 1), .. OutcomeCell(result, point.Outcome), .. Numbers(point.Outcome.Utilities),
                .. counts ? [point.OutcomeCount is { } ways ? OutcomeWords.Count(ways) : string.Empty] : Array.Empty<string>(),
                point.IsRational ? string.Empty : "refused"]);
        }

        sheet.Table(table);
        if (result.Size > most) sheet.Note($"{NumberText.Count(result.Size - most)} more: --limit N shows N, --json lists them.");
        if (counts) sheet.Note("Ways: how many outcomes have these utilities.");
        if (result.RationalSize < result.Size) sheet.Note("Refused: some side has less than without an agreement.");
    }

    // Those that coincide stand in one row.
    private static List<(List<string> Names, T Pick)> Merged<T>(IEnumerable<(string Name, T Pick)> picks, Func<T, T, bool> areSame)
    {
        var merged = new List<(List<string> Names, T Pick)>();
        foreach (var (name, pick) in picks)
        {
            if (merged.FindIndex(m => areSame(m.Pick, pick)) is var same and >= 0) merged[same].Names.Add(name);
            else merged.Add(([name], pick));
        }

        return merged;
    }

    private static IEnumerable<SheetColumn> OutcomeColumn(OutcomesResult result) =>
        result.Issues.Length > MostIssuesShown ? [] : [new SheetColumn("Outcome")];

    private static IEnumerable<string> OutcomeCell(OutcomesResult result, OutcomeView outcome) => result.Issues.Length > MostIssuesShown
        ? []
        : [string.Join("\n", outcome.Values.Select((value, i) => $"{result.Issues[i]}: {value}"))];

    private static IEnumerable<SheetColumn> PartyHeads(OutcomesResult result) => result.Parties.Select(p => new SheetColumn(Breakable(p), IsNumber: true));

    // Names of files are long; a heading may break at their dashes.
    private static string Breakable(string party) => party.Length <= LongName ? party : party.Replace('-', ' ').Replace('_', ' ');

    private static IEnumerable<string> Numbers(IEnumerable<Rational> values) => values.Select(v => NumberText.Fixed(v, Decimals));

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{NumberText.Count(count)} {noun}s";
}
