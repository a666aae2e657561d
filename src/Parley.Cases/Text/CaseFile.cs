using System.Text;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>Opens case files; nothing else in this library touches the disk.</summary>
public static class CaseFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a case from a file.</summary>
    public static Checked<CaseModel> Read(string path)
    {
        var text = ReadText(path);
        return text.Value is null ? new(null, text.Diagnostics) : CaseReader.Read(path, text.Value);
    }

    /// <summary>A file's text, byte-order mark and line ends as they are.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">Bytes at most; those of a case by default.</param>
    public static Checked<string> ReadText(string path, int most = CaseLimits.FileBytes)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.CanSeek ? Math.Min(most + 4L, stream.Length + 4) : most + 4L];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Decode(path, bytes.AsSpan(0, length), most);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new(null, [ReaderMessages.NoFile(Why(problem)).At(new SourceSpan(path, 0, 0, 0, 0))]);
        }
    }

    /// <summary>Writes a file's text as UTF-8; a byte-order mark is written when the text begins with one.</summary>
#pragma warning disable RS0030 // This is the one place that opens files.
    public static void WriteText(string path, string text) => File.WriteAllText(path, text, Strict);

    /// <summary>Writes a file whole or not at all: whoever looks sees the old text or the new one.</summary>
    public static void ReplaceText(string path, string text)
    {
        var beside = path + ".partial";
        File.WriteAllText(beside, text, Strict);
        File.Move(beside, path, overwrite: true);
    }
#pragma warning restore RS0030

    /// <summary>The text of a file's bytes.</summary>
    internal static Checked<string> Decode(string path, ReadOnlySpan<byte> bytes, int most = CaseLimits.FileBytes)
    {
        if (bytes.Length > most + 3) return new(null, [ReaderMessages.FileTooLarge().At(new SourceSpan(path, 1, 1, 0, 0))]);
        try
        {
            return new(Strict.GetString(bytes), []);
        }
        catch (DecoderFallbackException)
        {
            return new(null, [ReaderMessages.NotUtf8().At(FirstBad(path, bytes))]);
        }
    }

    private static SourceSpan FirstBad(string path, ReadOnlySpan<byte> bytes)
    {
        System.Text.Unicode.Utf8.ToUtf16(bytes, new char[bytes.Length], out var at, out _, replaceInvalidSequences: false);
        var before = Encoding.UTF8.GetString(bytes[..at]).TrimStart('\uFEFF');
        return new SourceText(path, before).SpanOfOriginal(before.Length, 0);
    }

    private static string Why(Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "access is denied",
        _ => "it could not be opened",
    };
}
