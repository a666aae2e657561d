using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Openings;

/// <summary>What would turn the answer over, and why each side refuses as things stand (docs/model.md, 35-40).</summary>
public sealed record OpeningsResult
{
    public required ImmutableArray<string> Parties { get; init; }

    /// <summary>The verdict as asked: with a deal the question becomes what would close it.</summary>
    public required Grade Grade { get; init; }

    /// <summary>The margin as asked.</summary>
    public required Rational Margin { get; init; }

    /// <summary>Single numbers that turn the answer over: cheapest first, then declaration order; those without a cost last.</summary>
    public required ImmutableArray<TippingPoint> TippingPoints { get; init; }

    /// <summary>Numbers looked at.</summary>
    public required int NumberCount { get; init; }

    /// <summary>Paths of numbers on which the budget ran out: they may tip nearer than listed, or at all.</summary>
    public required ImmutableArray<string> Undecided { get; init; }

    /// <summary>Pairs of numbers that together cost less than the cheapest single one; cheapest first.</summary>
    public required ImmutableArray<PairOpening> Pairs { get; init; }

    /// <summary>Each single date, leader and event in addition, in this order and each in declaration order.</summary>
    public required ImmutableArray<EventOutcome> Events { get; init; }

    /// <summary>The least payments that make a deal, one for each ordered pair; empty where money is not transferable or a deal exists.</summary>
    public required ImmutableArray<SidePayment> SidePayments { get; init; }

    /// <summary>Each issue that is off the table, no event having taken it off, as if it were put back.</summary>
    public required ImmutableArray<ReturnedIssue> ReturnedIssues { get; init; }

    /// <summary>Why each side refuses; null when it was not asked for.</summary>
    public required AnatomyResult? Anatomy { get; init; }

    public required Completeness Completeness { get; init; }
}

/// <summary>Two numbers that turn the answer over together.</summary>
/// <param name="First">The number set on a grid of its cost.</param>
/// <param name="Second">The number then solved for exactly.</param>
/// <param name="Cost">The sum of both costs.</param>
public sealed record PairOpening(NumberChange First, NumberChange Second, Rational Cost);

/// <summary>A number moved.</summary>
/// <param name="Path">Its path.</param>
/// <param name="From">What the case says.</param>
/// <param name="To">What it is moved to.</param>
/// <param name="Attained">False when the answer turns over only beyond <paramref name="To"/>.</param>
/// <param name="Cost">In distances to the end of its plausible range.</param>
public sealed record NumberChange(string Path, Rational From, Rational To, bool Attained, Rational Cost);

/// <summary>What an overlay does to the answer (docs/model.md, 39).</summary>
public enum EventEffect
{
    /// <summary>The same verdict and margin.</summary>
    Same,

    /// <summary>A deal exists that did not.</summary>
    Opens,

    /// <summary>The deal is gone.</summary>
    Closes,

    /// <summary>The verdict or, failing that, the margin rises.</summary>
    Better,

    /// <summary>The verdict or, failing that, the margin falls.</summary>
    Worse,
}

/// <summary>The answer with one date, leader or event in addition.</summary>
public sealed record EventOutcome
{
    public required string Name { get; init; }

    public required string? Title { get; init; }

    public required OverlayKind Kind { get; init; }

    /// <summary>True for an event that would change the world the case describes.</summary>
    public required bool Momentous { get; init; }

    public required Grade Grade { get; init; }

    public required Rational Margin { get; init; }

    public required EventEffect Effect { get; init; }

    /// <summary>False when the search budget ran out before the verdict or the margin was settled.</summary>
    public required bool IsDecided { get; init; }
}

/// <summary>The least that one negotiator must pay another for a deal (docs/model.md, 40).</summary>
/// <param name="From">Who pays.</param>
/// <param name="To">Who is paid.</param>
/// <param name="Amount">In value points; null when no payment makes a deal.</param>
/// <param name="Deal">The deal it makes; null when none.</param>
public sealed record SidePayment(string From, string To, Rational? Amount, PackageView? Deal);

/// <summary>The answer with an issue back on the table.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Title">Its title, where it has one.</param>
/// <param name="Grade">The verdict then.</param>
/// <param name="Margin">The margin then.</param>
/// <param name="Effect">What that does to the answer.</param>
public sealed record ReturnedIssue(string Issue, string? Title, Grade Grade, Rational Margin, EventEffect Effect);
