using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Parley.Cases.Documents;
using Parley.Cli.Running;

namespace Parley.Cli.Tests.Running;

/// <summary>PDFs are read by pdftotext where it is installed; whatever it does, the command goes on.</summary>
public sealed class PdfTextTests : IDisposable
{
    private static readonly string[] First =
    [
        "The harbour board and the southern island ended their negotiation on Friday",
        "without a paper. Five crossings a day are what the piers will bear,",
        "said the chair. We can wait until the autumn, she added, and the nego-",
        "tiation may go on then. The \\256rst ferry of the year \\320 the old one \\320 will",
        "sail in May, and after that the board will look once more at what each of",
        "1",
    ];

    private static readonly string[] Second =
    [
        "the two islands asked for. Nobody expects that the answer will change.",
        "2",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("parley-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_pdf_is_attached_with_its_own_bytes_and_its_quotes_stand_in_the_text()
    {
        RequirePdfToText();
        var pdf = SmallPdf.Of(First, Second);
        File.WriteAllBytes(Path.Combine(_folder, "gazette.pdf"), pdf);
        File.WriteAllText(Path.Combine(_folder, "case.yaml"), CaseFolder.NoDeal + """
            sources: {gazette: {title: a newspaper}}
            quotes:
              q1: {of: gazette, text: "We can wait until the autumn, she added, and the negotiation may go on then."}
              q2: {of: gazette, text: "The first ferry of the year - the old one - will sail in May"}
              q3: {of: gazette, text: "what each of the two islands asked for"}
              q4: {of: gazette, text: "Seven crossings a day are what the piers will bear"}
            """);

        var added = Invoked.In(_folder, "source", "add", ".", "gazette.pdf");

        Assert.Equal((ExitCode.Fine, string.Empty), (added.ExitCode, added.Error));
        var store = DocumentStore.Beside(Path.Combine(_folder, "case.yaml"));
        var entry = store.Find("gazette")!;
        Assert.Equal((DocumentForm.Pdf, DocumentStore.HashOf(pdf), "gazette.raw.pdf"), (entry.Form, entry.Sha256, entry.File));
        Assert.Equal(pdf, store.Bytes(entry.File));
        var document = store.Open("gazette")!;
        Assert.Contains('\f', document.Raw);
        Assert.Equal(
            "The harbour board and the southern island ended their negotiation on Friday without a paper. Five crossings a day are what the piers will bear, said the chair. "
            + "We can wait until the autumn, she added, and the negotiation may go on then. The first ferry of the year \u2014 the old one \u2014 will sail in May, and after that "
            + "the board will look once more at what each of the two islands asked for. Nobody expects that the answer will change.",
            document.Clean);
        using var verified = JsonDocument.Parse(Invoked.In(_folder, "source", "verify", ".", "--json").Output);
        var states = verified.RootElement.GetProperty("quotes").EnumerateArray().Select(q => q.GetProperty("state").GetString()).ToList();
        Assert.Contains(states[0], new[] { "exact", "same words" }); // some versions of pdftotext join the divided word themselves
        Assert.Equal(["same words", "same words", "orphan"], states[1..]);
    }

    [Theory]
    [InlineData("%PDF-1.4\nno pages", "could not read the file")]
    [InlineData(null, "found no text on the pages")]
    public void A_pdf_without_text_is_refused(string? bytes, string why)
    {
        RequirePdfToText();

        var text = PdfText.Installed.Extract(bytes is null ? SmallPdf.Of([[]]) : Encoding.ASCII.GetBytes(bytes), out var complaint);

        Assert.Null(text);
        Assert.Contains(why, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_program_is_not_installed_that_is_said()
    {
        var text = new PdfText { Program = Path.Combine(_folder, "pdftotext") }.Extract(SmallPdf.Of(First), out var complaint);

        Assert.Null(text);
        Assert.Contains("which is not installed", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_never_ends_is_ended()
    {
        var text = new PdfText { Program = Script("sleep 300 & wait"), Longest = TimeSpan.FromMilliseconds(300) }.Extract(SmallPdf.Of(First), out var complaint);

        Assert.Null(text);
        Assert.Contains("and was ended", complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes", "more than 1 MiB")]
    [InlineData("yes >&2 & yes", "more than 1 MiB")]
    [InlineData("head -c 900000 /dev/zero >&2; echo broken >&2; exit 3", "could not read the file")]
    public void A_program_that_writes_without_end_is_ended(string script, string why)
    {
        var text = new PdfText { Program = Script(script), MostBytes = 1024 * 1024 }.Extract(SmallPdf.Of(First), out var complaint);

        Assert.Null(text);
        Assert.Contains(why, complaint, StringComparison.Ordinal);
    }

    private string Script(string text)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No shell for a program that stands in for pdftotext.");
        var path = Path.Combine(_folder, "pdftotext");
        File.WriteAllText(path, $"#!/bin/sh\n{text}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static void RequirePdfToText()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-v"]) { RedirectStandardError = true })!; // not by the shell: never null
            process.StandardError.ReadToEnd();
            process.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("pdftotext is not installed (Debian: apt install poppler-utils).");
        }
    }
}
