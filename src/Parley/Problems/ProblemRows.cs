using System.Numerics;
using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using Parley.Results;

namespace Parley.Problems;

/// <summary>A question about packages in the search's terms, with the names its rows have in a proof.</summary>
internal sealed record NamedPackageProblem(
    PackageProblem Problem,
    IReadOnlyList<(CertificateRow Kind, string Name)> RowNames,
    IReadOnlyList<ClauseName> ClauseNames,
    BigInteger Unit)
{
    /// <summary>Whether the rows and clauses have the names of another problem's, in the same order.</summary>
    public bool HasNamesOf(NamedPackageProblem other) =>
        RowNames.SequenceEqual(other.RowNames) && ClauseNames.Select(n => n.Text).SequenceEqual(other.ClauseNames.Select(n => n.Text), StringComparer.Ordinal);
}

/// <summary>Writes a case's conditions as rows and clauses for the search (docs/model.md, 5).</summary>
internal sealed class ProblemRows
{
    private readonly CaseProblem _case;
    private readonly CaseValues _values;
    private readonly RowBuilder _rows = new();

    // From the status quo, the negotiators' bars at 0: the reference of the tokens verdict.
    private readonly bool _fromStatusQuo;

    private ProblemRows(CaseProblem problem, bool fromStatusQuo)
    {
        _case = problem;
        _values = problem.Values;
        _fromStatusQuo = fromStatusQuo;
    }

    /// <summary>Is there an acceptable candidate that this set of parties signs?</summary>
    public static NamedPackageProblem Deal(CaseProblem problem, IReadOnlyCollection<int> signatories) =>
        BetterDeal(problem, signatories, []);

    /// <summary>Is there an acceptable candidate that gives every negotiator more than some utility?</summary>
    /// <param name="problem">The case.</param>
    /// <param name="signatories">Indices into the parties.</param>
    /// <param name="points">By negotiator, the utility to beat; empty for none.</param>
    public static NamedPackageProblem BetterDeal(CaseProblem problem, IReadOnlyCollection<int> signatories, IReadOnlyList<Rational> points)
    {
        var rows = new ProblemRows(problem, fromStatusQuo: false);
        foreach (var party in signatories) rows.AddConsent(party);
        foreach (var (rule, scale) in problem.Rules.Zip(problem.FloorScales)) rows.AddRule(rule, scale);
        rows.AddCandidate();
        for (var k = 0; k < points.Count; k++)
        {
            var party = problem.Values.Negotiators[k];
            rows.AddStrict(party, rows.AtStatusQuo(problem.Values.Values[party]) + points[k]);
        }

        return rows.Build(rows.AllowedInDeal());
    }

    // The terms of a deal: an issue that it must settle leaves its status quo.
    private bool[] AllowedInDeal()
    {
        var allowed = _values.Term.ToArray();
        foreach (var issue in _case.Model.DealMustSettle.Select(_values.IssueIndex))
            if (_case.HasStatusQuo(issue)) allowed[_values.StatusQuo[issue]] = false;
        return allowed;
    }

    /// <summary>What the others would sign, one row of a negotiator's as large as possible (docs/model.md, 38).</summary>
    /// <remarks>The value of a package is -1 where another negotiator's row fails, else more, and at most 0.</remarks>
    /// <param name="problem">The case.</param>
    /// <param name="party">The negotiator whose own rows are left out; index into the parties.</param>
    /// <param name="signatories">Indices into the parties.</param>
    /// <param name="row">Flat; what is to be large.</param>
    public static NamedPackageProblem Offer(CaseProblem problem, int party, IReadOnlyCollection<int> signatories, Rational[] row)
    {
        var rows = new ProblemRows(problem, fromStatusQuo: false);
        foreach (var other in signatories)
            if (other != party) rows.AddConsent(other, PackageRowKind.Hard);
        foreach (var (rule, scale) in problem.Rules.Zip(problem.FloorScales))
            if (rule.Party != party && problem.Values.Negotiators.Contains(rule.Party)) rows.AddRule(rule, scale, scored: false);
        rows.AddCandidate();
        var (least, most) = problem.Values.Extremes(row);
        rows._rows.Add(PackageRowKind.Scored, CertificateRow.Consent, problem.Model.Parties[party].Name, row, most, most - least + 1);
        return rows.Build(rows.AllowedInDeal());
    }

    /// <summary>Is a package without substance worth something to all who sign it, measured from the status quo? (docs/model.md, 15)</summary>
    public static NamedPackageProblem Tokens(CaseProblem problem)
    {
        var rows = new ProblemRows(problem, fromStatusQuo: true);
        var gains = new List<PackageAlternative>();
        foreach (var party in problem.Values.Negotiators)
        {
            rows.AddConsent(party);
            gains.Add(new([], rows.AddStrictGain(party)));
        }

        rows._rows.Add(new ClauseName(string.Empty, []), gains);
        foreach (var (rule, scale) in problem.Rules.Zip(problem.FloorScales)) rows.AddRule(rule, scale);
        var allowed = new bool[problem.Values.Options.Length];
        for (var f = 0; f < allowed.Length; f++) allowed[f] = problem.Values.Term[f] && !problem.Values.Substantive[f];
        return rows.Build(allowed);
    }

    /// <summary>Can a coalition do strictly better than given points by its own means? (docs/model.md, 20)</summary>
    /// <param name="problem">The case.</param>
    /// <param name="members">Indices into the parties.</param>
    /// <param name="points">By member, the utility to beat.</param>
    public static NamedPackageProblem SideDeal(CaseProblem problem, IReadOnlyList<int> members, IReadOnlyList<Rational> points)
    {
        var rows = new ProblemRows(problem, fromStatusQuo: false);
        for (var k = 0; k < members.Count; k++) rows.AddStrictlyBetter(members[k], points[k]);
        foreach (var (rule, scale) in problem.Rules.Zip(problem.FloorScales))
            if (!IsHeldOutside(problem, rule, members)) rows.AddRule(rule, scale, scored: false);
        var values = problem.Values;
        var differs = new Rational[values.Options.Length];
        var allowed = new bool[values.Options.Length];
        for (var f = 0; f < allowed.Length; f++)
        {
            var isBaseline = problem.Baseline.Chosen[values.IssueOf(f)] == f;
            if (!isBaseline) differs[f] = 1;
            allowed[f] = isBaseline || (values.Term[f] && IsOwnMeans(problem, f, members));
        }

        rows._rows.Add(PackageRowKind.Structural, CertificateRow.Candidate, string.Empty, differs, 1);
        return rows.Build(allowed);
    }

    private static bool IsOwnMeans(CaseProblem problem, int flat, IReadOnlyList<int> members)
    {
        var givers = problem.Values.Options[flat].By;
        return !givers.IsEmpty && givers.All(name => members.Contains(problem.Values.PartyIndex(name)));
    }

    private static bool IsHeldOutside(CaseProblem problem, ResolvedRule rule, IReadOnlyList<int> members)
    {
        var holder = rule.Party;
        if (rule.Rule is RatificationRule && problem.Model.Parties[holder].Of is { } of) holder = problem.Values.PartyIndex(of);
        return problem.Values.Negotiators.Contains(holder) && !members.Contains(holder);
    }

    private NamedPackageProblem Build(bool[] allowed)
    {
        var counts = Enumerable.Range(0, _values.IssueCount).Select(_values.OptionCount).ToArray();
        var changes = new bool[_values.Options.Length];
        for (var f = 0; f < changes.Length; f++)
        {
            var issue = _values.IssueOf(f);
            changes[f] = _case.HasStatusQuo(issue) && _case.Baseline.Chosen[issue] != f;
        }

        var (built, unit) = _rows.Build(counts, allowed, changes);
        return new(built, _rows.RowNames, _rows.ClauseNames, unit);
    }

    // The sum over issues with a status quo of a row at the reference package.
    private Rational AtBaseline(Rational[] row) => Sum(row, _fromStatusQuo ? _values.StatusQuo : _case.Baseline.Chosen);

    private Rational AtStatusQuo(Rational[] row) => Sum(row, _values.StatusQuo);

    private static Rational Sum(Rational[] row, IReadOnlyList<int> package)
    {
        var sum = Rational.Zero;
        foreach (var flat in package)
            if (flat >= 0) sum += row[flat];
        return sum;
    }

    private Rational Bar(int party) => _fromStatusQuo ? 0 : _case.NoDealOf(party) + _case.MinGainOf(party);

    private void AddConsent(int party, PackageRowKind kind = PackageRowKind.Scored)
    {
        var row = _values.Values[party];
        var name = _case.Model.Parties[party].Name;
        var index = _rows.Add(kind, CertificateRow.Consent, name, row, AtBaseline(row) + Bar(party), _case.Ranges[party]);
        var needed = OptionsThatNeed(party);
        if (needed is null) return;
        _rows.Add(new ClauseName(name, [new(false), new(true)]), new PackageAlternative(needed, []), new PackageAlternative([], [index]));
    }

    // Changes that take the party's consent; null when every change does.
    private int[]? OptionsThatNeed(int party)
    {
        if (_values.Options.All(o => o.Needs.IsEmpty)) return null;
        var reference = _fromStatusQuo ? _values.StatusQuo : _case.Baseline.Chosen;
        return [.. Enumerable.Range(0, _values.Options.Length).Where(f => reference[_values.IssueOf(f)] != f && _values.Needs(party, f))];
    }

    private int[] AddStrictGain(int party)
    {
        var row = _values.Values[party];
        var rows = new List<int> { AddStrict(party, AtStatusQuo(row)) };
        if (OptionsThatNeed(party) is { } needed)
        {
            var signs = new Rational[_values.Options.Length];
            foreach (var flat in needed) signs[flat] = 1;
            rows.Add(_rows.Add(PackageRowKind.Hard, CertificateRow.Candidate, string.Empty, signs, 1));
        }

        return [.. rows];
    }

    // A hard row that holds iff the party's sum exceeds the threshold: by at least the least difference it can make.
    private int AddStrict(int party, Rational above)
    {
        var row = _values.Values[party];
        return _rows.Add(PackageRowKind.Hard, CertificateRow.Consent, _case.Model.Parties[party].Name, row, above + LeastStep(row, above));
    }

    private void AddStrictlyBetter(int party, Rational utility)
    {
        var row = _values.Values[party];
        var threshold = AtStatusQuo(row) + utility;
        AddStrict(party, threshold);
        _rows.Add(PackageRowKind.Scored, CertificateRow.Consent, _case.Model.Parties[party].Name, row, threshold, _case.Ranges[party]);
    }

    // Sums of the row less the threshold are multiples of one over the common denominator.
    private static Rational LeastStep(Rational[] row, Rational threshold) => new(1, Rational.CommonDenominator(row.Append(threshold)));

    private void AddCandidate()
    {
        var counts = new Rational[_values.Options.Length];
        if (_case.HasTokens)
        {
            for (var f = 0; f < counts.Length; f++)
                if (_values.Substantive[f]) counts[f] = 1;
        }
        else
        {
            for (var f = 0; f < counts.Length; f++)
                if (!_values.IsStatusQuo(f)) counts[f] = 1;
        }

        _rows.Add(PackageRowKind.Structural, CertificateRow.Candidate, string.Empty, counts, 1);
    }

    private void AddRule(ResolvedRule rule, Rational floorScale, bool scored = true)
    {
        var name = rule.Rule.Name;
        var kind = scored ? PackageRowKind.Scored : PackageRowKind.Hard;
        switch (rule.Rule)
        {
            case RefusesTradeRule:
                AddRefusedTrade(rule, kind);
                break;
            case FloorRule:
                _rows.Add(kind, CertificateRow.Rule, name, rule.GiveEffects, AtBaseline(rule.GiveEffects) - rule.Tolerance, floorScale);
                break;
            case RatificationRule when rule.VotesNeeded is { } needed:
                if (needed.Sign > 0) AddVotes(rule, needed, scored);
                break;
            case RatificationRule:
                var values = _values.Values[rule.Party];
                var threshold = AtStatusQuo(values) + _case.NoDealOf(rule.Party) + _case.MinGainOf(rule.Party);
                var row = _rows.Add(kind, CertificateRow.Rule, name, values, threshold, _case.Ranges[rule.Party]);
                if (!rule.Always) AddTriggered(rule, new PackageAlternative([], [row]));
                break;
            case PreconditionRule:
                var unlocks = Array.ConvertAll(rule.Unlocks, u => u ? Rational.One : Rational.Zero);
                AddTriggered(rule, new PackageAlternative([], [_rows.Add(PackageRowKind.Hard, CertificateRow.Rule, name, unlocks, 1)]));
                break;
            case RedLineRule:
                _rows.Add(new ClauseName(name, [new(false)]), new PackageAlternative(rule.Triggers, []));
                break;
            case TogetherRule:
                if (rule.Triggers.Length > 0) AddTriggered(rule, new PackageAlternative(rule.OthersThanListed(), []));
                break;
        }
    }

    private void AddTriggered(ResolvedRule rule, PackageAlternative triggered) =>
        _rows.Add(new ClauseName(rule.Rule.Name, [new(false), new(true)]), new PackageAlternative(rule.Triggers, []), triggered);

    private void AddRefusedTrade(ResolvedRule rule, PackageRowKind kind)
    {
        var name = rule.Rule.Name;
        var limit = AtBaseline(rule.GiveEffects) - rule.Tolerance;
        var keeps = _rows.Add(PackageRowKind.Hard, CertificateRow.NotTriggered, name, rule.GiveEffects, limit);
        var gives = _rows.Add(PackageRowKind.Hard, CertificateRow.Triggered, name, Array.ConvertAll(rule.GiveEffects, e => -e), -limit);
        var struck = _rows.Add(
            kind, CertificateRow.Rule, name, rule.Struck, AtBaseline(rule.Struck) + Bar(rule.Party), _case.Ranges[rule.Party]);
        _rows.Add(
            new ClauseName(name, [new(false), new(true)]), new PackageAlternative([], [keeps]), new PackageAlternative([], [gives, struck]));
    }

    private void AddVotes(ResolvedRule rule, Rational needed, bool scored)
    {
        var branches = new List<ClauseBranch>();
        var alternatives = new List<PackageAlternative>();
        if (!rule.Always)
        {
            branches.Add(new(false));
            alternatives.Add(new(rule.Triggers, []));
        }

        var coalitions = Coalitions(rule).Where(c => scored || c.Votes >= needed).ToList();
        var rowOf = coalitions.SelectMany(c => c.Members).Distinct().ToDictionary(bloc => bloc, AddBloc);
        foreach (var (members, votes) in coalitions)
        {
            branches.Add(new(true, [.. members.Select(bloc => _case.Model.Parties[bloc].Name)]));
            Rational? value = scored ? Rational.Max(-1, (votes - needed) / needed) : null;
            alternatives.Add(new([], [.. members.Select(bloc => rowOf[bloc])], value));
        }

        _rows.Add(new ClauseName(rule.Rule.Name, branches), alternatives);
    }

    private int AddBloc(int bloc)
    {
        var row = _values.Values[bloc];
        var threshold = AtStatusQuo(row) + _case.NoDealOf(bloc) + _case.MinGainOf(bloc);
        return _rows.Add(PackageRowKind.Hard, CertificateRow.Bloc, _case.Model.Parties[bloc].Name, row, threshold);
    }

    private IEnumerable<(int[] Members, Rational Votes)> Coalitions(ResolvedRule rule)
    {
        for (var subset = 0; subset < 1 << rule.Blocs.Length; subset++)
        {
            int[] members = [.. rule.Blocs.Where((_, k) => (subset >> k & 1) != 0)];
            yield return (members, members.Aggregate(
                Rational.Zero, (sum, bloc) => sum + _values.Evaluate(_case.Model.Parties[bloc].Votes ?? Number.Zero)));
        }
    }
}
