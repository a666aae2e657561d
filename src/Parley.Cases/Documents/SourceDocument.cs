using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Cases.Documents;

/// <summary>What kind of text a document is.</summary>
public enum DocumentForm
{
    Text,
    Html,
    Markdown,

    /// <summary>Pages; their text is made by another program.</summary>
    Pdf,
}

/// <summary>What whoever adds a document says of it.</summary>
public sealed record DocumentFacts
{
    public static DocumentFacts None { get; } = new();

    public string? Title { get; init; }

    public string? Url { get; init; }

    /// <summary>Day of publication, EDTF.</summary>
    public string? Date { get; init; }

    /// <summary>News, opinion, speech, .. in the user's own word.</summary>
    public string? Genre { get; init; }
}

/// <summary>A text somebody attached to a case: its raw text, what was cleaned, and the cleaned text.</summary>
/// <remarks>
/// The raw text is what the bytes decode to, a byte-order mark not counted. Places in it are the ones that quotes carry.
/// The cleaned text has each paragraph on one line and an empty line between two. The author's own slips stay.
/// </remarks>
public sealed class SourceDocument
{
    private SourceDocument(string sha256, DecodedText decoded, DocumentForm form, DocumentFacts facts, IEnumerable<string> without)
    {
        Sha256 = sha256;
        Decoded = decoded;
        Form = form;
        Facts = facts;
        RawUnits = new(Raw);
        var markup = form switch
        {
            DocumentForm.Html => HtmlMarkup.Find(Raw),
            DocumentForm.Markdown => MarkdownMarkup.Find(Raw),
            _ => Markup.None,
        };
        var changes = TextCleaner.Find(Raw, markup);
        var full = OffsetMap.Apply(Raw, changes.Select(s => (s.Raw, s.Replacement!)), out var fullMap); // a change has a replacement
        Guesses = DocumentGuesses.Of(full, markup, facts);
        var marks = DocumentMarks.Find(full, fullMap, changes, Guesses, facts);
        Steps = [.. changes.Concat(marks.Select((m, k) => m with { Number = changes.Length + k + 1 }))];
        Off = [.. without.Distinct(StringComparer.OrdinalIgnoreCase)];
        var on = Steps.Where(IsOn).ToList();
        Clean = OffsetMap.Apply(Raw, on.Where(s => s.Replacement is not null).Select(s => (s.Raw, s.Replacement!)), out var map); // just asked
        Map = map;
        CleanUnits = new(Clean);
        Paragraphs = DocumentParagraph.Split(Clean, map, [.. on.Where(s => s.Replacement is null)]);
        Dates = RelativeDates.Find(Clean, map, facts.Date ?? Guesses.Date);
    }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Sha256 { get; }

    public DecodedText Decoded { get; }

    public DocumentForm Form { get; }

    public DocumentFacts Facts { get; }

    /// <summary>The text as it came.</summary>
    public string Raw => Decoded.Text;

    public TextUnits RawUnits { get; }

    /// <summary>The text as it is read.</summary>
    public string Clean { get; }

    public TextUnits CleanUnits { get; }

    /// <summary>From places of <see cref="Clean"/> to places of <see cref="Raw"/> and back.</summary>
    public OffsetMap Map { get; }

    /// <summary>Everything that can be done to the text, in the order of the text, then the marks.</summary>
    public ImmutableArray<CleaningStep> Steps { get; }

    /// <summary>Numbers or kinds of the steps that are switched off.</summary>
    public ImmutableArray<string> Off { get; }

    public ImmutableArray<DocumentParagraph> Paragraphs { get; }

    /// <summary>What the text seems to say of itself; never taken for granted.</summary>
    public DocumentGuesses Guesses { get; }

    /// <summary>Words for days, with the days they seem to mean.</summary>
    public ImmutableArray<DatedWords> Dates { get; }

    /// <summary>Reads a document; any bytes can be read.</summary>
    /// <param name="bytes">The bytes of the file.</param>
    /// <param name="form">What they are; a PDF's bytes are those of its extracted text.</param>
    /// <param name="facts">What is known of it.</param>
    /// <param name="without">Numbers or kinds of steps to leave out.</param>
    public static SourceDocument Read(ReadOnlySpan<byte> bytes, DocumentForm form, DocumentFacts facts, params IEnumerable<string> without) =>
        new(Convert.ToHexStringLower(SHA256.HashData(bytes)), TextDecoding.Decode(bytes), form, facts, without);

    /// <summary>Reads a document that is a string already.</summary>
    public static SourceDocument Read(string text, DocumentForm form, DocumentFacts facts, params IEnumerable<string> without) =>
        Read(Encoding.UTF8.GetBytes(text), form, facts, without);

    /// <summary>The form that a file's name and first characters tell.</summary>
    public static DocumentForm FormOf(string fileName, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8)) return DocumentForm.Pdf;
        var name = Path.GetExtension(fileName).ToUpperInvariant();
        if (name is ".HTM" or ".HTML" or ".XHTML") return DocumentForm.Html;
        if (name is ".MD" or ".MARKDOWN") return DocumentForm.Markdown;
        return HtmlMarkup.IsHtml(TextDecoding.Decode(bytes[..Math.Min(bytes.Length, 4_000)]).Text) ? DocumentForm.Html : DocumentForm.Text;
    }

    /// <summary>True for a step that is not switched off.</summary>
    public bool IsOn(CleaningStep step) =>
        Off.IsEmpty || (!Off.Contains(step.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)) && !Off.Contains(KindName(step.Kind), StringComparer.OrdinalIgnoreCase));

    /// <summary>A kind's name as commands and files write it: <c>scar-join</c>.</summary>
    public static string KindName(CleaningKind kind) =>
        string.Concat(kind.ToString().Select((c, k) => char.IsUpper(c) && k > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    /// <summary>A form's name as commands and files write it.</summary>
    public static string FormName(DocumentForm form) => form.ToString().ToLowerInvariant();

    /// <summary>True for a whole http or https address; addresses are shown, never opened.</summary>
    public static bool IsHttp(string url) => DocumentUrls.IsHttp(url);

    /// <summary>True for a date that words for days can be resolved against.</summary>
    public static bool IsDate(string date) => RelativeDates.LastDay(date) is not null;
}
