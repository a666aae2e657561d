using System.Text;
using Parley.Cases.Documents;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Documents;

/// <summary>Whatever happens to a quote on its way: it is found at the right place or is an orphan, never anywhere else.</summary>
public sealed class QuoteLawTests
{
    private static readonly string[] Names = ["Marlow", "Perez", "Oslo", "Tamsin", "Delhi", "Varga", "Quito", "Ibsen", "Lagos", "Nadir"];
    private static readonly string[] Verbs = ["told", "assured", "reminded", "warned", "informed"];
    private static readonly string[] Things = ["the exports of copper", "a corridor along the river", "its remaining observers", "the prisoners' return", "a ceasefire — however brief —"];
    private static readonly string[] Ends = ["would not continue beyond the winter", "could be delayed for the moment", "had never been considered seriously", "was agreed “in principle”"];

    [Fact]
    public void Rewrapped_and_restyled_quotes_are_found_where_they_stood()
    {
        var random = new Random(20190515);
        var count = Soak.Times(4_000);
        for (var n = 0; n < count; n++)
        {
            var (document, finder, clean, sentences) = Next(random, n);
            var quote = sentences[random.Next(sentences.Count)];

            var anchor = finder.Find(new() { Exact = Restyle(quote, random) });

            if (clean.IndexOf(quote, StringComparison.Ordinal) != clean.LastIndexOf(quote, StringComparison.Ordinal)) Assert.Equal(AnchorKind.Ambiguous, anchor.Kind);
            else Assert.True(anchor.IsFound && Passage(document, anchor) == quote, $"{n}: {quote} -> {anchor.Kind}");
        }
    }

    [Fact]
    public void Slightly_edited_quotes_are_found_where_they_stood_or_nowhere()
    {
        var random = new Random(20190516);
        var (count, near) = (Soak.Times(3_000), 0);
        for (var n = 0; n < count; n++)
        {
            var (document, finder, _, sentences) = Next(random, n);
            var quote = sentences[random.Next(sentences.Count)];

            var anchor = finder.Find(new() { Exact = Restyle(Slip(quote, random), random) });

            if (anchor.Kind == AnchorKind.Near) near++;
            if (anchor.IsFound) Assert.Equal(quote.TrimEnd('.'), Passage(document, anchor).TrimEnd('.'));
        }

        Assert.True(near > count / 3, $"only {near} of {count} were found");
    }

    [Fact]
    public void A_quote_with_names_numbers_or_a_negation_changed_is_an_orphan()
    {
        var random = new Random(20190517);
        var count = Soak.Times(3_000);
        for (var n = 0; n < count; n++)
        {
            var (_, finder, clean, sentences) = Next(random, n);
            var wrong = Falsify(sentences[random.Next(sentences.Count)], random);
            if (clean.Contains(wrong, StringComparison.Ordinal)) continue;

            var anchor = finder.Find(new() { Exact = Restyle(wrong, random) });

            Assert.True(anchor.Kind == AnchorKind.Orphan, $"{n}: {wrong} -> {anchor.Kind}");
        }
    }

    private static (SourceDocument Document, QuoteFinder Finder, string Clean, List<string> Sentences) s_made;

    // A new document for every twenty quotes.
    private static (SourceDocument Document, QuoteFinder Finder, string Clean, List<string> Sentences) Next(Random random, int n)
    {
        if (n % 20 != 0) return s_made;
        var sentences = Enumerable.Range(0, random.Next(3, 40)).Select(_ => Sentence(random)).ToList();
        var raw = new StringBuilder();
        foreach (var sentence in sentences) raw.Append(sentence).Append(random.Next(4) == 0 ? "\n\n" : " ");
        var document = SourceDocument.Read(Wrap(raw.ToString(), random), DocumentForm.Text, DocumentFacts.None);
        return s_made = (document, new(document), document.Clean.Replace('\n', ' ').Replace("  ", " ", StringComparison.Ordinal), sentences);
    }

    private static string Sentence(Random random) =>
        $"{Pick(Names, random)} {Pick(Verbs, random)} {Pick(Names, random)} on day {random.Next(1, 400)} that {Pick(Things, random)} {Pick(Ends, random)}, " +
        $"{random.Next(1, 100)}.{random.Next(0, 10)}% of it in {Pick(Names, random)}.";

    private static string Passage(SourceDocument document, QuoteAnchor anchor)
    {
        var place = anchor.Places.Single();
        Assert.Equal(document.Raw[document.RawUnits.ToUtf16(place.RawCodePoints.Start)!.Value..document.RawUnits.ToUtf16(place.RawCodePoints.End)!.Value], document.Raw[place.Raw.Start..place.Raw.End]); // places of the text
        return document.Clean[place.Clean.Start..place.Clean.End].Replace("\n\n", " ", StringComparison.Ordinal);
    }

    private static string Wrap(string text, Random random)
    {
        var width = random.Next(40, 100);
        var (wrapped, column) = (new StringBuilder(), 0);
        foreach (var word in text.Split(' '))
        {
            if (column > 0 && column + word.Length > width)
            {
                wrapped.Append(random.Next(20) == 0 ? " \n " : "\n");
                column = 0;
            }
            else if (column > 0)
            {
                wrapped.Append(random.Next(15) == 0 ? "  " : " ");
            }

            wrapped.Append(word);
            column = word.Contains('\n', StringComparison.Ordinal) ? 1 : column + word.Length + 1;
        }

        return wrapped.ToString();
    }

    private static string Restyle(string quote, Random random)
    {
        var text = new StringBuilder();
        foreach (var sign in quote)
        {
            text.Append(sign switch
            {
                ' ' => random.Next(8) switch { 0 => "\n", 1 => "  ", 2 => "\u00A0", _ => " " },
                '“' or '”' when random.Next(2) == 0 => "\"",
                '’' or '\'' => random.Next(2) == 0 ? "'" : "’",
                '—' => random.Next(3) switch { 0 => "--", 1 => "–", _ => "—" },
                _ => sign.ToString(),
            });
        }

        return text.ToString();
    }

    // A letter left out, doubled or two swapped inside a long word; or an article left out.
    private static string Slip(string quote, Random random)
    {
        var words = quote.Split(' ');
        var k = random.Next(1, words.Length - 1);
        for (var tries = 0; tries < words.Length && !(words[k].Length >= 5 && words[k].All(char.IsLower)); tries++) k = 1 + (k % (words.Length - 2));
        var word = words[k];
        var at = random.Next(1, word.Length - 1);
        words[k] = random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            _ => word,
        };
        return random.Next(4) == 0 ? string.Join(' ', words).Replace(" the ", " ", StringComparison.Ordinal) : string.Join(' ', words);
    }

    private static string Falsify(string quote, Random random)
    {
        var words = quote.Split(' ');
        switch (random.Next(5))
        {
            case 0:
                if (words[0] == words[2]) words[0] = "Zorin";
                (words[0], words[2]) = (words[2], words[0]);
                return string.Join(' ', words);
            case 1:
                words[5] = (int.Parse(words[5], System.Globalization.CultureInfo.InvariantCulture) + random.Next(1, 9)).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return string.Join(' ', words);
            case 2:
                words[^1] = "Parus.";
                return string.Join(' ', words);
            case 3:
                return quote.Contains(" not ", StringComparison.Ordinal) ? quote.Replace(" not ", " ", StringComparison.Ordinal) : quote.Replace(" that ", " that not ", StringComparison.Ordinal);
            default:
                return quote.Replace("% of", "0% of", StringComparison.Ordinal);
        }
    }

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
