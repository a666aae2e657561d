using System.Text.Json.Nodes;
using Parley.Cases.Tests.ShippedCases;
using Parley.Cases.Text;

namespace Parley.Cases.Tests.Text;

public class CaseSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(CaseSchema.Write())!;

    [Fact]
    public void Every_field_of_the_table_is_in_the_schema_with_its_meaning()
    {
        foreach (var section in CaseFields.Sections)
        {
            var name = string.Join('_', section.Name.Split(' ').Where(w => w is not ("a" or "an")));
            var node = section == CaseFields.Top ? Schema : Schema["$defs"]![name];
            foreach (var field in section.Fields)
                Assert.Equal(field.Meaning, (string?)node?["properties"]?[field.Key]?["description"]);
        }
    }

    [Fact]
    public void Every_reference_leads_to_a_definition()
    {
        foreach (var reference in References(Schema))
            Assert.NotNull(Schema["$defs"]![reference["#/$defs/".Length..]]);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Shipped_cases_fit(string path) => Assert.Empty(SlowSchema.Misfits(Schema, File.ReadAllText(ShippedCase.FullPath(path))));

    public static TheoryData<string> Shipped() => [.. ShippedCase.Paths];

    [Fact]
    public void It_names_its_dialect() => Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)Schema["$schema"]);

    [Fact]
    public void No_key_stands_twice_in_a_section() =>
        Assert.All(CaseFields.Sections, section => Assert.Equal(section.Keys.Distinct(), section.Keys));

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(e => e.Key == "$ref" ? [(string)e.Value!] : References(e.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
