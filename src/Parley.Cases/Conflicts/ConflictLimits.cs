namespace Parley.Cases.Conflicts;

/// <summary>What a conflict may hold at most. Every limit has its own finding.</summary>
public static class ConflictLimits
{
    /// <summary>Parties; <c>too-many-parties</c>.</summary>
    public const int Parties = 8;

    /// <summary>Options of all parties together; <c>too-many-options</c>.</summary>
    public const int Options = 30;

    /// <summary>States of an explicit graph, named states, and states that are written to a file; <c>too-many-states</c>.</summary>
    public const int States = 5_000;

    /// <summary>Moves of one party in an explicit graph; <c>too-many-moves</c>.</summary>
    public const int Moves = 100_000;

    /// <summary>Statements of one party's preference; <c>too-many-statements</c>.</summary>
    public const int Statements = 64;

    /// <summary>Statements that no state may satisfy, and states that are one; <c>too-many-statements</c>.</summary>
    public const int Conditions = 256;

    /// <summary>Characters of a statement; <c>statement-too-long</c>.</summary>
    public const int StatementLength = 1_000;

    /// <summary>Options and connectives of a statement that is not written as text; <c>statement-too-long</c>.</summary>
    internal const int StatementParts = StatementLength / 2;

    /// <summary>Parentheses and NOTs inside one another; <c>statement-too-deep</c>.</summary>
    public const int StatementDepth = 32;

    /// <summary>Options up to which all states are gone through; <c>too-large-to-list</c>.</summary>
    public const int ListedOptions = 20;

    /// <summary>Steps spent on going through all states; <c>too-large-to-list</c>.</summary>
    internal const long ListingWork = 50_000_000;
}
