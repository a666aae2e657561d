using System.Collections.Immutable;
using Parley.Agenda;
using Parley.Beliefs;
using Parley.Cases.Claims;
using Parley.Cases.Evidence;
using Parley.Dynamics;
using Parley.Hypotheses;
using Parley.Kernels.Exact;
using Parley.Problems;

namespace Parley.Claims;

/// <summary>Answers the phrases that take the evidence beside the case.</summary>
internal sealed class EvidenceReading(ClaimWorlds worlds)
{
    private BeliefsResult? _attribution;
    private AgendaResult? _agenda;
    private readonly Dictionary<ClaimWorld, StoriesResult> _stories = [];

    private CaseEvidence? Evidence => worlds.Options.Evidence;

    /// <summary>Whether phrases hold in a question, without the evidence; what stories are asked.</summary>
    public static Func<CaseQuestion, ImmutableArray<ClaimPhrase>, bool?> Judge(ClaimsOptions options, CancellationToken cancellationToken) => (question, phrases) =>
    {
        var judging = new PhraseJudging(new(question, options, cancellationToken), (_, _) => true, brief: true);
        bool? all = true;
        foreach (var phrase in phrases)
        {
            var holds = judging.Judge(phrase).Holds;
            if (holds == false) return false;
            if (holds is null) all = null;
        }

        return all;
    };

    public PhraseOutcome Judge(EvidencePhrase phrase)
    {
        if (Evidence is not { } evidence) return PhraseOutcome.Unsupported(UnsupportedReason.NoEvidence);
        if (phrase.Trait is EvidenceTrait.Contested or EvidenceTrait.RestsOnOneSource) return OfReport(phrase, evidence);
        if (evidence.Observations.IsEmpty) return PhraseOutcome.Unsupported(UnsupportedReason.NoEvidence);
        if (worlds.Under(phrase.Under) is not { } world) return PhraseOutcome.Unsupported(UnsupportedReason.CannotBeAsked);
        if (!_stories.TryGetValue(world, out var stories))
        {
            var judge = Judge(worlds.Options with { Evidence = null }, worlds.Cancellation);
            _stories[world] = stories = StoriesAnalysis.Run(world.Question, new() { Evidence = evidence, Judge = judge }, null, worlds.Cancellation);
        }

        if (stories.Completeness == Results.Completeness.Truncated) return PhraseOutcome.Unsupported(UnsupportedReason.Undecided);
        var story = stories.Stories.First(s => s.Story == phrase.Name); // the reader looked it up
        var holds = phrase.Trait switch
        {
            EvidenceTrait.ExplainsBest => stories.Leader == story.Story && !stories.IsTied,
            EvidenceTrait.Mispredicts => !story.Mispredicted.IsEmpty,
            _ => story.Mispredicted.IsEmpty,
        };
        return new(holds, new StoryShown(story.Mispredicted, story.Posterior));
    }

    private PhraseOutcome OfReport(EvidencePhrase phrase, CaseEvidence evidence)
    {
        if (Belief(phrase.Name, evidence) is not { } belief) return PhraseOutcome.Unsupported(UnsupportedReason.NoSuchReport);
        return new(phrase.Trait == EvidenceTrait.Contested ? belief.IsContested : belief.IsSingleSourced, new BeliefShown(belief));
    }

    public PhraseOutcome NeverRaised(string topic)
    {
        if (Talk is not { } agenda) return PhraseOutcome.Unsupported(UnsupportedReason.NoEvidence);
        var isMeetings = Evidence!.MeetingsAre.Contains(topic); // there is an agenda
        return new(!agenda.IsRaised(topic), new RaisedShown(agenda.Meetings.Count(m => m.Meeting.Held && (isMeetings || m.Meeting.ShareOf(topic) > 0)), agenda.Meetings.Count(m => m.Meeting.Held)));
    }

    /// <summary>A measure of the evidence; null for any other.</summary>
    public ClaimFigure? Read(Measure measure) => measure.Kind switch
    {
        MeasureKind.Ritual => Figure(measure, Talk?.Ritual),
        MeasureKind.Progress => Figure(measure, Talk?.MostProgress),
        MeasureKind.SalienceShift => Figure(measure, Talk?.ShiftOf(measure.Names[0])),
        MeasureKind.Belief => OfBelief(measure),
        MeasureKind.Drift => Drift(measure),
        _ => null,
    };

    private AgendaResult? Talk => Evidence is { } evidence && evidence.Meetings.Any(m => m.Held) ? _agenda ??= AgendaAnalysis.Talk(evidence) : null;

    private Belief? Belief(string about, CaseEvidence evidence) =>
        (_attribution ??= BeliefPooling.Run(evidence, null, worlds.Cancellation)).Beliefs.FirstOrDefault(b => b.About == about);

    private ClaimFigure OfBelief(Measure measure)
    {
        if (Evidence is not { } evidence) return Figure(measure, null);
        if (Belief(measure.Names[0], evidence) is not { } belief) return new(measure.Text, null, Unsupported: UnsupportedReason.NoSuchReport);
        return new(measure.Text, (Rational)(decimal)belief.Chance);
    }

    private ClaimFigure Drift(Measure measure)
    {
        if (Evidence?.Index is not { } index) return Figure(measure, null);
        if (worlds.Under(measure.Under) is not { } world) return new(measure.Text, null, Unsupported: UnsupportedReason.CannotBeAsked);
        if (world.Grade is not { } grade) return new(measure.Text, null, Unsupported: UnsupportedReason.Undecided);
        var drift = IndexDrift.Of(index, world.Problem, grade);
        return new(measure.Text, drift.After((int)measure.Number)) { Variance = drift.VarianceAfter((int)measure.Number) };
    }

    private static ClaimFigure Figure(Measure measure, Rational? value) =>
        value is null ? new(measure.Text, null, Unsupported: UnsupportedReason.NoEvidence) : new(measure.Text, value);
}

/// <summary>Whether phrases hold, for analyses that ask the case about them.</summary>
public static class PhraseJudge
{
    /// <summary>Answers whether all of some phrases hold in a question; null when some cannot be computed and none fails.</summary>
    /// <param name="options">The evidence they may take, and how far searches go.</param>
    /// <param name="cancellationToken">Ends it by exception.</param>
    public static Func<CaseQuestion, ImmutableArray<ClaimPhrase>, bool?> Of(ClaimsOptions options, CancellationToken cancellationToken = default) =>
        EvidenceReading.Judge(options, cancellationToken);
}
