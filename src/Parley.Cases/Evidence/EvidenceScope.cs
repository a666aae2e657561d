using System.Collections.Immutable;
using Parley.Cases.Checks;
using Parley.Cases.Claims;
using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Evidence;

/// <summary>What an evidence file may name: its speakers, and what the case declares.</summary>
internal sealed class EvidenceScope(CaseScope names, ReaderContext context, CaseModel model)
{
    private readonly List<string> _cited = [.. model.Sources.Select(s => s.Id), .. model.Quotes.Select(q => q.Id), "guess"];

    public ReaderContext Context => context;

    public CaseModel Case => model;

    public string? AsOf { get; set; }

    public ImmutableArray<Speaker> Speakers { get; set; } = [];

    public FieldMap Map(FieldSection section, CaseNode node, string where, CaseNode owner) => new(names, section, node, where, owner);

    /// <summary>The entries of a section up to a limit, with sound names.</summary>
    public IEnumerable<MapEntry> Limited(FieldMap top, string key, int limit, string? called = null)
    {
        var entries = top.Entries(key);
        if (entries.Count > limit) context.Add(EvidenceMessages.TooMuch(called ?? key, limit), entries[limit].Key);
        foreach (var entry in entries.Take(limit))
        {
            names.CheckName(entry.Key);
            yield return entry;
        }
    }

    /// <summary>A plain number from 0 to 1.</summary>
    public decimal? Chance(FieldMap map, string key)
    {
        var number = map.Number(key, NumberDomain.Chance);
        CheckSource(number);
        return number?.Coefficient;
    }

    public static Bias? BiasOf(FieldMap map) => map.Word("bias") switch
    {
        "self_serving" => Bias.SelfServing,
        "against_interest" => Bias.AgainstInterest,
        "neutral" => Bias.Neutral,
        _ => null,
    };

    /// <summary>The speakers of a chain; empty when the file has none.</summary>
    public ImmutableArray<string> Chain(FieldMap map)
    {
        var words = map.Words("chain");
        if (words.IsEmpty && map.Key("chain") is { } key) context.Add(EvidenceMessages.EmptyChain(), key);
        if (words.Length > EvidenceLimits.Chain) context.Add(EvidenceMessages.TooMuch("speakers of a chain", EvidenceLimits.Chain), words[EvidenceLimits.Chain].Node);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, node) in words)
        {
            CheckSpeaker(name, node);
            if (!seen.Add(name)) context.Add(EvidenceMessages.TwiceInChain(name), node);
        }
        return [.. words.Select(w => w.Text)];
    }

    public void CheckSpeaker(string name, CaseNode node)
    {
        if (!Speakers.Any(s => s.Name == name)) context.Add(EvidenceMessages.UnknownSpeaker(name, Spelling.Nearest(name, Speakers.Select(s => s.Name))), node);
    }

    /// <summary>The bias of what a chain says: its own, or that of who said it first.</summary>
    public Bias BiasIn(FieldMap map, ImmutableArray<string> chain) =>
        BiasOf(map) ?? (chain.IsEmpty ? null : Speakers.FirstOrDefault(s => s.Name == chain[^1])?.Bias) ?? Bias.Neutral;

    /// <summary>A source of the case; one that is later than the day up to which things may be known is told.</summary>
    /// <param name="map">The map.</param>
    /// <param name="date">Key of its own date; null when it has none.</param>
    public string? Source(FieldMap map, string? date)
    {
        if (date is not null && map.Date(date) is { } own && IsLate(own)) context.Add(ReaderMessages.LaterThanAsOf(own, own, AsOf!), map.Node(date)!); // it has a date
        if (map.WordAt("source") is not var (id, node)) return null;
        id = id.TrimStart('@');
        if (!_cited.Contains(id)) context.Add(ReaderMessages.UnknownSource(id, Spelling.Nearest(id, _cited)), node);
        else if (SourceDates.Of(model, id) is { } dated && IsLate(dated)) context.Add(ReaderMessages.LaterThanAsOf(id, dated, AsOf!), node); // late only with an as_of
        return id;
    }

    public void CheckSource(Number? number)
    {
        if (number?.Source is not { } id) return;
        if (!_cited.Contains(id)) context.Add(ReaderMessages.UnknownSource(id, Spelling.Nearest(id, _cited)).At(number.Span));
        else if (SourceDates.Of(model, id) is { } dated && IsLate(dated)) context.Add(ReaderMessages.LaterThanAsOf(id, dated, AsOf!).At(number.Span)); // late only with an as_of
    }

    private bool IsLate(string date) => AsOf is { } asOf && DaySpan.IsAfter(date, asOf);

    /// <summary>The phrases of a field, with what is not understood told.</summary>
    public ImmutableArray<ClaimPhrase> Phrases(FieldMap map, string key, out string? text)
    {
        text = map.Text(key);
        if (text is null) return [];
        var read = ClaimPhraseReader.Read(model, text);
        ClaimCheck.Check(read, text, context.Span(map.Node(key)!), context); // it has a text
        return read.Phrases;
    }

    /// <summary>A name that the case declares as an overlay.</summary>
    public string? Overlay(FieldMap map, string key, OverlayKind kind)
    {
        if (map.WordAt(key) is not var (name, node)) return null;
        CheckOverlay(name, node, kind);
        return name;
    }

    public void CheckOverlay(string name, CaseNode node, OverlayKind kind)
    {
        var known = model.OverlaysOf(kind).Select(o => o.Name).ToList();
        if (known.Contains(name)) return;
        var (slug, what) = kind switch
        {
            OverlayKind.Story => (ReaderSlugs.UnknownStory, "a story"),
            OverlayKind.Event => (ReaderSlugs.UnknownEvent, "an event"),
            _ => (ReaderSlugs.UnknownDate, "a date"),
        };
        context.Add(ReaderMessages.UnknownOverlay(slug, name, what, known, Spelling.Nearest(name, known)), node);
    }
}
