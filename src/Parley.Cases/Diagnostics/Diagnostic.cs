namespace Parley.Cases.Diagnostics;

/// <summary>How bad a finding is: an error stops the case from being used, a warning does not.</summary>
public enum Severity
{
    Warning,
    Error,
}

/// <summary>One finding about a case file.</summary>
/// <param name="Severity">Error or warning.</param>
/// <param name="Slug">The stable short name of the finding, such as <c>unknown-key</c>.</param>
/// <param name="Span">Where it was found.</param>
/// <param name="Message">One sentence with the offending word, and one fix.</param>
public sealed record Diagnostic(Severity Severity, string Slug, SourceSpan Span, string Message)
{
    /// <summary>The one form in which findings are shown: <c>file:line:col: error slug: message</c>.</summary>
    public override string ToString() =>
        $"{Span}: {(Severity == Severity.Error ? "error" : "warning")} {Slug}: {Message}";
}
