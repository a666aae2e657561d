using System.Collections.Immutable;
using Parley.Cases.Documents;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Documents;

/// <summary>Pasted texts are cleaned, each step is listed, and the way back is kept.</summary>
public sealed class CleaningTests
{
    private const string Filler = "A line that is as wide as the paper on which this text was written";

    [Theory]
    [InlineData("One  two \t three", "One two three", "spaces spaces")]
    [InlineData("One\u00A0two", "One two", "spaces")]
    [InlineData("One\r\n\r\ntwo", "One\n\ntwo", "line-end")]
    [InlineData("One\n\n\n\ntwo. \n", "One\n\ntwo.", "line-end edge")]
    [InlineData(" One\ntwo", "One two", "edge wrap")]
    [InlineData("in\n the U.S. But", "in the U.S. But", "scar-join")]
    [InlineData("soft\u00ADen soft\u00AD\nen", "soften soften", "soft-hyphen soft-hyphen")]
    [InlineData("e\uFB03cient \uFB01sh", "efficient fish", "ligature ligature")]
    [InlineData("a \u202Bword\u202C\u200F here\u200B", "a word here", "direction direction edge")]
    [InlineData("bell\u0007s", "bells", "invisible")]
    [InlineData("in the\n\n12\n\f\nmiddle of it", "in the middle of it", "page-break")]
    [InlineData("The end.\n\n- 3 -\n\fThe next", "The end.\n\nThe next", "page-break")]
    [InlineData("negotiation of a negoti-\nation", "negotiation of a negotiation", "hyphen-wrap")]
    [InlineData("a well-\nknown list", "a well-known list", "hyphen-wrap")]
    [InlineData("Source:\nhttps://example.org/a\nhttps://example.org/b", "Source:\nhttps://example.org/a\nhttps://example.org/b", "url-label url url")]
    [InlineData("- one\n- two", "- one\n- two", "")]
    [InlineData("the authorities anti-Russian course", "the authorities anti-Russian course", "")]
    public void Each_scar_has_its_step(string raw, string clean, string kinds)
    {
        var document = SourceDocument.Read(raw, DocumentForm.Text, DocumentFacts.None);

        Assert.Equal(clean, document.Clean);
        Assert.Equal(kinds, string.Join(' ', document.Steps.Select(s => SourceDocument.KindName(s.Kind))));
    }

    [Fact]
    public void A_lost_paragraph_break_is_guessed()
    {
        var document = SourceDocument.Read($"{Filler}\nand ends early.\n {Filler}\nand more", DocumentForm.Text, DocumentFacts.None);

        Assert.Equal($"{Filler} and ends early.\n\n{Filler} and more", document.Clean);
        Assert.Contains(document.Steps, s => s is { Kind: CleaningKind.ScarSplit, IsCertain: false });
    }

    [Fact]
    public void Counting_page_numbers_go_without_form_feeds_too()
    {
        var document = SourceDocument.Read("one half\n\n1\n\nof it.\n\n2\n\nAnd then 3.\n\n1999\n\nwas a year", DocumentForm.Text, DocumentFacts.None);

        Assert.Equal("one half of it.\n\nAnd then 3.\n\n1999\n\nwas a year", document.Clean);
    }

    [Fact]
    public void A_step_can_be_switched_off_by_number_or_kind()
    {
        const string raw = "One  two\nthree  four";

        Assert.Equal("One two three four", SourceDocument.Read(raw, DocumentForm.Text, DocumentFacts.None).Clean);
        Assert.Equal("One  two three four", SourceDocument.Read(raw, DocumentForm.Text, DocumentFacts.None, "1").Clean);
        Assert.Equal("One  two three  four", SourceDocument.Read(raw, DocumentForm.Text, DocumentFacts.None, "spaces").Clean);
    }

    [Fact]
    public void Switches_are_what_is_undone_less_what_is_redone()
    {
        var document = SourceDocument.Read(" One  two\nthree  four so\u00ADft five\nsix ", DocumentForm.Text, DocumentFacts.None);
        string[] names = [.. document.Steps.Select(s => $"{s.Number}"), .. document.Steps.Select(s => SourceDocument.KindName(s.Kind)).Distinct()];
        Assert.True(document.Steps.Length >= 6);
        var random = new Random(8);
        for (var k = 0; k < Soak.Times(5_000); k++)
        {
            var (without, off) = (ImmutableArray<string>.Empty, new HashSet<int>());
            for (var turn = random.Next(1, 7); turn > 0; turn--)
            {
                var (undo, redo) = (Some(), Some());
                without = CleaningSwitches.Switch(document, without, undo, redo);
                foreach (var name in undo) off.UnionWith(NumbersOf(name));
                foreach (var name in redo) off.ExceptWith(NumbersOf(name));
            }

            var read = SourceDocument.Read(document.Raw, DocumentForm.Text, DocumentFacts.None, without);
            Assert.Equal(off.Order(), read.Steps.Where(s => !read.IsOn(s)).Select(s => s.Number));
        }

        string[] Some() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => names[random.Next(names.Length)])];

        IEnumerable<int> NumbersOf(string name) => document.Steps.Where(s => $"{s.Number}" == name || SourceDocument.KindName(s.Kind) == name).Select(s => s.Number);
    }

    [Fact]
    public void Places_lead_to_the_raw_text_and_back()
    {
        var document = SourceDocument.Read(" The \uFB01sh  swam\n😀 far\u00ADther", DocumentForm.Text, DocumentFacts.None);
        Assert.Equal("The fish swam 😀 farther", document.Clean);

        Check("The", "The");
        Check("fish", "\uFB01sh");
        Check("i", "\uFB01");
        Check("swam 😀", "swam\n😀");
        Check("farther", "far\u00ADther");

        void Check(string clean, string raw)
        {
            var at = document.Clean.IndexOf(clean, StringComparison.Ordinal);
            var range = document.Map.ToRaw(new(at, at + clean.Length));
            Assert.Equal(raw, document.Raw[range.Start..range.End]);
            var back = document.Map.ToClean(range);
            Assert.Contains(clean, document.Clean[back.Start..back.End]);
        }
    }

    [Fact]
    public void Html_is_read_as_its_text_with_places_in_the_page()
    {
        const string raw = """
            <!DOCTYPE html><html><head><title>A &amp; B</title><meta name="author" content="C. D.">
            <meta property="article:published_time" content="2019-05-15T08:00"><script>var x = '<p>no</p>';</script></head>
            <body><nav>Home</nav><h1>Talks</h1><p class="a">Caf&eacute; <b>talks</b>
               fail&nbsp;again<br/>today <!-- never --> 😀 or not</p><ul><li>one<li>two</ul>tail &#8220;x&#8221;</body></html>
            """;

        var document = SourceDocument.Read(raw, DocumentForm.Html, DocumentFacts.None);

        Assert.Equal("Talks\n\nCafé talks fail again\ntoday 😀 or not\n\none\n\ntwo\n\ntail “x”", document.Clean);
        Assert.Equal(("A & B", "C. D.", "2019-05-15"), (document.Guesses.Title, document.Guesses.Byline, document.Guesses.Date));
        var anchor = new QuoteFinder(document).Find(new() { Exact = "Café talks fail again" });
        Assert.Equal("Caf&eacute; <b>talks</b>\n   fail&nbsp;again", document.Raw[anchor.Places[0].Raw.Start..anchor.Places[0].Raw.End]);
    }

    [Fact]
    public void Markdown_is_read_without_its_marks()
    {
        var document = SourceDocument.Read("# Talks\nThe *two* sides [met](https://example.org/x)\nagain.\n\n> **no** deal", DocumentForm.Markdown, DocumentFacts.None);

        Assert.Equal("Talks\n\nThe two sides met again.\n\nno deal", document.Clean);
        Assert.Equal("Talks", document.Guesses.Title);
    }

    [Theory]
    [InlineData("He came on Tuesday.", "on Tuesday", "2019-05-14")]
    [InlineData("He wrote on Wednesday, that", "on Wednesday", "2019-05-15")]
    [InlineData("It was last week.", "last week", "2019-05-06/2019-05-12")]
    [InlineData("It was last year.", "last year", "2018")]
    [InlineData("Next: on May 3; it", "May 3", "2019-05-03")]
    [InlineData("a summit in late June.", "late June", "2019-06~")]
    [InlineData("in November, 2018, citing", "November, 2018", "2018-11")]
    [InlineData("It may be next Monday.", "next Monday", "2019-05-20")]
    [InlineData("He left yesterday.", "yesterday", "2019-05-14")]
    public void Words_for_days_are_resolved_and_kept(string text, string written, string resolved)
    {
        var document = SourceDocument.Read(text, DocumentForm.Text, new() { Date = "2019-05-15" });

        Assert.Equal((written, resolved), document.Dates.Select(d => (d.Written, d.Resolved!)).Single());
    }
}
