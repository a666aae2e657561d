using Parley.Cases.Claims;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Checks;

/// <summary>Tells of phrases in claims that are not understood, and of names in them that the case does not declare.</summary>
internal static class ClaimCheck
{
    private const int FormsShown = 8;

    public static void Run(CaseModel model, ReaderContext context)
    {
        foreach (var claim in model.Claims)
        {
            if (claim.Expect.Length == 0 && claim.ExpectSpan == claim.Span) continue; // told as a missing key
            Check(ClaimPhraseReader.Read(model, claim.Expect), claim.Expect, claim.ExpectSpan, context);
        }
    }

    /// <summary>Tells what was not understood of a text of phrases.</summary>
    /// <param name="read">What it came to.</param>
    /// <param name="text">The text, folded.</param>
    /// <param name="span">Where it stands in the file.</param>
    /// <param name="context">Takes the findings.</param>
    public static void Check(ClaimExpectation read, string text, SourceSpan span, ReaderContext context)
    {
        if (read.Findings.IsEmpty) return;
        var places = Places(text, span, context.Source);
        foreach (var finding in read.Findings) context.Add(Message(finding).At(PlaceOf(finding, places, span, context.Source)));
    }

    private static ReaderMessage Message(PhraseFinding finding)
    {
        var meant = Spelling.Nearest(finding.Text, finding.Known);
        switch (finding.Name)
        {
            case null:
                return ReaderMessages.UnknownPhrase(finding.EndsEarly ? null : finding.Text, [.. finding.Alike.Take(FormsShown)], meant);
            case PhraseName.Option:
                return ReaderMessages.UnknownOption(finding.Text, finding.Issue ?? string.Empty, meant);
            case PhraseName.Dimension:
                return ReaderMessages.UnknownDimension(finding.Text, meant);
            case PhraseName.Count:
                return ReaderMessages.UnknownPhrase(finding.Text, ["drift after N quarters"], null);
            case { } kind:
                var (slug, what) = Words(kind);
                return ReaderMessages.Unknown(slug, finding.Text, what, meant);
        }
    }

    private static (string Slug, string What) Words(PhraseName kind) => kind switch
    {
        PhraseName.Date => (ReaderSlugs.UnknownDate, "a date"),
        PhraseName.Leader => (ReaderSlugs.UnknownLeader, "a leader"),
        PhraseName.Perception => (ReaderSlugs.UnknownPerception, "a perception"),
        PhraseName.Story => (ReaderSlugs.UnknownStory, "a story"),
        PhraseName.Event => (ReaderSlugs.UnknownEvent, "an event"),
        PhraseName.Obstacle => (ReaderSlugs.UnknownObstacle, "an obstacle"),
        PhraseName.Group => (ReaderSlugs.UnknownObstacle, "a group of obstacles"),
        PhraseName.Deal => (ReaderSlugs.UnknownDeal, "a deal"),
        PhraseName.Issue => (ReaderSlugs.UnknownIssue, "an issue"),
        PhraseName.Topic => (ReaderSlugs.UnknownIssue, "the topic of an issue"),
        PhraseName.Holder => (ReaderSlugs.UnknownParty, "a party or rule"),
        _ => (ReaderSlugs.UnknownParty, "a party"),
    };

    /// <summary>Where each word of the text stands in the file: folding moves white space only, so the words come in the same order.</summary>
    private static List<SourceSpan>? Places(string text, SourceSpan span, SourceText source)
    {
        var raw = source.Original(span);
        var at = raw.StartsWith('>') || raw.StartsWith('|') ? raw.AsSpan().IndexOfAny('\r', '\n') : 0;
        var places = new List<SourceSpan>();
        foreach (var word in ClaimPhraseReader.Words(text))
        {
            at = at < 0 ? -1 : raw.IndexOf(word.Text, at, StringComparison.Ordinal);
            if (at < 0) return null;
            places.Add(source.SpanOfOriginal(span.Offset + at, word.Text.Length));
            at += word.Text.Length;
        }

        return places;
    }

    private static SourceSpan PlaceOf(PhraseFinding finding, List<SourceSpan>? places, SourceSpan whole, SourceText source)
    {
        if (places is null || finding.Word >= places.Count) return source.SpanOfOriginal(whole.Offset, 1);
        var word = places[finding.Word];
        if (finding.Issue is not { } issue) return word with { Length = finding.EndsEarly ? word.Length : Math.Min(word.Length, Math.Max(1, finding.Text.Length)) };
        var skip = Math.Min(issue.Length + 1, word.Length - 1);
        return source.SpanOfOriginal(word.Offset + skip, word.Length - skip);
    }
}
