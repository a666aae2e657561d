using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Parley.Obstacles;
using Parley.Reports.Answers;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Reports.Json;

/// <summary>A proof that no deal exists, in the form that the certificate checker reads.</summary>
public static class CertificateJson
{
    private const int Format = 1;

    /// <summary>The certificate as a document of its own; null when the verdict has none.</summary>
    public static string? Text(CaseAnswers answers)
    {
        if (answers.Verdict?.Certificate is not { } certificate) return null;
        return JsonValues.Document(json => Write(json, answers, certificate));
    }

    internal static void Write(Utf8JsonWriter json, CaseAnswers answers, Certificate certificate)
    {
        WriteHead(json, answers, "deal");
        json.WriteNumber("leaves", certificate.LeafCount);
        json.WritePropertyName("tree");
        WriteNode(json, certificate.Root);
        json.WriteEndObject();
    }

    /// <summary>The proofs that a blocking set blocks: one tree for each world, equal ones once.</summary>
    internal static void WriteBlocking(
        Utf8JsonWriter json, CaseAnswers answers, ObstaclesResult why, ImmutableArray<string> members, BlockingCertificate certificate)
    {
        WriteHead(json, answers, "blocking");
        json.Strings("members", members);
        json.WriteStartArray("others");
        foreach (var other in why.Obstacles.Where(o => !members.Contains(o.Name)))
        {
            json.WriteStartObject();
            json.WriteString("name", other.Name);
            if (other.IsGenerated) json.Strings("set", other.Set.Select(e => $"{e.Path}={e.Value}"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("settings");
        foreach (var setting in certificate.Settings)
        {
            json.WriteStartObject();
            json.Strings("without", setting.Without);
            json.WriteNumber("proof", setting.Proof);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("proofs");
        foreach (var proof in certificate.Proofs) WriteNode(json, proof.Root);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Leaves the object open.
    private static void WriteHead(Utf8JsonWriter json, CaseAnswers answers, string question)
    {
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteString("case", answers.Model.Name);
        json.WriteString("caseHash", answers.Stamp.CaseHash);
        json.WriteStartObject("overlays");
        StampJson.WriteOverlayMembers(json, answers.Stamp.Overlays);
        json.WriteEndObject();
        json.WriteString("question", question);
    }

    private static void WriteNode(Utf8JsonWriter json, CertificateNode? node)
    {
        if (node is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        switch (node)
        {
            case RuleSplit split:
                json.WriteString("rule", split.Rule);
                WriteNode(json, "notTriggered", split.NotTriggered);
                WriteNode(json, "triggered", split.Triggered);
                break;
            case VoteSplit split:
                json.WriteString("votes", split.Rule);
                WriteNode(json, "notTriggered", split.NotTriggered);
                WriteGroups(json, "coalitions", split.Coalitions);
                break;
            case SignatorySplit split:
                WriteGroups(json, "signatories", split.Sets);
                break;
            case IssueSplit split:
                WriteParts(json, split);
                break;
            case RowsLeaf leaf:
                WriteRows(json, leaf);
                break;
            case EmptyIssueLeaf leaf:
                json.WriteString("empty", leaf.Issue);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"certificate node {node.GetType().Name}");
        }

        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, string name, CertificateNode? node)
    {
        json.WritePropertyName(name);
        WriteNode(json, node);
    }

    private static void WriteGroups(Utf8JsonWriter json, string name, ImmutableArray<GroupBranch> branches)
    {
        json.WriteStartArray(name);
        foreach (var branch in branches)
        {
            json.WriteStartObject();
            json.Strings("members", branch.Members);
            WriteNode(json, "then", branch.Then);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteParts(Utf8JsonWriter json, IssueSplit split)
    {
        json.WriteString("issue", split.Issue);
        json.WriteStartArray("parts");
        foreach (var part in split.Parts)
        {
            json.WriteStartObject();
            json.Strings("options", part.Options);
            WriteNode(json, "then", part.Then);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRows(Utf8JsonWriter json, RowsLeaf leaf)
    {
        json.WriteStartArray("rows");
        foreach (var term in leaf.Terms)
        {
            json.WriteStartObject();
            json.WriteString(RowWord(term.Kind), term.Name);
            json.WriteString("times", term.Multiplier.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string RowWord(CertificateRow kind) => kind switch
    {
        CertificateRow.Consent => "consent",
        CertificateRow.Rule => "rule",
        CertificateRow.Bloc => "bloc",
        CertificateRow.Triggered => "triggered",
        CertificateRow.NotTriggered => "notTriggered",
        _ => "candidate",
    };
}
