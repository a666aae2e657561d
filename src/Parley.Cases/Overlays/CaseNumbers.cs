using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Overlays;

/// <summary>A number of a case and the path at which it stands.</summary>
/// <param name="Path">The path, as in an overlay's <c>set</c>.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="Number">The number.</param>
/// <param name="CanEdit">False for the few numbers that no edit can set.</param>
public sealed record CaseNumber(string Path, NumberKind Kind, Number Number, bool CanEdit = true);

/// <summary>Lists every number of a case.</summary>
public static class CaseNumbers
{
    /// <summary>Every number that the case writes, each with its path.</summary>
    /// <remarks>
    /// Order: cost of talks, threshold, parameters, parties, issues, rules, standing effects, events; within each, declaration order;
    /// within an option delivery, size, effects. The order is the same for an edited model, so that draw k stays number k.
    /// Numbers left out in the file (a party without <c>no_deal</c>) are not listed; neither are a numeric issue's bounds.
    /// </remarks>
    public static ImmutableArray<CaseNumber> List(CaseModel model)
    {
        var numbers = ImmutableArray.CreateBuilder<CaseNumber>();
        if (model.CostOfTalks is { } cost) numbers.Add(new("cost_of_talks", NumberKind.CostOfTalks, cost, CanEdit: false));
        if (model.SubstantiveFrom is { } threshold) numbers.Add(new("substantive_from", NumberKind.Threshold, threshold));
        foreach (var parameter in model.Parameters)
            if (parameter.Value is { } value)
                numbers.Add(new(parameter.Name, NumberKind.Parameter, value));
        foreach (var party in model.Parties) AddParty(numbers, party);
        foreach (var issue in model.Issues) AddIssue(numbers, issue);
        foreach (var rule in model.Rules)
            if (ToleranceOf(rule) is { } tolerance && IsWritten(tolerance))
                numbers.Add(new($"{rule.Name}.tolerance", NumberKind.Tolerance, tolerance));
        for (var i = 0; i < model.StandingEffects.Length; i++)
            numbers.Add(new($"standing_effects.{i + 1}", NumberKind.StandingEffect, model.StandingEffects[i].Value, CanEdit: false));
        foreach (var overlay in model.OverlaysOf(OverlayKind.Event))
        {
            if (overlay.PerYear is { } rate) numbers.Add(new($"events.{overlay.Name}.per_year", NumberKind.PerYear, rate, CanEdit: false));
            if (overlay.EffectOnIndex is { } index) numbers.Add(new($"events.{overlay.Name}.effect_on_index", NumberKind.EffectOnIndex, index, CanEdit: false));
        }
        return numbers.ToImmutable();
    }

    /// <summary>The numbers that vary when the case is drawn at random, in the order of <see cref="List"/>: draw j is number j.</summary>
    /// <remarks>
    /// Sampled is what has a range with low below high. What an overlay puts in a number's place is exact, as are parameters
    /// that are sums, the numbers of rules, standing effects and events, and words such as a status quo.
    /// What is drawn is <see cref="Number.Coefficient"/>, before parameters multiply it. docs/model.md 83.
    /// </remarks>
    /// <param name="model">The case as its file declares it, without overlays.</param>
    public static ImmutableArray<CaseNumber> Sampled(CaseModel model) =>
        [.. List(model).Where(n => n is { CanEdit: true, Kind: not NumberKind.Tolerance, Number.Range: { } range } && range.Low < range.High)];

    /// <summary>The number that an edit's path leads to; null where none stands, or where a parameter is a sum of others.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">The path.</param>
    /// <param name="isNumber">Whether a number can stand there at all.</param>
    public static Number? Find(CaseModel model, string path, out bool isNumber)
    {
        var target = CasePath.Resolve(model, path, out _);
        var number = (target as ParameterTarget)?.Number ?? target as NumberTarget;
        isNumber = number is not null;
        return number?.Current;
    }

    /// <summary>The model with the number at a path replaced by an exact value; its range and source stay.</summary>
    /// <remarks>The value is not held against the field's domain: what is searched may leave it.</remarks>
    /// <exception cref="ArgumentException">No number can stand at the path.</exception>
    public static CaseModel Set(CaseModel model, string path, decimal value)
    {
        var number = Target(model, path);
        return number.With((number.Current ?? Number.Zero) with { Coefficient = value, Parameters = [] });
    }

    /// <summary>The model with another number at a path.</summary>
    /// <exception cref="ArgumentException">No number can stand at the path.</exception>
    public static CaseModel Set(CaseModel model, string path, Number number) => Target(model, path).With(number);

    /// <summary>The model with the typed value of the number at a path replaced; the parameters that multiply it, its range and source stay.</summary>
    /// <remarks>The value is not held against the field's domain.</remarks>
    /// <exception cref="ArgumentException">No number can stand at the path.</exception>
    public static CaseModel SetCoefficient(CaseModel model, string path, decimal value)
    {
        var number = Target(model, path);
        return number.With((number.Current ?? Number.Zero) with { Coefficient = value });
    }

    private static NumberTarget Target(CaseModel model, string path)
    {
        var target = CasePath.Resolve(model, path, out _);
        return (target as ParameterTarget)?.Number ?? target as NumberTarget ?? throw new ArgumentException($"No number can stand at '{path}'.", nameof(path));
    }

    private static void AddParty(ImmutableArray<CaseNumber>.Builder numbers, Party party)
    {
        if (IsWritten(party.NoDeal)) numbers.Add(new($"{party.Name}.no_deal", NumberKind.NoDeal, party.NoDeal));
        if (IsWritten(party.MinGain)) numbers.Add(new($"{party.Name}.min_gain", NumberKind.MinGain, party.MinGain));
        foreach (var (dimension, value) in party.Weights) numbers.Add(new($"{party.Name}.weights.{dimension}", NumberKind.Weight, value));
        if (party.Votes is { } votes) numbers.Add(new($"{party.Name}.votes", NumberKind.Votes, votes));
        if (party.VotesNeeded is { } needed) numbers.Add(new($"{party.Name}.votes_needed", NumberKind.VotesNeeded, needed));
    }

    private static void AddIssue(ImmutableArray<CaseNumber>.Builder numbers, Issue issue)
    {
        foreach (var curve in issue.Scale?.Curves ?? [])
            foreach (var (at, value) in curve.Breakpoints)
                numbers.Add(new($"{issue.Name}.{curve.Party}.{DecimalText.Of(at)}", NumberKind.Breakpoint, value));
        foreach (var option in issue.Options)
        {
            var id = $"{issue.Name}.{option.Name}";
            foreach (var (channel, chance) in option.Delivery)
                numbers.Add(new(channel is null ? $"{id}.delivery" : $"{id}.delivery.{channel}", NumberKind.Delivery, chance));
            if (IsWritten(option.Size)) numbers.Add(new($"{id}.size", NumberKind.Size, option.Size));
            foreach (var effect in option.Effects)
                numbers.Add(new($"{id}.{PathOf(effect)}", effect.Dimension is null ? NumberKind.Points : NumberKind.Effect, effect.Amount));
        }
    }

    private static string PathOf(Effect effect)
    {
        var head = effect.Time switch
        {
            EffectTime.AtOnce => "at_once.",
            EffectTime.IfDelivered => "if_delivered.",
            _ => string.Empty,
        };
        return effect.Dimension is null ? head + effect.Party : $"{head}{effect.Party}.{effect.Dimension}";
    }

    /// <summary>The tolerance of the rules that have one.</summary>
    internal static Number? ToleranceOf(Rule rule) => rule switch
    {
        RefusesTradeRule refusal => refusal.Tolerance,
        FloorRule floor => floor.Tolerance,
        _ => null,
    };

    /// <summary>True for a number somebody wrote, in a file or as an edit.</summary>
    private static bool IsWritten(Number number) => number.Span.HasText || !ReferenceEquals(number, Number.Zero);
}
