using Parley.Kernels.Exact;
using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Trade;

namespace Parley.Reports.Tables;

/// <summary>What each side could give, what it is worth to the other, and on what terms they could trade.</summary>
public static class TradeSection
{
    private const int GivesPerPair = 5;

    /// <summary>The best gives of each pair and the terms of trade, as part of the whole analysis.</summary>
    public static void WriteGives(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Trade is not { Gives.IsEmpty: false } trade) return;
        sheet.Heading("What each side could give and what it is worth to the other");
        WriteGiveTable(sheet, answers, trade);
        foreach (var terms in trade.Terms) sheet.Note(TermsWords.Of(terms, answers.Words));
    }

    /// <summary>Every option: how likely, how large, worth what to whom; then the gives.</summary>
    public static void WriteAll(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Trade is not { } trade) return;
        sheet.Heading("Every option that would change something");
        WriteOptionTable(sheet, answers, trade);
        WriteGives(sheet, answers);
    }

    private static void WriteGiveTable(Sheet sheet, CaseAnswers answers, TradeResult trade)
    {
        var table = new SheetTable(
            new SheetColumn("From one to another"),
            new SheetColumn("Cost", IsNumber: true),
            new SheetColumn("Worth", IsNumber: true),
            new SheetColumn("Per point", IsNumber: true));
        var hidden = 0;
        foreach (var pair in trade.Gives.GroupBy(g => (g.From, g.To)))
        {
            table.Add($"{answers.Words.Party(pair.Key.From)} to {answers.Words.Party(pair.Key.To)}", "", "", "");
            foreach (var give in pair.Take(GivesPerPair))
            {
                table.Add(
                    "  " + answers.Words.Option(give.Option),
                    NumberText.Fixed(give.Cost, 2),
                    NumberText.Points(give.Benefit),
                    NumberText.WithSign(give.Efficiency, 2));
            }

            hidden += Math.Max(0, pair.Count() - GivesPerPair);
        }

        sheet.Table(table);
        sheet.Note("Cost in the giver's points, worth in the taker's, allowing for the chance that it is carried out. "
            + "Per point: worth for each point of cost.");
        if (hidden > 0) sheet.Note($"{hidden} more that are worth less per point: parley options --json lists all.");
    }

    private static void WriteOptionTable(Sheet sheet, CaseAnswers answers, TradeResult trade)
    {
        var worth = new PartyColumns(sheet, answers.Words, trade.Parties);
        var hasSizes = trade.Options.Any(o => !o.ExpectedSize.IsZero);
        var hasChances = trade.Options.Any(o => o.Delivery != Rational.One);
        var widestGiver = trade.Options.Select(o => GiverText(o, answers.Words).Length).Append(0).Max();
        var columns = new List<SheetColumn> { new("Option"), new("By", IsLabel: widestGiver * 4 <= sheet.Width) };
        if (hasChances) columns.Add(new SheetColumn("Chance", IsNumber: true));
        if (hasSizes) columns.Add(new SheetColumn("Expected size", IsNumber: true));
        var table = new SheetTable([.. columns, .. worth.Columns], worth.DetailColumns("Worth to"));
        foreach (var option in trade.Options)
        {
            var cells = new List<string> { Named(option, answers.Words), GiverText(option, answers.Words) };
            if (hasChances) cells.Add(NumberText.Chance(option.Delivery));
            if (hasSizes) cells.Add(NumberText.Fixed(option.ExpectedSize, 1) + (option.Substantive ? "*" : " "));
            worth.AddRow(table, cells, option.Worth);
        }

        sheet.Table(table);
        sheet.Note("Last columns: worth to each side over the status quo, in its own points.");
        if (hasSizes) sheet.Note("Expected size: how much the world would change, times the chance. * substantive.");
    }

    private static string GiverText(OptionWorth option, CaseWords words) =>
        option.By.IsDefaultOrEmpty ? "all" : words.Parties(option.By);

    private static string Named(OptionWorth option, CaseWords words)
    {
        var marks = new List<string>();
        if (option.Unilateral) marks.Add("unilateral");
        if (option.Token) marks.Add("gesture");
        if (!option.Available) marks.Add("off the table");
        var name = words.Option(option.Id);
        return marks.Count == 0 ? name : $"{name} ({string.Join(", ", marks)})";
    }
}
