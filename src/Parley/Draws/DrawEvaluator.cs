using System.Collections.Immutable;
using Parley.Deals;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Draws;

/// <summary>Judges a case draw by draw: in floating point where every sign that matters is beyond doubt, else exactly.</summary>
/// <remarks>
/// One per thread; the program is shared. A draw's outcome depends on its inputs alone, never on draws before it.
/// Cost: tens of microseconds for a case of a dozen issues; an exact judgement some milliseconds.
/// </remarks>
internal sealed class DrawEvaluator
{
    private readonly DrawProgram _program;
    private readonly CaseValues _case;
    private readonly Func<ReadOnlySpan<double>, CaseProblem> _exactProblem;
    private readonly long _exactNodes;
    private readonly int[] _places;
    private readonly Doubts _doubts = new();
    private readonly DrawNumbers _numbers;
    private readonly DrawBaseline _baseline;
    private readonly DrawSearch _deals;
    private readonly DrawSearch _tokens;
    private readonly DrawRows _dealRows;
    private readonly DrawRows _tokenRows;
    private readonly int[] _package;
    private readonly bool[] _mustSettle;
    private readonly bool _canSearchTokens;

    /// <param name="program">The case.</param>
    /// <param name="places">By input, its place in the program.</param>
    /// <param name="exactProblem">The case with drawn numbers, compiled exactly.</param>
    /// <param name="exactNodes">Search nodes at most where a draw is judged exactly.</param>
    public DrawEvaluator(DrawProgram program, IEnumerable<int> places, Func<ReadOnlySpan<double>, CaseProblem> exactProblem, long exactNodes = 200_000)
    {
        _program = program;
        _case = program.Problem.Values;
        _exactProblem = exactProblem;
        _exactNodes = exactNodes;
        _places = [.. places];
        _numbers = new(program, _doubts);
        _baseline = new(program, _numbers, _doubts);
        _dealRows = DrawRows.Deals(program, _numbers, _baseline);
        _tokenRows = DrawRows.Tokens(program, _numbers, _baseline);
        _deals = new(program, _numbers, _dealRows, _doubts);
        _tokens = new(program, _numbers, _tokenRows, _doubts);
        _package = new int[_case.IssueCount];
        _mustSettle = new bool[_case.IssueCount];
        foreach (var issue in program.Problem.Model.DealMustSettle) _mustSettle[_case.IssueIndex(issue)] = true;
        _canSearchTokens = program.Problem.HasTokens && !_case.StatusQuo.Contains(-1);
        Outcome = new(_case.Options.Length, program.Deals.Length);
    }

    /// <summary>Of the last draw.</summary>
    public DrawOutcome Outcome { get; }

    /// <summary>Judges a draw.</summary>
    /// <param name="inputs">The drawn numbers.</param>
    /// <param name="cancellationToken">Ends an exact search by exception.</param>
    public DrawOutcome Evaluate(ReadOnlySpan<double> inputs, CancellationToken cancellationToken)
    {
        _doubts.Reset();
        Outcome.IsDecided = true;
        Outcome.IsMarginExact = true;
        Outcome.WasExact = !_dealRows.Fits || !_tokenRows.Fits;
        if (!Outcome.WasExact) Screen(inputs);
        if (Outcome.WasExact |= _doubts.Any) JudgeExactly(_exactProblem(inputs), cancellationToken);
        return Outcome;
    }

    private void Screen(ReadOnlySpan<double> inputs)
    {
        _numbers.Load(_places, inputs);
        _baseline.Load();
        _baseline.IsToken.CopyTo(Outcome.IsToken, 0);
        _dealRows.Load();
        _deals.Maximise();
        var margin = _deals.Found ? _deals.Value : -1;
        if (Math.Abs(margin) <= DrawSearch.Close) _doubts.Add();
        Outcome.Margin = double.IsPositiveInfinity(margin) ? 0 : margin;
        Outcome.Grade = _deals.Found && margin >= 0 ? Grade.Deal : HasAgreeableTokens() ? Grade.Tokens : Grade.Nothing;
        Outcome.Binding = _deals.Found ? NameOf(_deals.Binding()) : null;
        for (var d = 0; d < _program.Deals.Length; d++) Outcome.IsAccepted[d] = Accepts(d);
    }

    private bool HasAgreeableTokens()
    {
        if (!_canSearchTokens) return false;
        if (_baseline.HasToken) return true; // taken alone it is agreeable by definition
        _tokenRows.Load();
        return _tokens.AnyGain();
    }

    private string? NameOf(ConditionRow? condition) => condition switch
    {
        null => null,
        { Kind: DrawCondition.Consent } c => _program.Problem.Model.Parties[c.Rule].Name,
        { } c => _program.Rules[c.Rule].Rule.Name,
    };

    private bool Accepts(int deal)
    {
        if (_program.Deals[deal] is not { } terms) return false;
        _baseline.Chosen.CopyTo(_package, 0);
        foreach (var f in terms)
        {
            if (!_case.Term[f]) return false;
            _package[_case.IssueOf(f)] = f;
        }

        var (substantive, changes) = (false, false);
        for (var i = 0; i < _package.Length; i++)
        {
            if (_package[i] < 0 || (_mustSettle[i] && _package[i] == _case.StatusQuo[i])) return false;
            substantive |= _numbers.IsSubstantive[_package[i]];
            changes |= _package[i] != _case.StatusQuo[i];
        }

        if (!changes || (_program.Threshold is not null && !substantive) || Signers() < 2) return false;
        var value = _deals.Judge(_package);
        if (Math.Abs(value) <= DrawSearch.Close) _doubts.Add();
        return value >= 0;
    }

    private int Signers()
    {
        var count = 0;
        foreach (var party in _case.Negotiators)
        {
            for (var i = 0; i < _package.Length; i++)
            {
                if (_package[i] == _baseline.Chosen[i] || !_case.Needs(party, _package[i])) continue;
                count++;
                break;
            }
        }

        return count;
    }

    private void JudgeExactly(CaseProblem problem, CancellationToken cancellationToken)
    {
        var ways = Way.All(problem);
        var (margin, witness) = BestPackage.Of(problem, [.. ways.Select(w => (w, (int[]?)null, (Rational?)null))], _exactNodes, cancellationToken);
        var isDeal = margin.Package is not null && (margin.Value is not { } value || value.Sign >= 0);
        var tokens = isDeal ? false : Existence.Tokens(problem, _exactNodes, cancellationToken);
        // A deal that was found is a deal, and a bound below 0 rules one out, however near the margin was searched.
        Outcome.IsDecided = tokens is not null && (isDeal || margin.IsExact || margin.Upper is { Sign: < 0 });
        Outcome.IsMarginExact = margin.IsExact;
        Outcome.Margin = (double)(margin.Value ?? 0);
        Outcome.Grade = isDeal ? Grade.Deal : tokens == true ? Grade.Tokens : Grade.Nothing;
        Outcome.Binding = witness?.Rows.Where(r => r.Value is not null).MinBy(r => r.Value)?.Name;
        Array.Clear(Outcome.IsToken);
        foreach (var f in problem.Baseline.Tokens) Outcome.IsToken[f] = true;
        var deals = problem.Model.Deals;
        for (var d = 0; d < deals.Length; d++)
            Outcome.IsAccepted[d] = new DealRun(problem, deals[d], new DealsOptions(), cancellationToken).Judge().IsFeasible;
    }
}
