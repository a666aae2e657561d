using Parley.Cases.Model;
using Parley.Problems;

namespace Parley.Draws;

/// <summary>What happens anyway, in one draw (docs/model.md, 4).</summary>
internal sealed class DrawBaseline
{
    private readonly DrawProgram _program;
    private readonly CaseValues _case;
    private readonly DrawNumbers _numbers;
    private readonly Doubts _doubts;
    private readonly double[] _ranges;
    private readonly int[] _package;
    private readonly bool[] _free;
    private readonly Measured[] _shares;
    private readonly Measured[] _best;

    public DrawBaseline(DrawProgram program, DrawNumbers numbers, Doubts doubts)
    {
        _program = program;
        _case = program.Problem.Values;
        _numbers = numbers;
        _doubts = doubts;
        _ranges = [.. program.Problem.Ranges.Select(r => (double)r)];
        _package = [.. _case.StatusQuo];
        Chosen = [.. _case.StatusQuo];
        _free = new bool[program.Sizes.Length];
        IsToken = new bool[program.Sizes.Length];
        _shares = new Measured[_case.Negotiators.Length];
        _best = new Measured[_case.Negotiators.Length];
    }

    /// <summary>By issue, the flat option of the baseline; -1 where the issue has no status quo.</summary>
    public int[] Chosen { get; }

    /// <summary>Free options by which no negotiator loses.</summary>
    public bool[] IsToken { get; }

    /// <summary>Whether any option is a token.</summary>
    public bool HasToken { get; private set; }

    public void Load()
    {
        _case.StatusQuo.CopyTo(Chosen);
        if (_program.Threshold is null) return;
        HasToken = false;
        for (var f = 0; f < _free.Length; f++)
        {
            _free[f] = IsFree(f);
            IsToken[f] = _free[f] && NobodyLoses(f);
            HasToken |= IsToken[f];
        }

        for (var i = 0; i < Chosen.Length; i++) Choose(i);
        Repair();
    }

    private Measured Gain(int party, int flat) => _numbers.Values[party][flat] - _numbers.Values[party][_case.StatusQuo[_case.IssueOf(flat)]];

    private bool NobodyLoses(int flat)
    {
        foreach (var party in _case.Negotiators)
            if (_doubts.Sign(Gain(party, flat)) < 0) return false;
        return true;
    }

    private bool IsFree(int flat)
    {
        var issue = _case.IssueOf(flat);
        var q = _case.StatusQuo[issue];
        if (q < 0 || flat == q || !_case.Term[flat] || _numbers.IsSubstantive[flat]) return false;
        var gains = false;
        foreach (var party in _case.Negotiators)
        {
            if (!_case.Gives(party, flat)) continue;
            var sign = _doubts.Sign(Gain(party, flat));
            if (sign < 0) return false;
            gains |= sign > 0;
        }

        if (!gains) return false;
        _case.StatusQuo.CopyTo(_package);
        _package[issue] = flat;
        for (var r = 0; r < _program.Rules.Length; r++)
            if (!HoldsFromStatusQuo(r, _package)) return false;
        return true;
    }

    // Leximin over shares of range; the first declared wins a tie.
    private void Choose(int issue)
    {
        var best = -1;
        for (var f = _case.Offset(issue); f < _case.Offset(issue) + _case.OptionCount(issue); f++)
        {
            if (!_free[f]) continue;
            if (best >= 0)
            {
                Share(f, _shares);
                if (Compare(_shares, _best) <= 0) continue;
            }

            best = f;
            Share(f, _best);
        }

        if (best >= 0) Chosen[issue] = best;
    }

    private void Share(int flat, Measured[] shares)
    {
        for (var k = 0; k < shares.Length; k++)
        {
            var range = _ranges[_case.Negotiators[k]];
            shares[k] = range == 0 ? Measured.Zero : Gain(_case.Negotiators[k], flat) * (1 / range);
        }

        Array.Sort(shares, (a, b) => a.Value.CompareTo(b.Value));
    }

    private int Compare(Measured[] a, Measured[] b)
    {
        for (var k = 0; k < a.Length; k++)
            if (_doubts.Sign(a[k] - b[k]) is var order and not 0) return order;
        return 0;
    }

    private void Repair()
    {
        bool reset;
        do
        {
            reset = false;
            Chosen.CopyTo(_package, 0);
            for (var r = 0; r < _program.Rules.Length; r++)
                if (_program.Rules[r].Rule is not RefusesTradeRule && !HoldsFromStatusQuo(r, _package)) reset |= Reset(r);
        }
        while (reset);

        for (var r = 0; r < _program.Rules.Length; r++)
            if (_program.Rules[r].Rule is RefusesTradeRule && !HoldsFromStatusQuo(r, Chosen)) Reset(r);
    }

    private bool Reset(int rule)
    {
        var any = false;
        for (var i = 0; i < Chosen.Length; i++)
        {
            if (Chosen[i] < 0 || Chosen[i] == _case.StatusQuo[i] || !Touches(rule, Chosen[i])) continue;
            Chosen[i] = _case.StatusQuo[i];
            any = true;
        }

        return any;
    }

    // Does the option help to break the rule?
    private bool Touches(int rule, int flat) => _program.Rules[rule] switch
    {
        { Rule: RefusesTradeRule or FloorRule } r =>
            _doubts.Sign(_numbers.Effects[r.Slot][flat] - _numbers.Effects[r.Slot][_case.StatusQuo[_case.IssueOf(flat)]]) < 0,
        { Rule: RatificationRule, Resolved.Always: true } => true,
        var r => r.Resolved.Listed[flat],
    };

    /// <summary>Whether a rule holds at a package measured from the status quo, the negotiators' own bars at 0.</summary>
    /// <param name="rule">Index of the rule.</param>
    /// <param name="package">By issue, a flat option; -1 where an issue has no status quo.</param>
    private bool HoldsFromStatusQuo(int rule, int[] package)
    {
        var r = _program.Rules[rule];
        switch (r.Rule)
        {
            case RefusesTradeRule:
                return Tolerates(rule, package) || _doubts.Sign(Change(_numbers.Struck[rule], package)) >= 0;
            case FloorRule:
                return Tolerates(rule, package);
            case RatificationRule:
                return !IsTriggered(r, package) || Ratifies(r, package);
            case PreconditionRule:
                return !IsTriggered(r, package) || AnyOf(r.Resolved.Unlocks, package);
            case RedLineRule:
                return !IsTriggered(r, package);
            default:
                return !IsTriggered(r, package) || r.Resolved.References.All(o => r.Resolved.FlatOf(o).Any(f => Array.IndexOf(package, f) >= 0));
        }
    }

    private bool Tolerates(int rule, int[] package) =>
        _doubts.Sign(Change(_numbers.Effects[_program.Rules[rule].Slot], package) + _numbers.Tolerance[rule]) >= 0;

    private static bool IsTriggered(DrawRule rule, int[] package)
    {
        if (rule.Resolved.Always) return true;
        foreach (var flat in package)
            if (flat >= 0 && Array.IndexOf(rule.Resolved.Triggers, flat) >= 0) return true;
        return false;
    }

    private static bool AnyOf(bool[] options, int[] package)
    {
        foreach (var flat in package)
            if (flat >= 0 && options[flat]) return true;
        return false;
    }

    private bool Ratifies(DrawRule rule, int[] package)
    {
        if (rule.Resolved.VotesNeeded is null) return Approves(rule.Resolved.Party, package);
        var votes = Measured.Zero;
        foreach (var bloc in rule.Resolved.Blocs)
            if (Approves(bloc, package)) votes += _numbers.Votes[bloc];
        return _doubts.Sign(votes - _numbers.VotesNeeded[rule.Resolved.Party]) >= 0;
    }

    private bool Approves(int party, int[] package) => _doubts.Sign(Change(_numbers.Values[party], package) - _numbers.Bars[party]) >= 0;

    private Measured Change(Measured[] row, int[] package)
    {
        var sum = Measured.Zero;
        for (var i = 0; i < package.Length; i++)
            if (package[i] >= 0 && package[i] != _case.StatusQuo[i]) sum += row[package[i]] - row[_case.StatusQuo[i]];
        return sum;
    }
}
