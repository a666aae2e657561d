using Parley.Cases.Model;
using Parley.Kernels.Exact;

namespace Parley.Tests.BruteForce;

/// <summary>Every number of one case worked out from its text: docs/model.md, section 2, items 1-6.</summary>
internal sealed class TwinNumbers(CaseModel model)
{
    private readonly Dictionary<string, Rational> _parameters = [];
    private readonly Dictionary<(string Party, string Issue, string Option), Rational> _values = [];
    private readonly Dictionary<(string Party, string Dimension, string Issue, string Option), Rational> _effects = [];

    // Item 1: a number, or a sum clipped to [0,1] after summation.
    public Rational Parameter(string name)
    {
        if (_parameters.TryGetValue(name, out var known)) return known;
        var parameter = model.Parameters.Single(p => p.Name == name);
        Rational value;
        if (parameter.Value is not null)
        {
            value = Of(parameter.Value);
        }
        else
        {
            value = 0;
            foreach (var part in parameter.SumOf) value += Parameter(part);
            value = value.Clamp(0, 1);
        }

        return _parameters[name] = value;
    }

    // Item 1: coefficient times parameters.
    public Rational Of(Number number)
    {
        var value = (Rational)number.Coefficient;
        foreach (var name in number.Parameters) value *= Parameter(name);
        return value;
    }

    // Item 2.
    public Rational Delivery(Option option)
    {
        if (option.Delivery.IsEmpty) return 1;
        Rational allFail = 1;
        foreach (var channel in option.Delivery) allFail *= 1 - Of(channel.Chance).Clamp(0, 1);
        return 1 - allFail;
    }

    // Item 3.
    public Rational Effect(string party, string dimension, Issue issue, Option option)
    {
        var key = (party, dimension, issue.Name, option.Name);
        if (!_effects.TryGetValue(key, out var total))
        {
            total = Sum(option, party, dimension, EffectTime.Plain)
                + Sum(option, party, dimension, EffectTime.AtOnce)
                + Delivery(option) * Sum(option, party, dimension, EffectTime.IfDelivered);
            _effects[key] = total;
        }

        return total;
    }

    // Item 4.
    public Rational Value(string party, Issue issue, Option option)
    {
        var key = (party, issue.Name, option.Name);
        if (!_values.TryGetValue(key, out var value))
        {
            value = issue.Scale is null ? Named(party, issue, option) : Curve(party, issue.Scale, option);
            _values[key] = value;
        }

        return value;
    }

    // Item 4: what one more unit of delivery adds to the value.
    public Rational ValueOfDelivery(string party, Option option)
    {
        var total = Sum(option, party, null, EffectTime.IfDelivered);
        foreach (var dimension in DimensionsOf(option, party))
        {
            total += Weight(party, dimension) * Sum(option, party, dimension, EffectTime.IfDelivered);
        }

        return total;
    }

    // Item 4: a missing weight is 0.
    public Rational Weight(string party, string dimension)
    {
        Rational total = 0;
        foreach (var weight in model.Parties.Single(p => p.Name == party).Weights)
        {
            if (weight.Dimension == dimension) total += Of(weight.Value);
        }

        return total;
    }

    // Item 6.
    public Rational ExpectedSize(Option option) => Of(option.Size) * Delivery(option);

    // Section 5: S_p, over every declared option, unilateral ones included, off-table ignored.
    public Rational Range(string party)
    {
        Rational total = 0;
        foreach (var issue in model.Issues) total += Swing(issue, o => Value(party, issue, o));
        return total;
    }

    // Section 5: the scale of a floor.
    public Rational EffectRange(string party, string dimension)
    {
        Rational total = 0;
        foreach (var issue in model.Issues) total += Swing(issue, o => Effect(party, dimension, issue, o));
        return total;
    }

    private static Rational Swing(Issue issue, Func<Option, Rational> measure)
    {
        var low = measure(issue.Options[0]);
        var high = low;
        foreach (var option in issue.Options)
        {
            low = Rational.Min(low, measure(option));
            high = Rational.Max(high, measure(option));
        }

        return high - low;
    }

    private Rational Named(string party, Issue issue, Option option)
    {
        Rational value = 0;
        foreach (var dimension in DimensionsOf(option, party))
        {
            value += Weight(party, dimension) * Effect(party, dimension, issue, option);
        }

        return value
            + Sum(option, party, null, EffectTime.Plain)
            + Sum(option, party, null, EffectTime.AtOnce)
            + Delivery(option) * Sum(option, party, null, EffectTime.IfDelivered);
    }

    // Item 4: linear between breakpoints, constant beyond them; a party without a curve has no interest.
    private Rational Curve(string party, NumericScale scale, Option option)
    {
        var curve = scale.Curves.FirstOrDefault(c => c.Party == party);
        if (curve is null) return 0;
        // An option of a numeric issue always has a place on the scale.
        var at = (Rational)option.At!.Value;
        var points = curve.Breakpoints;
        if (at <= (Rational)points[0].At) return Of(points[0].Value);
        for (var k = 1; k < points.Length; k++)
        {
            var left = (Rational)points[k - 1].At;
            var right = (Rational)points[k].At;
            if (at > right) continue;
            var share = (at - left) / (right - left);
            return Of(points[k - 1].Value) + share * (Of(points[k].Value) - Of(points[k - 1].Value));
        }

        return Of(points[^1].Value);
    }

    private Rational Sum(Option option, string party, string? dimension, EffectTime time)
    {
        Rational total = 0;
        foreach (var effect in option.Effects)
        {
            if (effect.Party != party || effect.Dimension != dimension || effect.Time != time) continue;
            total += Of(effect.Amount);
        }

        return total;
    }

    private static IEnumerable<string> DimensionsOf(Option option, string party) =>
        option.Effects.Where(e => e.Party == party && e.Dimension is not null).Select(e => e.Dimension!).Distinct();
}
