using System.Collections.Immutable;
using Parley.Bargaining;
using Parley.Cases.Overlays;
using Parley.Deals;
using Parley.Frontier;
using Parley.Kernels.Packages;
using Parley.Obstacles;
using Parley.Openings;
using Parley.Problems;
using Parley.Results;
using Parley.Trade;
using Parley.Verdict;

namespace Parley.Claims;

/// <summary>A case under one selection of overlays, with answers kept once they are found.</summary>
internal sealed class ClaimWorld
{
    private readonly ClaimsOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, ObstaclesResult> _obstacles = new(StringComparer.Ordinal);
    private VerdictResult? _verdict;
    private Grade? _grade;
    private bool _isGraded;
    private DealsResult? _deals;
    private TradeResult? _trade;
    private BargainingResult? _bargaining;
    private AnatomyResult? _anatomy;

    public ClaimWorld(CaseQuestion question, ClaimsOptions options, CancellationToken cancellationToken)
    {
        Question = question;
        _options = options;
        _cancellation = cancellationToken;
    }

    public CaseQuestion Question { get; }

    public CaseProblem Problem => Question.Problem;

    public VerdictResult Verdict => _verdict ??= VerdictAnalysis.Run(
        Problem, new() { NearMisses = 0, Certificate = false, MaxNodes = _options.MaxNodes }, null, _cancellation);

    /// <summary>The verdict alone, without its margin; null when a limit left it open.</summary>
    public Grade? Grade
    {
        get
        {
            if (_verdict is { } known) return known.IsDecided ? known.Grade : null;
            if (_isGraded) return _grade;
            _isGraded = true;
            return _grade = HasDeal() switch
            {
                null => null,
                true => Parley.Verdict.Grade.Deal,
                false => Existence.Tokens(Problem, _options.MaxNodes, _cancellation) is { } tokens ? (tokens ? Parley.Verdict.Grade.Tokens : Parley.Verdict.Grade.Nothing) : null,
            };
        }
    }

    public NamedDealResult Deal(string name) =>
        (_deals ??= DealsAnalysis.Run(Problem, new(), null, _cancellation)).Deals.First(d => d.Name == name);

    public TradeResult Trade => _trade ??= TradeAnalysis.Run(Problem, new(), null, _cancellation);

    public AnatomyResult Anatomy => _anatomy ??= AnatomyAnalysis.Run(Problem, new(), null, _cancellation);

    public BargainingResult Bargaining => _bargaining ??=
        BargainingAnalysis.Run(Problem, FrontierAnalysis.Run(Problem, new(), null, _cancellation), new(), null, _cancellation);

    /// <summary>Why there is no deal, or not the named one.</summary>
    public ObstaclesResult Obstacles(string? deal, bool distances)
    {
        var key = $"{deal} {distances}";
        if (_obstacles.TryGetValue($"{deal} {true}", out var known) || _obstacles.TryGetValue(key, out known)) return known;
        return _obstacles[key] = ObstaclesAnalysis.Run(
            Question, new() { Deal = deal, Distances = distances, Witnesses = false, MaxNodes = _options.MaxNodes }, null, _cancellation);
    }

    /// <summary>Whether some acceptable package has only allowed options; null when a limit left it open.</summary>
    /// <param name="isAllowed">By flat option.</param>
    public bool? HasDeal(Func<int, bool>? isAllowed = null) => HasDeal(Problem, Problem.SignatorySets(), isAllowed);

    /// <summary>The same of a problem that some set of signatories signs.</summary>
    public bool? HasDeal(CaseProblem problem, IEnumerable<ImmutableArray<int>> signatorySets, Func<int, bool>? isAllowed = null) =>
        Existence.Deal(problem, signatorySets, _options.MaxNodes, _cancellation, isAllowed);

    /// <summary>Whether a coalition has a side deal by own means; all negotiators: whether a deal exists.</summary>
    public bool? CouldAgree(ImmutableArray<string> names)
    {
        var values = Problem.Values;
        int[] members = [.. values.Negotiators.Where(p => names.Contains(Problem.Model.Parties[p].Name))];
        if (members.Length < names.Distinct().Count()) return false; // somebody who signs nothing
        if (members.Length == values.Negotiators.Length) return HasDeal();
        var points = members.Select(p => Problem.NoDealPoints[values.Negotiators.IndexOf(p)]).ToArray();
        var found = PackageSearch.Find(
            ProblemRows.SideDeal(Problem, members, points).Problem, 0, strict: false, wantProof: false, _options.MaxNodes, _cancellation);
        return found.Package is not null ? true : found.Complete ? false : null;
    }
}

/// <summary>The worlds that claims ask about, each made once.</summary>
internal sealed class ClaimWorlds(CaseQuestion question, ClaimsOptions options, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, ClaimWorld?> _worlds = new(StringComparer.Ordinal);

    public ClaimsOptions Options => options;

    public CancellationToken Cancellation => cancellationToken;

    /// <summary>The world under overlays laid over the question's own; null where they cannot be laid on together.</summary>
    public ClaimWorld? Under(Cases.Claims.ClaimContext own)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var selection = Over(question.Selection, own);
        var key = string.Join('|', selection.At, selection.Under, selection.SeenBy, string.Join(',', selection.Given), string.Join(',', selection.Without));
        if (_worlds.TryGetValue(key, out var known)) return known;
        var asked = question.Under(selection).Value;
        return _worlds[key] = asked is null ? null : new ClaimWorld(asked, options, cancellationToken);
    }

    // What a phrase names wins over what the question names; events and obstacles add up.
    private static OverlaySelection Over(OverlaySelection asked, Cases.Claims.ClaimContext own) => asked with
    {
        At = own.At ?? asked.At,
        Under = own.Under ?? asked.Under,
        SeenBy = own.SeenBy ?? asked.SeenBy,
        Given = [.. asked.Given.Union(own.Given)],
        Without = [.. asked.Without.Union(own.Without)],
    };
}
