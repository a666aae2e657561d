using System.Globalization;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Problems;

namespace Parley.Tests.BruteForce;

/// <summary>A generated case that declares perceptions: mostly the negotiators' own, sometimes an observer's.</summary>
internal static class GeneratedViews
{
    public static CaseQuestion Ask(int seed)
    {
        var model = CaseGenerator.Generate(seed).Base;
        var random = new Random(seed);
        var overlays = model.Negotiators.Where(_ => random.Next(4) > 0).Select(p => p.Name).Append("observer")
            .Select(name => new Overlay { Kind = OverlayKind.Perception, Name = name, Set = [.. Edits(model, random)] });
        var question = CaseQuestion.Ask(model with { Overlays = [.. overlays] }, OverlaySelection.Default);
        Assert.Empty(question.Errors);
        return question.Value!; // no errors, so there is a value
    }

    // Edits that a case file could hold, one after the other.
    private static List<Edit> Edits(CaseModel model, Random random)
    {
        List<Edit> edits = [];
        for (var k = random.Next(4); k > 0; k--)
        {
            var edit = One(model, random);
            if (CaseEdit.Apply(model, [.. edits, edit]).Value is not null) edits.Add(edit);
        }

        return edits;
    }

    private static Edit One(CaseModel model, Random random)
    {
        var party = model.Negotiators.ElementAt(random.Next(model.Negotiators.Count()));
        var numbers = CaseNumbers.List(model).Where(n => n.Kind is NumberKind.Points or NumberKind.Effect or NumberKind.Delivery or NumberKind.Weight).ToList();
        return random.Next(5) switch
        {
            0 when model.Rules.Length > 0 => To($"{model.Rules[random.Next(model.Rules.Length)].Name}.in_force", "no"),
            1 when numbers.Count > 0 && numbers[random.Next(numbers.Count)] is var number =>
                To(number.Path, Text(number.Kind is NumberKind.Delivery ? random.Next(3) * 0.5m : random.Next(6))),
            2 => To($"{party.Name}.min_gain", Text(random.Next(3))),
            _ => To($"{party.Name}.no_deal", Text(random.Next(-6, 4))),
        };
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static Edit To(string path, string value) => new(path, value, SourceSpan.None, SourceSpan.None);
}
