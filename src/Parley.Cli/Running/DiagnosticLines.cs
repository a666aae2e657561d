using Parley.Cases.Diagnostics;

namespace Parley.Cli.Running;

/// <summary>Findings about a case, one a line.</summary>
internal static class DiagnosticLines
{
    public static void Write(TextWriter error, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            // A finding without a place is about the command line.
            var line = diagnostic.ToString();
            error.WriteLine(diagnostic.Span.File.Length == 0 ? "parley" + line : line);
        }
    }
}
