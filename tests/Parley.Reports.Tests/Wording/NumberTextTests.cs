using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Reports.Wording;

namespace Parley.Reports.Tests.Wording;

public class NumberTextTests
{
    [Theory]
    [InlineData(1, 2, 0, "1")]
    [InlineData(-1, 2, 0, "−1")]
    [InlineData(1, 3, 3, "0.333")]
    [InlineData(-859, 10000, 3, "−0.086")]
    [InlineData(-1, 100000, 3, "−0.000")]
    [InlineData(0, 1, 2, "0.00")]
    [InlineData(123456, 100, 2, "1234.56")]
    public void Decimals_are_rounded_half_away_from_zero_and_keep_a_lost_sign(int over, int under, int decimals, string text) =>
        Assert.Equal(text, NumberText.Fixed(new Rational(over, under), decimals));

    [Theory]
    [InlineData(0, 1, "0")]
    [InlineData(1, 3, "0.333333333333")]
    [InlineData(-2, 3, "-0.666666666667")]
    [InlineData(5, 2, "2.5")]
    [InlineData(1200, 1, "1200")]
    [InlineData(1, 800, "0.00125")]
    [InlineData(999999999, 1000000000, "0.999999999")]
    public void Machines_get_twelve_significant_digits(int over, int under, string text) =>
        Assert.Equal(text, NumberText.Significant(new Rational(over, under)));

    [Fact]
    public void Twelve_digits_agree_with_the_framework_over_many_magnitudes()
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        for (var power = -40; power <= 40; power++)
        {
            var scale = BigInteger.Pow(10, Math.Abs(power));
            var value = power >= 0 ? new Rational(scale * 98765432109877, 7) : new Rational(98765432109877, scale * 7);

            var text = NumberText.Significant(value);

            Assert.Equal(value.ToDouble().ToString("E11", invariant), double.Parse(text, invariant).ToString("E11", invariant));
        }
    }

    [Fact]
    public void A_share_too_small_to_show_is_not_shown_as_none()
    {
        Assert.Equal("<0.1%", NumberText.Share(new Rational(1, 10000)));
        Assert.Equal("0.0%", NumberText.Share(0));
        Assert.Equal("8.6%", NumberText.Share(new Rational(859, 10000)));
    }
}
