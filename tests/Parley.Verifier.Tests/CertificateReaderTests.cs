using System.Text;
using static Parley.Verifier.Tests.Build;

namespace Parley.Verifier.Tests;

public class CertificateReaderTests
{
    private const string Leaf = """{ "rows": [ { "candidate": "", "times": "1" } ] }""";

    [Fact]
    public void A_certificate_keeps_its_hash_and_overlays()
    {
        var document = Read($$"""
            { "format": 1, "case": "c", "caseHash": "ab12", "question": "deal", "leaves": 1, "tree": {{Leaf}},
              "overlays": { "at": "nov_2018", "under": null, "seenBy": null, "story": "s", "given": ["e"], "without": ["x", "y"], "set": ["a.b=2"] } }
            """).Document;

        Assert.NotNull(document);
        Assert.Equal(("c", "ab12"), (document.CaseName, document.CaseHash));
        Assert.Equal(("nov_2018", null, "s"), (document.Overlays.At, document.Overlays.Under, document.Overlays.Story));
        Assert.Equal(["e"], document.Overlays.Given);
        Assert.Equal(["x", "y"], document.Overlays.Without);
        Assert.Equal(["a.b=2"], document.Overlays.Set);
    }

    [Fact]
    public void The_certificate_of_an_analysis_is_found()
    {
        Assert.NotNull(Read($$"""{ "case": "c", "verdict": { "outcome": "nothing", "certificate": {{Document(Leaf)}} } }""").Document);
        Assert.Contains("holds no certificate", Read("""{ "verdict": { "certificate": null } }""").Reason, StringComparison.Ordinal);
        Assert.Contains("holds no certificate", Read("""{ "verdict": 3 }""").Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "format": 2 }""")]
    [InlineData("""{ "format": "1" }""")]
    [InlineData("""{ "format": 1, "caseHash": "0" }""")]
    [InlineData("""{ "format": 1, "tree": { "empty": "i" } }""")]
    [InlineData("""{ "format": 1, "caseHash": 7, "tree": { "empty": "i" } }""")]
    [InlineData("""{ "format": 1, "caseHash": "0", "question": "tokens", "tree": { "empty": "i" } }""")]
    [InlineData("""{ "format": 1, "caseHash": "0", "overlays": 3, "tree": { "empty": "i" } }""")]
    [InlineData("""{ "format": 1, "caseHash": "0", "overlays": { "givn": [] }, "tree": { "empty": "i" } }""")]
    [InlineData("""{ "format": 1, "caseHash": "0", "overlays": { "given": "x" }, "tree": { "empty": "i" } }""")]
    [InlineData("""{ "format": 1, "caseHash": "0", "caseHash": "1", "tree": { "empty": "i" } }""")]
    public void Text_that_is_no_certificate_gets_a_reason(string json)
    {
        var (document, reason) = Read(json);

        Assert.Null(document);
        Assert.False(string.IsNullOrWhiteSpace(reason));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("{}")]
    [InlineData("""{ "empty": 3 }""")]
    [InlineData("""{ "empty": "i", "issue": "i" }""")]
    [InlineData("""{ "empty": "i", "note": "x" }""")]
    [InlineData("""{ "rows": 3 }""")]
    [InlineData("""{ "rows": [ 3 ] }""")]
    [InlineData("""{ "rows": [ { "times": "1" } ] }""")]
    [InlineData("""{ "rows": [ { "consent": "us" } ] }""")]
    [InlineData("""{ "rows": [ { "consent": "us", "times": 1 } ] }""")]
    [InlineData("""{ "rows": [ { "consent": "us", "times": "1.5" } ] }""")]
    [InlineData("""{ "rows": [ { "consent": "us", "times": "1/0" } ] }""")]
    [InlineData("""{ "rows": [ { "consent": "us", "times": "1/-2" } ] }""")]
    [InlineData("""{ "rows": [ { "consent": "us", "times": "" } ] }""")]
    [InlineData("""{ "rows": [ { "consent": "us", "rule": "r", "times": "1" } ] }""")]
    [InlineData("""{ "rows": [ { "promise": "us", "times": "1" } ] }""")]
    [InlineData("""{ "rule": "r", "nottriggered": null }""")]
    [InlineData("""{ "rule": "r", "triggered": 5 }""")]
    [InlineData("""{ "votes": "r" }""")]
    [InlineData("""{ "votes": "r", "coalitions": [ 5 ] }""")]
    [InlineData("""{ "votes": "r", "coalitions": [ { "members": ["a"] } ] }""")]
    [InlineData("""{ "signatories": [ { "members": [1], "then": { "empty": "i" } } ] }""")]
    [InlineData("""{ "signatories": [ { "members": ["a"], "then": { "empty": "i" }, "or": 1 } ] }""")]
    [InlineData("""{ "issue": "i", "parts": [ { "then": { "empty": "i" } } ] }""")]
    [InlineData("""{ "issue": "i", "parts": [ [] ] }""")]
    [InlineData("""{ "empty": "\ud800" }""")]
    [InlineData("""{ "\ud800": "i" }""")]
    public void A_tree_that_is_malformed_gets_a_reason(string tree)
    {
        var (document, reason) = Read(Document(tree));

        Assert.Null(document);
        Assert.False(string.IsNullOrWhiteSpace(reason));
    }

    [Fact]
    public void Every_prefix_and_every_changed_byte_is_read_or_refused_but_never_throws()
    {
        var whole = Encoding.UTF8.GetBytes(Document($$"""{ "votes": "v", "coalitions": [ { "members": ["a", "b"], "then": {{Leaf}} } ] }"""));

        for (var length = 0; length < whole.Length; length++) Assert.NotNull(CertificateReader.Read(whole.AsMemory(0, length)).Reason);
        for (var k = 0; k < whole.Length; k++)
        {
            foreach (var replacement in "\"{}[],:0x\\\u0001"u8)
            {
                var damaged = whole.ToArray();
                damaged[k] = replacement;
                var (document, reason) = CertificateReader.Read(damaged);
                Assert.NotEqual(document is null, reason is null);
            }
        }
    }

    [Theory]
    [InlineData(2_000, true)]
    [InlineData(2_001, false)]
    [InlineData(100_000, false)]
    public void Depth_is_bounded(int depth, bool read)
    {
        var tree = new StringBuilder();
        for (var k = 0; k < depth; k++) tree.Append("""{"issue":"i","parts":[{"options":[],"then":""");
        tree.Append(Leaf);
        for (var k = 0; k < depth; k++) tree.Append("}]}");

        Assert.Equal(read, Read(Document(tree.ToString())).Document is not null);
    }

    [Fact]
    public void A_multiplier_without_end_is_refused() =>
        Assert.Contains("more than 10000 characters", Read(Document($$"""{ "rows": [ { "consent": "us", "times": "{{new string('9', 20_000)}}" } ] }""")).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_is_skipped() =>
        Assert.NotNull(CertificateReader.Read(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Document(Leaf))).ToArray()).Document);
}
