using System.Globalization;
using Parley.Cases.Text;

namespace Parley.Cases.Conflicts;

/// <summary>Turns the text of a statement into a statement; what is wrong is told with its offset and length in the text.</summary>
internal sealed class StatementParser
{
    private readonly List<StatementWord> words;
    private readonly string text;
    private readonly IReadOnlyList<string> options;
    private readonly Action<ReaderMessage, int, int> report;
    private int at;
    private int depth;
    private bool stopped;

    public StatementParser(string text, IReadOnlyList<string> options, Action<ReaderMessage, int, int> report)
    {
        (this.text, this.options, this.report) = (text, options, report);
        words = text.Length > ConflictLimits.StatementLength ? [] : StatementWord.Split(text);
    }

    private StatementWord Next => words[at];

    /// <summary>The statement; null with a finding.</summary>
    public Statement? Parse()
    {
        if (text.Length > ConflictLimits.StatementLength)
        {
            report(ConflictMessages.StatementTooLong(text), 0, text.Length);
            return null;
        }
        var statement = Iff();
        if (!stopped && Next.Kind != StatementWordKind.End)
            Stop(Next.Kind == StatementWordKind.Close ? ConflictMessages.BadStatement("This ')' closes nothing.", "Remove it or add '('.") : ConflictMessages.NoConnective(Next.Text), Next);
        return stopped ? null : statement;
    }

    private Statement? Iff()
    {
        var left = If();
        while (Take(StatementWordKind.Iff))
            left = Join(left, If(), (a, b) => new IffStatement(a, b));
        return left;
    }

    private Statement? If()
    {
        var left = Or();
        if (!Take(StatementWordKind.If)) return left;
        left = Join(left, Or(), (a, b) => new IfStatement(a, b));
        if (!stopped && Next.Kind == StatementWordKind.If)
            Stop(ConflictMessages.BadStatement("A second 'if' may be meant in two ways.", "Write parentheses: 'A if (B if C)' or '(A if B) if C'."), Next);
        return left;
    }

    private Statement? Or()
    {
        var left = And();
        while (Take(StatementWordKind.Or))
            left = Join(left, And(), (a, b) => new OrStatement(a, b));
        return left;
    }

    private Statement? And()
    {
        var left = Not();
        while (Take(StatementWordKind.And))
            left = Join(left, Not(), (a, b) => new AndStatement(a, b));
        return left;
    }

    private Statement? Not()
    {
        if (stopped) return null;
        var word = Next;
        if (word.Kind is not (StatementWordKind.Not or StatementWordKind.Open)) return Option();
        if (++depth > ConflictLimits.StatementDepth)
        {
            Stop(ConflictMessages.StatementTooDeep(), word);
            return null;
        }
        at++;
        var inner = word.Kind == StatementWordKind.Not ? Not() : Iff();
        if (word.Kind == StatementWordKind.Open && !stopped && !Take(StatementWordKind.Close))
        {
            if (Next.Kind == StatementWordKind.End) Stop(ConflictMessages.BadStatement("This '(' is never closed.", "Add ')'."), word);
            else Stop(ConflictMessages.NoConnective(Next.Text), Next);
        }
        depth--;
        return inner is not null && word.Kind == StatementWordKind.Not ? new NotStatement(inner) : inner;
    }

    private OptionTaken? Option()
    {
        var word = Next;
        if (word.Kind != StatementWordKind.Word)
        {
            Stop(ConflictMessages.NoOption(word.Kind == StatementWordKind.End ? null : word.Text), word);
            return null;
        }
        at++;
        for (var i = 0; i < options.Count; i++)
            if (options[i] == word.Text)
                return new OptionTaken(i);
        if (int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= options.Count)
            return new OptionTaken(number - 1);
        report(ConflictMessages.UnknownOption(word.Text, options), word.At, word.Text.Length);
        return null;
    }

    private static Statement? Join(Statement? left, Statement? right, Func<Statement, Statement, Statement> join) =>
        left is null || right is null ? null : join(left, right);

    private bool Take(StatementWordKind kind)
    {
        if (stopped || Next.Kind != kind) return false;
        at++;
        return true;
    }

    private void Stop(ReaderMessage message, StatementWord where)
    {
        if (stopped) return;
        stopped = true;
        var start = Math.Min(where.At, Math.Max(0, text.Length - 1));
        report(message, start, Math.Min(Math.Max(1, where.Text.Length), text.Length - start));
    }
}
