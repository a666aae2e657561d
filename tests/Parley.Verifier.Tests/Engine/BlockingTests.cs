using System.Text;
using System.Text.Json.Nodes;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Obstacles;
using Parley.Problems;
using Parley.Reports.Answers;
using Parley.Reports.Json;
using Parley.Tests.Shared;

namespace Parley.Verifier.Tests.Engine;

/// <summary>Certificates of blocking sets as the engine makes them: the checker takes the true ones and refuses the rest.</summary>
public class BlockingTests
{
    private static readonly CaseModel Founding = CaseFile.Read(Path.Combine(RepositoryFolders.Cases, "us-russia-2019", "case.yaml")).Value!;
    private static readonly string Document = Explain(OverlaySelection.Default, generated: false);

    public static TheoryData<string, string> Spoilt => new()
    {
        { "a setting left out", "there are" },
        { "a setting twice", "there are" },
        { "a proof that is not there", "no proof" },
        { "multipliers of nothing", "Without" },
        { "an obstacle forgotten", "leaves out" },
        { "an obstacle that is none", "not an obstacle" },
        { "another's obstacle taken away", "not among the others" },
    };

    [Fact]
    public void The_founding_case_is_blocked_as_the_engine_says()
    {
        var reading = Read(Document);

        Assert.Equal(2, reading.Documents.Length);
        Assert.All(reading.Documents, d => Assert.True(Check(d).Holds));
    }

    [Fact]
    public void Generated_obstacles_bring_their_edits()
    {
        var reading = Read(Explain(new() { Set = ["mueller_noise=0.1"] }, generated: true));

        Assert.NotEmpty(reading.Documents);
        Assert.All(reading.Documents, d => Assert.Equal((true, null), (Check(d).Holds, Check(d).Refusal)));
    }

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void A_spoilt_certificate_is_refused(string how, string because)
    {
        var outcome = Check(Read(With(c => Spoil(c, how))).Documents[0]);

        Assert.False(outcome.Holds);
        Assert.Contains(because, outcome.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_that_does_not_block_has_no_certificate_that_holds()
    {
        // Kyiv's agency is moved to the others, with every setting that also takes it away.
        var claim = With(c =>
        {
            var members = c["members"]!.AsArray();
            members.Remove(members.First(m => (string)m! == "kyiv_agency"));
            c["others"]!.AsArray().Add(new JsonObject { ["name"] = "kyiv_agency" });
            foreach (var setting in c["settings"]!.AsArray().ToList())
            {
                var more = setting!.DeepClone();
                more["without"]!.AsArray().Add("kyiv_agency");
                c["settings"]!.AsArray().Add(more);
            }
        });

        Assert.False(Check(Read(claim).Documents[0]).Holds);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"blockingSets\": 3}")]
    [InlineData("{\"blockingSets\": [{\"members\": [], \"certificate\": null}]}")]
    [InlineData("{\"blockingSets\": []}")]
    [InlineData("{\"format\": 1, \"question\": \"blocking\", \"caseHash\": \"0\", \"members\": [], \"others\": [], \"settings\": [{}], \"proofs\": []}")]
    [InlineData("{\"format\": 1, \"question\": \"blocking\", \"caseHash\": \"0\", \"members\": [], \"others\": [3], \"settings\": [], \"proofs\": []}")]
    [InlineData("[")]
    public void What_is_no_certificate_is_refused_with_a_reason(string text)
    {
        var reading = BlockingReader.Read(Encoding.UTF8.GetBytes(text));

        Assert.Empty(reading.Documents);
        Assert.False(string.IsNullOrEmpty(reading.Reason));
    }

    private static void Spoil(JsonNode certificate, string how)
    {
        var settings = certificate["settings"]!.AsArray();
        switch (how)
        {
            case "a setting left out":
                settings.RemoveAt(3);
                break;
            case "a setting twice":
                settings[3]!["without"] = settings[4]!["without"]!.DeepClone();
                break;
            case "a proof that is not there":
                settings[0]!["proof"] = 99;
                break;
            case "multipliers of nothing":
                certificate["proofs"]!.AsArray()[0] = JsonNode.Parse("{\"rows\": [{\"consent\": \"trump\", \"times\": \"1\"}]}");
                break;
            case "an obstacle forgotten":
                var others = certificate["others"]!.AsArray();
                var left = (string)others[0]!["name"]!;
                others.RemoveAt(0);
                foreach (var setting in settings.Where(s => s!["without"]!.AsArray().Any(w => (string)w! == left)).ToList()) settings.Remove(setting);
                break;
            case "an obstacle that is none":
                certificate["others"]!.AsArray()[0]!["name"] = "nobody";
                break;
            case "another's obstacle taken away":
                settings[0]!["without"]!.AsArray().Add("kyiv_agency");
                break;
        }
    }

    private static string With(Action<JsonNode> change)
    {
        var root = JsonNode.Parse(Document)!;
        change(root["blockingSets"]![0]!["certificate"]!);
        return root.ToJsonString();
    }

    private static CheckOutcome Check(BlockingDocument document) => BlockingCheck.Run(Founding, document, TestContext.Current.CancellationToken);

    private static BlockingReading Read(string json) => BlockingReader.Read(Encoding.UTF8.GetBytes(json));

    private static string Explain(OverlaySelection overlays, bool generated)
    {
        var question = CaseQuestion.Ask(Founding, overlays).Value!;
        var options = new ObstaclesOptions { Certificates = true, Generated = generated, Witnesses = false, Distances = false };
        var why = ObstaclesAnalysis.Run(question, options, cancellationToken: TestContext.Current.CancellationToken);
        var stamp = new AnswerStamp { Version = "0", CaseHash = "00", Overlays = overlays };
        return AnswersJson.Text(new CaseAnswers(question.Model, stamp) { Obstacles = why });
    }
}
