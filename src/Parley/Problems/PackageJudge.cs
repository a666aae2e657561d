using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Results;

namespace Parley.Problems;

/// <summary>Judges one package condition by condition, as docs/model.md, 5 states it.</summary>
/// <remarks>Written from the definition rather than from the search's rows, so that every reported package is judged twice.</remarks>
internal sealed class PackageJudge
{
    private readonly CaseProblem _case;
    private readonly CaseValues _values;

    public PackageJudge(CaseProblem problem)
    {
        _case = problem;
        _values = problem.Values;
    }

    /// <summary>The triggered rows at a package that a set of parties signs.</summary>
    /// <param name="flat">By issue, a flat option.</param>
    /// <param name="signatories">Indices into the parties.</param>
    public PackageOutcome Judge(int[] flat, ImmutableArray<int> signatories)
    {
        var rows = ImmutableArray.CreateBuilder<RowOutcome>();
        foreach (var party in _values.Negotiators)
        {
            if (!signatories.Contains(party) || !Signs(party, flat)) continue;
            var name = _case.Model.Parties[party].Name;
            rows.Add(Scored(name, RowKind.Consent, name, ConsentSlack(party, flat), _case.Ranges[party]));
        }

        foreach (var (rule, scale) in _case.Rules.Zip(_case.FloorScales))
            if (RowOf(rule, scale, flat) is { } row) rows.Add(row);
        var all = rows.ToImmutable();
        var binding = all.Where(r => r.Value is not null).Select(r => r.Value!.Value).ToList();
        return new() { Package = _case.View(flat), Rows = all, Margin = binding.Count == 0 ? null : binding.Min() };
    }

    /// <summary>u_p(x) - d_p - min_gain_p.</summary>
    public Rational ConsentSlack(int party, int[] flat) =>
        _case.Utility(party, flat) - _case.NoDealPoints[_values.Negotiators.IndexOf(party)] - _case.MinGainOf(party);

    /// <summary>Whether the package takes the party's consent.</summary>
    public bool Signs(int party, int[] flat)
    {
        for (var i = 0; i < flat.Length; i++)
            if (flat[i] != _case.Baseline.Chosen[i] && _values.Needs(party, flat[i])) return true;
        return false;
    }

    private static RowOutcome Scored(string name, RowKind kind, string holder, Rational slack, Rational scale)
    {
        Rational? value = scale.IsZero ? (slack.Sign >= 0 ? null : -1) : Rational.Max(-1, slack / scale);
        return new(name, kind, holder, slack, value);
    }

    private RowOutcome? RowOf(ResolvedRule rule, Rational floorScale, int[] flat)
    {
        var name = rule.Rule.Name;
        var holder = _case.HolderOf(rule);
        RowOutcome Hard(RowKind kind, bool holds) => new(name, kind, holder, null, holds ? null : -1);
        switch (rule.Rule)
        {
            case RefusesTradeRule:
                if (FromBaseline(rule.GiveEffects, flat) >= -rule.Tolerance) return null;
                var slack = FromBaseline(rule.Struck, flat) - _case.NoDealOf(rule.Party) - _case.MinGainOf(rule.Party);
                return Scored(name, RowKind.RefusedTrade, holder, slack, _case.Ranges[rule.Party]);
            case FloorRule:
                return Scored(name, RowKind.Floor, holder, FromBaseline(rule.GiveEffects, flat) + rule.Tolerance, floorScale);
        }

        if (!rule.Always && !flat.Any(f => rule.Triggers.Contains(f))) return null;
        return rule.Rule switch
        {
            RatificationRule when rule.VotesNeeded is { } needed =>
                Scored(name, RowKind.Votes, holder, Votes(rule, flat) - needed, Rational.Max(0, needed)),
            RatificationRule => Scored(name, RowKind.Ratification, holder, Approval(rule.Party, flat), _case.Ranges[rule.Party]),
            PreconditionRule => Hard(RowKind.Precondition, flat.Any(f => rule.Unlocks[f])),
            RedLineRule => Hard(RowKind.RedLine, false),
            _ => Hard(RowKind.Together, rule.References.All(r => rule.FlatOf(r).Any(f => flat.Contains(f)))),
        };
    }

    private Rational Approval(int party, int[] flat) =>
        _case.Utility(party, flat) - _case.NoDealOf(party) - _case.MinGainOf(party);

    private Rational Votes(ResolvedRule rule, int[] flat) => rule.Blocs
        .Where(bloc => Approval(bloc, flat).Sign >= 0)
        .Aggregate(Rational.Zero, (sum, bloc) => sum + _values.Evaluate(_case.Model.Parties[bloc].Votes ?? Number.Zero));

    private Rational FromBaseline(Rational[] row, int[] flat)
    {
        var sum = Rational.Zero;
        for (var i = 0; i < flat.Length; i++)
        {
            var reference = _case.Baseline.Chosen[i];
            if (flat[i] == reference) continue;
            sum += reference >= 0 ? row[flat[i]] - row[reference] : row[flat[i]];
        }

        return sum;
    }
}
