using Parley.Cases.Text;

namespace Parley.Cases.Evidence;

/// <summary>The JSON schema of the evidence file, for editors that complete and explain keys.</summary>
public static class EvidenceSchema
{
    /// <summary>The schema as text, made from the field table <see cref="EvidenceFields"/>.</summary>
    public static string Write() => CaseSchema.Write("Parley evidence, beside a case of format 1", EvidenceFields.Sections, []);
}
