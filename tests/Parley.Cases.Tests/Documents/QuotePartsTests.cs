using System.Text;
using Parley.Cases.Documents;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Documents;

/// <summary>Quotes that leave words out: pieced together where their parts stand in order in one paragraph, or orphans.</summary>
public sealed class QuotePartsTests
{
    private const string Text =
        "Envoy Marlow met Minister Perez in Oslo on Friday. Marlow told Perez that exports would not rise by 12 percent before 2031, " +
        "and that the remaining observers could hardly leave the northern valleys.\n\n" +
        "The ferry between the islands runs 5 times a day. It was agreed that the ferry goes on until the autumn ... and no longer, he said.";

    private static QuoteAnchor Find(string exact, string text = Text) =>
        new QuoteFinder(SourceDocument.Read(text, DocumentForm.Text, DocumentFacts.None)).Find(new() { Exact = exact });

    [Theory]
    [InlineData("Marlow told Perez ... before 2031", AnchorKind.Words)]
    [InlineData("Marlow told Perez … before 2031", AnchorKind.Words)]
    [InlineData("Marlow told Perez [...] before 2031", AnchorKind.Words)]
    [InlineData("Marlow told Perez […] before 2031", AnchorKind.Words)]
    [InlineData("Marlow told Perez (...) before 2031", AnchorKind.Words)]
    [InlineData("Marlow told Perez . . . before 2031", AnchorKind.Words)]
    [InlineData("Envoy Marlow ... in Oslo ... exports would not rise ... the northern valleys", AnchorKind.Words)]
    [InlineData("... exports would not rise by 12 percent ...", AnchorKind.Words)]
    [InlineData("goes on until the autumn ... and no longer", AnchorKind.Exact)]
    [InlineData("Envoy Marlow ... that the remaning observers could hardly leave the northern valleys", AnchorKind.Near)]
    [InlineData("exports would ... rise by 12 percent", AnchorKind.Orphan)]
    [InlineData("before 2031 ... Marlow told Perez", AnchorKind.Orphan)]
    [InlineData("Marlow told Perez ... before 2030", AnchorKind.Orphan)]
    [InlineData("Marlow told Perez ... imports ... before 2031", AnchorKind.Orphan)]
    [InlineData("the northern valleys ... The ferry between the islands", AnchorKind.Orphan)]
    [InlineData("the remaining observers ... The ferry", AnchorKind.Orphan)]
    [InlineData("rise by 1 ... before 2031", AnchorKind.Orphan)]
    [InlineData("Marlow ... Perez in Oslo", AnchorKind.Words)]
    [InlineData("Marlow ... before 2031", AnchorKind.Ambiguous)]
    [InlineData("… [...] …", AnchorKind.Orphan)]
    public void Parts_stand_in_order_in_one_paragraph(string quote, AnchorKind expected) => Assert.Equal(expected, Find(quote).Kind);

    [Fact]
    public void The_place_goes_from_the_first_part_to_the_last_and_the_score_is_the_least()
    {
        var whole = Find("Envoy Marlow ... in Oslo").Places.Single();
        var near = Find("Envoy Marlow ... that the remaning observers could hardly leave the northern valleys");
        var part = Find("that the remaning observers could hardly leave the northern valleys");

        Assert.Equal("Envoy Marlow met Minister Perez in Oslo", Text[whole.Raw.Start..whole.Raw.End]);
        Assert.Equal(part.Score, near.Score);
        Assert.Equal((0, part.Places.Single().Raw.End), (near.Places.Single().Raw.Start, near.Places.Single().Raw.End));
    }

    [Fact]
    public void An_ellipsis_leaves_out_a_thousand_characters_and_no_more()
    {
        static string Apart(int letters) => $"It began here {new string('x', letters)} and ended there.";

        Assert.Equal(AnchorKind.Words, Find("It began here ... and ended there", Apart(998)).Kind);
        Assert.Equal(AnchorKind.Orphan, Find("It began here ... and ended there", Apart(999)).Kind);
    }

    // Words of few kinds, so that parts stand in many places; the twin tries every way to place every part.
    [Fact]
    public void Parts_are_placed_as_by_trying_every_way()
    {
        string[] words = ["alder", "birch", "cedar", "delta", "not", "7", "7.5", "elm"];
        var random = new Random(20190518);
        var (count, kinds) = (Soak.Times(10_000), new Dictionary<AnchorKind, int>());
        for (var n = 0; n < count; n++)
        {
            var paragraphs = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Enumerable.Range(0, random.Next(2, 14)).Select(_ => words[random.Next(words.Length)]).ToList()).ToList();
            var parts = Parts(random, paragraphs, words);
            var quote = Joined(parts, random);
            var text = string.Join("\n\n", paragraphs.Select(p => string.Join(' ', p)));

            var document = SourceDocument.Read(text, DocumentForm.Text, DocumentFacts.None);
            Assert.Equal(text, document.Clean);
            var anchor = new QuoteFinder(document).Find(new() { Exact = quote });

            var expected = Spans(paragraphs, parts);
            var kind = expected.Count == 0 ? AnchorKind.Orphan : expected.Count == 1 ? AnchorKind.Words : AnchorKind.Ambiguous;
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            Assert.True(anchor.Kind == kind, $"{n}: '{quote}' in '{text}' is {anchor.Kind}, not {kind}");
            Assert.Equal(expected.Take(10), anchor.Places.Select(p => (p.Clean.Start, p.Clean.End)));
        }

        Assert.All([AnchorKind.Orphan, AnchorKind.Words, AnchorKind.Ambiguous], k => Assert.True(kinds.GetValueOrDefault(k) > count / 20, $"{k}: {kinds.GetValueOrDefault(k)}"));
    }

    // Mostly from the text, in order; at times anything.
    private static List<List<string>> Parts(Random random, List<List<string>> paragraphs, string[] words)
    {
        var from = paragraphs[random.Next(paragraphs.Count)];
        var (parts, at) = (new List<List<string>>(), 0);
        for (var k = random.Next(2, 4); k > 0; k--)
        {
            at = Math.Min(from.Count - 1, at + random.Next(0, 3));
            var length = Math.Min(random.Next(1, 4), from.Count - at);
            parts.Add(random.Next(6) == 0 ? [words[random.Next(words.Length)]] : from.GetRange(at, length));
            at = Math.Min(from.Count - 1, at + length);
        }

        return parts;
    }

    private static string Joined(List<List<string>> parts, Random random)
    {
        string[] marks = [" ... ", " … ", " [...] ", " […] ", "…", " . . . "];
        var quote = new StringBuilder(string.Join(' ', parts[0]));
        foreach (var part in parts.Skip(1)) quote.Append(marks[random.Next(marks.Length)]).AppendJoin(' ', part);
        return quote.ToString();
    }

    private static List<(int Start, int End)> Spans(List<List<string>> paragraphs, List<List<string>> parts)
    {
        var (spans, offset) = (new SortedSet<(int, int)>(), 0);
        foreach (var words in paragraphs)
        {
            var starts = words.Select((_, w) => offset + words.Take(w).Sum(x => x.Length + 1)).ToList();
            Place(0, 0, -1);
            offset += words.Sum(w => w.Length + 1) + 1;

            void Place(int k, int from, int first)
            {
                if (k == parts.Count)
                {
                    spans.Add((starts[first], starts[from - 1] + words[from - 1].Length));
                    return;
                }

                for (var at = from; at + parts[k].Count <= words.Count; at++)
                {
                    var leftOut = words.GetRange(from, at - from);
                    if (k > 0 && leftOut.Count <= 3 && leftOut.Contains("not")) continue;
                    if (words.GetRange(at, parts[k].Count).SequenceEqual(parts[k])) Place(k + 1, at + parts[k].Count, k == 0 ? at : first);
                }
            }
        }

        return [.. spans];
    }
}
