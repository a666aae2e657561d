using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Parley.Cases.Overlays;

namespace Parley.Verifier;

/// <summary>A certificate that was read, or the reason why it could not be.</summary>
/// <param name="Document">The certificate; null exactly when there is a reason.</param>
/// <param name="Reason">One sentence; null when the text is a certificate.</param>
public sealed record CertificateReading(CertificateDocument? Document, string? Reason);

/// <summary>Reads certificates of format 1; refuses what it does not understand and never throws on bad input.</summary>
/// <remarks>Limits: 2,000 splits one inside the other; 10,000 characters per multiplier.</remarks>
public static class CertificateReader
{
    /// <summary>The most splits that may stand one inside the other.</summary>
    public const int MaxDepth = 2_000;

    private const int MaxMultiplierLength = 10_000;

    // A split spends at most three levels of JSON (object, array, part); the rest is for what stands around the tree.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 3 * MaxDepth + 64, AllowDuplicateProperties = false };

    /// <summary>Reads a certificate, or the certificate inside the JSON output of an analysis.</summary>
    /// <param name="utf8">UTF-8 text, with or without a byte-order mark.</param>
    public static CertificateReading Read(ReadOnlyMemory<byte> utf8) => Guarded(
        utf8, root => new CertificateReading(ReadDocument(Unwrap(root)), null), reason => new CertificateReading(null, reason));

    /// <summary>Parses a text and reads it; whatever is wrong with it becomes a reason.</summary>
    internal static T Guarded<T>(ReadOnlyMemory<byte> utf8, Func<JsonElement, T> read, Func<string, T> refuse)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        try
        {
            using var json = JsonDocument.Parse(utf8, Options);
            return json.RootElement.ValueKind == JsonValueKind.Object ? read(json.RootElement) : refuse("The text is not a JSON object.");
        }
        catch (JsonException failure)
        {
            return refuse($"Not JSON, or nested too deeply: {failure.Message}");
        }
        catch (RefusedException refusal)
        {
            return refuse(refusal.Message);
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json's answer to a string that holds half of a surrogate pair.
            return refuse("The text holds a string that is not Unicode.");
        }
    }

    /// <summary>Refuses another format or question.</summary>
    internal static void RequireHead(JsonElement root, string asked)
    {
        if (!root.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.Number || format.GetRawText() != "1")
        {
            throw new RefusedException("The certificate's 'format' is not 1.");
        }

        if (root.TryGetProperty("question", out var question)
            && (question.ValueKind != JsonValueKind.String || question.GetString() != asked))
        {
            throw new RefusedException($"The certificate answers another question than '{asked}'.");
        }
    }

    internal static string Hash(JsonElement root) => OptionalText(root, "caseHash") ?? throw new RefusedException("The certificate has no 'caseHash'.");

    private static JsonElement Unwrap(JsonElement root)
    {
        if (root.TryGetProperty("tree", out _) || !root.TryGetProperty("verdict", out var verdict)) return root;
        if (verdict.ValueKind == JsonValueKind.Object
            && verdict.TryGetProperty("certificate", out var certificate)
            && certificate.ValueKind == JsonValueKind.Object)
        {
            return certificate;
        }

        throw new RefusedException("The analysis holds no certificate; only a verdict without a deal has one.");
    }

    private static CertificateDocument ReadDocument(JsonElement root)
    {
        RequireHead(root, "deal");
        if (!root.TryGetProperty("tree", out var tree)) throw new RefusedException("The certificate has no 'tree'.");
        return new()
        {
            CaseName = OptionalText(root, "case"),
            CaseHash = Hash(root),
            Overlays = ReadOverlays(root),
            Tree = ReadNode(tree, null, 0),
        };
    }

    internal static OverlaySelection ReadOverlays(JsonElement root)
    {
        if (!root.TryGetProperty("overlays", out var overlays) || overlays.ValueKind == JsonValueKind.Null) return OverlaySelection.Default;
        if (overlays.ValueKind != JsonValueKind.Object) throw new RefusedException("'overlays' is not an object.");
        foreach (var property in overlays.EnumerateObject())
        {
            if (property.Name is not ("at" or "under" or "seenBy" or "story" or "given" or "without" or "set"))
            {
                throw new RefusedException($"'overlays' has an unknown key '{property.Name}'.");
            }
        }

        return new()
        {
            At = OptionalText(overlays, "at"),
            Under = OptionalText(overlays, "under"),
            SeenBy = OptionalText(overlays, "seenBy"),
            Story = OptionalText(overlays, "story"),
            Given = Texts(overlays, "given", required: false, "overlays"),
            Without = Texts(overlays, "without", required: false, "overlays"),
            Set = Texts(overlays, "set", required: false, "overlays"),
        };
    }

    internal static ProofNode ReadNode(JsonElement node, ProofPath? path, int depth)
    {
        if (depth > MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new RefusedException($"The tree is more than {MaxDepth} splits deep.");
        }

        if (node.ValueKind != JsonValueKind.Object) throw Refuse(path, "is not an object");
        return KindOf(node, path) switch
        {
            "rule" => ReadRule(node, path, depth),
            "votes" => ReadVotes(node, path, depth),
            "signatories" => new SignatorySplitNode(Groups(node, "signatories", path, depth)),
            "issue" => ReadIssue(node, path, depth),
            "rows" => new RowsNode([.. Items(node, "rows", path).Select(row => ReadRow(row, path))]),
            _ => new EmptyIssueNode(Text(node, "empty", path)),
        };
    }

    /// <summary>The one key that says what a node is; every other key must belong to that kind.</summary>
    private static string KindOf(JsonElement node, ProofPath? path)
    {
        string? kind = null;
        foreach (var property in node.EnumerateObject())
        {
            if (property.Name is not ("rule" or "votes" or "signatories" or "issue" or "rows" or "empty")) continue;
            if (kind is not null) throw Refuse(path, $"is both '{kind}' and '{property.Name}'");
            kind = property.Name;
        }

        foreach (var property in node.EnumerateObject())
        {
            var belongs = property.Name == kind || (kind, property.Name) is
                ("rule", "triggered" or "notTriggered") or ("votes", "notTriggered" or "coalitions") or ("issue", "parts");
            if (!belongs) throw Refuse(path, $"has an unknown key '{property.Name}'");
        }

        return kind ?? throw Refuse(path, "is empty");
    }

    private static RuleSplitNode ReadRule(JsonElement node, ProofPath? path, int depth)
    {
        var rule = Text(node, "rule", path);
        return new(
            rule,
            OptionalNode(node, "notTriggered", ProofPath.NotTriggered(path, rule), depth),
            OptionalNode(node, "triggered", ProofPath.Triggered(path, rule), depth));
    }

    private static VoteSplitNode ReadVotes(JsonElement node, ProofPath? path, int depth)
    {
        var rule = Text(node, "votes", path);
        return new(
            rule,
            OptionalNode(node, "notTriggered", ProofPath.NotTriggered(path, rule), depth),
            Groups(node, "coalitions", path, depth));
    }

    private static IssueSplitNode ReadIssue(JsonElement node, ProofPath? path, int depth)
    {
        var parts = ImmutableArray.CreateBuilder<OptionPart>();
        foreach (var part in Items(node, "parts", path))
        {
            var options = Texts(part, "options", required: true, Place(path));
            parts.Add(new(options, Then(part, ProofPath.Part(path, options), depth)));
        }

        return new(Text(node, "issue", path), parts.ToImmutable());
    }

    private static ImmutableArray<GroupPart> Groups(JsonElement node, string key, ProofPath? path, int depth)
    {
        var groups = ImmutableArray.CreateBuilder<GroupPart>();
        foreach (var group in Items(node, key, path))
        {
            var members = Texts(group, "members", required: true, Place(path));
            groups.Add(new(members, Then(group, ProofPath.Part(path, members), depth)));
        }

        return groups.ToImmutable();
    }

    private static RowTerm ReadRow(JsonElement row, ProofPath? path)
    {
        if (row.ValueKind != JsonValueKind.Object) throw Refuse(path, "has a row that is not an object");
        RowTerm? term = null;
        foreach (var property in row.EnumerateObject())
        {
            if (property.Name == "times") continue;
            if (term is not null) throw Refuse(path, "has a row with two names");
            RowKind? kind = property.Name switch
            {
                "consent" => RowKind.Consent,
                "rule" => RowKind.Rule,
                "bloc" => RowKind.Bloc,
                "triggered" => RowKind.Triggered,
                "notTriggered" => RowKind.NotTriggered,
                "candidate" => RowKind.Candidate,
                _ => null,
            };
            if (kind is null) throw Refuse(path, $"has a row of unknown kind '{property.Name}'");
            term = new(kind.Value, Text(row, property.Name, path), ReadTimes(row, path));
        }

        return term ?? throw Refuse(path, "has a row without a name");
    }

    private static Fraction ReadTimes(JsonElement row, ProofPath? path)
    {
        var text = Text(row, "times", path);
        if (text.Length > MaxMultiplierLength) throw Refuse(path, $"has a multiplier of more than {MaxMultiplierLength} characters");

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var top = slash < 0 ? text : text[..slash];
        var bottom = slash < 0 ? "1" : text[(slash + 1)..];
        if (!BigInteger.TryParse(top, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var numerator)
            || !BigInteger.TryParse(bottom, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            || denominator.IsZero)
        {
            throw Refuse(path, "has a multiplier that is neither a whole number nor a fraction p/q");
        }

        return new(numerator, denominator);
    }

    private static ProofNode? OptionalNode(JsonElement node, string key, ProofPath path, int depth) =>
        node.TryGetProperty(key, out var child) && child.ValueKind != JsonValueKind.Null ? ReadNode(child, path, depth + 1) : null;

    private static ProofNode Then(JsonElement part, ProofPath path, int depth)
    {
        if (!part.TryGetProperty("then", out var then)) throw Refuse(path, "has no 'then'");
        if (part.EnumerateObject().Count() != 2) throw Refuse(path, "has an unknown key");
        return ReadNode(then, path, depth + 1);
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement node, string key, ProofPath? path)
    {
        if (node.TryGetProperty(key, out var items) && items.ValueKind == JsonValueKind.Array) return items.EnumerateArray();
        throw Refuse(path, $"has no list '{key}'");
    }

    private static string Text(JsonElement node, string key, ProofPath? path) =>
        node.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() ?? string.Empty
            : throw Refuse(path, $"has no text '{key}'");

    internal static string? OptionalText(JsonElement node, string key)
    {
        if (!node.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new RefusedException($"'{key}' is not a text.");
    }

    internal static ImmutableArray<string> Texts(JsonElement node, string key, bool required, string place)
    {
        if (node.ValueKind != JsonValueKind.Object) throw new RefusedException($"A part at {place} is not an object.");
        if (!node.TryGetProperty(key, out var list) || list.ValueKind == JsonValueKind.Null)
        {
            return required ? throw new RefusedException($"A part at {place} has no '{key}'.") : [];
        }

        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.String))
        {
            throw new RefusedException($"'{key}' at {place} is not a list of texts.");
        }

        return [.. list.EnumerateArray().Select(e => e.GetString() ?? string.Empty)];
    }

    private static string Place(ProofPath? path) => ProofPath.Show(path);

    private static RefusedException Refuse(ProofPath? path, string reason) => new($"The node at {Place(path)} {reason}.");
}

/// <summary>What is wrong with a certificate, in one sentence.</summary>
internal sealed class RefusedException(string message) : Exception(message);
