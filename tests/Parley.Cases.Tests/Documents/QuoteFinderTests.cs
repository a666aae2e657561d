using Parley.Cases.Documents;

namespace Parley.Cases.Tests.Documents;

/// <summary>A quote is found where it stands, or it is an orphan.</summary>
public sealed class QuoteFinderTests
{
    private const string Text =
        "Envoy Marlow met Minister Perez in Oslo on Friday. Marlow told Perez that exports would not rise by 12 percent before 2031, " +
        "and that the remaining observers could hardly leave the northern valleys. “We shan’t move — not yet,” he said.\n\n" +
        "The ferry between the islands runs 5 times a day. The ferry between the islands runs 6 times a day in summer. " +
        "Talks resume. Talks resume.";

    private static QuoteAnchor Find(string exact, QuoteSelector? more = null, string text = Text) =>
        new QuoteFinder(SourceDocument.Read(text, DocumentForm.Text, DocumentFacts.None)).Find((more ?? new()) with { Exact = exact });

    [Theory]
    [InlineData("met Minister Perez in Oslo", AnchorKind.Exact)]
    [InlineData("met  Minister\nPerez in Oslo", AnchorKind.Words)]
    [InlineData("\"We shan't move -- not yet,\" he said", AnchorKind.Words)]
    [InlineData("“We shan’t move—not yet”", AnchorKind.Near)]
    [InlineData("“We can’t move—not yet”", AnchorKind.Orphan)]
    [InlineData("that the remaning observers could hardly leave the northern valleys", AnchorKind.Near)]
    [InlineData("that remaining observers could hardly leave the northern valleys", AnchorKind.Near)]
    [InlineData("Marlow told Perez that exports would not rise by 12 percent before 2031", AnchorKind.Exact)]
    [InlineData("Perez told Marlow that exports would not rise by 12 percent before 2031", AnchorKind.Orphan)]
    [InlineData("Marlow told Perez that exports would not rise by 13 percent before 2031", AnchorKind.Orphan)]
    [InlineData("Marlow told Perez that exports would not rise by 12 percent before 2030", AnchorKind.Orphan)]
    [InlineData("Marlow told Perez that exports would now rise by 12 percent before 2031", AnchorKind.Orphan)]
    [InlineData("Marlow told Perez that exports would rise by 12 percent before 2031", AnchorKind.Orphan)]
    [InlineData("Marlow told Perez that exports would not rise by 12 percent after 2031", AnchorKind.Orphan)]
    [InlineData("Barlow told Perez that exports would not rise by 12 percent before 2031", AnchorKind.Orphan)]
    [InlineData("that the remaining observers could leave the northern valleys", AnchorKind.Orphan)]
    [InlineData("The ferry between the islands runs 7 times a day", AnchorKind.Orphan)]
    [InlineData("The ferry between the islands runs 6 times a day", AnchorKind.Exact)]
    [InlineData("Talks resume.", AnchorKind.Ambiguous)]
    [InlineData("The ferry between the islands runs", AnchorKind.Ambiguous)]
    [InlineData("he", AnchorKind.Exact)]
    [InlineData("2", AnchorKind.Orphan)]
    [InlineData("", AnchorKind.Orphan)]
    public void Words_decide(string quote, AnchorKind expected) => Assert.Equal(expected, Find(quote).Kind);

    [Theory]
    [InlineData("3 percent", "it rose by 2-3 percent", AnchorKind.Orphan)]
    [InlineData("3 percent", "it rose by -3 percent", AnchorKind.Orphan)]
    [InlineData("3 percent", "it rose — 3 percent, no more", AnchorKind.Exact)]
    [InlineData("5 million", "it cost $5 million", AnchorKind.Orphan)]
    [InlineData("it cost 5", "it cost 5.2 million", AnchorKind.Orphan)]
    [InlineData("it cost 5", "it cost 5% more", AnchorKind.Orphan)]
    [InlineData("They told us that exports fell while imports rose", "They told us that imports fell while exports rose", AnchorKind.Orphan)]
    [InlineData("the legal status of the islands is settled", "the illegal status of the islands is settled", AnchorKind.Orphan)]
    [InlineData("it was an important and settled matter then", "it was an unimportant and settled matter then", AnchorKind.Orphan)]
    [InlineData("they can agree to the terms of it", "they can't agree to the terms of it", AnchorKind.Orphan)]
    [InlineData("the report names Iran as the buyer of it", "the report names Iraq as the buyer of it", AnchorKind.Orphan)]
    [InlineData("it was agreed between the US and them", "it was agreed between the us and them", AnchorKind.Orphan)]
    [InlineData("they paid five million for the whole harbour", "they paid five billion for the whole harbour", AnchorKind.Orphan)]
    public void A_number_or_sense_is_never_taken_for_another(string quote, string text, AnchorKind expected) =>
        Assert.Equal(expected, Find(quote, text: text).Kind);

    [Fact]
    public void Context_or_place_tells_equal_passages_apart()
    {
        var at = Text.LastIndexOf("Talks resume.", StringComparison.Ordinal);
        var first = Text.IndexOf("Talks resume.", StringComparison.Ordinal);

        Assert.Equal(first, Find("Talks resume.", new() { Prefix = "in summer." }).Places.Single().Raw.Start);
        Assert.Equal(at, Find("Talks resume.", new() { Start = at, End = at + 13 }).Places.Single().Raw.Start);
    }

    [Fact]
    public void A_wrong_hash_at_the_place_is_not_trusted()
    {
        var anchor = Find("met Minister Perez", new() { Start = 0, End = 5, Sha256 = QuoteFinder.HashOf("other") });

        Assert.Equal((AnchorKind.Moved, 13), (anchor.Kind, anchor.Places.Single().Raw.Start));
        Assert.Equal(AnchorKind.Orphan, new QuoteFinder(SourceDocument.Read(Text, DocumentForm.Text, DocumentFacts.None)).Find(new() { Start = 0, End = 5 }).Kind);
    }

    [Fact]
    public void Places_count_in_both_units()
    {
        var anchor = Find("two  here", text: "😀 one\n😀 two here");

        Assert.Equal((8 + 1, 7), (anchor.Places[0].Raw.Start - 1, anchor.Places[0].RawCodePoints.Start - 1));
    }

    [Fact]
    public void The_selectors_of_a_passage_find_it_again()
    {
        var document = SourceDocument.Read(Text, DocumentForm.Text, DocumentFacts.None);
        var finder = new QuoteFinder(document);
        var place = finder.Find(new() { Exact = "Minister Perez in Oslo" }).Places[0];

        var selector = QuoteSelector.Describe(document, place);

        Assert.Equal("Envoy Marlow met ", selector.Prefix);
        Assert.Equal(QuoteSelector.Context, selector.Suffix!.Length); // long enough by construction
        Assert.Equal(AnchorKind.Exact, finder.Find(selector).Kind);
        Assert.Equal(place, finder.Find(selector with { Start = null, End = null, Sha256 = null }).Places[0]);
    }
}
