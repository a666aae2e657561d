using System.Text.RegularExpressions;
using Parley.Cases.Documents;
using Parley.Cases.Tests.ShippedCases;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Documents;

/// <summary>The column behind the founding case, where this machine has it: a real paste with all its scars.</summary>
public sealed partial class SampleArticleTests
{
    private static SourceDocument Article(params string[] without)
    {
        var source = ShippedCase.Read(ShippedCase.Founding).Sources.Single(s => s.Id == "article");
        if (ReferenceData.Article(source.File!) is not { } path) // the case names it
        {
            Assert.Skip("reference data absent");
            throw new InvalidOperationException();
        }

        return SourceDocument.Read(File.ReadAllBytes(path), DocumentForm.Text, new() { Date = source.Date, Url = source.Url }, without);
    }

    [Fact]
    public void Every_paragraph_is_whole()
    {
        var document = Article();
        var body = document.Paragraphs.Where(p => !p.IsBoilerplate).Select(p => document.Clean[p.Clean.Start..p.Clean.End]).ToList();

        Assert.Equal(14, body.Count);

        Assert.All(body, p => Assert.Matches(@"[.!?][’”]?$", p));
        Assert.All(body, p => Assert.DoesNotContain('\n', p));
        Assert.DoesNotContain("  ", document.Clean);
        Assert.Contains("authorities anti-Russian course", document.Clean);
        Assert.Contains("condemnation in the U.S. But now", document.Clean);
    }

    [Fact]
    public void Boilerplate_and_hindsight_are_marked()
    {
        var document = Article();
        var marks = document.Steps.Where(s => s.Replacement is null).ToList();
        int Line(CleaningStep s) => document.Raw.AsSpan(0, s.Raw.Start).Count('\n') + 1;

        Assert.Equal([37, 65], marks.Where(m => m.Kind == CleaningKind.Related).Select(Line));
        Assert.Equal([65, 94], marks.Where(m => m.Kind == CleaningKind.Hindsight).Select(Line).Order());
        Assert.Equal([1, 86, 88, 91, 92, 94], marks
            .Where(m => m.Kind is CleaningKind.Standfirst or CleaningKind.Syndication or CleaningKind.Disclaimer or CleaningKind.UrlLabel or CleaningKind.Url).Select(Line).Order());
        Assert.Equal(("2019-05-15", "opinion", "Bloomberg Content"), (document.Guesses.Date, document.Guesses.Genre, document.Guesses.Origin));
    }

    [Fact]
    public void Relative_dates_are_resolved()
    {
        var document = Article();
        var found = document.Dates.Select(d => (document.Raw.AsSpan(0, d.Raw.Start).Count('\n') + 1, d.Written, d.Resolved));

        Assert.Equal(
            [
                (8, "on Tuesday", "2019-05-14"), (13, "November, 2018", "2018-11"), (18, "May 3", "2019-05-03"), (39, "last week", "2019-05-06/2019-05-12"),
                (68, "on Wednesday", "2019-05-15"), (80, "late June", "2019-06~"), (81, "last year", "2018"), (83, "on Tuesday", "2019-05-14"),
            ],
            found);
    }

    [Fact]
    public void Every_direct_quote_is_found_after_rewrapping_and_plain_quote_marks()
    {
        var document = Article();
        var finder = new QuoteFinder(document);
        var quotes = DirectQuote().Matches(document.Raw).ToList();

        Assert.Equal(8, quotes.Count);
        Assert.All(quotes, quote =>
        {
            var typed = Regex.Replace(quote.Value, @"\s+", " ").Replace('’', '\'').Replace('“', '"').Replace('”', '"').Replace("—", "--", StringComparison.Ordinal);
            var anchor = finder.Find(new() { Exact = typed });
            Assert.True(anchor.IsFound, typed);
            Assert.Equal(new TextRange(quote.Index, quote.Index + quote.Length), anchor.Places[0].Raw);
        });
    }

    [Fact]
    public void Every_locator_of_the_founding_case_holds_in_both_units()
    {
        var document = Article();
        var finder = new QuoteFinder(document);

        Assert.All(ShippedCase.Read(ShippedCase.Founding).Quotes, quote =>
        {
            var anchor = finder.Find(QuoteSelector.Of(quote));
            Assert.Equal(AnchorKind.Exact, anchor.Kind);
            var place = anchor.Places[0];
            Assert.Equal((quote.Start, quote.End), (place.RawCodePoints.Start, place.RawCodePoints.End));
            Assert.Equal(quote.Sha256, QuoteFinder.HashOf(document.Raw[place.Raw.Start..place.Raw.End]));
            Assert.Equal(AnchorKind.Moved, finder.Find(QuoteSelector.Of(quote) with { Start = quote.Start + 3, End = quote.End + 3, Exact = null }).Kind);
        });
    }

    [Fact]
    public void Switching_everything_off_gives_the_raw_text() => Assert.Equal(Article().Raw, Article([.. Enum.GetNames<CleaningKind>().Select(k => SourceDocument.KindName(Enum.Parse<CleaningKind>(k)))]).Clean);

    [GeneratedRegex("“[^”]+”")]
    private static partial Regex DirectQuote();
}
