using System.Globalization;
using System.Text;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>Writes a case of rung 1 as text: parties, issues, options and points.</summary>
public static class PlainCaseWriter
{
    /// <summary>The case as a file would hold it; reading it back gives the same case.</summary>
    /// <param name="model">Negotiators, issues without a status quo, options with points; numbers of the format's precision.</param>
    /// <param name="remarks">Lines to put on top, as comments.</param>
    /// <exception cref="ArgumentException">The case has more than rung 1 can say.</exception>
    public static string Write(CaseModel model, IEnumerable<string> remarks)
    {
        if (!IsPlain(model)) throw new ArgumentException("Only parties, issues, options and points can be written.", nameof(model));
        var text = new StringBuilder("parley: 1\n");
        foreach (var remark in remarks) text.Append("# ").Append(OneLine(remark)).Append('\n');
        text.Append("\ncase: ").Append(model.Name).Append('\n');
        if (model.Title is { } title) text.Append("title: ").Append(Quoted(title)).Append('\n');
        if (model.Note is { } note) text.Append("note: ").Append(Quoted(note)).Append('\n');
        if (model.UtilitiesComparable) text.Append("utilities: comparable\n");
        text.Append("\nparties:\n");
        foreach (var party in model.Parties)
            text.Append(CultureInfo.InvariantCulture, $"  {party.Name}: {{{TitleOf(party.Title)}no_deal: {Decimal(party.NoDeal)}}}\n");
        text.Append("\nissues:\n");
        foreach (var issue in model.Issues)
        {
            text.Append("  ").Append(issue.Name).Append(":\n");
            if (issue.Title is { } shown) text.Append("    title: ").Append(Quoted(shown)).Append('\n');
            foreach (var option in issue.Options)
            {
                var points = string.Join(", ", option.Effects.Select(e => $"{e.Party}: {Decimal(e.Amount)}"));
                text.Append(CultureInfo.InvariantCulture, $"    {option.Name}: {{{TitleOf(option.Title)}{points}}}\n");
            }
        }

        return text.ToString();
    }

    private static bool IsPlain(CaseModel model) =>
        model is { Rules.IsEmpty: true, Overlays.IsEmpty: true, Deals.IsEmpty: true, Parameters.IsEmpty: true, Claims.IsEmpty: true }
        && model.Parties.All(p => p is { Role: PartyRole.Negotiator, Weights.IsEmpty: true })
        && model.Issues.All(i => i is { StatusQuo: null, Scale: null, OffTable: false }
            && i.Options.All(o => o.Delivery.IsEmpty && o.By.IsEmpty && o.Effects.All(e => e is { Dimension: null, Time: EffectTime.Plain })));

    private static string Decimal(Number number) => DecimalText.Of(number.Coefficient);

    private static string TitleOf(string? title) => title is null ? string.Empty : $"title: {Quoted(title)}, ";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A text in quotes that reads back as it is, on one line.</summary>
    internal static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c)) quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
