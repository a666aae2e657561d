using System.Globalization;
using Parley.Cases.Conflicts;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Conflicts;

public class StatementTests
{
    private static readonly string[] Options = ["strike", "offer", "talks", "delay"];

    [Theory]
    [InlineData("strike", "strike")]
    [InlineData("-1", "not strike")]
    [InlineData("-1 iff 2", "not strike iff offer")]
    [InlineData("2 IF 3", "offer if talks")]
    [InlineData("3 | -4", "talks or not delay")]
    [InlineData("-1 IFF 2", "not strike iff offer")]
    [InlineData("1&2&&3||4", "strike and offer and talks or delay")]
    [InlineData("!(1 or 2)", "not (strike or offer)")]
    [InlineData("not strike and (offer or talks) if delay", "not strike and (offer or talks) if delay")]
    [InlineData("strike or (offer and talks)", "strike or offer and talks")]
    [InlineData("strike if (offer if talks)", "strike if (offer if talks)")]
    [InlineData("strike and (offer and talks)", "strike and (offer and talks)")]
    [InlineData("NOT NOT strike", "not not strike")]
    public void A_statement_is_written_with_no_more_parentheses_than_it_takes(string text, string expected)
    {
        var read = Statement.Parse(text, Options);

        Assert.Empty(read.Diagnostics);
        Assert.Equal(expected, read.Value!.Write(Options));
        Assert.Equal(read.Value, Statement.Parse(expected, Options).Value);
    }

    [Theory]
    [InlineData("strik", 1, "unknown-option: 'strik' is not an option of this conflict. Did you mean 'strike'?")]
    [InlineData("1 and 9", 7, "unknown-option: '9' is not an option of this conflict. Write its name, or its number from 1 to 4.")]
    [InlineData("(strike or offer", 1, "bad-statement: This '(' is never closed. Add ')'.")]
    [InlineData("strike)", 7, "bad-statement: This ')' closes nothing. Remove it or add '('.")]
    [InlineData("strike offer", 8, "bad-statement: 'offer' follows without a word that joins it. Write and, or, if or iff before it.")]
    [InlineData("strike and", 10, "bad-statement: The statement ends where an option is meant. Add the option.")]
    [InlineData("or strike", 1, "bad-statement: 'or' stands where an option is meant. Write an option before it.")]
    [InlineData("1 if 2 if 3", 8, "bad-statement: A second 'if' may be meant in two ways. Write parentheses: 'A if (B if C)' or '(A if B) if C'.")]
    [InlineData("", 1, "bad-statement: The statement ends where an option is meant. Add the option.")]
    public void A_mistake_is_told_at_its_place(string text, int column, string expected)
    {
        var finding = Assert.Single(Statement.Parse(text, Options).Diagnostics);

        Assert.Equal(column, finding.Span.Column);
        Assert.Equal(expected, $"{finding.Slug}: {finding.Message}");
    }

    [Fact]
    public void Long_and_deep_statements_are_told()
    {
        Assert.Equal("statement-too-deep", Assert.Single(Statement.Parse(new string('(', 900), Options).Diagnostics).Slug);
        Assert.Equal("statement-too-deep", Assert.Single(Statement.Parse(new string('-', 900), Options).Diagnostics).Slug);
        Assert.Equal("statement-too-long", Assert.Single(Statement.Parse(new string('1', 1_001), Options).Diagnostics).Slug);
    }

    [Fact]
    public void Generated_statements_hold_where_the_slow_twin_says()
    {
        for (var i = 0; i < Soak.Times(5_000); i++)
        {
            var random = new Random(i);
            var words = SlowStatement.Make(random, Options, 3);
            var text = Spell(words, random);
            if (text.Length > ConflictLimits.StatementLength) continue;
            var read = Statement.Parse(text, Options);
            Assert.True(read.Value is not null, $"{text}: {string.Join('\n', read.Diagnostics)}");
            var again = Statement.Parse(read.Value.Write(Options), Options).Value;
            Assert.Equal(read.Value, again);
            for (var taken = 0u; taken < 16; taken++)
                Assert.True(SlowStatement.Holds(words, w => (taken >> Array.IndexOf(Options, w) & 1) != 0) == read.Value.Holds(taken), text);
        }
    }

    private static string Spell(List<string> words, Random random) => string.Concat(words.Select(w => w switch
    {
        "not" => random.Next(3) switch { 0 => "-", 1 => "!", _ => "not " },
        "and" => random.Next(2) == 0 ? " & " : " AND ",
        "or" => random.Next(2) == 0 ? "|" : " or ",
        "if" => " If ",
        "iff" => " IFF ",
        "(" or ")" => w,
        _ => random.Next(2) == 0 ? w : (Array.IndexOf(Options, w) + 1).ToString(CultureInfo.InvariantCulture),
    }));
}
