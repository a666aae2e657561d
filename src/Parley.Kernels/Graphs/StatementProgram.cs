using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Parley.Kernels.Graphs;

/// <summary>Statements compiled to straight code over words: one bit for each of 64 states in a row, 64 rows at a time.</summary>
/// <remarks>
/// Registers 0..29 hold the options as bit patterns, 30..59 their negations, the rest what is computed; a register is 64 words.
/// Cost: one word operation for each connective and 64 states.
/// </remarks>
internal sealed class StatementProgram
{
    /// <summary>Words in a register: rows of 64 states in a block.</summary>
    public const int Block = 64;

    private const int FirstTemporary = 2 * OptionGame.MaxOptions;

    private readonly List<Step> steps = [];
    private readonly int optionCount;
    private int registers = FirstTemporary;
    private uint usedPlain;
    private uint usedNegated;

    public StatementProgram(IReadOnlyList<Statement> statements, int optionCount)
    {
        this.optionCount = optionCount;
        Results = new int[statements.Count];
        for (var s = 0; s < Results.Length; s++) Results[s] = Compile(statements[s]);
        Code = [.. steps];
    }

    private enum Operation
    {
        And,
        Or,
        OrNot,
        Same,
        Not,
    }

    /// <summary>Per statement the register that says where it is true.</summary>
    public int[] Results { get; }

    /// <summary>How many words a scratch needs.</summary>
    public int ScratchWords => registers * Block;

    private Step[] Code { get; }

    /// <summary>Evaluates all statements over the rows of one block.</summary>
    /// <param name="firstRow">A multiple of the block, in rows of 64 states.</param>
    /// <param name="scratch">The registers; results stand in <see cref="Results"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int firstRow, Span<ulong> scratch)
    {
        for (var o = 0; o < optionCount; o++)
        {
            if ((usedPlain >> o & 1) != 0) FillOption(Register(scratch, o), o, firstRow, 0);
            if ((usedNegated >> o & 1) != 0) FillOption(Register(scratch, o + OptionGame.MaxOptions), o, firstRow, ulong.MaxValue);
        }

        foreach (ref readonly var step in Code.AsSpan())
        {
            var to = MemoryMarshal.Cast<ulong, Vector<ulong>>(Register(scratch, step.To));
            var a = MemoryMarshal.Cast<ulong, Vector<ulong>>(Register(scratch, step.A));
            var b = MemoryMarshal.Cast<ulong, Vector<ulong>>(Register(scratch, step.B));
            Apply(step.Operation, to, a, b);
        }
    }

    private static Span<ulong> Register(Span<ulong> scratch, int register) => scratch.Slice(register * Block, Block);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillOption(Span<ulong> words, int option, int firstRow, ulong flip)
    {
        if (option < 6)
        {
            ReadOnlySpan<ulong> patterns =
                [0xAAAAAAAAAAAAAAAA, 0xCCCCCCCCCCCCCCCC, 0xF0F0F0F0F0F0F0F0, 0xFF00FF00FF00FF00, 0xFFFF0000FFFF0000, 0xFFFFFFFF00000000];
            words.Fill(patterns[option] ^ flip);
        }
        else if (option < 12)
        {
            for (var w = 0; w < words.Length; w++) words[w] = (0UL - (ulong)(w >> (option - 6) & 1)) ^ flip;
        }
        else
        {
            words.Fill((0UL - (ulong)(firstRow >> (option - 6) & 1)) ^ flip);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Apply(Operation operation, Span<Vector<ulong>> to, Span<Vector<ulong>> a, Span<Vector<ulong>> b)
    {
        a = a[..to.Length];
        b = b[..to.Length];
        switch (operation)
        {
            case Operation.And:
                for (var v = 0; v < to.Length; v++) to[v] = a[v] & b[v];
                break;
            case Operation.Or:
                for (var v = 0; v < to.Length; v++) to[v] = a[v] | b[v];
                break;
            case Operation.OrNot:
                for (var v = 0; v < to.Length; v++) to[v] = a[v] | ~b[v];
                break;
            case Operation.Same:
                for (var v = 0; v < to.Length; v++) to[v] = ~(a[v] ^ b[v]);
                break;
            default:
                for (var v = 0; v < to.Length; v++) to[v] = ~a[v];
                break;
        }
    }

    private int Compile(Statement statement)
    {
        switch (statement)
        {
            case Statement.Literal literal:
                if (literal.Chosen) usedPlain |= 1U << literal.Option;
                else usedNegated |= 1U << literal.Option;
                return literal.Option + (literal.Chosen ? 0 : OptionGame.MaxOptions);
            case Statement.Not negated:
                var of = Compile(negated.Of);
                return Emit(Operation.Not, of, of);
            case Statement.And every:
                return Fold(Operation.And, every.Of, empty: true);
            case Statement.Or some:
                return Fold(Operation.Or, some.Of, empty: false);
            case Statement.If guarded:
                return Emit(Operation.OrNot, Compile(guarded.Then), Compile(guarded.When));
            case Statement.Iff iff:
                return Emit(Operation.Same, Compile(iff.Left), Compile(iff.Right));
            default:
                throw new System.Diagnostics.UnreachableException("a statement of no known kind");
        }
    }

    private int Fold(Operation operation, IReadOnlyList<Statement> parts, bool empty)
    {
        if (parts.Count == 0)
        {
            var any = Compile(new Statement.Literal(0, true));
            var all = Emit(Operation.Same, any, any);
            return empty ? all : Emit(Operation.Not, all, all);
        }

        var folded = Compile(parts[0]);
        for (var p = 1; p < parts.Count; p++) folded = Emit(operation, folded, Compile(parts[p]));
        return folded;
    }

    private int Emit(Operation operation, int a, int b)
    {
        steps.Add(new(operation, registers, a, b));
        return registers++;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Step(Operation Operation, int To, int A, int B);
}
