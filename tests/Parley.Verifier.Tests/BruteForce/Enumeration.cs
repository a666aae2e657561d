using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Verifier.Tests.BruteForce;

/// <summary>docs/model.md taken literally over all packages of a small case without parameters; decimals are exact at this size.</summary>
internal sealed class Enumeration
{
    private readonly CaseModel _model;
    private readonly CaseModel _base;
    private readonly Issue[] _issues;
    private readonly Party[] _negotiators;

    public Enumeration(CaseModel baseModel, CaseModel model)
    {
        _base = baseModel;
        _model = model;
        _issues = [.. model.Issues];
        _negotiators = [.. model.Negotiators];
        Free = FreeBaseline();
    }

    public Option?[] Free { get; }

    public IEnumerable<Option?[]> Packages(Func<Issue, Option, bool> keep)
    {
        IEnumerable<Option?[]> packages = [[]];
        foreach (var issue in _issues) packages = packages.SelectMany(x => issue.Options.Where(o => keep(issue, o)).Select(o => (Option?[])[.. x, o]));
        return packages;
    }

    public bool DealExists() => Packages(IsTerm).Any(x => Signings().Any(t => Acceptable(x, t)));

    public List<string[]> Signings()
    {
        if (_model.Signatories is not { } s) return [[.. _negotiators.Select(p => p.Name)]];
        return [.. Enumerable.Range(0, 1 << s.Of.Length)
            .Select(mask => s.Of.Where((_, k) => (mask & (1 << k)) != 0).ToArray())
            .Where(of => of.Length == s.AtLeast).Select(of => s.All.Concat(of).ToArray())];
    }

    public bool Acceptable(Option?[] x, string[] signers) =>
        IsCandidate(x) && _model.Rules.All(r => !r.InForce || !Triggered(r, x) || RuleHolds(r, x, Free, false))
        && signers.All(p => !Signatories(x).Contains(p) || Consents(p, x));

    public bool IsTerm(Issue i, Option o) => o.Name == i.StatusQuo || (!i.OffTable && !o.Unilateral);

    public bool IsCandidate(Option?[] x)
    {
        var pairs = _issues.Zip(x, (i, o) => (i, o: o!)).ToList();
        return pairs.All(p => IsTerm(p.i, p.o) && !(_model.DealMustSettle.Contains(p.i.Name) && p.o.Name == p.i.StatusQuo))
            && pairs.Exists(p => _model.SubstantiveFrom is null ? p.o.Name != p.i.StatusQuo : Substantive(p.i, p.o))
            && Signatories(x).Count >= 2;
    }

    public HashSet<string> Signatories(Option?[] x) => [.. _issues.SelectMany((i, k) =>
        i.StatusQuo is null || x[k] != Free[k] ? (x[k]!.Needs is { IsEmpty: false } needs ? needs : [.. _negotiators.Select(p => p.Name)]) : [])];

    public bool Consents(string p, Option?[] x) => Gain(Party(p), x, Free) >= Bar(Party(p));

    public bool BlocConsents(Party bloc, Option?[] x) => Gain(bloc, x, StatusQuo()) >= Bar(bloc);

    public bool Triggered(Rule rule, Option?[] x) => rule switch
    {
        RatificationRule r => r.When.IsEmpty || AnyTrigger(r.When, x),
        PreconditionRule r => AnyTrigger(r.For, x),
        RedLineRule r => AnyTrigger(r.Never, x),
        TogetherRule r => AnyTrigger(r.Options, x),
        RefusesTradeRule r => Change(Party(r.Party), r.Gives, x, Free) < -r.Tolerance.Coefficient,
        _ => true,
    };

    public bool RuleHolds(Rule rule, Option?[] x, Option?[] from, bool noBars) => rule switch
    {
        RatificationRule r when Party(r.By).VotesNeeded is { } n =>
            _model.Parties.Where(b => b.Role == PartyRole.Bloc && b.Of == r.By && BlocConsents(b, x)).Sum(b => b.Votes!.Coefficient) >= n.Coefficient,
        RatificationRule r => Gain(Party(r.By), x, StatusQuo()) >= Bar(Party(r.By)),
        RefusesTradeRule r => Struck(r, x) - Struck(r, from) >= (noBars ? 0 : Bar(Party(r.Party))),
        FloorRule r => Change(Party(r.Party), r.Dimension, x, from) >= -r.Tolerance.Coefficient,
        PreconditionRule r => r.Unlocks.Any(u => IsIn(u, x)),
        TogetherRule r => r.Options.All(u => IsIn(u, x)),
        _ => false,
    };

    private Option?[] StatusQuo() => [.. _issues.Select(i => i.Options.FirstOrDefault(o => o.Name == i.StatusQuo))];

    private Party Party(string name) => _model.Parties.Single(p => p.Name == name);

    private static decimal Bar(Party p) => p.NoDeal.Coefficient + p.MinGain.Coefficient;

    private static decimal Pi(Option o) => o.Delivery.IsEmpty ? 1 : 1 - o.Delivery.Aggregate(1m, (miss, c) => miss * (1 - Math.Clamp(c.Chance.Coefficient, 0, 1)));

    private static decimal Effect(Party p, string? d, Option? o) => o is null ? 0 : o.Effects.Where(e => e.Party == p.Name && e.Dimension == d)
        .Sum(e => e.Amount.Coefficient * (e.Time == EffectTime.IfDelivered ? Pi(o) : 1));

    private static decimal Value(Party p, Option? o) =>
        Effect(p, null, o) + p.Weights.Sum(w => w.Value.Coefficient * Effect(p, w.Dimension, o));

    private static decimal Gain(Party p, Option?[] x, Option?[] from) => x.Sum(o => Value(p, o)) - Present(x, from).Sum(o => Value(p, o));

    private static decimal Change(Party p, string d, Option?[] x, Option?[] from) => x.Sum(o => Effect(p, d, o)) - Present(x, from).Sum(o => Effect(p, d, o));

    private static IEnumerable<Option?> Present(Option?[] x, Option?[] from) => from.Where((_, k) => x[k] is not null);

    private decimal Struck(RefusesTradeRule r, Option?[] x)
    {
        var p = Party(r.Party);
        var w = p.Weights.FirstOrDefault(w => w.Dimension == r.Gets)?.Value.Coefficient ?? 0;
        return x.Sum(o => Value(p, o) - w * Math.Max(0, Effect(p, r.Gets, o)));
    }

    private bool Substantive(Issue i, Option o)
    {
        var tau = _model.SubstantiveFrom!.Coefficient;
        var q = i.Options.FirstOrDefault(s => s.Name == i.StatusQuo);
        var size = o.Size.Coefficient * Pi(o);
        return q is null ? size >= tau : o != q && Math.Max(size, q.Size.Coefficient * Pi(q)) >= tau;
    }

    private bool AnyTrigger(ImmutableArray<OptionReference> list, Option?[] x) =>
        list.Any(r => IsIn(r, x) && x[At(r)]!.Name != _issues[At(r)].StatusQuo);

    private bool IsIn(OptionReference r, Option?[] x) =>
        x[At(r)] is { } o && (r.Option is null ? o.Name != _issues[At(r)].StatusQuo : o.Name == r.Option);

    private int At(OptionReference r) => Array.FindIndex(_issues, i => i.Name == r.Issue);

    private Option?[] FreeBaseline()
    {
        var q = StatusQuo();
        if (_model.SubstantiveFrom is null) return q;

        var free = q.ToArray();
        for (var i = 0; i < q.Length; i++)
        {
            if (q[i] is null) continue;
            var eligible = _issues[i].Options.Where(o => IsFree(i, o, q)).ToList();
            if (eligible.Count > 0) free[i] = eligible.Aggregate((best, o) => Better(i, o, best, q[i]!) ? o : best);
        }

        while (true)
        {
            var broken = _model.Rules.Where(r => r.InForce && r is not RefusesTradeRule && Triggered(r, free) && !RuleHolds(r, free, q, true)).ToList();
            var reset = Enumerable.Range(0, q.Length).Where(i => free[i] != q[i] && broken.Exists(r => Behind(r, i, free[i]!, q[i]!))).ToList();
            if (reset.Count == 0) break;
            foreach (var i in reset) free[i] = q[i];
        }

        foreach (var r in _model.Rules.OfType<RefusesTradeRule>().Where(r => r.InForce))
        {
            var p = Party(r.Party);
            if (Change(p, r.Gives, free, q) >= -r.Tolerance.Coefficient || RuleHolds(r, free, q, true)) continue;
            for (var i = 0; i < q.Length; i++)
            {
                if (Effect(p, r.Gives, free[i]) < Effect(p, r.Gives, q[i])) free[i] = q[i];
            }
        }

        return free;
    }

    private bool IsFree(int i, Option o, Option?[] q)
    {
        if (o == q[i] || !IsTerm(_issues[i], o) || Substantive(_issues[i], o)) return false;
        var gains = (o.By.IsEmpty ? _negotiators : o.By.Select(Party)).Select(p => Value(p, o) - Value(p, q[i])).ToList();
        if (gains.Min() < 0 || gains.Max() <= 0) return false;
        var x = q.ToArray();
        x[i] = o;
        return _model.Rules.All(r => !r.InForce || RuleHolds(r, x, q, true) || !(r is RefusesTradeRule t
            ? Change(Party(t.Party), t.Gives, x, q) < -t.Tolerance.Coefficient : Triggered(r, x)));
    }

    private bool Better(int i, Option o, Option best, Option q)
    {
        var ranges = _negotiators.Select(p => _base.Issues.Sum(s => s.Options.Max(t => Value(BaseParty(p), t)) - s.Options.Min(t => Value(BaseParty(p), t)))).ToArray();
        var (a, b) = (Vector(o), Vector(best));
        for (var k = 0; k < a.Length; k++)
        {
            if (a[k] != b[k]) return a[k] > b[k];
        }

        return false;

        // Times the product of the other ranges instead of divided by the own one, so that nothing is rounded.
        decimal[] Vector(Option t) => [.. _negotiators.Select((p, k) => ranges[k] == 0 ? 0
            : (Value(p, t) - Value(p, q)) * ranges.Where((s, m) => m != k && s != 0).Aggregate(1m, (x, y) => x * y)).Order()];
    }

    private Party BaseParty(Party p) => _base.Parties.Single(b => b.Name == p.Name);

    private bool Behind(Rule rule, int i, Option o, Option q) => rule switch
    {
        FloorRule f => Effect(Party(f.Party), f.Dimension, o) < Effect(Party(f.Party), f.Dimension, q),
        RatificationRule { When.IsEmpty: true } => true,
        RatificationRule r => Lists(r.When, i, o),
        PreconditionRule r => Lists(r.For, i, o),
        TogetherRule r => Lists(r.Options, i, o),
        RedLineRule r => Lists(r.Never, i, o),
        _ => false,
    } && o != q;

    private bool Lists(ImmutableArray<OptionReference> list, int i, Option o) =>
        list.Any(r => At(r) == i && (r.Option is null || r.Option == o.Name));
}
