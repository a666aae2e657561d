namespace Parley.Shared;

/// <summary>Cases so small that every answer is known.</summary>
public static class SmallCases
{
    /// <summary>A deal exists exactly where the first number is at most 7 of 0..10, or always without the obstacle; the second number changes nothing.</summary>
    public const string Threshold = """
        parley: 1
        case: threshold
        cost_of_talks: 0.3 @guess
        parties:
          one: {no_deal: 6 (uniform 0..10) @guess}
          two: {}
        issues:
          pact:
            status_quo: apart
            apart: {}
            signed: {one: 7, two: 1 (uniform 1..2) @guess}
        obstacles:
          comfort: {set: {one.no_deal: 0}}

        """;
}
