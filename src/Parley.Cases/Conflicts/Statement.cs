using Parley.Cases.Diagnostics;

namespace Parley.Cases.Conflicts;

/// <summary>A statement about a state: which options are taken in it, joined by NOT, AND, OR, IF and IFF.</summary>
/// <remarks>Two statements are equal when they are built the same way, not when they mean the same.</remarks>
public abstract record Statement
{
    private protected Statement()
    {
    }

    /// <summary>How many options and connectives it is made of.</summary>
    public abstract int Size { get; }

    /// <summary>Whether it is true in a state.</summary>
    /// <param name="taken">The options taken: bit k for the option at index k.</param>
    public abstract bool Holds(uint taken);

    /// <summary>Reads a statement such as <c>not strike and (offer or talks) if delay</c>, or short: <c>-1 iff 2</c>, <c>3 | -4</c>.</summary>
    /// <remarks>
    /// NOT binds closest, then AND, OR, IF, IFF. <c>A if B</c> is A or not B; a second IF needs parentheses. Options go by
    /// name or by number from 1; connectives may be written in capitals, and as <c>-</c>, <c>!</c>, <c>&amp;</c>, <c>|</c>.
    /// </remarks>
    /// <param name="text">The statement.</param>
    /// <param name="options">The names of the options, in order.</param>
    public static Checked<Statement> Parse(string text, IReadOnlyList<string> options)
    {
        var findings = new List<Diagnostic>();
        var statement = new StatementParser(text, options, (message, at, length) =>
            findings.Add(message.At(new SourceSpan(string.Empty, 1, at + 1, at, length)))).Parse();
        return new(findings.Count == 0 ? statement : null, [.. findings]);
    }

    /// <summary>The statement in words, with no more parentheses than it takes; reading it gives the same statement.</summary>
    public string Write(IReadOnlyList<string> options) => StatementText.Of(this, options);
}

/// <summary>An option is taken.</summary>
/// <param name="Option">Index of the option.</param>
public sealed record OptionTaken(int Option) : Statement
{
    /// <inheritdoc/>
    public override int Size => 1;

    /// <inheritdoc/>
    public override bool Holds(uint taken) => (taken >> Option & 1) != 0;
}

/// <summary>The statement does not hold.</summary>
public sealed record NotStatement(Statement Of) : Statement
{
    /// <inheritdoc/>
    public override int Size { get; } = Of.Size + 1;

    /// <inheritdoc/>
    public override bool Holds(uint taken) => !Of.Holds(taken);
}

/// <summary>Both hold.</summary>
public sealed record AndStatement(Statement Left, Statement Right) : Statement
{
    /// <inheritdoc/>
    public override int Size { get; } = Left.Size + Right.Size + 1;

    /// <inheritdoc/>
    public override bool Holds(uint taken) => Left.Holds(taken) && Right.Holds(taken);
}

/// <summary>At least one holds.</summary>
public sealed record OrStatement(Statement Left, Statement Right) : Statement
{
    /// <inheritdoc/>
    public override int Size { get; } = Left.Size + Right.Size + 1;

    /// <inheritdoc/>
    public override bool Holds(uint taken) => Left.Holds(taken) || Right.Holds(taken);
}

/// <summary>The one holds where the condition does; true where the condition does not hold.</summary>
public sealed record IfStatement(Statement Then, Statement Condition) : Statement
{
    /// <inheritdoc/>
    public override int Size { get; } = Then.Size + Condition.Size + 1;

    /// <inheritdoc/>
    public override bool Holds(uint taken) => Then.Holds(taken) || !Condition.Holds(taken);
}

/// <summary>Both hold or neither does.</summary>
public sealed record IffStatement(Statement Left, Statement Right) : Statement
{
    /// <inheritdoc/>
    public override int Size { get; } = Left.Size + Right.Size + 1;

    /// <inheritdoc/>
    public override bool Holds(uint taken) => Left.Holds(taken) == Right.Holds(taken);
}

/// <summary>A statement with the place where it was written.</summary>
public sealed record PlacedStatement(Statement Statement, SourceSpan Span);
