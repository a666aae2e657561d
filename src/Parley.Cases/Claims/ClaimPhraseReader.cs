using System.Collections.Immutable;
using System.Globalization;
using Parley.Cases.Model;

namespace Parley.Cases.Claims;

/// <summary>Reads a claim's <c>expect</c>: phrases of a closed vocabulary, separated by semicolons.</summary>
/// <remarks>Never throws on any text; a phrase that is not understood does not hide the next.</remarks>
public static class ClaimPhraseReader
{
    /// <summary>Reads the phrases of an <c>expect</c>.</summary>
    /// <param name="model">The case without overlays, in which names are looked up.</param>
    /// <param name="expect">The text.</param>
    public static ClaimExpectation Read(CaseModel model, string expect)
    {
        var reading = new PhraseReading(model, expect);
        return reading.Result();
    }

    /// <summary>The forms of phrases and measures, as messages write them.</summary>
    public static ImmutableArray<string> Vocabulary { get; } =
        [.. PhraseForms.Statements.Select(f => f.Shown), .. PhraseForms.Measures.Select(f => f.Shown)];

    /// <summary>Where each word of a text begins.</summary>
    internal static ImmutableArray<PhraseWord> Words(string expect) => PhraseWord.Split(expect);
}

/// <summary>One text being read.</summary>
internal sealed class PhraseReading
{
    private static readonly ImmutableArray<string> Comparisons = ["<", "<=", ">", ">="];

    private readonly ImmutableArray<PhraseWord> _words;
    private readonly PhraseMatcher<ClaimPhrase> _statements;
    private readonly PhraseMatcher<Measure> _measures;
    private readonly List<ClaimPhrase> _phrases = [];
    private readonly List<PhraseFinding> _findings = [];

    public PhraseReading(CaseModel model, string expect)
    {
        _words = PhraseWord.Split(expect);
        var names = new PhraseNames(model);
        _statements = new(PhraseForms.Statements, names, _words);
        _measures = new(PhraseForms.Measures, names, _words);
    }

    public ClaimExpectation Result()
    {
        for (int from = 0, to; from < _words.Length; from = to + 1)
        {
            to = from;
            while (to < _words.Length && _words[to].Text != ";") to++;
            if (to > from) ReadPhrase(from, to);
        }

        if (_phrases.Count == 0 && _findings.Count == 0) _findings.Add(new() { Word = 0, Text = string.Empty, EndsEarly = true });
        return new([.. _phrases], [.. _findings]);
    }

    private void ReadPhrase(int from, int to)
    {
        var marks = Enumerable.Range(from, to - from).Where(w => _words[w].IsComparison).ToList();
        var phrase = marks.Count == 0 ? ReadStatement(from, to) : ReadComparison(from, marks, to);
        if (phrase is not null) _phrases.Add(phrase with { Text = Text(from, to) });
    }

    private ClaimPhrase? ReadStatement(int from, int to)
    {
        var match = _statements.Match(from, to);
        if (match.Value is null && match.Findings.All(f => f.Name is null) && _measures.Match(from, to) is { Value: not null })
        {
            _findings.Add(PhraseMatcher<Measure>.At(_words, to, to, ["MEASURE < MEASURE", "MEASURE > NUMBER"], Comparisons));
            return null;
        }

        if (match.Value is null && match.Findings[^1].Name is null) _findings.AddRange(Furthest(match.Findings, from, to));
        else _findings.AddRange(match.Findings);
        return match.Value is { } phrase ? phrase with { Under = match.Under } : null;
    }

    // Words that are no statement may be the beginning of a measure.
    private ImmutableArray<PhraseFinding> Furthest(ImmutableArray<PhraseFinding> findings, int from, int to)
    {
        var (reached, alike, next) = _measures.Alike(from, to);
        var told = findings[^1];
        var at = told.EndsEarly ? to : told.Word;
        if (reached < at) return findings;
        var measured = PhraseMatcher<Measure>.At(_words, reached, to, alike, next);
        return reached > at ? [measured] : [.. findings[..^1], told with { Alike = [.. told.Alike, .. alike], Known = [.. told.Known, .. next] }];
    }

    private ComparisonPhrase? ReadComparison(int from, List<int> marks, int to)
    {
        var at = marks[0];
        if (marks.Count > 1)
        {
            _findings.Add(PhraseMatcher<Measure>.At(_words, marks[1], to, ["MEASURE < MEASURE", "MEASURE > NUMBER"], []));
            return null;
        }

        var left = ReadMeasure(from, at, at);
        var right = to == at + 2 && ReadNumber(_words[at + 1].Text) is { } number
            ? new Measure(MeasureKind.Number) { Number = number, Text = _words[at + 1].Text }
            : ReadMeasure(at + 1, to, at);
        if (left is null || right is null) return null;
        var comparison = _words[at].Text switch
        {
            "<" => Comparison.Less,
            "<=" => Comparison.AtMost,
            ">" => Comparison.Greater,
            _ => Comparison.AtLeast,
        };
        return new ComparisonPhrase(left, comparison, right);
    }

    private Measure? ReadMeasure(int from, int to, int mark)
    {
        if (from == to)
        {
            _findings.Add(PhraseMatcher<Measure>.At(_words, mark, mark + 1, ["MEASURE < MEASURE", "MEASURE > NUMBER"], []) with { EndsEarly = false });
            return null;
        }

        var match = _measures.Match(from, to);
        _findings.AddRange(match.Findings);
        return match.Value is { } measure ? measure with { Under = match.Under, Text = Text(from, to) } : null;
    }

    private static decimal? ReadNumber(string text)
    {
        var isPercent = text.EndsWith('%');
        var digits = isPercent ? text[..^1] : text;
        if (!decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
        return isPercent ? value / 100 : value;
    }

    private string Text(int from, int to) => PhraseWord.Join(_words[from..to]);
}
