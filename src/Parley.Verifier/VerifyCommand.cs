using System.Security.Cryptography;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Cases.Text;

namespace Parley.Verifier;

/// <summary>Checks the certificate in one file against the case in another.</summary>
public static class VerifyCommand
{
    /// <summary>The certificate proves that there is no deal.</summary>
    public const int ExitHolds = 0;

    /// <summary>It does not.</summary>
    public const int ExitRefused = 1;

    /// <summary>Called with the wrong arguments.</summary>
    public const int ExitUsage = 2;

    /// <summary>The case is in error, or the certificate cannot be read.</summary>
    public const int ExitUnreadable = 3;

    /// <summary>Runs the check and says what came of it.</summary>
    /// <param name="casePath">The case file.</param>
    /// <param name="certificatePath">A certificate, or the JSON output of an analysis with one in it.</param>
    /// <param name="output">Takes one line: holds, or does not hold and why.</param>
    /// <param name="error">Takes what is wrong with the files themselves.</param>
    /// <returns>The exit code: 0 holds, 1 does not, 3 the case is in error or the certificate unreadable.</returns>
    public static int Run(string casePath, string certificatePath, TextWriter output, TextWriter error) =>
        Run(casePath, certificatePath, new(CaseFile.Read, CaseEdit.Apply), output, error);

    /// <summary>Runs the check with a given way to read cases, so that it can be tried without files of cases.</summary>
    internal static int Run(string casePath, string certificatePath, CaseAccess access, TextWriter output, TextWriter error)
    {
        if (ReadBytes(casePath, error) is not { } caseBytes || ReadBytes(certificatePath, error) is not { } certificateBytes)
        {
            return ExitUnreadable;
        }

        var (certificate, reason) = CertificateReader.Read(certificateBytes);
        if (certificate is null)
        {
            error.WriteLine($"{certificatePath}: {reason}");
            return ExitUnreadable;
        }

        if (!MatchesCase(certificate, caseBytes))
        {
            output.WriteLine($"does not hold: the certificate was made for another text than {casePath} (their SHA-256 differ).");
            return ExitRefused;
        }

        if (Valid(access.Read(casePath), error) is not { } model) return ExitUnreadable;
        if (Valid(access.Apply(model, certificate.Overlays), error) is not { } effective) return ExitUnreadable;

        var outcome = CertificateCheck.Run(model, effective, certificate);
        output.WriteLine(outcome.Holds
            ? $"holds: {model.Name} has no deal{Under(certificate.Overlays)} (leaves checked: {outcome.LeavesChecked})."
            : $"does not hold: {outcome.Refusal}");
        return outcome.Holds ? ExitHolds : ExitRefused;
    }

    /// <summary>Was the certificate made for a case file with these bytes?</summary>
    public static bool MatchesCase(CertificateDocument certificate, ReadOnlySpan<byte> caseFile)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return string.Equals(
            certificate.CaseHash, Convert.ToHexStringLower(SHA256.HashData(caseFile)), StringComparison.OrdinalIgnoreCase);
    }

    private static byte[]? ReadBytes(string path, TextWriter error)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            error.WriteLine($"{path}: {failure.Message}");
            return null;
        }
    }

    private static CaseModel? Valid(Checked<CaseModel> reading, TextWriter error)
    {
        foreach (var finding in reading.Errors) error.WriteLine(finding);
        return reading.Value;
    }

    private static string Under(OverlaySelection overlays)
    {
        string?[] words =
        [
            overlays.At is { } at ? $"at {at}" : null,
            overlays.Under is { } leader ? $"under {leader}" : null,
            overlays.SeenBy is { } party ? $"seen by {party}" : null,
            overlays.Story is { } story ? $"if {story}" : null,
            overlays.Given.IsEmpty ? null : $"given {string.Join(", ", overlays.Given)}",
            overlays.Without.IsEmpty ? null : $"without {string.Join(", ", overlays.Without)}",
            overlays.Set.IsEmpty ? null : $"with {string.Join(", ", overlays.Set)}",
        ];
        return string.Concat(words.Where(w => w is not null).Select(w => $" {w}"));
    }
}

/// <summary>How a case is read and overlaid.</summary>
internal sealed record CaseAccess(
    Func<string, Checked<CaseModel>> Read, Func<CaseModel, OverlaySelection, Checked<CaseModel>> Apply);
