using System.Text;
using Parley.Cases.Documents;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Documents;

/// <summary>No bytes break the reading of documents, and none takes long.</summary>
public sealed class DocumentFuzzTests
{
    private static readonly string[] Pieces =
    [
        "<", ">", "</", "<p>", "</p>", "<script>", "</script>", "<title>", "</title>", "<!--", "-->", "<![CDATA[", "]]>", "&", "&amp;", "&#x1F600;", "&#0;", "&nbsp", ";", "<br/>", "<svg>",
        "<meta name=author content='x'>", "<style>", "</style>", "<textarea>", "<a href=\"http://x.y/2030/01/01/z\">", "\"", "'", "=", " ", "  ", "\n", "\r\n", "\r", "\f", "\t", "\0", "\u00AD",
        "\u200F", "\uFEFF", "\uFB01", "😀", "\uD83D", "\u2028", "12", "- 3 -", "Page 4", "# ", "> ", "**", "*", "[", "](", ")", "```", "https://", "https://example.org/2019/05/15/a-b-c", "Related article:",
        "on Tuesday", "May 31", "February 31, 2019", "word", "Word.", "negoti-", "ation", "—", "“", "”", "…",
    ];

    [Fact]
    public void Any_text_is_read_and_the_map_holds()
    {
        var random = new Random(7);
        var count = Soak.Times(10_000);
        for (var n = 0; n < count; n++)
        {
            var text = new StringBuilder();
            for (var k = random.Next(60); k >= 0; k--) text.Append(Pieces[random.Next(Pieces.Length)]);
            var form = (DocumentForm)(n % 3);
            var bytes = n % 5 == 0 ? Encoding.Unicode.GetBytes(text.ToString()) : Encoding.UTF8.GetBytes(text.ToString());
            if (n % 7 == 0) random.NextBytes(bytes.AsSpan(0, bytes.Length / 3));

            var document = SourceDocument.Read(bytes, form, new() { Date = "2019-05-15" }, n % 2 == 0 ? [] : [random.Next(1, 9).ToString(System.Globalization.CultureInfo.InvariantCulture)]);

            CheckMap(document, random);
        }
    }

    // Minutes are a guard against hanging, no measure: reading takes well below a second.
    [Theory(Timeout = 300_000)]
    [InlineData("<div>")]
    [InlineData("<p>&amp;")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("word ")]
    [InlineData("a-\nb")]
    [InlineData("*a ")]
    [InlineData("[a](")]
    [InlineData("\n12\n\n")]
    [InlineData("https://a.b/ ")]
    [InlineData("https://a.b/2030/01/01/a-b-c\n\n")]
    [InlineData("Related article: a b c\n\nhttps://a.b/2030/01/01/a-b-c\n\n")]
    [InlineData("By A. ")]
    [InlineData("\"")]
    public async Task Repetition_does_not_hang(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));

        var kinds = await Task.Run(
            () => new[] { DocumentForm.Text, DocumentForm.Html, DocumentForm.Markdown }.SelectMany(form => Kinds(new(SourceDocument.Read(text, form, new() { Date = "2019-05-15" })))).ToList(),
            TestContext.Current.CancellationToken);

        Assert.Equal(6, kinds.Count);
        Assert.All(kinds, k => Assert.True(k is AnchorKind.Orphan or AnchorKind.Ambiguous, $"{k}"));
    }

    private static IEnumerable<AnchorKind> Kinds(QuoteFinder finder) =>
        new[] { "word word word word word wird", "a ... word ... a ... b ... word ... b" }.Select(quote => finder.Find(new() { Exact = quote }).Kind);

    private static void CheckMap(SourceDocument document, Random random)
    {
        var previous = 0;
        foreach (var step in document.Steps.Where(s => s.Replacement is not null))
        {
            Assert.True(step.Raw.Start >= previous && step.Raw.End > step.Raw.Start && step.Raw.End <= document.Raw.Length, "steps overlap");
            previous = step.Raw.End;
        }

        for (var tries = 0; tries < 5 && document.Clean.Length > 0; tries++)
        {
            var start = random.Next(document.Clean.Length);
            var clean = new TextRange(start, random.Next(start, document.Clean.Length) + 1);
            var raw = document.Map.ToRaw(clean);
            var back = document.Map.ToClean(raw);
            Assert.True(raw.Start >= 0 && raw.Start <= raw.End && raw.End <= document.Raw.Length, "outside");
            Assert.True(back.Start <= clean.Start && back.End >= clean.End, "a part is lost");
        }
    }
}
