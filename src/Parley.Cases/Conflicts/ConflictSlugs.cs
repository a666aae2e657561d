namespace Parley.Cases.Conflicts;

/// <summary>The stable short names of what can be found in a conflict, beyond those of every case file.</summary>
public static class ConflictSlugs
{
    /// <summary>The file holds no conflict.</summary>
    public const string NoConflict = "no-conflict";

    /// <summary>Neither options nor states, or what belongs to the one beside the other.</summary>
    public const string MixedForms = "mixed-forms";

    /// <summary>A statement that is not well-formed.</summary>
    public const string BadStatement = "bad-statement";

    /// <summary>A statement beyond the limit of its length.</summary>
    public const string StatementTooLong = "statement-too-long";

    /// <summary>A statement beyond the limit of its depth.</summary>
    public const string StatementTooDeep = "statement-too-deep";

    /// <summary>More statements than allowed.</summary>
    public const string TooManyStatements = "too-many-statements";

    /// <summary>More states than allowed.</summary>
    public const string TooManyStates = "too-many-states";

    /// <summary>More moves than allowed.</summary>
    public const string TooManyMoves = "too-many-moves";

    /// <summary>So many states that none can be listed one by one.</summary>
    public const string TooLargeToList = "too-large-to-list";

    /// <summary>A name that no state has.</summary>
    public const string UnknownState = "unknown-state";

    /// <summary>A state that cannot be.</summary>
    public const string InfeasibleState = "infeasible-state";

    /// <summary>A state told twice.</summary>
    public const string StateTwice = "state-twice";

    /// <summary>A state that a preference leaves out.</summary>
    public const string MissingState = "missing-state";

    /// <summary>No state is left by the infeasible patterns.</summary>
    public const string NoStates = "no-states";

    /// <summary>A move that is not written <c>from -> to</c>, or leads nowhere.</summary>
    public const string BadMove = "bad-move";

    /// <summary>No pair of states, or a pair of one state.</summary>
    public const string BadPair = "bad-pair";

    /// <summary>A party whose preference is not told (warning).</summary>
    public const string NoPreference = "no-preference";

    /// <summary>A perception that says nothing (warning).</summary>
    public const string EmptyPerception = "empty-perception";

    /// <summary>States that are one although a party has reason to tell them apart (warning).</summary>
    public const string UnequalMembers = "unequal-members";

    /// <summary>Something in another program's file that is left behind (warning).</summary>
    public const string LeftBehind = "left-behind";
}
