namespace Parley.Cases.Formats;

/// <summary>Which end of the numbers in a table is the best.</summary>
public enum RankOrder
{
    /// <summary>A higher number is better.</summary>
    HigherIsBetter,

    /// <summary>As papers often have it: 1 is the best; the numbers are flipped at reading.</summary>
    OneIsBest,
}

/// <summary>A conflict as two tables: its states with each party's ranks, and the moves.</summary>
/// <param name="States">Columns <c>state</c>, <c>title</c>, <c>status_quo</c> and one for each party.</param>
/// <param name="Arcs">Columns <c>party</c>, <c>from</c>, <c>to</c>.</param>
public sealed record ConflictTables(string States, string Arcs);
