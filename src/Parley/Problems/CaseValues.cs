using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Kernels.Exact;

namespace Parley.Problems;

/// <summary>The numbers that follow from a case option by option: delivery, effects, values, sizes (docs/model.md, 2).</summary>
/// <remarks>Options are numbered flat, issue after issue, all declared options included.</remarks>
internal sealed class CaseValues
{
    private readonly Dictionary<string, Rational> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Party, string Dimension), Rational[]> _effects = [];
    private readonly int[] _offsets;
    private readonly (Number Number, Rational Value)? _exact;
    private Rational[]? _valueSwings;
    private ValueReuse? _reuse;

    /// <param name="model">The effective case.</param>
    /// <param name="known">Values of a case with the same parties and issues, of which whatever is unchanged is taken over; null for none.</param>
    /// <param name="exact">A number of it, the very object, whose coefficient is a fraction instead of what it says; null for that of the other values.</param>
    public CaseValues(CaseModel model, CaseValues? known = null, (Number Number, Rational Value)? exact = null)
    {
        Model = model;
        _exact = exact ?? known?._exact;
        Negotiators = known?.Negotiators ?? [.. Enumerable.Range(0, model.Parties.Length).Where(p => model.Parties[p].Role == PartyRole.Negotiator)];
        _offsets = known?._offsets ?? OffsetsOf(model);
        Ids = known?.Ids ?? [.. model.Issues.SelectMany(i => i.Options.Select(o => i.IdOf(o.Name)))];
        Options = [.. model.Issues.SelectMany(i => i.Options)];
        StatusQuo = [.. model.Issues.Select((issue, i) => issue.StatusQuo is { } q ? _offsets[i] + IndexOf(issue, q) : -1)];
        _reuse = known is null ? null : new ValueReuse(this, known);
        Delivery = [.. Options.Select((o, f) => _reuse?.Delivery(f) ?? DeliveryOf(o))];
        ExpectedSize = [.. Options.Select((o, f) => _reuse?.ExpectedSize(f) ?? Evaluate(o.Size) * Delivery[f])];
        Values = [.. Enumerable.Range(0, model.Parties.Length).Select(ValuesOf)];
        Available = [.. Options.Select((_, f) => !model.Issues[IssueOf(f)].OffTable || IsStatusQuo(f))];
        Term = [.. Options.Select((o, f) => Available[f] && (!o.Unilateral || IsStatusQuo(f)))];
        Substantive = [.. Options.Select((_, f) => IsSubstantive(f))];
        _reuse = null; // its values are here now; do not keep the others alive
    }

    public CaseModel Model { get; }

    /// <summary>Indices into the case's parties.</summary>
    public ImmutableArray<int> Negotiators { get; }

    public ImmutableArray<Option> Options { get; }

    /// <summary>Option ids, <c>issue.option</c>.</summary>
    public ImmutableArray<string> Ids { get; }

    /// <summary>By issue, the flat status quo option, or -1.</summary>
    public ImmutableArray<int> StatusQuo { get; }

    public ImmutableArray<Rational> Delivery { get; }

    public ImmutableArray<Rational> ExpectedSize { get; }

    /// <summary>[party][flat option], value points.</summary>
    public ImmutableArray<Rational[]> Values { get; }

    public ImmutableArray<bool> Available { get; }

    /// <summary>Whether an option can be a term of a deal.</summary>
    public ImmutableArray<bool> Term { get; }

    /// <summary>All false where the case has no <c>substantive_from</c>.</summary>
    public ImmutableArray<bool> Substantive { get; }

    public int IssueCount => Model.Issues.Length;

    public int Offset(int issue) => _offsets[issue];

    public int OptionCount(int issue) => _offsets[issue + 1] - _offsets[issue];

    public int IssueOf(int flat)
    {
        var found = _offsets.AsSpan().BinarySearch(flat);
        return found >= 0 ? found : ~found - 1;
    }

    public bool IsStatusQuo(int flat) => StatusQuo[IssueOf(flat)] == flat;

    public int PartyIndex(string name)
    {
        for (var p = 0; p < Model.Parties.Length; p++)
            if (Model.Parties[p].Name == name) return p;
        throw new ArgumentException($"'{name}' is not a party of the case.", nameof(name));
    }

    public int IssueIndex(string name)
    {
        for (var i = 0; i < Model.Issues.Length; i++)
            if (Model.Issues[i].Name == name) return i;
        throw new ArgumentException($"'{name}' is not an issue of the case.", nameof(name));
    }

    /// <summary>The flat option of an issue by name; -1 when the issue has no such option.</summary>
    public int FlatOf(int issue, string option)
    {
        var index = IndexOf(Model.Issues[issue], option);
        return index < 0 ? -1 : _offsets[issue] + index;
    }

    /// <summary>Whether party p gives the option; all negotiators give one without named givers.</summary>
    public bool Gives(int party, int flat) =>
        Options[flat].By.IsEmpty ? Model.Parties[party].Role == PartyRole.Negotiator : Options[flat].By.Contains(Model.Parties[party].Name);

    /// <summary>Whether the option takes p's consent.</summary>
    public bool Needs(int party, int flat) =>
        Options[flat].Needs.IsEmpty || Options[flat].Needs.Contains(Model.Parties[party].Name);

    /// <summary>The value of a number: coefficient times parameters.</summary>
    public Rational Evaluate(Number number)
    {
        var value = _exact is { } exact && ReferenceEquals(exact.Number, number) ? exact.Value : (Rational)number.Coefficient;
        foreach (var name in number.Parameters) value *= ParameterValue(name);
        return value;
    }

    /// <summary>Expected effects of every option on a party in one dimension, flat.</summary>
    public Rational[] Effects(int party, string dimension)
    {
        if (_effects.TryGetValue((party, dimension), out var known)) return known;
        var name = Model.Parties[party].Name;
        var effects = new Rational[Options.Length];
        for (var f = 0; f < effects.Length; f++)
            foreach (var effect in Options[f].Effects)
                if (effect.Party == name && effect.Dimension == dimension) effects[f] += Expected(effect, f);
        _effects[(party, dimension)] = effects;
        return effects;
    }

    public Rational WeightOf(int party, string dimension)
    {
        foreach (var weight in Model.Parties[party].Weights)
            if (weight.Dimension == dimension) return Evaluate(weight.Value);
        return Rational.Zero;
    }

    /// <summary>The sum over issues of the greatest less the least of a flat row, all declared options counted.</summary>
    public Rational Swing(Rational[] row)
    {
        var (least, most) = Extremes(row);
        return most - least;
    }

    /// <summary>The least and the greatest sum of a flat row, all declared options counted.</summary>
    public (Rational Least, Rational Most) Extremes(Rational[] row)
    {
        var (least, most) = (Rational.Zero, Rational.Zero);
        for (var i = 0; i < IssueCount; i++)
        {
            var options = row.AsSpan(_offsets[i], OptionCount(i));
            var (low, high) = (options[0], options[0]);
            foreach (var value in options) (low, high) = (Rational.Min(low, value), Rational.Max(high, value));
            (least, most) = (least + low, most + high);
        }

        return (least, most);
    }

    /// <summary>The swing of a party's values, computed once.</summary>
    public Rational ValueSwing(int party) => (_valueSwings ??= Array.ConvertAll([.. Values], Swing))[party];

    private static int IndexOf(Issue issue, string option)
    {
        for (var o = 0; o < issue.Options.Length; o++)
            if (issue.Options[o].Name == option) return o;
        return -1;
    }

    /// <summary>The sum of a sum parameter's parts before it is clipped to [0,1].</summary>
    public Rational UnclippedSum(Parameter parameter) => parameter.SumOf.Aggregate(Rational.Zero, (sum, part) => sum + ParameterValue(part));

    internal Rational ParameterValue(string name)
    {
        if (_parameters.TryGetValue(name, out var known)) return known;
        var parameter = Model.Parameters.First(p => p.Name == name);
        var value = parameter.Value is { } number
            ? Evaluate(number)
            : UnclippedSum(parameter).Clamp(0, 1);
        _parameters[name] = value;
        return value;
    }

    private Rational DeliveryOf(Option option)
    {
        if (option.Delivery.IsEmpty) return Rational.One;
        var failure = Rational.One;
        foreach (var channel in option.Delivery) failure *= Rational.One - Evaluate(channel.Chance).Clamp(0, 1);
        return Rational.One - failure;
    }

    private Rational Expected(Effect effect, int flat) =>
        effect.Time == EffectTime.IfDelivered ? Evaluate(effect.Amount) * Delivery[flat] : Evaluate(effect.Amount);

    private static int[] OffsetsOf(CaseModel model)
    {
        var offsets = new int[model.Issues.Length + 1];
        for (var i = 0; i < model.Issues.Length; i++) offsets[i + 1] = offsets[i] + model.Issues[i].Options.Length;
        return offsets;
    }

    private Rational[] ValuesOf(int party)
    {
        if (_reuse?.Values(party) is { } unchanged) return unchanged;
        var name = Model.Parties[party].Name;
        var values = new Rational[Options.Length];
        for (var f = 0; f < values.Length; f++)
        {
            if (_reuse?.Value(party, f) is { } same)
            {
                values[f] = same;
                continue;
            }

            foreach (var effect in Options[f].Effects)
            {
                if (effect.Party != name) continue;
                var weight = effect.Dimension is { } dimension ? WeightOf(party, dimension) : Rational.One;
                values[f] += weight * Expected(effect, f);
            }

            if (Options[f].At is { } at && Model.Issues[IssueOf(f)].Scale?.Curves.FirstOrDefault(c => c.Party == name) is { } curve)
                values[f] += OnCurve(curve, (Rational)at);
        }

        return values;
    }

    private Rational OnCurve(ValueCurve curve, Rational at)
    {
        var points = curve.Breakpoints;
        for (var k = 0; k < points.Length; k++)
        {
            var right = (Rational)points[k].At;
            if (at > right) continue;
            if (at == right || k == 0) return Evaluate(points[k].Value);
            var left = (Rational)points[k - 1].At;
            var (low, high) = (Evaluate(points[k - 1].Value), Evaluate(points[k].Value));
            return low + (at - left) / (right - left) * (high - low);
        }

        return Evaluate(points[^1].Value);
    }

    private bool IsSubstantive(int flat)
    {
        if (Model.SubstantiveFrom is not { } from) return false;
        var threshold = Evaluate(from);
        var q = StatusQuo[IssueOf(flat)];
        if (q < 0) return ExpectedSize[flat] >= threshold;
        return flat != q && Rational.Max(ExpectedSize[flat], ExpectedSize[q]) >= threshold;
    }
}
