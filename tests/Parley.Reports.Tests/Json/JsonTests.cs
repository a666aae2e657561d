using System.Text.Json;
using Parley.Reports.Json;
using Parley.Reports.Tests.Samples;
using Parley.Shared;

namespace Parley.Reports.Tests.Json;

public class JsonTests
{
    [Fact]
    public void Answers_are_written_as_they_were_accepted()
    {
        Golden.Match(AnswersJson.Text(TwoPowers.Answers), "two-powers.json");
        Golden.Match(AnswersJson.Text(ThreeRivers.Answers), "three-rivers.json");
    }

    [Fact]
    public void What_was_not_asked_is_not_written()
    {
        var answers = TwoPowers.Answers with { Verdict = null, Trade = null };

        using var document = JsonDocument.Parse(AnswersJson.Text(answers));

        Assert.Equal(
            ["case", "title", "stamp", "parties", "deals"],
            document.RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void A_certificate_stands_alone_as_it_stands_in_the_verdict()
    {
        using var alone = JsonDocument.Parse(CertificateJson.Text(TwoPowers.Answers)!);
        using var within = JsonDocument.Parse(AnswersJson.Text(TwoPowers.Answers));

        Assert.True(JsonElement.DeepEquals(
            alone.RootElement, within.RootElement.GetProperty("verdict").GetProperty("certificate")));
        Assert.Null(CertificateJson.Text(ThreeRivers.Answers));
    }

    [Fact]
    public void A_count_that_is_only_a_lower_bound_says_so()
    {
        var verdict = ThreeRivers.Answers.Verdict! with { AcceptableIsExact = false };

        Assert.Contains(
            "\"acceptable\": \">=1206\"", AnswersJson.Text(ThreeRivers.Answers with { Verdict = verdict }), StringComparison.Ordinal);
    }
}
