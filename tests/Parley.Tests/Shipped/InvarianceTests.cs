using System.Text.Json.Nodes;
using Parley.Cases.Model;
using Parley.Verdict;

namespace Parley.Tests.Shipped;

/// <summary>What a case is called and in which unit a party counts changes no answer.</summary>
public class InvarianceTests
{
    private static readonly string[] Cases = [.. ShippedCase.Paths.Where(p => p.EndsWith("case.yaml", StringComparison.Ordinal)), "ladder/rung-10.yaml"];

    public static TheoryData<string> Paths => [.. Cases];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Other_names_leave_every_figure(string path)
    {
        var model = ShippedCase.Read(path).Base;
        foreach (var (name, overlays) in ShippedCase.OverlaysOf(model).Where((_, k) => k % 4 == 0))
        {
            var shipped = ShippedCase.On(model, overlays);
            var renamer = new CaseRenamer(model);
            var renamed = new ShippedCase(renamer.Rename(shipped.Effective), renamer.Rename(shipped.Base));

            Assert.True(renamed.Json().Contains("zq", StringComparison.Ordinal), "nothing was renamed");
            Assert.True(Figures(shipped.Json()) == Figures(renamer.Back(renamed.Json())), $"{name}: other names, other answers");
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Another_unit_of_one_partys_value_leaves_margin_grade_and_witness(string path)
    {
        var model = ShippedCase.Read(path).Base;
        foreach (var (name, overlays) in ShippedCase.OverlaysOf(model))
        {
            var shipped = ShippedCase.On(model, overlays);
            var expected = Of(shipped.Verdict(Quick));
            foreach (var party in model.Negotiators)
            {
                foreach (var unit in new[] { 7m, 0.25m })
                {
                    var other = new ShippedCase(InUnits(shipped.Effective, party.Name, unit), InUnits(shipped.Base, party.Name, unit));
                    Assert.True(expected == Of(other.Verdict(Quick)), $"{name}: {party.Name} in units {unit} times as large");
                }
            }
        }
    }

    private static readonly VerdictOptions Quick = new() { Certificate = false };

    private static string Of(VerdictResult verdict) =>
        $"{verdict.Grade} {verdict.Margin} {string.Join(' ', verdict.Witness?.Package.Options ?? [])} {string.Join(' ', verdict.Tokens)} {verdict.AcceptableCount}";

    // Sentences put names that are not titles into words.
    private static string Figures(string json)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        root["verdict"]!.AsObject().Remove("sentence");
        return root.ToJsonString();
    }

    private static CaseModel InUnits(CaseModel model, string party, decimal unit) => model with
    {
        Parties = [.. model.Parties.Select(p => p.Name != party ? p : p with
        {
            NoDeal = Times(p.NoDeal, unit),
            MinGain = Times(p.MinGain, unit),
            Weights = [.. p.Weights.Select(w => w with { Value = Times(w.Value, unit) })],
        })],
        Issues = [.. model.Issues.Select(i => i with
        {
            Scale = i.Scale is { } scale ? scale with { Curves = [.. scale.Curves.Select(c => c.Party == party ? InUnits(c, unit) : c)] } : null,
            Options = [.. i.Options.Select(o => o with { Effects = [.. o.Effects.Select(e => IsPointsOf(e, party) ? e with { Amount = Times(e.Amount, unit) } : e)] })],
        })],
    };

    private static ValueCurve InUnits(ValueCurve curve, decimal unit) =>
        curve with { Breakpoints = [.. curve.Breakpoints.Select(b => b with { Value = Times(b.Value, unit) })] };

    private static bool IsPointsOf(Effect effect, string party) => effect.Party == party && effect.Dimension is null;

    private static Number Times(Number number, decimal unit) => number with { Coefficient = number.Coefficient * unit };
}
