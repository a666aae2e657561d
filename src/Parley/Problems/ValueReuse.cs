using Parley.Cases.Model;
using Parley.Kernels.Exact;

namespace Parley.Problems;

/// <summary>Which values of a case can be taken over from another one that differs by some edits.</summary>
/// <remarks>
/// Models share what an edit does not touch, so the same object means the same numbers. A number with a parameter counts as changed
/// when any parameter's value is.
/// </remarks>
internal sealed class ValueReuse
{
    private readonly CaseValues _known;
    private readonly bool[] _sameOption;
    private readonly bool[] _sameParty;
    private readonly bool _sameOptions;

    public ValueReuse(CaseValues values, CaseValues known)
    {
        _known = known;
        var (model, before) = (values.Model, known.Model);
        var sameParameters = model.Parameters == before.Parameters
            || model.Parameters.All(p => values.ParameterValue(p.Name) == known.ParameterValue(p.Name));
        _sameOption = new bool[values.Options.Length];
        for (var i = 0; i < model.Issues.Length; i++)
        {
            var sameScale = ReferenceEquals(model.Issues[i].Scale, before.Issues[i].Scale) && (sameParameters || model.Issues[i].Scale is null);
            for (var f = values.Offset(i); f < values.Offset(i) + values.OptionCount(i); f++)
                _sameOption[f] = sameScale && ReferenceEquals(values.Options[f], known.Options[f]) && (sameParameters || !HasParameter(values.Options[f]));
        }

        _sameOptions = Array.TrueForAll(_sameOption, same => same);
        _sameParty = [.. model.Parties.Select((p, k) =>
            (ReferenceEquals(p, before.Parties[k]) || p.Weights == before.Parties[k].Weights)
            && (sameParameters || p.Weights.All(w => w.Value.Parameters.IsEmpty)))];
    }

    public Rational? Delivery(int flat) => _sameOption[flat] ? _known.Delivery[flat] : null;

    public Rational? ExpectedSize(int flat) => _sameOption[flat] ? _known.ExpectedSize[flat] : null;

    public Rational? Value(int party, int flat) => _sameOption[flat] && _sameParty[party] ? _known.Values[party][flat] : null;

    public Rational[]? Values(int party) => _sameOptions && _sameParty[party] ? _known.Values[party] : null;

    private static bool HasParameter(Option option) =>
        option.Effects.Any(e => !e.Amount.Parameters.IsEmpty) || option.Delivery.Any(c => !c.Chance.Parameters.IsEmpty) || !option.Size.Parameters.IsEmpty;
}
