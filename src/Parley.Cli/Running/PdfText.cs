using System.ComponentModel;
using System.Diagnostics;

namespace Parley.Cli.Running;

/// <summary>The text of PDF pages, made by <c>pdftotext</c> where it is installed.</summary>
internal static class PdfText
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>The text as UTF-8 with form feeds between pages; null with a complaint where it cannot be had.</summary>
    public static byte[]? Extract(byte[] pdf, out string? complaint)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(path, pdf);
            var start = new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", path, "-"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            using var process = Process.Start(start)!; // not by the shell: never null
            using var text = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(text);
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Longest))
            {
                process.Kill(entireProcessTree: true);
                complaint = "pdftotext took more than a minute.";
                return null;
            }

            reading.Wait();
            complaint = process.ExitCode == 0 ? null : $"pdftotext could not read the file: {errors.Result.Trim()}";
            return process.ExitCode == 0 ? text.ToArray() : null;
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
}
