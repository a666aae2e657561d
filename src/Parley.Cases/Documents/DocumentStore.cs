using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Parley.Cases.Documents;

/// <summary>What the store keeps beside a document's bytes.</summary>
public sealed record StoredDocument
{
    /// <summary>The id of the source in the case.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the file with the bytes, in the store.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required DocumentForm Form { get; init; }

    /// <summary>For a PDF, the file with its extracted text; its hash too.</summary>
    public string? TextFile { get; init; }

    public string? TextSha256 { get; init; }

    public required DocumentFacts Facts { get; init; }

    /// <summary>Numbers or kinds of cleaning steps switched off.</summary>
    public ImmutableArray<string> Without { get; init; } = [];
}

/// <summary>The folder <c>sources</c> beside a case file: texts that whoever has them attaches. No case needs it to be read.</summary>
public sealed class DocumentStore
{
    /// <summary>Bytes of a document (16 MiB).</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private readonly string folder;

    private DocumentStore(string folder) => this.folder = folder;

    /// <summary>The store of a case file.</summary>
    public static DocumentStore Beside(string casePath) => new(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(casePath)) ?? ".", "sources"));

    /// <summary>True for a name that is safe as a file's name.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= 60 && char.IsAsciiLetter(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    // Nothing that leads out of the folder, whatever an entry says.
    private static bool IsFile(string name) => name.Length is > 0 and <= 120 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');

#pragma warning disable RS0030 // Cases, scenarios and attached documents are what this library opens; here documents are.

    /// <summary>Ids of the documents, in ordinal order.</summary>
    public ImmutableArray<string> Ids() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json").Select(p => Path.GetFileNameWithoutExtension(p)).Where(IsId).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>What is kept of a document; null when there is none or its entry cannot be read.</summary>
    public StoredDocument? Find(string id)
    {
        if (!IsId(id) || !File.Exists(EntryOf(id))) return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(EntryOf(id)));
            return Entry(id, json.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The bytes of one of a document's files; null when it is not there.</summary>
    public byte[]? Bytes(string file)
    {
        var path = Path.Combine(folder, file);
        return IsFile(file) && File.Exists(path) && new FileInfo(path).Length <= MostBytes ? File.ReadAllBytes(path) : null;
    }

    /// <summary>Keeps a document; replaces the one of the same id.</summary>
    /// <param name="entry">What is known of it.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="text">For a PDF, the extracted text.</param>
    /// <exception cref="ArgumentException">The id or a file name is not safe.</exception>
    public void Add(StoredDocument entry, byte[] bytes, byte[]? text)
    {
        if (!IsId(entry.Id) || !IsFile(entry.File)) throw new ArgumentException("No safe name.", nameof(entry));
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, entry.File), bytes);
        if (text is not null && entry.TextFile is { } name) File.WriteAllBytes(Path.Combine(folder, name), text);
        Save(entry);
    }

    /// <summary>Writes what is known of a document.</summary>
    public void Save(StoredDocument entry) => File.WriteAllText(EntryOf(entry.Id), JsonOf(entry), new UTF8Encoding(false));

    /// <summary>Takes a document out of the store; false when there is none.</summary>
    public bool Remove(string id)
    {
        if (Find(id) is not { } entry) return false;
        foreach (var file in new[] { entry.File, entry.TextFile })
            if (file is not null)
                File.Delete(Path.Combine(folder, file));
        File.Delete(EntryOf(id));
        if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
        return true;
    }

#pragma warning restore RS0030

    /// <summary>A document as it is read; null when it is not there, or the bytes are not those that were added.</summary>
    /// <param name="id">The id.</param>
    /// <param name="without">More steps to leave out.</param>
    public SourceDocument? Open(string id, params IEnumerable<string> without)
    {
        if (Find(id) is not { } entry || Bytes(entry.TextFile ?? entry.File) is not { } bytes) return null;
        if (HashOf(bytes) != (entry.TextSha256 ?? entry.Sha256)) return null;
        return SourceDocument.Read(bytes, entry.Form, entry.Facts, entry.Without.Concat(without));
    }

    /// <summary>SHA-256 of bytes, lower-case hex.</summary>
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private string EntryOf(string id) => Path.Combine(folder, id + ".json");

    private static StoredDocument? Entry(string id, JsonElement json)
    {
        string? Text(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (Text("file") is not { } file || Text("sha256") is not { } hash || !Enum.TryParse<DocumentForm>(Text("form"), ignoreCase: true, out var form)) return null;
        if (!IsFile(file) || (Text("text_file") is { } extracted && !IsFile(extracted))) return null;
        return new()
        {
            Id = id,
            File = file,
            Sha256 = hash,
            Form = form,
            TextFile = Text("text_file"),
            TextSha256 = Text("text_sha256"),
            Facts = new() { Title = Text("title"), Url = Text("url"), Date = Text("date"), Genre = Text("genre") },
            Without = json.TryGetProperty("without", out var steps) && steps.ValueKind == JsonValueKind.Array
                ? [.. steps.EnumerateArray().Where(s => s.ValueKind == JsonValueKind.String).Select(s => s.GetString()!)] // a string has one
                : [],
        };
    }

    private static string JsonOf(StoredDocument entry)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var (name, value) in new[]
            {
                ("file", entry.File), ("sha256", entry.Sha256), ("form", SourceDocument.FormName(entry.Form)), ("text_file", entry.TextFile), ("text_sha256", entry.TextSha256),
                ("title", entry.Facts.Title), ("url", entry.Facts.Url), ("date", entry.Facts.Date), ("genre", entry.Facts.Genre),
            })
            {
                if (value is not null) json.WriteString(name, value);
            }

            json.WriteStartArray("without");
            foreach (var step in entry.Without) json.WriteStringValue(step);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
