using System.Collections.Immutable;

namespace Parley.Kernels.Graphs;

/// <summary>Something true or false of a state: a formula over which options are chosen.</summary>
public abstract record Statement
{
    private Statement()
    {
    }

    /// <summary>Whether it is true of the state whose option o is bit o.</summary>
    public abstract bool Holds(int state);

    /// <summary>The option is chosen, or it is not.</summary>
    public sealed record Literal(int Option, bool Chosen) : Statement
    {
        public override bool Holds(int state) => (state >> Option & 1) != 0 == Chosen;
    }

    /// <summary>The other is false.</summary>
    public sealed record Not(Statement Of) : Statement
    {
        public override bool Holds(int state) => !Of.Holds(state);
    }

    /// <summary>All are true; true of none.</summary>
    public sealed record And(ImmutableArray<Statement> Of) : Statement
    {
        public override bool Holds(int state)
        {
            foreach (var part in Of)
                if (!part.Holds(state)) return false;
            return true;
        }
    }

    /// <summary>At least one is true; false of none.</summary>
    public sealed record Or(ImmutableArray<Statement> Of) : Statement
    {
        public override bool Holds(int state)
        {
            foreach (var part in Of)
                if (part.Holds(state)) return true;
            return false;
        }
    }

    /// <summary>The first is true wherever the second is.</summary>
    public sealed record If(Statement Then, Statement When) : Statement
    {
        public override bool Holds(int state) => Then.Holds(state) || !When.Holds(state);
    }

    /// <summary>Both are true or both are false.</summary>
    public sealed record Iff(Statement Left, Statement Right) : Statement
    {
        public override bool Holds(int state) => Left.Holds(state) == Right.Holds(state);
    }
}
