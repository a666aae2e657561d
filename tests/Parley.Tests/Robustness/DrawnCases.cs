using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Problems;
using Parley.Reports.Answers;
using Parley.Reports.Json;
using Parley.Robustness;
using Parley.Sensitivity;
using Parley.Tests.Shipped;

namespace Parley.Tests.Robustness;

/// <summary>Questions whose draws are looked at, small ones with answers in closed form, and results as bytes.</summary>
internal static class DrawnCases
{
    /// <summary>The margin is (x - y) / 4.5, with x uniform on 3..6 and y on 0..4.</summary>
    public const string Linear = """
        parley: 1
        case: linear
        parties:
          one: {no_deal: 2 (uniform 0..4) @guess}
          two: {no_deal: -9}
        issues:
          pact:
            status_quo: apart
            apart: {}
            signed: {one: 4.5 (uniform 3..6) @guess, two: 1}
        """;

    /// <summary>In half of the draws the bar is met to the last digit, so that floating point cannot tell.</summary>
    public const string Tie = """
        parley: 1
        case: tie
        parties: {one: {no_deal: 1 (discrete 1:50% 2:50%) @guess}, two: {}}
        issues:
          a: {status_quo: x, x: {}, y: {one: 1, two: 1}, z: {one: 0.5, two: 2}}
          b: {status_quo: x, x: {}, y: {one: -1, two: 1}, z: {one: -2, two: 2}}
        """;

    public static CaseQuestion Of(string text, OverlaySelection? overlays = null)
    {
        var read = CaseReader.Read("case.yaml", text);
        Assert.Empty(read.Errors);
        return CaseQuestion.Ask(read.Value!, overlays ?? OverlaySelection.Default).Value!; // checked by the next test that asks
    }

    public static CaseQuestion Shipped(string path, OverlaySelection? overlays = null) =>
        CaseQuestion.Ask(ShippedCase.Read(path).Base, overlays ?? OverlaySelection.Default).Value!; // shipped overlays are declared

    public static string Json(CaseQuestion question, RobustResult? robust = null, SensitivityResult? sensitivity = null)
    {
        var stamp = new AnswerStamp { Version = "0", CaseHash = "00", Overlays = question.Selection, FrontierLimit = 0 };
        return AnswersJson.Text(new CaseAnswers(question.Model, stamp) { Robust = robust, Sensitivity = sensitivity });
    }
}
