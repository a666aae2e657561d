using System.CommandLine;
using System.Text;
using System.Text.Json;
using Parley.Cases.Documents;
using Parley.Cases.Text;
using Parley.Cli.Running;
using Parley.Reports.Wording;

namespace Parley.Cli.Commands;

/// <summary><c>parley source add CASE FILE|-</c>: attach a document, and name it in the case.</summary>
internal static class SourceAddCommand
{
    public static Command Build(CommandContext context)
    {
        var file = CommandContext.CaseArgument();
        var document = new Argument<string>("FILE") { Description = "Plain text, HTML, Markdown or PDF; - for what comes in." };
        var id = new Option<string?>("--id") { HelpName = "ID", Description = "The source's name in the case; without it the file's name." };
        var url = new Option<string?>("--url") { HelpName = "URL", Description = "Where it was published; never opened." };
        var date = new Option<string?>("--date") { HelpName = "DATE", Description = "Day of publication." };
        var genre = new Option<string?>("--genre") { HelpName = "WORD", Description = "News, opinion, speech, .." };
        var title = new Option<string?>("--title") { HelpName = "TEXT", Description = "Its title." };
        var command = new Command("add", "Attach a document to a case.") { file, document, id, url, date, genre, title };
        command.SetAction(words => Run(context, words, words.GetRequiredValue(file), words.GetRequiredValue(document), words.GetValue(id), new()
        {
            Title = words.GetValue(title),
            Url = words.GetValue(url),
            Date = words.GetValue(date),
            Genre = words.GetValue(genre),
        }));
        return command;
    }

    private static int Run(CommandContext context, ParseResult words, string given, string file, string? wanted, DocumentFacts facts)
    {
        var face = context.Face;
        if (CaseSession.ReadBase(face, given, out var exitCode) is not var (path, model, _)) return exitCode;
        if (ScenarioSource.Find(given, face.Folder) is not null) return face.Refuse("documents are attached to cases; make one of the scenario first (parley import).");
        if (Refusal(facts) is { } why) return face.Refuse(why);
        if (file == "-" && wanted is null) return face.Refuse("what comes in has no name: give --id.");
        var name = wanted ?? CaseIds.OfOptions([Path.GetFileNameWithoutExtension(file)])[0];
        if (!DocumentStore.IsId(name)) return face.Refuse($"'{name}' is no name for a source: letters, digits, - and _, a letter first, at most 60.");
        if (Read(face, file) is not { } bytes) return ExitCode.Usage;
        var form = SourceDocument.FormOf(file, bytes);
        byte[]? text = null;
        if (form == DocumentForm.Pdf)
        {
            text = PdfText.Installed.Extract(bytes, out var complaint);
            if (text is null) return face.Refuse(complaint ?? "no text was found in the file.");
        }

        var known = model.Sources.FirstOrDefault(s => s.Id == name);
        facts = facts with { Title = facts.Title ?? known?.Title, Url = facts.Url ?? known?.Url, Date = facts.Date ?? known?.Date };
        var hash = DocumentStore.HashOf(bytes);
        if (known?.Sha256 is { } told && told != hash) face.Error.WriteLine($"parley: warning: the case says that {name} has SHA-256 {told}; this file has {hash}.");
        var entry = new StoredDocument
        {
            Id = name,
            File = $"{name}.raw{Extension(file, form)}",
            Sha256 = hash,
            Form = form,
            TextFile = text is null ? null : $"{name}.text.txt",
            TextSha256 = text is null ? null : DocumentStore.HashOf(text),
            Facts = facts,
        };
        SourceCommand.StoreOf(face, path).Add(entry, bytes, text);
        var read = SourceDocument.Read(text ?? bytes, form, facts);
        return Say(context, words, path, entry, read, known is not null ? CaseEntry.WasThere : Patch(face, path, entry, file));
    }

    private enum CaseEntry
    {
        WasThere,
        Added,
        ToPaste,
    }

    private static CaseEntry Patch(Face face, string path, StoredDocument entry, string file)
    {
        var shown = file == "-" ? null : Path.GetFileName(file);
        if (CaseFile.ReadText(face.PathOf(path)).Value is { } text && SourcePatch.Add(path, text, entry.Id, entry.Facts, shown, entry.Sha256) is { } changed)
        {
            CaseFile.WriteText(face.PathOf(path), changed);
            return CaseEntry.Added;
        }

        face.Error.WriteLine($"parley: no safe place was found in {path}. Paste this under 'sources:':");
        face.Error.Write(SourcePatch.Lines(entry.Id, entry.Facts, shown, entry.Sha256));
        return CaseEntry.ToPaste;
    }

    private static int Say(CommandContext context, ParseResult words, string path, StoredDocument entry, SourceDocument read, CaseEntry inCase)
    {
        var output = context.Face.Output;
        if (context.WantsJson(words))
        {
            output.WriteLine($"{{ \"id\": \"{entry.Id}\", \"file\": \"{JsonEncodedText.Encode(entry.File)}\", \"sha256\": \"{entry.Sha256}\", \"steps\": {read.Steps.Length}, \"added_to_case\": {(inCase == CaseEntry.Added ? "true" : "false")} }}");
            return ExitCode.Fine;
        }

        output.WriteLine($"Attached {entry.Id}: {read.RawUnits.CodePointCount} characters, {read.Paragraphs.Length} paragraphs, {read.Steps.Count(s => s.Replacement is not null)} steps of cleaning, {read.Steps.Count(s => s.Replacement is null)} marks.");
        if (!read.Decoded.IsCertain) output.WriteLine($"Guessed: the bytes are {read.Decoded.Encoding}.");
        foreach (var (name, value) in SourceWords.Guesses(read))
            if (name is not ("title" or "date" or "url" or "genre") || Known(entry.Facts, name) is null)
                output.WriteLine($"Guessed: {name} {value}{(name is "title" or "date" or "url" or "genre" ? $" (give --{name} to say so)" : string.Empty)}");
        foreach (var step in read.Steps.Where(s => s.Kind == CleaningKind.Hindsight))
            output.WriteLine($"Later than the document: {read.Raw[step.Raw.Start..step.Raw.End].ReplaceLineEndings(" ")}");
        if (inCase == CaseEntry.Added) output.WriteLine($"Added {entry.Id} to the sources of {path}.");
        return ExitCode.Fine;
    }

    private static string? Known(DocumentFacts facts, string name) => name switch
    {
        "title" => facts.Title,
        "date" => facts.Date,
        "url" => facts.Url,
        _ => facts.Genre,
    };

    private static string? Refusal(DocumentFacts facts)
    {
        if (facts.Url is { } url && !SourceDocument.IsHttp(url)) return $"'{url}' is no http or https address.";
        if (facts.Date is { } date && !SourceDocument.IsDate(date)) return $"'{date}' is no date such as 2019-05-15, 2019-05 or 2019.";
        return null;
    }

    private static byte[]? Read(Face face, string file)
    {
        using var stream = file == "-" ? face.Input?.Invoke() ?? Stream.Null : File.OpenRead(face.PathOf(file));
        var bytes = new byte[DocumentStore.MostBytes + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length is > 0 and <= DocumentStore.MostBytes) return bytes[..length];
        face.Refuse(length == 0 ? "the document is empty." : "a document may have at most 16 MiB.");
        return null;
    }

    private static string Extension(string file, DocumentForm form)
    {
        var own = file == "-" ? string.Empty : Path.GetExtension(file);
        if (own.Length is > 1 and <= 10 && own.Skip(1).All(char.IsAsciiLetterOrDigit) && !string.Equals(own, ".json", StringComparison.OrdinalIgnoreCase)) return own;
        return form switch { DocumentForm.Html => ".html", DocumentForm.Markdown => ".md", DocumentForm.Pdf => ".pdf", _ => ".txt" };
    }
}
