using System.Numerics;
using Parley.Cases.Model;

namespace Parley.Verifier;

/// <summary>An inequality SUM_i a(x_i) &gt;= b, everything multiplied by a positive <see cref="Scale"/> so as to be whole.</summary>
internal sealed class Row
{
    public Row(Fraction[][] coefficients, Fraction bound)
    {
        Scale = bound.Denominator;
        foreach (var a in coefficients.SelectMany(issue => issue))
        {
            Scale *= a.Denominator / BigInteger.GreatestCommonDivisor(Scale, a.Denominator);
        }

        Coefficients = [.. coefficients.Select(issue => issue.Select(Scaled).ToArray())];
        Bound = Scaled(bound);
    }

    public BigInteger Scale { get; }

    /// <summary>By issue and option.</summary>
    public BigInteger[][] Coefficients { get; }

    public BigInteger Bound { get; }

    private BigInteger Scaled(Fraction value) => value.Numerator * (Scale / value.Denominator);
}

/// <summary>The rows of docs/model.md 5, each recomputed from the case in its own units.</summary>
internal sealed class CaseRows
{
    private readonly CaseTables _tables;
    private readonly Dictionary<(RowKind Kind, string Name), Row> _rows = [];

    public CaseRows(CaseTables tables, int[] free)
    {
        _tables = tables;
        Free = free;
    }

    /// <summary>x_free by issue; -1 where there is no status quo.</summary>
    public int[] Free { get; }

    public Row Consent(string negotiator) => Cached(RowKind.Consent, negotiator, () => ValueRow(_tables.Party(negotiator), Free));

    public Row Bloc(string bloc) => Cached(RowKind.Bloc, bloc, () => ValueRow(_tables.Party(bloc), _tables.StatusQuo));

    public Row Candidate() => Cached(RowKind.Candidate, string.Empty, () =>
        new(Table((i, o) => _tables.Counts(i, o) ? Fraction.One : Fraction.Zero), Fraction.One));

    /// <summary>The row that a rule demands when triggered; null for a rule without an additive row.</summary>
    public Row? Demand(Rule rule)
    {
        if (rule is RedLineRule or TogetherRule) return null;
        if (rule is RatificationRule vote && NeedsVotes(vote)) return null;
        return Cached(RowKind.Rule, rule.Name, () => rule switch
        {
            RatificationRule ratification => ValueRow(_tables.Party(ratification.By), _tables.StatusQuo),
            RefusesTradeRule refusal => StruckRow(refusal),
            FloorRule floor => EffectRow(floor.Party, floor.Dimension, -_tables.Of(floor.Tolerance)),
            PreconditionRule precondition => UnlockRow(precondition),
            _ => throw new UnsoundCaseException($"rule '{rule.Name}' has no row"),
        });
    }

    /// <summary>The loss is at least the tolerance: the trigger of a refused trade, weakened.</summary>
    public Row Triggered(RefusesTradeRule rule) => Cached(RowKind.Triggered, rule.Name, () =>
    {
        var party = _tables.Party(rule.Party);
        return new(Table((i, o) => -Effect(party, rule.Gives, i, o)), _tables.Of(rule.Tolerance));
    });

    /// <summary>The loss is at most the tolerance.</summary>
    public Row NotTriggered(RefusesTradeRule rule) => Cached(RowKind.NotTriggered, rule.Name, () =>
        EffectRow(rule.Party, rule.Gives, -_tables.Of(rule.Tolerance)));

    public bool NeedsVotes(RatificationRule rule) => _tables.Model.Parties[_tables.Party(rule.By)].VotesNeeded is not null;

    private Row Cached(RowKind kind, string name, Func<Row> make)
    {
        if (!_rows.TryGetValue((kind, name), out var row)) _rows[(kind, name)] = row = make();
        return row;
    }

    private Row ValueRow(int party, int[] reference) =>
        new(Table((i, o) => FromReference(_tables.Values(party, i), reference[i], o)), _tables.Bar(party));

    private Row StruckRow(RefusesTradeRule rule)
    {
        var party = _tables.Party(rule.Party);
        var weight = _tables.Weight(party, rule.Gets);
        var struck = Table((i, o) =>
            _tables.Values(party, i)[o] - weight * Fraction.Max(Fraction.Zero, _tables.ExpectedEffect(party, rule.Gets, i, o)));
        return new(Table((i, o) => FromReference(struck[i], Free[i], o)), _tables.Bar(party));
    }

    /// <summary>At least one unlocking option is in the package.</summary>
    private Row UnlockRow(PreconditionRule rule) => new(
        Table((i, o) => rule.Unlocks.Any(r => References.Names(_tables, r, i, o)) ? Fraction.One : Fraction.Zero),
        Fraction.One);

    private Row EffectRow(string party, string dimension, Fraction bound)
    {
        var p = _tables.Party(party);
        return new(Table((i, o) => Effect(p, dimension, i, o)), bound);
    }

    /// <summary>e[p,d](o) - e[p,d](x_free,i).</summary>
    private Fraction Effect(int party, string dimension, int issue, int option)
    {
        var effect = _tables.ExpectedEffect(party, dimension, issue, option);
        return Free[issue] < 0 ? effect : effect - _tables.ExpectedEffect(party, dimension, issue, Free[issue]);
    }

    private static Fraction FromReference(Fraction[] values, int reference, int option) =>
        reference < 0 ? values[option] : values[option] - values[reference];

    private Fraction[][] Table(Func<int, int, Fraction> entry) =>
        [.. Enumerable.Range(0, _tables.IssueCount)
            .Select(i => Enumerable.Range(0, _tables.OptionCount(i)).Select(o => entry(i, o)).ToArray())];
}
