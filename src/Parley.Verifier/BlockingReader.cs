using System.Collections.Immutable;
using System.Text.Json;

namespace Parley.Verifier;

/// <summary>Claims about blocking sets that were read, or the reason why they could not be.</summary>
/// <param name="Documents">In the order of the text; empty exactly when there is a reason.</param>
/// <param name="Reason">One sentence; null when the text holds claims.</param>
public sealed record BlockingReading(ImmutableArray<BlockingDocument> Documents, string? Reason);

/// <summary>Reads a claim about a blocking set, or all those in the output of <c>parley why --json</c>.</summary>
public static class BlockingReader
{
    /// <summary>True when a text speaks of blocking sets rather than of one verdict.</summary>
    /// <param name="utf8">JSON.</param>
    public static bool IsOne(ReadOnlyMemory<byte> utf8) => CertificateReader.Guarded(
        utf8, root => root.TryGetProperty("blockingSets", out _) || (root.TryGetProperty("question", out var q) && q.ValueEquals("blocking")), _ => false);

    /// <summary>Reads the text; never throws on bad input.</summary>
    /// <param name="utf8">UTF-8 text, with or without a byte-order mark.</param>
    public static BlockingReading Read(ReadOnlyMemory<byte> utf8) => CertificateReader.Guarded(
        utf8, root => new BlockingReading(ReadAll(root), null), reason => new BlockingReading([], reason));

    private static ImmutableArray<BlockingDocument> ReadAll(JsonElement root)
    {
        if (!root.TryGetProperty("blockingSets", out var sets)) return [ReadOne(root)];
        if (sets.ValueKind != JsonValueKind.Array) throw new RefusedException("'blockingSets' is not a list.");
        var documents = ImmutableArray.CreateBuilder<BlockingDocument>();
        foreach (var set in sets.EnumerateArray())
        {
            if (set.ValueKind != JsonValueKind.Object || !set.TryGetProperty("certificate", out var certificate) || certificate.ValueKind != JsonValueKind.Object)
                throw new RefusedException($"Blocking set {documents.Count + 1} has no certificate.");
            documents.Add(ReadOne(certificate));
        }

        return documents.Count > 0 ? documents.ToImmutable() : throw new RefusedException("The explanation holds no blocking set: no obstacle, or no set of them, keeps a deal away.");
    }

    private static BlockingDocument ReadOne(JsonElement root)
    {
        CertificateReader.RequireHead(root, "blocking");
        return new()
        {
            CaseHash = CertificateReader.Hash(root),
            Overlays = CertificateReader.ReadOverlays(root),
            Members = CertificateReader.Texts(root, "members", required: true, "the root"),
            Others = [.. List(root, "others").Select(ReadOther)],
            Settings = [.. List(root, "settings").Select(ReadSetting)],
            Proofs = [.. List(root, "proofs").Select(p => CertificateReader.ReadNode(p, null, 0))],
        };
    }

    private static OtherObstacle ReadOther(JsonElement other) => new(
        CertificateReader.OptionalText(Object(other), "name") ?? throw new RefusedException("An obstacle has no 'name'."),
        other.TryGetProperty("set", out _) ? CertificateReader.Texts(other, "set", required: true, "others") : null);

    private static (ImmutableArray<string> Without, int Proof) ReadSetting(JsonElement setting)
    {
        var without = CertificateReader.Texts(Object(setting), "without", required: true, "settings");
        if (!setting.TryGetProperty("proof", out var proof) || proof.ValueKind != JsonValueKind.Number || !proof.TryGetInt32(out var index))
            throw new RefusedException("A setting has no 'proof'.");
        return (without, index);
    }

    private static JsonElement Object(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element : throw new RefusedException("A part of the certificate is not an object.");

    private static JsonElement.ArrayEnumerator List(JsonElement root, string key) =>
        root.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new RefusedException($"The certificate has no list '{key}'.");
}
