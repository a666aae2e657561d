using System.Text;
using Parley.Cli.Running;
using Parley.Cli.Tests.Running;
using Parley.Shared;
using Parley.Tests.Shared;

namespace Parley.Cli.Tests.Commands;

/// <summary>Every drawing of the shipped cases.</summary>
public sealed class PictureCommandTests : IDisposable
{
    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("us-russia-2019")]
    [InlineData("brexit-withdrawal")]
    [InlineData("nile-dam")]
    [InlineData("job-offer")]
    [InlineData("cases/teaching/gas-transit.yaml")]
    public void Draws_are_drawn_within_the_frame_and_alike_at_any_number_of_threads(string given)
    {
        foreach (var more in new string[][] { ["robust", "--closer", "3"], ["sensitivity", "--rows", "8"], ["sensitivity", "--screen"], ["sensitivity", "--rows", "0"] })
        {
            var svg = Drawn([.. more[..1], given, .. more[1..], "--draws", "300", "--threads", "1"]);
            Assert.Equal(svg, Drawn([.. more[..1], given, .. more[1..], "--draws", "300", "--threads", "2"]));
            PictureFrame.Check(svg, $"{more[0]} {given}");
        }
    }

    [Theory]
    [InlineData("robust", "cases/ladder/rung-01.yaml")]
    [InlineData("path", "us-russia-2019")]
    [InlineData("path", "us-russia-2019", "--quarters", "1")]
    [InlineData("path", "us-russia-2019", "--quarters", "80")]
    [InlineData("history", "us-russia-2019")]
    [InlineData("agenda", "us-russia-2019")]
    [InlineData("agenda", "cases/teaching/quota-talks")]
    [InlineData("stability", "elmira")]
    [InlineData("stability", "elmira", "--from", "abandoned")]
    [InlineData("stability", "cases/published/hipel-2014/syria-iraq.yaml")]
    [InlineData("stability", "cases/published/fang-1993/chicken.yaml")]
    [InlineData("stability", "cases/published/fang-1993/prisoners-dilemma.yaml")]
    [InlineData("stability", "cases/teaching/unseen-threat.yaml")]
    public void Others_are_drawn_within_the_frame(params string[] words) => PictureFrame.Check(Drawn(words), string.Join(' ', words));

    [Fact]
    public void Every_step_of_a_fan_and_every_event_is_drawn()
    {
        var fan = PictureFrame.Check(Drawn("path", "us-russia-2019", "--quarters", "5"), "path");
        Assert.Equal(2, fan.Elements().Count(e => e.Name.LocalName == "polygon"));
        Assert.All(fan.Elements().Where(e => e.Name.LocalName == "polyline"), e => Assert.Equal(6, e.Attribute("points")!.Value.Split(' ').Length)); // lines have points

        var history = PictureFrame.Check(Drawn("history", "us-russia-2019"), "history");
        Assert.Equal(15, history.Elements().Count(e => e.Name.LocalName == "circle" && e.Value.Length > 0));
    }

    [Fact]
    public void A_topic_that_the_meetings_are_says_so_in_its_row()
    {
        var svg = Drawn("agenda", "us-russia-2019");
        Assert.Contains(">the meetings themselves<", svg, StringComparison.Ordinal);
        Assert.Contains(">never raised; alone it could bring nothing<", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("robust", "us-russia-2019")]
    [InlineData("sensitivity", "us-russia-2019")]
    [InlineData("path", "us-russia-2019")]
    [InlineData("history", "us-russia-2019")]
    [InlineData("agenda", "us-russia-2019")]
    [InlineData("stability", "elmira")]
    public void A_file_of_another_kind_is_refused(string command, string given)
    {
        var run = Invoked.In(RepositoryFolders.Root, command, given, "--picture", Path.Combine(_folder.Path, "x.png"));

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("--picture takes a file that ends in .svg", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "x.png")));
    }

    private string Drawn(params string[] words)
    {
        var file = Path.Combine(_folder.Path, "drawn.svg");
        var run = Invoked.In(RepositoryFolders.Root, [.. words, "--picture", file]);
        Assert.Equal((ExitCode.Fine, string.Empty), (run.ExitCode, run.Error));
        return File.ReadAllText(file, Encoding.UTF8);
    }
}
