using Parley.Cases.Model;

namespace Parley.Cases.Checks;

/// <summary>Values of options on the base case, for warnings only; the engine computes its own.</summary>
internal sealed class OptionValues(CaseModel model)
{
    private const double Largest = 1e18;
    private readonly Dictionary<string, decimal> parameters = new(StringComparer.Ordinal);

    /// <summary>Coefficient times parameters.</summary>
    public decimal Of(Number number)
    {
        var value = number.Coefficient;
        foreach (var name in number.Parameters) value = Times(value, Parameter(name));
        return value;
    }

    /// <summary>Expected size.</summary>
    public decimal Size(Option option) => Times(Of(option.Size), Delivery(option));

    /// <summary>What an option is worth to a party.</summary>
    public decimal Of(Option option, string party)
    {
        var weights = model.Parties.FirstOrDefault(p => p.Name == party)?.Weights ?? [];
        var delivery = Delivery(option);
        var sum = 0m;
        foreach (var effect in option.Effects.Where(e => e.Party == party))
        {
            var weight = effect.Dimension is null ? 1m : weights.FirstOrDefault(w => w.Dimension == effect.Dimension) is { } w ? Of(w.Value) : 0m;
            sum += Times(Times(weight, Of(effect.Amount)), effect.Time == EffectTime.IfDelivered ? delivery : 1m);
        }
        return sum;
    }

    private decimal Delivery(Option option)
    {
        if (option.Delivery.IsEmpty) return 1m;
        var fails = 1m;
        foreach (var channel in option.Delivery) fails *= 1m - Math.Clamp(Of(channel.Chance), 0m, 1m);
        return 1m - fails;
    }

    /// <remarks>The case is free of cycles and a value is kept once computed, but a chain may be long, so the depth is bounded.</remarks>
    private decimal Parameter(string name, int depth = 0)
    {
        if (parameters.TryGetValue(name, out var known)) return known;
        var parameter = model.Parameters.FirstOrDefault(p => p.Name == name);
        if (parameter is null || depth > 64) return 0m;
        var value = parameter.Value is { } number
            ? number.Parameters.Aggregate(number.Coefficient, (product, p) => Times(product, Parameter(p, depth + 1)))
            : Math.Clamp(parameter.SumOf.Sum(p => Parameter(p, depth + 1)), 0m, 1m);
        return parameters[name] = value;
    }

    /// <summary>A product that stays within bounds, as a warning may be rough but must not fail.</summary>
    private static decimal Times(decimal a, decimal b)
    {
        var rough = (double)a * (double)b;
        return Math.Abs(rough) > Largest ? (decimal)(Math.Sign(rough) * Largest) : a * b;
    }
}
