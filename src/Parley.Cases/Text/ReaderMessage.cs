using Parley.Cases.Diagnostics;

namespace Parley.Cases.Text;

/// <summary>A finding without its place.</summary>
internal readonly record struct ReaderMessage(Severity Severity, string Slug, string Text)
{
    public Diagnostic At(SourceSpan span) => new(Severity, Slug, span, Text);
}
