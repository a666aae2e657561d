namespace Parley.Cases.Conflicts;

/// <summary>Writes statements in words.</summary>
internal static class StatementText
{
    public static string Of(Statement statement, IReadOnlyList<string> options) => statement switch
    {
        OptionTaken literal => options[literal.Option],
        NotStatement not => "not " + Inner(not.Of, 5, options),
        AndStatement and => $"{Inner(and.Left, 4, options)} and {Inner(and.Right, 5, options)}",
        OrStatement or => $"{Inner(or.Left, 3, options)} or {Inner(or.Right, 4, options)}",
        IfStatement @if => $"{Inner(@if.Then, 3, options)} if {Inner(@if.Condition, 3, options)}",
        IffStatement iff => $"{Inner(iff.Left, 1, options)} iff {Inner(iff.Right, 2, options)}",
        _ => throw new System.Diagnostics.UnreachableException("a kind of statement that is not listed"),
    };

    private static string Inner(Statement statement, int least, IReadOnlyList<string> options) =>
        Strength(statement) >= least ? Of(statement, options) : $"({Of(statement, options)})";

    private static int Strength(Statement statement) => statement switch
    {
        IffStatement => 1,
        IfStatement => 2,
        OrStatement => 3,
        AndStatement => 4,
        _ => 5,
    };
}
