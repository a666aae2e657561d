using System.ComponentModel;
using System.Diagnostics;
using Parley.Cases.Documents;

namespace Parley.Cli.Running;

/// <summary>The text of PDF pages, made by <c>pdftotext</c> where it is installed.</summary>
internal sealed record PdfText
{
    private const int MostComplaints = 5;

    public static PdfText Installed { get; } = new();

    /// <summary>The program; it is given the file's path and writes the text to its output.</summary>
    public string Program { get; init; } = "pdftotext";

    /// <summary>A program that works longer is ended.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A program that writes more is ended.</summary>
    public int MostBytes { get; init; } = DocumentStore.MostBytes;

    /// <summary>The text as UTF-8 with form feeds between pages; null with a complaint where it cannot be had.</summary>
    public byte[]? Extract(byte[] pdf, out string? complaint)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(path, pdf);
            var start = new ProcessStartInfo(Program, ["-enc", "UTF-8", path, "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            using var process = Process.Start(start)!; // not by the shell: never null
            var text = Read(process, out complaint);
            if (text is null || text.Any(b => b is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\f'))) return text;
            complaint = "pdftotext found no text on the pages; pictures of pages need a program that recognizes their letters first.";
            return null;
        }
        catch (Win32Exception)
        {
            complaint = "a PDF needs the program pdftotext (Debian: apt install poppler-utils; macOS: brew install poppler), which is not installed. Or save the document's text and add that.";
            return null;
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Whatever happens, the program is over when this is.
    private byte[]? Read(Process process, out string? complaint)
    {
        var said = new List<string>();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (said)
                if (!string.IsNullOrWhiteSpace(line.Data) && said.Count < MostComplaints)
                    said.Add(line.Data.Trim());
        };
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Longest);
        using var end = limit.Token.Register(() => process.Kill(entireProcessTree: true));
        using var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int length;
        while ((length = process.StandardOutput.BaseStream.Read(buffer)) > 0 && text.Length + length <= MostBytes) text.Write(buffer, 0, length);
        if (length > 0) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        if (limit.IsCancellationRequested) complaint = $"pdftotext took more than {Longest.TotalSeconds:0} seconds and was ended.";
        else if (length > 0) complaint = $"the text of the pages has more than {MostBytes / (1024 * 1024)} MiB.";
        else if (process.ExitCode != 0) complaint = $"pdftotext could not read the file: {string.Join(' ', said)}";
        else complaint = null;
        return complaint is null ? text.ToArray() : null;
    }
}
