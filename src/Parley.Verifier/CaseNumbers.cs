using Parley.Cases.Model;

namespace Parley.Verifier;

/// <summary>The exact values of a case's numbers, its parameters put in (docs/model.md 1).</summary>
internal sealed class CaseNumbers
{
    private readonly Dictionary<string, Fraction> _parameters = new(StringComparer.Ordinal);

    public CaseNumbers(CaseModel model)
    {
        var waiting = model.Parameters.ToList();
        while (waiting.Count > 0)
        {
            var left = waiting.Where(p => !TryResolve(p)).ToList();
            if (left.Count == waiting.Count)
            {
                throw new UnsoundCaseException($"parameter '{left[0].Name}' depends on itself or on an unknown name");
            }

            waiting = left;
        }
    }

    /// <summary>Coefficient times parameters.</summary>
    public Fraction Of(Number number)
    {
        var value = Fraction.Of(number.Coefficient);
        foreach (var name in number.Parameters)
        {
            if (!_parameters.TryGetValue(name, out var factor)) throw new UnsoundCaseException($"unknown parameter '{name}'");
            value *= factor;
        }

        return value;
    }

    private bool TryResolve(Parameter parameter)
    {
        var names = parameter.Value?.Parameters ?? parameter.SumOf;
        if (!names.All(_parameters.ContainsKey)) return false;

        _parameters[parameter.Name] = parameter.Value is { } number
            ? Of(number)
            : names.Aggregate(Fraction.Zero, (sum, name) => sum + _parameters[name]).ClipToUnit();
        return true;
    }
}
