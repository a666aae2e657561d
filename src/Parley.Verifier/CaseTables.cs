using Parley.Cases.Model;

namespace Parley.Verifier;

/// <summary>What docs/model.md 2 and 3 derive from a case: values, sizes, terms and needs, by issue and option index.</summary>
internal sealed class CaseTables
{
    private readonly CaseNumbers _numbers;
    private readonly Dictionary<string, int> _partyIndex;
    private readonly Dictionary<string, int> _issueIndex;
    private readonly Dictionary<string, Rule> _rules;
    private readonly Fraction[][] _delivery;
    private readonly Fraction[]?[] _valueOfParty;
    private readonly Fraction[][] _size;
    private readonly Fraction? _substantiveFrom;

    public CaseTables(CaseModel model)
    {
        Model = model;
        _numbers = new(model);
        _partyIndex = Index(model.Parties.Select(p => p.Name), "party");
        _issueIndex = Index(model.Issues.Select(i => i.Name), "issue");
        _rules = [];
        foreach (var rule in model.Rules)
        {
            if (!_rules.TryAdd(rule.Name, rule)) throw new UnsoundCaseException($"two rules are called '{rule.Name}'");
        }

        Negotiators = [.. Enumerable.Range(0, model.Parties.Length).Where(p => model.Parties[p].Role == PartyRole.Negotiator)];
        StatusQuo = [.. model.Issues.Select((issue, i) => issue.StatusQuo is { } name ? Option(i, name) : -1)];
        _delivery = PerOption((i, o) => Delivery(model.Issues[i].Options[o]));
        _size = PerOption((i, o) => Of(model.Issues[i].Options[o].Size) * _delivery[i][o]);
        _substantiveFrom = model.SubstantiveFrom is { } tau ? Of(tau) : null;
        _valueOfParty = new Fraction[]?[model.Parties.Length * model.Issues.Length];
    }

    public CaseModel Model { get; }

    /// <summary>Indices of the parties at the table.</summary>
    public int[] Negotiators { get; }

    /// <summary>By issue, the option that holds today; -1 where there is none.</summary>
    public int[] StatusQuo { get; }

    public int IssueCount => Model.Issues.Length;

    /// <summary>True when there are tokens, so that a candidate needs a substantive option.</summary>
    public bool HasTokens => _substantiveFrom is not null;

    public int OptionCount(int issue) => Model.Issues[issue].Options.Length;

    public Fraction Of(Number number) => _numbers.Of(number);

    public int Party(string name) =>
        _partyIndex.TryGetValue(name, out var p) ? p : throw new UnsoundCaseException($"unknown party '{name}'");

    public bool IsNegotiator(string name) => _partyIndex.TryGetValue(name, out var p) && Negotiators.Contains(p);

    /// <summary>The issue's index, or -1.</summary>
    public int FindIssue(string name) => _issueIndex.GetValueOrDefault(name, -1);

    public int Issue(string name) =>
        FindIssue(name) is >= 0 and var i ? i : throw new UnsoundCaseException($"unknown issue '{name}'");

    public int Option(int issue, string name)
    {
        for (var o = 0; o < OptionCount(issue); o++)
        {
            if (Model.Issues[issue].Options[o].Name == name) return o;
        }

        throw new UnsoundCaseException($"issue '{Model.Issues[issue].Name}' has no option '{name}'");
    }

    /// <summary>The rule of that name if it is in force, else null.</summary>
    public Rule? RuleInForce(string name) =>
        _rules.TryGetValue(name, out var rule) && rule.InForce ? rule : null;

    /// <summary>True when x_i = o leaves the status quo, or there is none to leave.</summary>
    public bool Moves(int issue, int option) => option != StatusQuo[issue];

    /// <summary>May a deal contain it? (docs/model.md 7)</summary>
    public bool IsTerm(int issue, int option)
    {
        if (!Moves(issue, option)) return true;
        if (Model.Issues[issue].OffTable && StatusQuo[issue] < 0)
        {
            throw new UnsoundCaseException($"issue '{Model.Issues[issue].Name}' is off the table and has no status quo");
        }

        return !Model.Issues[issue].OffTable && !Model.Issues[issue].Options[option].Unilateral;
    }

    /// <summary>docs/model.md 8; only where the case has tokens.</summary>
    public bool IsSubstantive(int issue, int option)
    {
        if (_substantiveFrom is not { } tau || !Moves(issue, option)) return false;
        return _size[issue][option] >= tau || (StatusQuo[issue] is >= 0 and var q && _size[issue][q] >= tau);
    }

    /// <summary>Does this option alone make the package a deal rather than a token or nothing? (docs/model.md 9)</summary>
    public bool Counts(int issue, int option) => HasTokens ? IsSubstantive(issue, option) : Moves(issue, option);

    public bool Needs(int issue, int option, string negotiator)
    {
        var needs = Model.Issues[issue].Options[option].Needs;
        return needs.IsEmpty || needs.Contains(negotiator);
    }

    /// <summary>v_p(o) for all options of an issue (docs/model.md 4).</summary>
    public Fraction[] Values(int party, int issue) =>
        _valueOfParty[party * IssueCount + issue] ??= [.. Enumerable.Range(0, OptionCount(issue)).Select(o => Value(party, issue, o))];

    /// <summary>e[p,d](o): plain and at once, plus delivery times if delivered (docs/model.md 3).</summary>
    public Fraction ExpectedEffect(int party, string? dimension, int issue, int option)
    {
        var sum = Fraction.Zero;
        foreach (var effect in Model.Issues[issue].Options[option].Effects)
        {
            if (effect.Party != Model.Parties[party].Name || effect.Dimension != dimension) continue;
            var amount = Of(effect.Amount);
            sum += effect.Time == EffectTime.IfDelivered ? amount * _delivery[issue][option] : amount;
        }

        return sum;
    }

    /// <summary>w[p,d]; a missing weight is 0.</summary>
    public Fraction Weight(int party, string dimension) =>
        Model.Parties[party].Weights.FirstOrDefault(w => w.Dimension == dimension) is { } weight ? Of(weight.Value) : Fraction.Zero;

    /// <summary>S_p: the sum over issues of the largest less the smallest value (docs/model.md 5).</summary>
    public Fraction Range(int party)
    {
        var sum = Fraction.Zero;
        for (var i = 0; i < IssueCount; i++)
        {
            var values = Values(party, i);
            if (values.Length > 0) sum += values.Max() - values.Min();
        }

        return sum;
    }

    /// <summary>no_deal + min_gain of a party.</summary>
    public Fraction Bar(int party) => Of(Model.Parties[party].NoDeal) + Of(Model.Parties[party].MinGain);

    private Fraction Value(int party, int issue, int option)
    {
        if (Model.Issues[issue].Scale is { } scale) return CurveValue(party, scale, Model.Issues[issue].Options[option]);

        var sum = ExpectedEffect(party, null, issue, option);
        foreach (var weight in Model.Parties[party].Weights)
        {
            sum += Of(weight.Value) * ExpectedEffect(party, weight.Dimension, issue, option);
        }

        return sum;
    }

    private Fraction CurveValue(int party, NumericScale scale, Option option)
    {
        var curve = scale.Curves.FirstOrDefault(c => c.Party == Model.Parties[party].Name);
        if (curve is null || curve.Breakpoints.IsEmpty) return Fraction.Zero;

        var points = curve.Breakpoints;
        var at = option.At ?? throw new UnsoundCaseException($"option '{option.Name}' of a numeric issue has no value");
        if (at <= points[0].At) return Of(points[0].Value);
        for (var k = 1; k < points.Length; k++)
        {
            if (at > points[k].At) continue;
            var (low, high) = (points[k - 1], points[k]);
            var share = (Fraction.Of(at) - Fraction.Of(low.At)) / (Fraction.Of(high.At) - Fraction.Of(low.At));
            return Of(low.Value) + share * (Of(high.Value) - Of(low.Value));
        }

        return Of(points[^1].Value);
    }

    private Fraction Delivery(Option option)
    {
        if (option.Delivery.IsEmpty) return Fraction.One;
        var missed = Fraction.One;
        foreach (var channel in option.Delivery) missed *= Fraction.One - Of(channel.Chance).ClipToUnit();
        return Fraction.One - missed;
    }

    private Fraction[][] PerOption(Func<int, int, Fraction> compute) =>
        [.. Enumerable.Range(0, IssueCount).Select(i => Enumerable.Range(0, OptionCount(i)).Select(o => compute(i, o)).ToArray())];

    private static Dictionary<string, int> Index(IEnumerable<string> names, string what)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!index.TryAdd(name, index.Count)) throw new UnsoundCaseException($"two things of kind {what} are called '{name}'");
        }

        return index;
    }
}
