using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Text;

/// <summary>Numbers with a distribution: what is read, what is told, what stays when a case is edited.</summary>
public class DistributionTests
{
    public static TheoryData<string, decimal, decimal, NumberDistribution?> Written => new()
    {
        { "0.15 (0.05..0.30)", 0.05m, 0.30m, null },
        { "0.15 (triangular 0.05..0.30)", 0.05m, 0.30m, null },
        { "0.15 (uniform 0.05..0.30) @guess", 0.05m, 0.30m, new UniformDistribution() },
        { "15% ( pert 5% .. 30% )", 0.05m, 0.30m, new PertDistribution() },
        { "3 (normal 4 in -20..20)", -20m, 20m, new NormalDistribution(4m) },
        { "12% (normal 4% in 0%..30%)", 0m, 0.3m, new NormalDistribution(0.04m) },
        { "7 (lognormal 1.5 in 1..50)", 1m, 50m, new LognormalDistribution(1.5m) },
        { "0.2 (beta 2 5 in 0..1)", 0m, 1m, new BetaDistribution(2m, 5m) },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_distribution_is_read(string text, decimal low, decimal high, NumberDistribution? expected)
    {
        var number = Read(text, out var findings);

        Assert.Empty(findings);
        Assert.Equal(new NumberRange(low, high), number!.Range);
        Assert.Equal(expected, number.Distribution);
    }

    [Fact]
    public void A_discrete_distribution_ranges_from_its_least_to_its_greatest_value()
    {
        var number = Read("0.3 (discrete 0.3:80% 0:0.15 -1:5%)", out var findings);

        Assert.Empty(findings);
        Assert.Equal(new NumberRange(-1m, 0.3m), number!.Range);
        Assert.Equal([new(0.3m, 0.8m), new(0m, 0.15m), new(-1m, 0.05m)], Assert.IsType<DiscreteDistribution>(number.Distribution).Values);
    }

    [Theory]
    [InlineData("1 (unifrom 0..2)", "bad-distribution: 'unifrom' is not a distribution. Did you mean 'uniform'?")]
    [InlineData("1 (gauss 0..2)", "bad-distribution: 'gauss' is not a distribution. Write one of uniform, triangular, pert, normal, lognormal, beta, discrete.")]
    [InlineData("1 (uniform 2..0)", "bad-range: A range has two dots and its low end first. Write (uniform 0..2).")]
    [InlineData("1 (normal 4 in 20..-20)", "bad-range: A range has two dots and its low end first. Write (normal 4 in -20..20).")]
    [InlineData("1 (normal 4)", "bad-distribution: 'normal' needs a range behind 'in': 4 (normal 1 in 2..9).")]
    [InlineData("1 (normal -4..4)", "bad-distribution: 'normal' needs a deviation: 4 (normal 1 in 2..9).")]
    [InlineData("1 (normal in 0..2)", "bad-distribution: 'normal' needs a deviation: 4 (normal 1 in 2..9).")]
    [InlineData("1 (normal 1, 0..2)", "bad-distribution: 'normal' is written without commas: 4 (normal 1 in 2..9).")]
    [InlineData("1 (lognormal in 1..2)", "bad-distribution: 'lognormal' needs a factor: 4 (lognormal 1.5 in 2..9).")]
    [InlineData("1 (beta 2 in 0..1)", "bad-distribution: 'beta' needs two shapes: 4 (beta 2 5 in 2..9).")]
    [InlineData("1 (discrete 0 1)", "bad-distribution: 'discrete' needs a chance behind every value: 0 (discrete 0:70% 1:30%).")]
    [InlineData("5 (uniform in 3..7)", "bad-distribution: 'uniform' has no 'in'. Write (uniform 3..7).")]
    [InlineData("5 (pert  in  3 .. 7 )", "bad-distribution: 'pert' has no 'in'. Write (pert 3 .. 7).")]
    [InlineData("20 (triangular)", "bad-range: A range has two dots and its low end first. Write (triangular low..high).")]
    [InlineData("20 (uniform NaN..30)", "bad-range: A range has two dots and its low end first. Write (uniform low..high).")]
    [InlineData("20 (ten..30)", "bad-distribution: 'ten' is not a distribution. Write one of uniform, triangular, pert, normal, lognormal, beta, discrete.")]
    [InlineData("20 (10..many)", "bad-range: A range has two dots and its low end first. Write (low..high).")]
    [InlineData("14 (10...20)", "bad-range: A range has two dots. Write (10..20).")]
    [InlineData("14 (normal 2 in 10 ... 20)", "bad-range: A range has two dots. Write (normal 2 in 10..20).")]
    [InlineData("1 (normal 0 in 0..2)", "bad-distribution: 0 cannot be the standard deviation of 'normal'. Write a number above 0.")]
    [InlineData("1 (lognormal 1 in 1..2)", "bad-distribution: 1 cannot be the geometric standard deviation of 'lognormal'. Write a number above 1, at most 1000.")]
    [InlineData("1 (lognormal 1.5 in 0..2)", "bad-distribution: 0 cannot be the low end of 'lognormal'. Write a number above 0, or another distribution.")]
    [InlineData("0.5 (beta -1 2 in 0..1)", "bad-distribution: -1 cannot be the shape of 'beta'. Write a number above 0, at most 1000.")]
    [InlineData("0 (discrete 0:50% 1:40%)", "bad-distribution: The chances sum to 0.9. Make them sum to 1.")]
    [InlineData("0 (discrete 0:0% 1:100%)", "bad-distribution: 0% cannot be the chance of a value. Write a number above 0 and up to 1, or 12%.")]
    [InlineData("0 (discrete 0:50% 0:50%)", "bad-distribution: 0 stands twice among the values. Add their chances up.")]
    [InlineData("0 (discrete 0:100%)", "bad-distribution: 'discrete' has 1 values. Write from 2 to 32.")]
    [InlineData("12% (normal 4 in 0%..30%)", "bad-distribution: 4 is no share, but its number is one. Write 4%.")]
    [InlineData("2 (beta 2 5 in 0..1)", "value-outside-range: 2 lies outside its range (0..1), so draws never reach it. Correct the value or widen the range.")]
    [InlineData("14 (2..9)", "value-outside-range: 14 lies outside its range (2..9), so draws never reach it. Correct the value or widen the range.")]
    [InlineData("0.5 (discrete 0:70% 1:30%)", "value-outside-range: 0.5 is none of its values, so no draw has it. Correct the value, or give it a chance too.")]
    [InlineData("1 (uniform 0.05…0.30)", "bad-range: A range has two dots and its low end first. Write (uniform 0.05..0.30).")]
    public void What_is_wrong_with_a_distribution_is_told_with_one_fix(string text, string expected)
    {
        Read(text, out var findings);

        Assert.Equal([expected], findings);
    }

    [Fact]
    public void All_that_is_wrong_in_one_number_is_told_at_once()
    {
        Read("-1*nois (lognormal 0.5 in -2..50) @nowhere", out var findings);

        Assert.Equal(5, findings.Count);
        Assert.Equal(3, findings.Count(f => f.StartsWith("bad-distribution", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_distribution_outside_what_its_field_can_mean_is_told()
    {
        var read = CaseReader.Read("case.yaml", Case("open: {delivery: \"0.5 (normal 0.1 in 0..1.5)\", us: 1, russia: 1}"));

        Assert.Equal(["bad-probability"], read.Errors.Select(d => d.Slug));
    }

    [Theory]
    [InlineData("delivery: 0.5 (beta 2 5 in 0..2)", "bad-probability: The high end 2 is not a chance. Write (beta 2 5 in 0..1).")]
    [InlineData("delivery: 50% (0%..200%)", "bad-probability: The high end 200% is not a chance. Write (0%..100%).")]
    [InlineData("delivery: 0.5 (uniform -0.5 .. 1)", "bad-probability: The low end -0.5 is not a chance. Write (uniform 0..1).")]
    [InlineData("delivery: 0.5 +-0.7", "bad-probability: The low end -0.2 is not a chance. Write (0..1).")]
    [InlineData("delivery: 0.5 (discrete 0.5:50% 2:50%)", "bad-probability: 2 is not a chance. Write 0.02, or 2%.")]
    [InlineData("delivery: 2 (0..2)", "bad-probability: 2 is not a chance. Write 0.02, or 2%.")]
    [InlineData("size: 5 (-1..9)", "out-of-range: The low end -1 is out of range. Write (0..9).")]
    public void An_end_that_cannot_be_meant_is_told_with_the_one_that_can(string entry, string expected)
    {
        var read = CaseReader.Read("case.yaml", Case($"open: {{{entry}, us: 1, russia: 1}}"));

        Assert.Equal([expected], read.Errors.Select(d => $"{d.Slug}: {d.Message}"));
    }

    [Fact]
    public void A_distribution_needs_no_quotes_inside_braces()
    {
        var model = Samples.Read(Case("open: {delivery: 0.3 (discrete 0:20% 0.3:80%) @guess, us: 3 (normal 4 in -20..20), russia: -1.5 (beta 2 5 in -2..0)}"));

        Assert.Equal(3, CaseNumbers.Sampled(model).Count(n => n.Number.Distribution is not null));
    }

    [Fact]
    public void A_comma_in_a_distribution_is_told_with_the_form_that_has_none()
    {
        var findings = CaseReader.Read("case.yaml", Case("open: {us: 3 (normal 4, -20..20), russia: 1 (uniform 0, 2)}")).Errors.Select(d => d.ToString());

        Assert.Equal(
            ["case.yaml:8:16: error bad-distribution: 'normal' is written without commas: 4 (normal 1 in 2..9).",
            "case.yaml:8:47: error bad-range: A range has two dots and its low end first. Write (uniform 0..2)."],
            findings);
    }

    [Fact]
    public void An_edit_sets_a_distribution_and_a_new_value_keeps_it()
    {
        var model = Samples.Read(Case("open: {us: 3 (1..5), russia: 1}"));

        var edited = CaseEdit.Apply(model, [new("trade.open.us", "2 (pert 0..5)", SourceSpan.None, SourceSpan.None)]).Value!; // the edit is sound
        var moved = CaseNumbers.SetCoefficient(edited, "trade.open.us", 4m);

        var number = CaseNumbers.Find(moved, "trade.open.us", out _)!;
        Assert.Equal((4m, new NumberRange(0m, 5m), new PertDistribution()), (number.Coefficient, number.Range!.Value, number.Distribution));
    }

    [Fact]
    public void A_distribution_written_into_a_file_is_read_back()
    {
        var text = Case("open: {us: 3, russia: 1}");

        var patched = CasePatch.Set("case.yaml", text, [new("trade.open.us", "2 (discrete 0:20% 3:80%)", SourceSpan.None, SourceSpan.None)]);

        Assert.Contains("us: 2 (discrete 0:20% 3:80%), russia: 1", patched.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_founding_case_samples_its_numbers_with_a_range()
    {
        var sampled = CaseNumbers.Sampled(ShippedCases.ShippedCase.Read(ShippedCases.ShippedCase.Founding));

        Assert.Equal(134, sampled.Length);
    }

    [Fact]
    public void Any_distribution_written_into_a_case_is_the_one_read_from_it()
    {
        var text = Case("open: {us: 3, russia: 1}");
        for (var seed = 0; seed < Soak.Times(5_000); seed++)
        {
            var random = new Random(seed);
            var (written, value, range, distribution) = Any(random);

            var patched = CasePatch.Set("case.yaml", text, [new("trade.open.us", written, SourceSpan.None, SourceSpan.None)]);

            Assert.True(patched.Value is not null, $"{written}: {string.Join(' ', patched.Diagnostics)}");
            var number = CaseNumbers.Find(Samples.Read(patched.Value!), "trade.open.us", out _)!; // asserted above
            Assert.Equal((value, range), (number.Coefficient, number.Range!.Value));
            Assert.Equal(ModelText.Of(distribution), ModelText.Of(number.Distribution));
        }
    }

    [Fact]
    public void The_teaching_case_has_each_kind_and_no_findings()
    {
        var read = CaseFile.Read(Path.Combine(RepositoryFolders.Cases, "teaching", "gas-transit.yaml"));

        Assert.Empty(read.Diagnostics);
        var kinds = CaseNumbers.Sampled(read.Value!).Select(n => n.Number.Distribution?.GetType().Name ?? "triangle").Distinct();
        Assert.Equal(
            ["BetaDistribution", "DiscreteDistribution", "LognormalDistribution", "NormalDistribution", "PertDistribution", "UniformDistribution", "triangle"],
            kinds.Order(StringComparer.Ordinal));
    }

    /// <summary>A number of points in its written form, with what it means.</summary>
    private static (string Text, decimal Value, NumberRange Range, NumberDistribution? Distribution) Any(Random random)
    {
        decimal Between(int low, int high) => random.Next(low, high + 1) / 100m;
        var kind = random.Next(7);
        var (low, high) = kind == 3 ? (Between(1, 2_000), Between(2_001, 9_000)) : (Between(-9_000, 0), Between(1, 9_000));
        var value = low + decimal.Round((high - low) * random.Next(101) / 100m, 2);
        var (a, b) = (Between(1, 900), Between(1, 900));
        var ends = $"{DecimalText.Of(low)}{(random.Next(2) == 0 ? ".." : " .. ")}{DecimalText.Of(high)}";
        var values = Enumerable.Range(0, random.Next(2, 6)).Select(i => new DiscreteValue(low + i, 0.1m)).ToArray();
        values[^1] = values[^1] with { Chance = 1 - values.SkipLast(1).Sum(v => v.Chance) };
        var (inner, distribution) = kind switch
        {
            0 => ($"uniform {ends}", new UniformDistribution()),
            1 => ($"pert {ends}", new PertDistribution()),
            2 => ($"normal {DecimalText.Of(a)} in {ends}", new NormalDistribution(a)),
            3 => ($"lognormal {DecimalText.Of(a + 1)} in {ends}", new LognormalDistribution(a + 1)),
            4 => ($"beta {DecimalText.Of(a)} {DecimalText.Of(b)} in {ends}", new BetaDistribution(a, b)),
            5 => ($"discrete {string.Join(' ', values.Select(v => $"{DecimalText.Of(v.Value)}:{DecimalText.Of(v.Chance)}"))}", new DiscreteDistribution([.. values])),
            _ => (random.Next(2) == 0 ? ends : $"triangular {ends}", (NumberDistribution?)null),
        };
        if (kind == 5) (value, high) = (low, values[^1].Value);
        return ($"{DecimalText.Of(value)} ({inner})", value, new NumberRange(low, high), distribution);
    }

    private static string Case(string option) => $"""
        case: c
        parties:
          us:
          russia:
        issues:
          trade:
            status_quo: none
            {option}
        """;

    private static Number? Read(string text, out List<string> findings)
    {
        var told = new List<string>();
        var number = NumberReader.Read(text, NumberDomain.Any, new NoNames(), null, SourceSpan.None, isEdit: false, (message, at, length) =>
        {
            Assert.InRange(at, 0, text.Length - 1);
            Assert.InRange(length, 1, text.Length - at);
            told.Add($"{message.Slug}: {message.Text}");
        });
        findings = told;
        return number;
    }

    private sealed class NoNames : INumberScope
    {
        public IEnumerable<string> ParameterNames => ["noise"];

        public IEnumerable<string> SourceIds => [];

        public decimal? DefaultRange => null;

        public bool IsParameter(string name) => name == "noise";

        public bool IsSource(string id) => id == "guess";
    }
}
