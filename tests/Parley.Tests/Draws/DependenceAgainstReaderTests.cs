using System.Globalization;
using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Draws;
using Parley.Problems;
using Parley.Tests.Shared;

namespace Parley.Tests.Draws;

/// <summary>Correlations that the reader lets in can be drawn.</summary>
public class DependenceAgainstReaderTests(ITestOutputHelper output)
{
    [Fact]
    public void Correlations_at_the_edge_of_what_the_reader_lets_in_can_be_drawn()
    {
        var random = new Random(3);
        var (fine, refused) = (0, 0);
        for (var draw = 0; draw < Soak.Times(3_000_000); draw++)
        {
            // Of correlations with four decimals, as files have them, few are so near the edge of what two others allow that tolerances matter.
            var (a, b) = (random.Next(-9_999, 10_000) / 10_000m, random.Next(-9_999, 10_000) / 10_000m);
            var edge = Score(a) * Score(b) + Math.Sqrt((1 - Score(a) * Score(a)) * (1 - Score(b) * Score(b)));
            var c = Math.Round((decimal)(6 / Math.PI * Math.Asin(edge / 2)), 4);
            if (Math.Abs(Score(c) - edge) > 3e-9) continue;
            var read = CaseReader.Read("edge.yaml", Case(a, b, c));
            if (read.Value is not { } model)
            {
                refused++;
                continue;
            }

            fine++;
            // No overlay is laid on, so the question can be asked.
            var sample = new InputSample(CaseQuestion.Ask(model, OverlaySelection.Default).Value!, SamplingKind.Independent, 1, 1);
            Assert.True(sample.IsDependent);
        }

        output.WriteLine($"{fine} matrices let in, {refused} refused");
        Assert.True(fine > 0 && refused > 0);
    }

    private static double Score(decimal rank) => 2 * Math.Sin(Math.PI * (double)rank / 6);

    private static string Case(decimal a, decimal b, decimal c) => string.Create(CultureInfo.InvariantCulture, $$"""
        parley: 1
        case: edge
        parties:
          one: {no_deal: 6 (uniform 0..10) @guess}
          two: {}
        issues:
          pact:
            status_quo: apart
            apart: {}
            signed: {one: 7 (0..8) @guess, two: 1 (uniform 1..2) @guess}
        dependence:
          rank_correlations:
            - [one.no_deal, pact.signed.one, {{a}}]
            - [one.no_deal, pact.signed.two, {{b}}]
            - [pact.signed.one, pact.signed.two, {{c}}]

        """);
}
