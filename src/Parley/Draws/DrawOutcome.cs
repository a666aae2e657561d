using Parley.Verdict;

namespace Parley.Draws;

/// <summary>What one draw of a case's numbers leads to. Overwritten by the next draw of the same evaluator.</summary>
internal sealed class DrawOutcome(int options, int deals)
{
    public Grade Grade { get; set; }

    /// <summary>The margin (docs/model.md, 14), as the verdict states it: 0 where nothing bounds it.</summary>
    public double Margin { get; set; }

    /// <summary>By flat option, whether it is a token.</summary>
    public bool[] IsToken { get; } = new bool[options];

    /// <summary>By named deal, whether all would accept it.</summary>
    public bool[] IsAccepted { get; } = new bool[deals];

    /// <summary>The condition that binds at a best package: a negotiator, or a rule by name; null where there is none.</summary>
    public string? Binding { get; set; }

    /// <summary>False where the budget of the exact search ran out before the verdict was known.</summary>
    public bool IsDecided { get; set; }

    /// <summary>False where it ran out before the margin was known: it is then a lower bound.</summary>
    public bool IsMarginExact { get; set; }

    /// <summary>Whether a sign was too close for floating point, so that the draw was judged exactly.</summary>
    public bool WasExact { get; set; }
}
