using System.Collections.Immutable;
using Parley.Cases.Claims;
using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Results;

namespace Parley.Claims;

/// <summary>A claim with its phrases read.</summary>
internal sealed record ReadClaim(Claim Claim, ClaimExpectation Expectation);

/// <summary>The claims of a case, read once and judged as often as its numbers change.</summary>
internal sealed class ClaimBook
{
    private readonly ClaimsOptions _options;
    private readonly HashSet<(string Context, string? Deal)> _weighed;

    public ClaimBook(CaseModel model, ClaimsOptions options)
    {
        _options = options;
        Claims = [.. model.Claims.Select(c => new ReadClaim(c, ClaimPhraseReader.Read(model, c.Expect)))];
        _weighed =
        [
            .. Claims.SelectMany(c => c.Expectation.Phrases).OfType<ComparisonPhrase>().SelectMany(p => new[] { p.Left, p.Right })
                .Where(m => m.Kind is MeasureKind.Blame or MeasureKind.BlameOfGroup).Select(m => (Key(m.Under), m.Deal)),
        ];
    }

    public ImmutableArray<ReadClaim> Claims { get; }

    /// <summary>Every claim, in declaration order.</summary>
    public ImmutableArray<ClaimResult> JudgeAll(CaseQuestion question, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        var judging = Judging(question, brief: false, cancellationToken);
        var results = ImmutableArray.CreateBuilder<ClaimResult>();
        foreach (var claim in Claims)
        {
            progress?.Report(new("claims", results.Count, Claims.Length));
            results.Add(Judge(claim, judging));
        }

        return results.ToImmutable();
    }

    /// <summary>Judges phrases about one question; answers are shared between claims.</summary>
    /// <param name="question">The question.</param>
    /// <param name="brief">Only whether they hold.</param>
    /// <param name="cancellationToken">Ends it by exception.</param>
    public PhraseJudging Judging(CaseQuestion question, bool brief, CancellationToken cancellationToken) =>
        new(new(question, _options, cancellationToken), (under, deal) => _weighed.Contains((Key(under), deal)), brief);

    public static ClaimResult Judge(ReadClaim claim, PhraseJudging judging)
    {
        var parts = claim.Expectation.Phrases.Select(p => Part(p.Text, judging.Judge(p))).ToList();
        if (!claim.Expectation.Findings.IsEmpty) parts.Add(Part(claim.Claim.Expect, PhraseOutcome.Unsupported(UnsupportedReason.NotUnderstood)));
        return new()
        {
            Id = claim.Claim.Id,
            Says = claim.Claim.Says,
            Source = claim.Claim.Source,
            Status = StatusOf(parts.Select(p => p.Holds)),
            Parts = [.. parts],
        };
    }

    /// <summary>The status alone, ending at the first part that fails.</summary>
    public static ClaimStatus StatusOf(ReadClaim claim, PhraseJudging judging) => StatusOf(
        claim.Expectation.Phrases.Select(p => judging.Judge(p).Holds).Concat(claim.Expectation.Findings.IsEmpty ? [] : [null]));

    /// <summary>The least margin of a claim's parts; null when nothing bounds it.</summary>
    public static Rational? MarginOf(ReadClaim claim, PhraseJudging judging)
    {
        Rational? least = null;
        foreach (var phrase in claim.Expectation.Phrases)
            if (judging.Judge(phrase).Margin is { } margin && (least is not { } known || margin < known)) least = margin;
        return least;
    }

    private static ClaimPart Part(string phrase, PhraseOutcome outcome) => new() { Phrase = phrase, Holds = outcome.Holds, Shown = outcome.Shown };

    private static ClaimStatus StatusOf(IEnumerable<bool?> parts)
    {
        var status = ClaimStatus.Follows;
        foreach (var holds in parts)
        {
            if (holds == false) return ClaimStatus.DoesNotFollow;
            if (holds is null) status = ClaimStatus.Unsupported;
        }

        return status;
    }

    private static string Key(ClaimContext under) =>
        string.Join('|', under.At, under.Under, under.SeenBy, string.Join(',', under.Given), string.Join(',', under.Without));
}
