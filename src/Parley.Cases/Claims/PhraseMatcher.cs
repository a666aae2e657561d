using System.Collections.Immutable;

namespace Parley.Cases.Claims;

/// <summary>What words came to when they were held against forms.</summary>
/// <param name="Value">What they mean; null when no form fits.</param>
/// <param name="Under">The overlays named behind it.</param>
/// <param name="Findings">Names that are not declared, or where the words stop being a phrase.</param>
internal sealed record PhraseMatch<T>(T? Value, ClaimContext Under, ImmutableArray<PhraseFinding> Findings)
    where T : class;

/// <summary>Holds words against a list of forms.</summary>
internal sealed class PhraseMatcher<T>(ImmutableArray<PhraseForm<T>> forms, PhraseNames names, ImmutableArray<PhraseWord> words)
    where T : class
{
    /// <summary>Finds the form that fits a stretch of words.</summary>
    /// <param name="from">First word.</param>
    /// <param name="to">One past the last.</param>
    public PhraseMatch<T> Match(int from, int to)
    {
        var fits = forms.Select(f => new FormFit<T>(f, names, words, from, to)).ToList();
        if (fits.Where(f => f.IsComplete).MinBy(f => f.Missing.Count) is { } best)
            return new(best.Missing.Count == 0 ? best.Value() : null, best.Under, [.. best.Missing]);
        return new(null, ClaimContext.None, Failure(fits, from, to));
    }

    /// <summary>The forms that begin as a stretch of words does, and how far.</summary>
    public (int Reached, ImmutableArray<string> Alike, ImmutableArray<string> Next) Alike(int from, int to) =>
        Alike([.. forms.Select(f => new FormFit<T>(f, names, words, from, to))], from);

    private static (int Reached, ImmutableArray<string> Alike, ImmutableArray<string> Next) Alike(List<FormFit<T>> fits, int from)
    {
        var reached = fits.Max(f => f.Trusted);
        var furthest = fits.Where(f => f.Trusted == reached).ToList();
        ImmutableArray<string> next = [.. furthest.SelectMany(f => f.Next).Distinct()];
        return (reached, reached == from ? [] : [.. furthest.Select(f => f.Form.Shown)], next);
    }

    private ImmutableArray<PhraseFinding> Failure(List<FormFit<T>> fits, int from, int to)
    {
        var (reached, alike, next) = Alike(fits, from);
        var missing = fits.First(f => f.Trusted == reached).Missing.Where(m => m.Word < reached);
        return [.. missing, At(words, reached, to, alike, next)];
    }

    /// <summary>Words that stop being a phrase at one of them.</summary>
    public static PhraseFinding At(
        ImmutableArray<PhraseWord> words, int at, int to, ImmutableArray<string> alike, ImmutableArray<string> next)
    {
        var word = Math.Min(at, to - 1);
        return new() { Word = word, Text = words[word].Text, Known = next, Alike = alike, EndsEarly = at >= to };
    }
}

/// <summary>One form held against a stretch of words.</summary>
internal sealed class FormFit<T>
{
    private static readonly ImmutableArray<string> Suffixes = ["at", "given", "without", "seen by", "under"];

    private readonly PhraseNames _names;
    private readonly ImmutableArray<PhraseWord> _words;
    private readonly int _to;
    private readonly List<ImmutableArray<string>> _slots = [];
    private string? _deal;
    private int _at;
    private int _trusted = -1;

    public FormFit(PhraseForm<T> form, PhraseNames names, ImmutableArray<PhraseWord> words, int from, int to)
    {
        (Form, _names, _words, _at, _to) = (form, names, words, from, to);
        IsComplete = form.Parts.All(Read) && ReadSuffixes();
    }

    public PhraseForm<T> Form { get; }

    public bool IsComplete { get; }

    /// <summary>Names that the case does not declare.</summary>
    public List<PhraseFinding> Missing { get; } = [];

    /// <summary>The first word that does not fit; a slot that took an unknown name counts only when a word behind it fitted.</summary>
    public int Trusted => _trusted >= 0 ? _trusted : _at;

    /// <summary>Words that could stand where it stopped.</summary>
    public ImmutableArray<string> Next { get; private set; } = [];

    /// <summary>The overlays named behind it.</summary>
    public ClaimContext Under { get; private set; } = ClaimContext.None;

    public T Value() => Form.Make(new([.. _slots], _deal));

    private string? Word(int ahead = 0) => _at + ahead < _to ? _words[_at + ahead].Text : null;

    private bool Read(FormPart part)
    {
        if (part.IsSlot) return ReadSlot(part);
        if (Word() is { } word && part.Words.Contains(word))
        {
            _at++;
            _trusted = -1;
            return true;
        }

        Next = part.Words;
        return false;
    }

    private bool ReadSlot(FormPart part)
    {
        if (part.Between is { } between)
        {
            if (ReadList(part.Name, between) is not { } list || (between != "," && list.Length < 2)) return false;
            _slots.Add(list);
            return true;
        }

        if (ReadName(part.Name) is not { } name) return false;
        _slots.Add([name]);
        return true;
    }

    private string? ReadName(PhraseName kind)
    {
        if (Word() is not { } text || _words[_at].IsMark) return null;
        var found = _names.Find(kind, text);
        if (found is null) Missing.Add(_names.Missing(kind, _words[_at], _at));
        if (_trusted < 0 && (found is null || kind == PhraseName.Report)) _trusted = _at;

        _at++;
        return found ?? text;
    }

    private ImmutableArray<string>? ReadList(PhraseName kind, string between)
    {
        var list = ImmutableArray.CreateBuilder<string>();
        while (ReadName(kind) is { } name)
        {
            list.Add(name);
            if (Word() != between && !(between == "and" && Word() == ",")) return list.ToImmutable();
            _at++;
        }

        return null;
    }

    private bool ReadSuffixes()
    {
        while (_at < _to)
        {
            if (ReadSuffix()) continue;
            if (Next.IsEmpty) Next = Form.Deal == DealSlot.None || _deal is not null ? Suffixes : ["on", .. Suffixes];
            return false;
        }

        if (Form.Deal != DealSlot.Must || _deal is not null) return true;
        Next = ["on"];
        return false;
    }

    private bool ReadSuffix()
    {
        switch (Word())
        {
            case "on" when Form.Deal != DealSlot.None && _deal is null:
                return Taken(1, PhraseName.Deal, name => _deal = name);
            case "at" when Under.At is null:
                return Taken(1, PhraseName.Date, name => Under = Under with { At = name });
            case "under" when Under.Under is null:
                return Taken(1, PhraseName.Leader, name => Under = Under with { Under = name });
            case "seen" when Word(1) == "by" && Under.SeenBy is null:
                return Taken(2, PhraseName.Perception, name => Under = Under with { SeenBy = name });
            case "without" when Word(1) == "group" && Word(2) is not null:
                return Taken(2, PhraseName.Group, name => Under = Under with { Without = [.. Under.Without.Union(_names.Members(name))] });
            case "without":
                return TakenList(PhraseName.Obstacle, list => Under = Under with { Without = [.. Under.Without.Union(list)] });
            case "given":
                return TakenList(PhraseName.Event, list => Under = Under with { Given = [.. Under.Given.Union(list)] });
            default:
                return false;
        }
    }

    private bool Taken(int words, PhraseName kind, Action<string> take)
    {
        _at += words;
        if (ReadName(kind) is not { } name) return false;
        _trusted = -1;
        take(name);
        return true;
    }

    private bool TakenList(PhraseName kind, Action<ImmutableArray<string>> take)
    {
        _at++;
        if (ReadList(kind, ",") is not { } list) return false;
        _trusted = -1;
        take(list);
        return true;
    }
}
