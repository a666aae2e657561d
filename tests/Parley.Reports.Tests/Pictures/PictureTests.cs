using System.Xml.Linq;
using Parley.Cases.Model;
using Parley.Claims;
using Parley.Draws;
using Parley.Kernels.Sampling;
using Parley.Kernels.Sensitivity;
using Parley.Reports.Pictures;
using Parley.Reports.Wording;
using Parley.Results;
using Parley.Robustness;
using Parley.Sensitivity;
using Parley.Shared;
using Parley.Verdict;

namespace Parley.Reports.Tests.Pictures;

/// <summary>Drawings of generated results.</summary>
public class PictureTests
{
    private const string Awkward = "<b>\"R&D\"</b> 'é' 漢字";

    private static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    private static readonly CaseWords Words = new(new CaseModel
    {
        Name = "x",
        Title = Awkward,
        Parties = [new() { Name = "a", Title = Awkward + new string('W', 80) }],
        Issues = [],
        Claims = [new() { Id = "k<1>", Says = Awkward + new string('m', 200), Expect = null! }],
    });

    [Fact]
    public void Generated_results_of_draws_are_drawn_within_the_frame_with_every_series()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var result = Robust(new Random(seed));

            var svg = RobustPicture.Svg(result, Words);

            Assert.Equal(svg, RobustPicture.Svg(result, Words));
            var root = PictureFrame.Check(svg, $"seed {seed}");
            Assert.Equal(result.Convergence.Length, root.Elements().Count(e => e.Name.LocalName == "circle"));
            var bars = root.Elements().Where(e => e.Name.LocalName == "rect").Select(e => e.Value).ToList();
            var spreads = !result.Margin.Bins.IsEmpty && result.Margin.Quantiles[0].Margin != result.Margin.Quantiles[^1].Margin;
            Assert.Equal(spreads ? result.Margin.Bins.Count(b => b.Count > 0) : 0, bars.Count(b => b.Contains(" draws, ", StringComparison.Ordinal)));
            Assert.Equal(result.Closer?.Claims.Length ?? 0, bars.Count(b => b.StartsWith("k<1>:", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Generated_results_of_sensitivity_are_drawn_within_the_frame_with_every_series()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var result = Sensitivity(new Random(seed));
            var numbers = SensitivityWords.Ranked(result).Take(15).ToList();

            var svg = SensitivityPicture.Svg(result, Words);

            Assert.Equal(svg, SensitivityPicture.Svg(result, Words));
            var root = PictureFrame.Check(svg, $"seed {seed}");
            var bars = root.Elements().Count(e => e.Name.LocalName == "rect" && e.Value.Contains(": margin ", StringComparison.Ordinal));
            Assert.Equal(svg.Contains("No number alone moves", StringComparison.Ordinal) ? 0 : 2 * numbers.Count, bars);
            Assert.Equal(
                SensitivityWords.Moves(result) ? numbers.Count(n => n.FirstOrder is not null) + numbers.Count(n => n.Design is not null) : 0,
                root.Elements().Count(e => e.Name.LocalName == "circle" && e.Value.Length > 0));
        }
    }

    [Fact]
    public void Names_are_escaped_and_a_shortened_one_shows_in_full_when_pointed_at()
    {
        var root = XDocument.Parse(SensitivityPicture.Svg(Sensitivity(new Random(1)), Words)).Root!; // parses

        var svg = root.Name.Namespace;
        Assert.Equal(Awkward, root.Element(svg + "title")?.Value);
        var name = root.Elements(svg + "text").First(t => t.Element(svg + "title")?.Value.EndsWith("(a.no_deal)", StringComparison.Ordinal) == true);
        Assert.StartsWith("<b>\"R&D\"", name.Value, StringComparison.Ordinal);
        Assert.EndsWith("…", ((XText)name.FirstNode!).Value, StringComparison.Ordinal); // its text comes first
    }

    [Fact]
    public void A_margin_that_never_moves_is_told_in_place_of_an_empty_plot()
    {
        var still = Robust(new Random(1)) with { Margin = new(0.2, 0, [.. Shares.Select(s => (s, 0.2))], 1, [(0.2, 0.2001, 10)]) };

        Assert.Contains("It hardly moves", RobustPicture.Svg(still, Words), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SensitivityPicture.Svg(Sensitivity(new Random(1)) with { Numbers = [] }, Words));
    }

    [Fact]
    public void A_spread_far_from_a_deal_is_not_pressed_into_slivers()
    {
        var far = Robust(new Random(1)) with { AsAskedMargin = -0.9, Margin = new(-0.9, 0.001, [.. Shares.Select((s, k) => (s, -0.9 + (k * 0.001)))], 1, [(-0.9, -0.895, 10)]) };

        Assert.DoesNotContain("a deal from 0 on", RobustPicture.Svg(far, Words), StringComparison.Ordinal);
        PictureFrame.Check(RobustPicture.Svg(far, Words), "far");
    }

    [Fact]
    public void Texts_are_cut_between_letters_and_lines_between_words()
    {
        Assert.Equal("short", TextFit.Shortened("short", 100, 12));
        var cut = TextFit.Shortened(string.Concat(Enumerable.Repeat("e\u0301", 50)), 100, 12);
        Assert.EndsWith("e\u0301…", cut, StringComparison.Ordinal);
        Assert.InRange(TextFit.WidthOf(cut, 12), 80, 100);
        Assert.Equal(["one two", "three"], TextFit.Wrapped("one two three", 60, 12));
    }

    [Theory]
    [InlineData(0, 1, 4, 0.5)]
    [InlineData(0, 0.8, 4, 0.2)]
    [InlineData(-0.21, 0.08, 9, 0.05)]
    [InlineData(3, 3, 4, 1e-9)]
    public void Steps_of_an_axis_are_round(double from, double to, int most, double step) => Assert.Equal(step, Plot.Step(from, to, most), 1e-12);

    [Fact]
    public void Multiples_run_from_end_to_end_and_never_through_minus_zero()
    {
        Assert.Equal([-0.2, -0.1, 0, 0.1], Plot.Multiples(-0.2, 0.1, 0.1).Select(v => Math.Round(v, 9)));
        Assert.All(Plot.Multiples(-0.05, 0.05, 0.1), v => Assert.False(double.IsNegative(v)));
    }

    [Fact]
    public void Cells_of_a_table_are_no_formulas_and_big_figures_are_written()
    {
        var sensitivity = Sensitivity(new Random(1));
        sensitivity = sensitivity with { Numbers = [sensitivity.Numbers[0] with { Path = "=cmd|x,y", Design = new(1e40, double.NegativeInfinity, 0.5) }] };
        var robust = Robust(new Random(1)) with { Deals = [DrawShare.Counted("-1+1", 1, 4)] };

        Assert.StartsWith("\"'=cmd|x,y\",", DrawsCsv.Text(sensitivity).Split("\r\n")[1], StringComparison.Ordinal);
        Assert.Contains(",1e40,,0.5,", DrawsCsv.Text(sensitivity), StringComparison.Ordinal);
        Assert.Contains("\r\ndeal,'-1+1,1,4,0.25,", DrawsCsv.Text(robust), StringComparison.Ordinal);
        robust = robust with { Draws = 8, Margin = new(0, 0, [(0.05, -0.3)], 1, [(-0.3, -0.2, 2)]) };
        Assert.EndsWith("\r\nmargin quantile,,,8,0.05,-0.3,-0.3\r\nmargin,,2,8,0.25,-0.3,-0.2\r\n", DrawsCsv.Text(robust), StringComparison.Ordinal);
    }

    private static RobustResult Robust(Random random)
    {
        var draws = (long)Math.Pow(10, 1 + (random.NextDouble() * 5));
        var deals = random.Next(3) switch { 0 => 0, 1 => draws, _ => random.NextInt64(draws + 1) };
        var width = new[] { 1, 2, 5, 10, 20, 50, 100, 200, 500 }[random.Next(9)];
        var (low, count) = (random.Next(-10_000 / width, Math.Max(1 - (10_000 / width), (10_000 / width) - 41)), random.Next(42));
        var bins = Enumerable.Range(low, count).Select(k => (k * width / 1e4, (k + 1) * width / 1e4, k == low || k == low + count - 1 ? 1L : random.Next(9))).ToList();
        var reach = bins.Count == 0 ? (0, 0) : (bins[0].Item1, bins[^1].Item2);
        return new()
        {
            Parties = ["a"],
            AsAsked = (Grade)random.Next(3),
            AsAskedIsDecided = random.Next(4) > 0,
            AsAskedMargin = (random.Next(3) - 1) * random.NextDouble(),
            Numbers = 3,
            Together = 0,
            Overlaid = [],
            Until = null,
            Draws = draws,
            ExactDraws = 0,
            UndecidedDraws = 0,
            BoundedDraws = 0,
            Seed = 1,
            Sampling = SamplingKind.Independent,
            Grades = [(Grade.Nothing, DrawShare.Counted("Nothing", draws - deals, draws)), (Grade.Tokens, DrawShare.Counted("Tokens", 0, draws)), (Grade.Deal, DrawShare.Counted("Deal", deals, draws))],
            Margin = new(0, 0, [.. Shares.Select(s => (s, reach.Item1 + (s * (reach.Item2 - reach.Item1))))], 1, [.. bins]),
            Tokens = [],
            Deals = [],
            Binding = [],
            Convergence = [.. new[] { 10, 100, 1_000, 10_000, draws }.Where(d => d <= draws).Distinct().Order().Select(d => (d, DrawShare.Counted("Deal", deals * d / draws, d)))],
            Closer = random.Next(3) == 0 ? null : new()
            {
                Draws = 7,
                Obstacles = [],
                Claims = random.Next(3) == 0 ? [] : [new("k<1>", (ClaimStatus)random.Next(2), DrawShare.Counted("k", random.Next(8), 7), 0)],
                AllClaims = null,
                BlockingSets = [],
                CorrectionSets = [],
            },
            Completeness = Completeness.Exact,
        };
    }

    private static SensitivityResult Sensitivity(Random random)
    {
        var scale = random.Next(4) == 0 ? 0 : Math.Pow(10, -3 * random.NextDouble());
        double Margin() => ((random.NextDouble() * 2) - 1) * scale;
        var design = (SensitivityDesign)random.Next(4);
        var hasFirst = random.Next(3) > 0;
        IndexEstimate? Design() => design == SensitivityDesign.None ? null : new(random.NextDouble(), random.NextDouble() - 1, random.Next(9) == 0 ? double.PositiveInfinity : random.NextDouble() + 1);
        TornadoEnd End() => new(Math.Round((random.NextDouble() - 0.5) * 1e5, 4), Margin(), random.Next(4) > 0 ? (Grade)random.Next(3) : null);
        return new()
        {
            Parties = ["a"],
            Grade = (Grade)random.Next(3),
            IsDecided = random.Next(4) > 0,
            Margin = Margin(),
            Draws = 100,
            UndecidedDraws = 0,
            BoundedDraws = 0,
            MarginDeviation = random.Next(4) / 10.0,
            DealProbability = random.NextDouble(),
            Overlaid = [],
            Seed = 1,
            IsDependent = false,
            Numbers = [.. Enumerable.Range(0, 1 + random.Next(20)).Select(k => new NumberSensitivity(k % 2 == 0 ? "a.no_deal" : $"p{k}", 1, End(), End(), hasFirst ? random.NextDouble() : null, Design()))],
            Design = design,
            DesignEvaluations = 0,
            OpenEvaluations = 0,
            TooFewDraws = !hasFirst,
            Boxes = null,
            BoxesOfDeals = true,
            Information = null,
            Flips = [],
            FlipNumbers = 0,
            Completeness = Completeness.Exact,
        };
    }
}
