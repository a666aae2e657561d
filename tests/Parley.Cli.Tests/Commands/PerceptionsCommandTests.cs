using System.Text.Json;
using Parley.Cli.Running;
using Parley.Cli.Tests.Running;

namespace Parley.Cli.Tests.Commands;

public sealed class PerceptionsCommandTests : IDisposable
{
    private const string Gloomy = "{set: {buyer.no_deal: 27}}";
    private const string Hopeful = "{set: {buyer.no_deal: 5}}";

    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, "observer", "agreed-no", "Agreed no: no deal exists, and no side sees one. As seen by observer, there is one.")]
    [InlineData(false, "buyer", "split", "The sides differ: no deal exists, but the buyer sees one.")]
    [InlineData(false, "buyer, seller", "illusory", "An illusion: every side sees a deal, but none exists.")]
    [InlineData(true, "observer", "agreed-deal", "Agreed: a deal exists, and every side sees one. As seen by observer, there is none.")]
    [InlineData(true, "seller", "missed", "A missed deal: one exists, but the seller does not see any.")]
    [InlineData(true, "buyer, seller", "missed", "A missed deal: one exists, but the buyer and the seller do not see any.")]
    public void Who_sees_what_is_said_in_a_sentence(bool dealExists, string whoSeesOtherwise, string word, string sentence)
    {
        var text = CaseFolder.NoDeal.Replace("no_deal: 27", dealExists ? "no_deal: 5" : "no_deal: 27", StringComparison.Ordinal)
            .Replace("price: low, carry: buyer_does", "price: high, carry: seller_does", StringComparison.Ordinal);
        var perceptions = whoSeesOtherwise.Split(", ").Select(who => $"  {who}: {(dealExists ? Gloomy : Hopeful)}\n");
        File.WriteAllText(Path.Combine(_folder.Path, "views.yaml"), text + "perceptions:\n" + string.Concat(perceptions));

        var run = Invoked.In(_folder.Path, "perceptions", "views.yaml");
        using var json = JsonDocument.Parse(Invoked.In(_folder.Path, "perceptions", "views.yaml", "--json").Output);

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains(sentence, run.Output.Replace('\n', ' '), StringComparison.Ordinal);
        var result = json.RootElement.GetProperty("perceptions");
        Assert.Equal(word, result.GetProperty("agreement").GetString());
        Assert.Equal(word, result.GetProperty("deals").GetProperty("usual").GetString());
    }

    [Fact]
    public void Without_perceptions_it_says_so_and_how_to_get_some()
    {
        var run = Invoked.In(_folder.Path, "perceptions", "stall.yaml");

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains("This case declares no perceptions", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_asks_every_perception_so_none_can_be_named() =>
        Assert.Equal(ExitCode.Usage, Invoked.In(_folder.Path, "perceptions", "stall.yaml", "--seen-by", "buyer").ExitCode);
}
