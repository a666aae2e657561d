namespace Parley.Cases.Tests.Conflicts;

/// <summary>Statements evaluated the slow, obvious way: cut the text at its loosest connective, again and again.</summary>
internal static class SlowStatement
{
    private static readonly string[] Loosest = ["iff", "if", "or", "and"];

    public static bool Holds(List<string> words, Func<string, bool> isTaken)
    {
        foreach (var connective in Loosest)
        {
            var depth = 0;
            for (var i = words.Count - 1; i >= 0; i--)
            {
                if (words[i] == ")") depth++;
                if (words[i] == "(") depth--;
                if (depth != 0 || words[i] != connective) continue;
                var (left, right) = (Holds(words[..i], isTaken), Holds(words[(i + 1)..], isTaken));
                return connective switch { "iff" => left == right, "if" => !(right && !left), "or" => left | right, _ => left & right };
            }
        }
        if (words[0] == "not") return !Holds(words[1..], isTaken);
        return words[0] == "(" ? Holds(words[1..^1], isTaken) : isTaken(words[0]);
    }

    /// <summary>A statement as words; two IFs never meet without parentheses.</summary>
    public static List<string> Make(Random random, IReadOnlyList<string> options, int depth)
    {
        var words = new List<string>();
        var hasIf = false;
        for (var parts = random.Next(1, 5); parts > 0; parts--)
        {
            for (var nots = random.Next(3); nots > 1; nots--) words.Add("not");
            if (depth > 0 && random.Next(3) == 0) words.AddRange(["(", .. Make(random, options, depth - 1), ")"]);
            else words.Add(options[random.Next(options.Count)]);
            if (parts == 1) break;
            var connective = Loosest[random.Next(4)];
            if (connective == "if" && hasIf) connective = "or";
            hasIf = connective switch { "if" => true, "iff" => false, _ => hasIf };
            words.Add(connective);
        }
        return words;
    }
}
