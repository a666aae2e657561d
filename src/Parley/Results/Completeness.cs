namespace Parley.Results;

/// <summary>How far an answer can be relied on.</summary>
public enum Completeness
{
    /// <summary>Proved by exact arithmetic.</summary>
    Exact,

    /// <summary>A stated budget ran out: what is given is true, but there may be more.</summary>
    Truncated,
}
