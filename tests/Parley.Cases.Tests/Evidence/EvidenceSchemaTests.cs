using System.Text.Json.Nodes;
using Parley.Cases.Evidence;
using Parley.Cases.Tests.Text;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Evidence;

public class EvidenceSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(EvidenceSchema.Write())!;

    public static TheoryData<string> Shipped() =>
        [.. new[] { "cases", "docs" }.SelectMany(f => Directory.GetFiles(Path.Combine(RepositoryFolders.Root, f), "evidence.yaml", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(RepositoryFolders.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Shipped_evidence_fits(string file) => Assert.Empty(SlowSchema.Misfits(Schema, File.ReadAllText(Path.Combine(RepositoryFolders.Root, file))));

    [Theory]
    [InlineData("as_of: 2019", ": no evidence")]
    [InlineData("evidence: stall\nspeekers: {}", "/speekers: unknown")]
    [InlineData("evidence: stall\nspeakers: [ann]", "/speakers: none of the shapes")]
    [InlineData("evidence: stall\nspeakers: {ann: {}}", "/speakers: none of the shapes")]
    [InlineData("evidence: stall\nreports: [{asserts: rain}]", "/reports/0: no chain")]
    [InlineData("evidence: stall\nreports: [{asserts: rain, chain: ann, bias: selfish}]", "/reports/0/bias: no word of the list")]
    [InlineData("evidence: stall\nreports: {asserts: rain}", "/reports: object")]
    [InlineData("evidence: stall\nmeetings: {m: {salience: {war: 1}}}", "/meetings: none of the shapes")]
    [InlineData("evidence: stall\nforecasts: {f: {by: ann, says: rain, probability: 0.5, resolved: maybe}}", "/forecasts: none of the shapes")]
    [InlineData("evidence: stall\nrelationship_index: {start: 1}", "/relationship_index: no token_gain")]
    public void Broken_evidence_does_not(string text, string misfit) => Assert.Contains(misfit, SlowSchema.Misfits(Schema, text));

    [Fact]
    public void Every_field_of_the_table_is_in_the_schema_with_its_meaning()
    {
        foreach (var section in EvidenceFields.Sections)
        {
            var name = string.Join('_', section.Name.Split(' ').Where(w => w is not ("a" or "an")));
            var node = section == EvidenceFields.Top ? Schema : Schema["$defs"]![name];
            foreach (var field in section.Fields) Assert.Equal(field.Meaning, (string?)node?["properties"]?[field.Key]?["description"]);
        }
    }
}
