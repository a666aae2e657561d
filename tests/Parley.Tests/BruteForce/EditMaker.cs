using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;

namespace Parley.Tests.BruteForce;

/// <summary>Edits that fit a case, and changes that they take back.</summary>
internal sealed class EditMaker(Random random)
{
    public static Edit To(string path, string value) => new(path, value, SourceSpan.None, SourceSpan.None);

    /// <summary>Any edit that fits: it may help, harm or do nothing.</summary>
    public Edit Any(CaseModel model)
    {
        var issues = model.Issues.Where(i => i.StatusQuo is not null).ToList();
        return random.Next(12) switch
        {
            0 or 1 when model.Rules.Length > 0 => To($"{Pick(model.Rules).Name}.in_force", YesOrNo()),
            2 when issues.Count > 0 => To($"{Pick(issues).Name}.off_table", YesOrNo()),
            3 when issues.Count > 0 && NewStatusQuo(Pick(issues)) is { } moved => moved,
            4 => To($"{Negotiator(model).Name}.no_deal", Text(-2m, -1m, 0m, 1m, 2m)),
            5 => To($"{Negotiator(model).Name}.min_gain", Text(0m, 0.5m, 1m)),
            6 when MissingWeight(model) is { } weight => weight,
            7 when MissingEffect(model) is { } effect => effect,
            8 when MissingDelivery(model) is { } delivery => delivery,
            _ when Numbers(model) is { Count: > 0 } numbers => Other(model, Pick(numbers)),
            _ => To($"{Negotiator(model).Name}.no_deal", Text(-2m, -1m, 0m, 1m, 2m)), // a case may say nothing in numbers
        };
    }

    /// <summary>An edit that makes a deal likelier than it ever was, so that several sets may open one.</summary>
    public Edit Help(CaseModel model)
    {
        var ratifiers = model.Parties.Where(p => p.Role == PartyRole.Ratifier).ToList();
        var wanted = Numbers(model).Where(n => n.Kind is NumberKind.Delivery or NumberKind.Effect or NumberKind.Points or NumberKind.Breakpoint).ToList();
        return random.Next(4) switch
        {
            0 when ratifiers.Count > 0 => To($"{Pick(ratifiers).Name}.no_deal", Text(-3m, -6m)),
            1 when wanted.Count > 0 && Pick(wanted) is var number => To(number.Path, number.Kind == NumberKind.Delivery ? "1" : Text(2m, 4m, 6m)),
            _ => To($"{Negotiator(model).Name}.no_deal", Text(-2m, -3m, -4m)),
        };
    }

    /// <summary>The same path, set to something else.</summary>
    public Edit Again(CaseModel model, Edit edit)
    {
        if (edit.Value is "yes" or "no") return To(edit.Path, YesOrNo());
        if (Numbers(model).Find(n => n.Path == edit.Path) is { } number) return Other(model, number);
        if (edit.Path.EndsWith(".no_deal", StringComparison.Ordinal)) return To(edit.Path, Text(-2m, -1m, 0m, 1m, 2m));
        return edit.Path.EndsWith(".status_quo", StringComparison.Ordinal) ? edit : To(edit.Path, Text(0m, 0.5m, 1m));
    }

    public (CaseModel, Edit)? PlantRedLine(CaseModel model, string name)
    {
        var party = random.Next(4) == 0 ? Pick(model.Parties) : Negotiator(model);
        RedLineRule rule = new() { Name = name, Party = party.Name, Never = References(model, 1, 3) };
        return (model with { Rules = model.Rules.Add(rule) }, To($"{name}.in_force", "no"));
    }

    public (CaseModel, Edit)? PlantPrecondition(CaseModel model, string name)
    {
        PreconditionRule rule = new()
        {
            Name = name,
            Party = random.Next(2) == 0 ? Negotiator(model).Name : null,
            Unlocks = References(model, 1, 1),
            For = References(model, 1, 3),
        };
        return (model with { Rules = model.Rules.Add(rule) }, To($"{name}.in_force", "no"));
    }

    /// <summary>A party that will not have some issues touched at all.</summary>
    public (CaseModel, Edit) PlantTaboo(CaseModel model, string name)
    {
        var issues = model.Issues.Where(_ => random.Next(4) > 0).Select(i => new OptionReference(i.Name, null, SourceSpan.None));
        RedLineRule rule = new() { Name = name, Party = Negotiator(model).Name, Never = [.. issues.DefaultIfEmpty(Reference(model.Issues[0]))] };
        return (model with { Rules = model.Rules.Add(rule) }, To($"{name}.in_force", "no"));
    }

    public (CaseModel, Edit) PlantNoDeal(CaseModel model, params decimal[] more)
    {
        var party = Pick([.. model.Parties.Where(p => p.Role != PartyRole.Observer)]);
        var now = party.NoDeal.Coefficient;
        var changed = party with { NoDeal = NumberMaker.Exactly(now + Pick(more)) };
        return (With(model, party, changed), To($"{party.Name}.no_deal", NumberMaker.Text(now)));
    }

    public (CaseModel, Edit) PlantMinGain(CaseModel model, params decimal[] more)
    {
        var party = Negotiator(model);
        var now = party.MinGain.Coefficient;
        var changed = party with { MinGain = NumberMaker.Exactly(now + Pick(more)) };
        return (With(model, party, changed), To($"{party.Name}.min_gain", NumberMaker.Text(now)));
    }

    public (CaseModel, Edit)? PlantOffTable(CaseModel model)
    {
        var issues = model.Issues.Where(i => i is { StatusQuo: not null, OffTable: false }).ToList();
        if (issues.Count == 0) return null;
        var issue = Pick(issues);
        return (model with { Issues = model.Issues.Replace(issue, issue with { OffTable = true }) }, To($"{issue.Name}.off_table", "no"));
    }

    public (CaseModel, Edit)? LiftRule(CaseModel model)
    {
        var rules = model.Rules.Where(r => r.InForce).ToList();
        return rules.Count == 0 ? null : (model, To($"{Pick(rules).Name}.in_force", "no"));
    }

    /// <summary>A written number made worse for a deal, as far as its kind tells what is worse.</summary>
    public (CaseModel, Edit)? PlantNumber(CaseModel model)
    {
        if (Numbers(model) is not { Count: > 0 } numbers) return null;
        var number = Pick(numbers);
        var now = number.Number.Coefficient;
        decimal? worse = number.Kind switch
        {
            NumberKind.Threshold or NumberKind.VotesNeeded or NumberKind.NoDeal or NumberKind.MinGain => now + Pick([1m, 2m]),
            NumberKind.Delivery or NumberKind.Size or NumberKind.Tolerance or NumberKind.Votes => 0m,
            NumberKind.Effect or NumberKind.Points or NumberKind.Breakpoint => now - Pick([1m, 2m, 3m]),
            NumberKind.Weight => Pick([0m, 3m]),
            NumberKind.Parameter => Pick([0m, 2m]),
            _ => null,
        };
        if (worse is not { } value || value == now) return null;
        return (CaseNumbers.Set(model, number.Path, value), To(number.Path, Text(number.Number)));
    }

    private Edit? NewStatusQuo(Issue issue)
    {
        // An option that some may agree on without the others is no status quo of them all.
        var options = issue.Options.Where(o => o.Needs.IsEmpty && o.Name != issue.StatusQuo).ToList();
        return options.Count == 0 ? null : To($"{issue.Name}.status_quo", Pick(options).Name);
    }

    private Edit? MissingWeight(CaseModel model)
    {
        var party = Negotiator(model);
        var missing = model.Parties.SelectMany(p => p.Weights).Select(w => w.Dimension).Distinct()
            .Where(d => party.Weights.All(w => w.Dimension != d)).ToList();
        return missing.Count == 0 ? null : To($"{party.Name}.weights.{Pick(missing)}", Text(0.5m, 1m, 2m));
    }

    private Edit? MissingEffect(CaseModel model)
    {
        var issue = Pick(model.Issues);
        var party = Negotiator(model).Name;
        var options = issue.Options.Where(o => o.Effects.All(e => e.Party != party)).ToList();
        if (issue.Scale is not null || options.Count == 0) return null;
        return To($"{issue.Name}.{Pick(options).Name}.{party}", Text(-2m, -1m, 1m, 2m, 3m));
    }

    /// <summary>One number where there was none, or one more channel.</summary>
    private Edit? MissingDelivery(CaseModel model)
    {
        var issue = Pick(model.Issues);
        var options = issue.Options.Where(o => o.Delivery is [] or [{ Name: not null }, ..]).ToList();
        if (issue.Scale is not null || options.Count == 0) return null;
        var option = Pick(options);
        var channel = option.Delivery.IsEmpty && issue.Options.IndexOf(option) % 2 == 0 ? "" : ".extra"; // the same for every obstacle: one number or channels, not both
        return To($"{issue.Name}.{option.Name}.delivery{channel}", Text(0m, 0.25m, 0.5m));
    }

    private Edit Other(CaseModel model, CaseNumber number)
    {
        var text = number.Kind switch
        {
            NumberKind.NoDeal => Text(-2m, -1m, 0m, 1m, 2m),
            NumberKind.MinGain => Text(0m, 0.5m, 1m, 2m),
            NumberKind.Weight => Text(0m, 0.5m, 1m, 2m, 3m),
            NumberKind.Delivery => Text(0m, 0.25m, 0.5m, 0.75m, 1m),
            NumberKind.Size or NumberKind.Tolerance or NumberKind.Threshold => Text(0m, 0.5m, 1m, 2m, 4m, 6m),
            NumberKind.Votes or NumberKind.VotesNeeded => Text(0m, 1m, 2m, 3m),
            NumberKind.Parameter => Text(0m, 0.5m, 1m, 2m),
            _ => Text(-3m, -1m, -0.5m, 0m, 1m, 2m, 3m, 4m),
        };
        var mayMultiply = number.Kind is NumberKind.Effect or NumberKind.Points or NumberKind.Delivery or NumberKind.Breakpoint or NumberKind.Size;
        if (mayMultiply && model.Parameters.Length > 0 && random.Next(6) == 0) text += "*" + Pick(model.Parameters).Name;
        return To(number.Path, text);
    }

    private static List<CaseNumber> Numbers(CaseModel model) => [.. CaseNumbers.List(model).Where(n => n.CanEdit)];

    private static string Text(Number number) =>
        string.Join('*', [NumberMaker.Text(number.Coefficient), .. number.Parameters]);

    private static CaseModel With(CaseModel model, Party party, Party changed) =>
        model with { Parties = model.Parties.Replace(party, changed) };

    private Party Negotiator(CaseModel model) => Pick([.. model.Negotiators]);

    private ImmutableArray<OptionReference> References(CaseModel model, int least, int most)
    {
        var count = random.Next(least, most + 1);
        return [.. Enumerable.Range(0, count).Select(_ => Reference(Pick(model.Issues))).Distinct()];
    }

    private OptionReference Reference(Issue issue) =>
        new(issue.Name, random.Next(3) == 0 ? null : Pick(issue.Options).Name, SourceSpan.None);

    private string YesOrNo() => random.Next(2) == 0 ? "yes" : "no";

    private string Text(params decimal[] from) => NumberMaker.Text(Pick(from));

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
