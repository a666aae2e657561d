using Parley.Problems;

namespace Parley.Draws;

/// <summary>A case's numbers worked out for one draw (docs/model.md, 2). Made once per thread, loaded again for every draw.</summary>
internal sealed class DrawNumbers
{
    private readonly DrawProgram _program;
    private readonly CaseValues _case;
    private readonly double[] _numbers;
    private readonly Measured[] _parameters;
    private readonly Measured[] _weights;
    private readonly Measured[] _delivery;
    private readonly Measured[] _sizes;
    private readonly Doubts _doubts;

    public DrawNumbers(DrawProgram program, Doubts doubts)
    {
        _program = program;
        _case = program.Problem.Values;
        _doubts = doubts;
        var (parties, options) = (program.Parties.Length, program.Sizes.Length);
        _numbers = (double[])program.Start.Clone();
        _parameters = new Measured[program.Parameters.Length];
        _weights = new Measured[program.Weights.Length];
        _delivery = new Measured[options];
        _sizes = new Measured[options];
        Values = Rows(parties, options);
        Effects = Rows(program.SlotCount, options);
        Struck = Rows(program.Rules.Length, options);
        Tolerance = new Measured[program.Rules.Length];
        Bars = new Measured[parties];
        NoDeal = new Measured[parties];
        Votes = new Measured[parties];
        VotesNeeded = new Measured[parties];
        IsSubstantive = new bool[options];
    }

    /// <summary>[party][flat option], value points.</summary>
    public Measured[][] Values { get; }

    /// <summary>[row of effects][flat option], stake points.</summary>
    public Measured[][] Effects { get; }

    /// <summary>[rule][flat option], values with refused gains struck out; only for refusals.</summary>
    public Measured[][] Struck { get; }

    public Measured[] Tolerance { get; }

    /// <summary>By party, no_deal plus min_gain.</summary>
    public Measured[] Bars { get; }

    public Measured[] NoDeal { get; }

    public Measured[] Votes { get; }

    public Measured[] VotesNeeded { get; }

    public bool[] IsSubstantive { get; }

    /// <summary>Works everything out for other numbers.</summary>
    /// <param name="places">By input, its place among the numbers; -1 where it has none.</param>
    /// <param name="inputs">The drawn values.</param>
    public void Load(ReadOnlySpan<int> places, ReadOnlySpan<double> inputs)
    {
        for (var k = 0; k < places.Length; k++)
            if (places[k] >= 0) _numbers[places[k]] = inputs[k];
        for (var k = 0; k < _parameters.Length; k++) _parameters[k] = ParameterValue(_program.Parameters[k]);
        for (var k = 0; k < _weights.Length; k++) _weights[k] = Evaluate(_program.Weights[k]);
        for (var p = 0; p < Bars.Length; p++) LoadParty(p);
        for (var r = 0; r < Tolerance.Length; r++)
            if (_program.Rules[r].Tolerance is { } tolerance) Tolerance[r] = Evaluate(tolerance);
        foreach (var row in Values) Array.Clear(row);
        foreach (var row in Effects) Array.Clear(row);
        for (var f = 0; f < _delivery.Length; f++) LoadOption(f);
        for (var r = 0; r < Struck.Length; r++) Strike(r);
        if (_program.Threshold is { } threshold) LoadSubstance(Evaluate(threshold));
    }

    private Measured Evaluate(Term term)
    {
        var value = Measured.Of(_numbers[term.Number]);
        if (term.First >= 0) value *= _parameters[term.First];
        return term.Second >= 0 ? value * _parameters[term.Second] : value;
    }

    private Measured ParameterValue(ParameterTerm parameter)
    {
        if (parameter.Value is { } term) return Evaluate(term);
        var sum = Measured.Zero;
        foreach (var part in parameter.SumOf) sum += _parameters[part];
        return sum.Clipped();
    }

    private void LoadParty(int party)
    {
        var terms = _program.Parties[party];
        NoDeal[party] = Evaluate(terms.NoDeal);
        Bars[party] = NoDeal[party] + Evaluate(terms.MinGain);
        if (terms.Votes is { } votes) Votes[party] = Evaluate(votes);
        if (terms.VotesNeeded is { } needed) VotesNeeded[party] = Evaluate(needed);
    }

    private void LoadOption(int flat)
    {
        _delivery[flat] = DeliveryOf(_program.Delivery[flat]);
        _sizes[flat] = Evaluate(_program.Sizes[flat]) * _delivery[flat];
        foreach (var effect in _program.Effects[flat])
        {
            var expected = Evaluate(effect.Amount);
            if (effect.IfDelivered) expected *= _delivery[flat];
            foreach (var slot in effect.Slots) Effects[slot][flat] += expected;
            if (effect.Weight >= 0) expected *= _weights[effect.Weight];
            if (effect.Weight >= 0 || effect.Weight == DrawProgram.Points) Values[effect.Party][flat] += expected;
        }

        foreach (var curve in _program.Curves[flat])
            Values[curve.Party][flat] += Evaluate(curve.Low) * (1 - curve.Fraction) + Evaluate(curve.High) * curve.Fraction;
    }

    private Measured DeliveryOf(Term[] channels)
    {
        if (channels.Length == 0) return Measured.One;
        var failure = Measured.One;
        foreach (var channel in channels) failure *= Measured.One - Evaluate(channel).Clipped();
        return Measured.One - failure;
    }

    private void Strike(int rule)
    {
        if (_program.Rules[rule] is not { Rule: Cases.Model.RefusesTradeRule } refusal) return;
        var slot = refusal.Slot + 1; // gains in the refused dimension follow what is given
        var weight = _program.SlotWeight(slot) is var w and >= 0 ? _weights[w] : Measured.Zero;
        var values = Values[refusal.Resolved.Party];
        for (var f = 0; f < values.Length; f++) Struck[rule][f] = values[f] - weight * Effects[slot][f].OrZero();
    }

    private void LoadSubstance(Measured threshold)
    {
        for (var f = 0; f < IsSubstantive.Length; f++)
        {
            var q = _case.StatusQuo[_case.IssueOf(f)];
            IsSubstantive[f] = f != q && (Reaches(f, threshold) || (q >= 0 && Reaches(q, threshold)));
        }
    }

    private bool Reaches(int flat, Measured threshold) => _doubts.Sign(_sizes[flat] - threshold) >= 0;

    private static Measured[][] Rows(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => new Measured[length])];
}
