using System.Collections.Immutable;

namespace Parley.Cases.Diagnostics;

/// <summary>A value read from text a user wrote, or none, with everything that was found wrong with it.</summary>
/// <param name="Value">The value; null exactly when <paramref name="Diagnostics"/> holds an error.</param>
/// <param name="Diagnostics">Errors and warnings in the order of the text.</param>
public sealed record Checked<T>(T? Value, ImmutableArray<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>The errors alone.</summary>
    public IEnumerable<Diagnostic> Errors => Diagnostics.Where(d => d.Severity == Severity.Error);
}
