using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
using Parley.Openings;

namespace Parley.Tests.Shipped;

public class OpeningsOfFoundingCaseTests
{
    [Fact]
    public void Obama_would_have_refused_for_ideology_and_Trump_refuses_for_want_of_gain()
    {
        var trump = Refusal("trump", OverlaySelection.Default);
        var obama = Refusal("trump", new() { Under = "obama" });

        Assert.Equal("0.29", Rounded(Of(trump, "values").ObjectionShare));
        Assert.Equal("0.83", Rounded(Of(obama, "values").ObjectionShare));
        Assert.True(Of(trump, "econ").Ceiling <= 4);
    }

    private static PartyAnatomy Refusal(string party, OverlaySelection overlays) =>
        AnatomyAnalysis.Run(ShippedCase.Read(ShippedCase.Founding, overlays).Problem, new()).Parties.Single(p => p.Party == party);

    private static DimensionShare Of(PartyAnatomy anatomy, string dimension) => anatomy.Dimensions.Single(d => d.Dimension == dimension);

    private static string Rounded(Rational value) =>
        Math.Round((decimal)(double)value, 2).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
