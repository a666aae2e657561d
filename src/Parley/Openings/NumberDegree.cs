using Parley.Cases.Model;
using Parley.Cases.Overlays;

namespace Parley.Openings;

/// <summary>How often a number occurs in one product (docs/model.md, 35): more than once, and no row is a straight line in it.</summary>
internal sealed class NumberDegree(CaseModel model, CaseNumber number)
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <summary>True when every row is piecewise a straight line in the number.</summary>
    public bool IsLine => number.Kind is not (NumberKind.Votes or NumberKind.VotesNeeded) && (number.Kind != NumberKind.Parameter || Products().All(d => d <= 1));

    private IEnumerable<int> Products()
    {
        foreach (var party in model.Parties)
        {
            yield return Of(party.NoDeal);
            yield return Of(party.MinGain);
            yield return 2 * (Of(party.Votes) + Of(party.VotesNeeded)); // votes count in whole steps, not in a line
            foreach (var weight in party.Weights) yield return Of(weight.Value);
        }

        yield return Of(model.SubstantiveFrom);
        foreach (var rule in model.Rules)
            yield return Of((rule as RefusesTradeRule)?.Tolerance ?? (rule as FloorRule)?.Tolerance);
        foreach (var curve in model.Issues.SelectMany(i => i.Scale?.Curves ?? []))
            foreach (var point in curve.Breakpoints) yield return Of(point.Value);
        foreach (var option in model.Issues.SelectMany(i => i.Options))
        {
            var delivery = option.Delivery.Sum(c => Of(c.Chance));
            yield return delivery + Of(option.Size);
            foreach (var effect in option.Effects)
                yield return Of(effect.Amount) + WeightOf(effect) + (effect.Time == EffectTime.IfDelivered ? delivery : 0);
        }
    }

    private int WeightOf(Effect effect) => effect.Dimension is null
        ? 0
        : Of(model.Parties.FirstOrDefault(p => p.Name == effect.Party)?.Weights.FirstOrDefault(w => w.Dimension == effect.Dimension)?.Value);

    private int Of(Number? value) => value is null ? 0 : value.Parameters.Sum(Of);

    private int Of(string parameter)
    {
        if (_known.TryGetValue(parameter, out var known)) return known;
        var declared = model.Parameters.First(p => p.Name == parameter);
        var degree = declared.Value is { } value
            ? (parameter == number.Path ? 1 : 0) + Of(value)
            : declared.SumOf.Max(Of);
        return _known[parameter] = degree;
    }
}
