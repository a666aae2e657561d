using System.Collections.Immutable;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Model;

/// <summary>One way to settle an issue: an undertaking, who gives it, who carries it out and what it does to whom.</summary>
public sealed record Option
{
    public required string Name { get; init; }

    public string? Title { get; init; }

    /// <summary>The value on the scale of a numeric issue; null for a named option.</summary>
    public decimal? At { get; init; }

    /// <summary>The negotiators that give it; empty means all of them.</summary>
    public ImmutableArray<string> By { get; init; } = [];

    /// <summary>The negotiators whose consent it takes; empty means all of them. At least two where given.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>The implementer that has to carry it out, if another than the giver.</summary>
    public string? CarriedOutBy { get; init; }

    /// <summary>Independent chances of delivery; any one suffices. Empty means that it is delivered for certain.</summary>
    public ImmutableArray<DeliveryChannel> Delivery { get; init; } = [];

    /// <summary>How much the world changes if it is delivered, 0..100.</summary>
    public Number Size { get; init; } = Number.Zero;

    /// <summary>A unilateral move, never a term of a deal.</summary>
    public bool Unilateral { get; init; }

    public ImmutableArray<Effect> Effects { get; init; } = [];

    public string? Source { get; init; }

    public string? Note { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>One chance of delivery.</summary>
/// <param name="Name">Its name (control, dependence, willing, ..); null when delivery is a single number.</param>
/// <param name="Chance">0..1; clipped to that range after parameters are applied.</param>
public sealed record DeliveryChannel(string? Name, Number Chance);

/// <summary>When an effect bites.</summary>
public enum EffectTime
{
    /// <summary>Written directly under the option; bites at once.</summary>
    Plain,

    /// <summary>Written under <c>at_once</c>: when the undertaking is made.</summary>
    AtOnce,

    /// <summary>Written under <c>if_delivered</c>: counts times the chance of delivery.</summary>
    IfDelivered,
}

/// <summary>What an option does to a party: points in a dimension, or value points directly.</summary>
/// <param name="Party">The party affected.</param>
/// <param name="Dimension">The interest dimension, multiplied by the party's weight; null for points that count as they are.</param>
/// <param name="Time">When it bites.</param>
/// <param name="Amount">-100..100 in a dimension; any value as points.</param>
public sealed record Effect(string Party, string? Dimension, EffectTime Time, Number Amount);
