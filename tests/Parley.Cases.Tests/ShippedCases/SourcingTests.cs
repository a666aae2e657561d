using System.Text.RegularExpressions;
using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Tests.ShippedCases;

/// <summary>The shipped cases read cleanly, and their numbers say what they rest on.</summary>
public sealed partial class SourcingTests
{
    /// <summary>Warnings that a case means to keep: what it says is unusual and said on purpose.</summary>
    private static readonly Dictionary<string, string[]> Intended = new(StringComparer.Ordinal)
    {
        // Donors of the event big_money pay four times what the scale of a dimension holds.
    };

    public static TheoryData<string> Paths => [.. ShippedCase.Paths];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_shipped_case_reads_without_findings(string path)
    {
        var intended = Intended.GetValueOrDefault(path, []);

        var findings = CaseFile.Read(ShippedCase.FullPath(path)).Diagnostics.Where(d => !intended.Contains(d.Slug));

        Assert.Empty(findings.Select(d => d.ToString()));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_case_in_a_folder_of_its_own_has_the_folders_name(string path)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(path));

        Assert.Equal(folder == "ladder" ? "border-bridge" : folder, ShippedCase.Read(path).Name);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_id_behind_an_at_sign_is_declared(string path)
    {
        var model = ShippedCase.Read(path);
        HashSet<string> declared = [.. model.Sources.Select(s => s.Id), .. model.Quotes.Select(q => q.Id), "guess"];

        var cited = Numbers(model).Select(n => n.Number.Source).OfType<string>()
            .Concat(model.Overlays.SelectMany(o => o.Set).SelectMany(e => CitedId().Matches(e.Value)).Select(m => m.Groups[1].Value))
            .Concat(model.Claims.Select(c => c.Source).OfType<string>())
            .Concat(model.Overlays.Select(o => o.Source).OfType<string>());

        Assert.Empty(cited.Where(id => !declared.Contains(id)).Distinct());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_range_holds_the_number_it_belongs_to(string path) =>
        Assert.All(Numbers(ShippedCase.Read(path)), n =>
        {
            if (n.Number.Range is { } range)
                Assert.True(range.Low <= n.Number.Coefficient && n.Number.Coefficient <= range.High, $"{n.What} {n.Number.Span}");
        });

    [Fact]
    public void Every_number_of_the_founding_case_rests_on_a_source_or_a_guess() =>
        Assert.All(Numbers(ShippedCase.Read(ShippedCase.Founding)), n =>
            Assert.True(n.Number.Source is not null, $"{n.What} at {n.Number.Span} says neither source nor guess"));

    [Fact]
    public void Every_number_of_the_founding_case_has_a_range_unless_it_is_zero() =>
        Assert.All(Numbers(ShippedCase.Read(ShippedCase.Founding)), n =>
            Assert.True(n.Number.Range is not null || n.Number.Coefficient == 0m, $"{n.What} at {n.Number.Span} has no range"));

    /// <summary>The numbers that somebody typed, each with the name of what it belongs to.</summary>
    private static IEnumerable<(string What, Number Number)> Numbers(CaseModel model) =>
        OfParties(model).Concat(OfOptions(model)).Concat(OfTheRest(model)).Where(n => n.Number.Span.HasText);

    private static IEnumerable<(string What, Number Number)> OfParties(CaseModel model)
    {
        foreach (var party in model.Parties)
        {
            yield return ($"{party.Name}.no_deal", party.NoDeal);
            yield return ($"{party.Name}.min_gain", party.MinGain);
            foreach (var weight in party.Weights) yield return ($"{party.Name}.weights.{weight.Dimension}", weight.Value);
        }
    }

    private static IEnumerable<(string What, Number Number)> OfOptions(CaseModel model)
    {
        foreach (var issue in model.Issues)
        {
            foreach (var option in issue.Options)
            {
                var id = issue.IdOf(option.Name);
                yield return ($"{id}.size", option.Size);
                foreach (var channel in option.Delivery) yield return ($"{id}.delivery", channel.Chance);
                foreach (var effect in option.Effects) yield return ($"{id}.{effect.Party}.{effect.Dimension}", effect.Amount);
            }
        }
    }

    private static IEnumerable<(string What, Number Number)> OfTheRest(CaseModel model)
    {
        if (model.SubstantiveFrom is { } from) yield return ("substantive_from", from);
        foreach (var parameter in model.Parameters)
            if (parameter.Value is { } value)
                yield return (parameter.Name, value);
        foreach (var effect in model.StandingEffects) yield return ("standing_effects", effect.Value);
        foreach (var rule in model.Rules)
            if (rule is RefusesTradeRule refusal)
                yield return ($"{rule.Name}.tolerance", refusal.Tolerance);
    }

    [GeneratedRegex("@([A-Za-z0-9_-]+)")]
    private static partial Regex CitedId();
}
