using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parley.Cases.Model;
using Parley.Problems;

namespace Parley.Draws;

/// <summary>What a condition of a package is.</summary>
internal enum DrawCondition
{
    Consent,
    RefusedTrade,
    Floor,
    Ratification,
    Votes,
    Precondition,
    RedLine,
    Together,
}

/// <summary>One condition of a package: the columns and flags that decide it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Rule">Index of its rule; of a negotiator's party for consent.</param>
/// <param name="Column">Its first column; -1 where it has none.</param>
/// <param name="Columns">How many columns it has: one for each bloc of a vote, two for a refusal (given, struck out).</param>
/// <param name="Trigger">The flag of an option that brings it in; 0 where it always counts.</param>
/// <param name="Needed">The flag of an option that satisfies it, or of one that breaks it.</param>
/// <param name="Scale">What one unit of value is; 0 for a condition that holds or does not.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ConditionRow(DrawCondition Kind, int Rule, int Column, int Columns, ulong Trigger, ulong Needed, double Scale);

/// <summary>The conditions of packages as sums of columns and sets of flags, for one draw; measured from the baseline or from the status quo (docs/model.md, 5 and 15).</summary>
internal sealed class DrawRows
{
    private readonly DrawProgram _program;
    private readonly DrawNumbers _numbers;
    private readonly DrawBaseline _baseline;
    private readonly CaseValues _case;
    private readonly bool _fromStatusQuo;
    private readonly List<ConditionRow> _conditions = [];
    private readonly List<(Func<Measured[]> Row, bool FromStatusQuo)> _sources = [];
    private readonly int[] _ruleFlag;
    private readonly ulong[] _fixedFlags;
    private int _flags = 1; // the first flag: an option of substance, or one that changes something

    private DrawRows(DrawProgram program, DrawNumbers numbers, DrawBaseline baseline, bool fromStatusQuo)
    {
        _program = program;
        _numbers = numbers;
        _baseline = baseline;
        _case = program.Problem.Values;
        _fromStatusQuo = fromStatusQuo;
        var options = program.Sizes.Length;
        _fixedFlags = new ulong[options];
        Flags = new ulong[options];
        IsAllowed = new bool[options];
        _ruleFlag = new int[program.Parties.Length];
        foreach (var party in _case.Negotiators) AddConsent(party);
        for (var r = 0; r < program.Rules.Length; r++) AddRule(r);
        Conditions = [.. _conditions];
        Columns = [.. _sources.Select(_ => new Measured[options])];
        Bars = new Measured[_sources.Count];
    }

    /// <summary>Flags there is room for.</summary>
    public const int MostFlags = 64;

    /// <summary>The flag of an option that makes a package a candidate.</summary>
    public const ulong Candidate = 1;

    /// <summary>Rows for deals.</summary>
    public static DrawRows Deals(DrawProgram program, DrawNumbers numbers, DrawBaseline baseline) => new(program, numbers, baseline, false);

    /// <summary>Rows for what is agreeable without substance.</summary>
    public static DrawRows Tokens(DrawProgram program, DrawNumbers numbers, DrawBaseline baseline) => new(program, numbers, baseline, true);

    /// <summary>False where the case has more conditions than there are flags.</summary>
    public bool Fits => _flags <= MostFlags;

    public ImmutableArray<ConditionRow> Conditions { get; }

    /// <summary>[column][flat option], measured from the reference package.</summary>
    public Measured[][] Columns { get; }

    /// <summary>By column, what its sum is held against.</summary>
    public Measured[] Bars { get; }

    /// <summary>By flat option.</summary>
    public ulong[] Flags { get; }

    /// <summary>By flat option, whether a package may hold it.</summary>
    public bool[] IsAllowed { get; }

    /// <summary>The package that everything is measured from; -1 where an issue has no status quo.</summary>
    public int Reference(int issue) => _fromStatusQuo ? _case.StatusQuo[issue] : _baseline.Chosen[issue];

    /// <summary>Works the columns and flags out for the numbers as loaded.</summary>
    public void Load()
    {
        for (var c = 0; c < Columns.Length; c++) LoadColumn(Columns[c], _sources[c].Row(), _sources[c].FromStatusQuo);
        foreach (var condition in Conditions) LoadBars(condition);
        for (var f = 0; f < Flags.Length; f++)
        {
            var issue = _case.IssueOf(f);
            var flags = _fixedFlags[f];
            if (_program.Threshold is null ? f != _case.StatusQuo[issue] : _numbers.IsSubstantive[f]) flags |= Candidate;
            if (f != Reference(issue))
                foreach (var party in _case.Negotiators)
                    if (_ruleFlag[party] > 0 && _case.Needs(party, f)) flags |= 1UL << _ruleFlag[party];
            Flags[f] = flags;
            IsAllowed[f] = _case.Term[f] && !(_fromStatusQuo && _numbers.IsSubstantive[f]);
        }

        if (_fromStatusQuo) return;
        foreach (var issue in _program.Problem.Model.DealMustSettle)
            if (_case.StatusQuo[_case.IssueIndex(issue)] is var q and >= 0) IsAllowed[q] = false;
    }

    private void LoadColumn(Measured[] column, Measured[] row, bool fromStatusQuo)
    {
        for (var i = 0; i < _case.IssueCount; i++)
        {
            var reference = fromStatusQuo ? _case.StatusQuo[i] : Reference(i);
            for (var f = _case.Offset(i); f < _case.Offset(i) + _case.OptionCount(i); f++)
                column[f] = f == reference ? Measured.Zero : reference < 0 ? row[f] : row[f] - row[reference];
        }
    }

    private void LoadBars(ConditionRow condition)
    {
        switch (condition.Kind)
        {
            case DrawCondition.Consent:
                Bars[condition.Column] = _fromStatusQuo ? Measured.Zero : _numbers.Bars[condition.Rule];
                break;
            case DrawCondition.RefusedTrade:
                Bars[condition.Column] = Measured.Zero - _numbers.Tolerance[condition.Rule];
                Bars[condition.Column + 1] = _fromStatusQuo ? Measured.Zero : _numbers.Bars[_program.Rules[condition.Rule].Resolved.Party];
                break;
            case DrawCondition.Floor:
                Bars[condition.Column] = Measured.Zero - _numbers.Tolerance[condition.Rule];
                break;
            case DrawCondition.Ratification:
                Bars[condition.Column] = _numbers.Bars[_program.Rules[condition.Rule].Resolved.Party];
                break;
            case DrawCondition.Votes:
                for (var k = 0; k < condition.Columns; k++)
                    Bars[condition.Column + k] = _numbers.Bars[_program.Rules[condition.Rule].Resolved.Blocs[k]];
                break;
        }
    }

    private int NextFlag() => _flags++;

    private ulong Flag(IEnumerable<int> options)
    {
        var flag = NextFlag();
        if (flag >= MostFlags) return 0; // too many: the case is judged exactly
        foreach (var f in options) _fixedFlags[f] |= 1UL << flag;
        return 1UL << flag;
    }

    private int Column(Func<Measured[]> row, bool fromStatusQuo = false)
    {
        _sources.Add((row, fromStatusQuo));
        return _sources.Count - 1;
    }

    private void AddConsent(int party)
    {
        var trigger = 0UL;
        if (_case.Options.Any(o => !o.Needs.IsEmpty))
        {
            _ruleFlag[party] = NextFlag();
            trigger = 1UL << _ruleFlag[party];
        }

        _conditions.Add(new(DrawCondition.Consent, party, Column(() => _numbers.Values[party]), 1, trigger, 0, (double)_program.Problem.Ranges[party]));
    }

    private void AddRule(int index)
    {
        var rule = _program.Rules[index];
        var resolved = rule.Resolved;
        ulong Trigger() => resolved.Always ? 0 : Flag(resolved.Triggers);
        double RangeOf(int party) => (double)_program.Problem.Ranges[party];
        switch (rule.Rule)
        {
            case RefusesTradeRule:
                var given = Column(() => _numbers.Effects[rule.Slot]);
                Column(() => _numbers.Struck[index]);
                _conditions.Add(new(DrawCondition.RefusedTrade, index, given, 2, 0, 0, RangeOf(resolved.Party)));
                break;
            case FloorRule:
                var floor = Column(() => _numbers.Effects[rule.Slot]);
                _conditions.Add(new(DrawCondition.Floor, index, floor, 1, 0, 0, (double)_program.Problem.FloorScales[index]));
                break;
            case RatificationRule when resolved.VotesNeeded is not null:
                var blocs = resolved.Blocs.Select(bloc => Column(() => _numbers.Values[bloc], true)).ToArray();
                _conditions.Add(new(DrawCondition.Votes, index, blocs.FirstOrDefault(-1), blocs.Length, Trigger(), 0, 0));
                break;
            case RatificationRule:
                var ratifier = Column(() => _numbers.Values[resolved.Party], true);
                _conditions.Add(new(DrawCondition.Ratification, index, ratifier, 1, Trigger(), 0, RangeOf(resolved.Party)));
                break;
            case PreconditionRule:
                var unlocks = Enumerable.Range(0, resolved.Unlocks.Length).Where(f => resolved.Unlocks[f]);
                _conditions.Add(new(DrawCondition.Precondition, index, -1, 0, Trigger(), Flag(unlocks), 0));
                break;
            case RedLineRule:
                _conditions.Add(new(DrawCondition.RedLine, index, -1, 0, Flag(resolved.Triggers), 0, 0));
                break;
            case TogetherRule when resolved.Triggers.Length > 0:
                _conditions.Add(new(DrawCondition.Together, index, -1, 0, Flag(resolved.Triggers), Flag(rule.Others), 0));
                break;
        }
    }
}
