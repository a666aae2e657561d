namespace Parley.Cases.Text;

/// <summary>Turns what the YAML parser says into the words of a case author.</summary>
internal static class ParserWords
{
    private static readonly (string Parser, string Ours)[] Known =
    [
        ("did not find expected ',' or '}'", "Inside { } entries are parted by commas. Add a comma or close the bracket."),
        ("did not find expected ',' or ']'", "Inside [ ] entries are parted by commas. Add a comma or close the bracket."),
        ("did not find expected '-'", "A key stands among the entries of a list. Begin the line with '- ' or indent it."),
        ("did not find expected key", "The indent of this line fits nothing above it. Align it with its neighbours."),
        ("did not find expected node content", "A bracket is closed here that was never opened. Remove it."),
        ("Invalid key indicator", "A '-' or '?' stands alone here. Put it in \"quotes\"."),
        ("invalid mapping", "This line is indented below a line that already has a value. Align it with its neighbours."),
        ("mapping values", "A key is not expected here. Align the line with its neighbours."),
        ("block sequence", "A list entry is not expected here. Put the list below its key."),
        ("could not find expected ':'", "A line without a colon stands among keys. Write 'word: value'."),
    ];

    public static string Explain(string why)
    {
        foreach (var (parser, ours) in Known)
            if (why.Contains(parser, StringComparison.Ordinal))
                return ours;
        return "This line is not well-formed YAML. Put texts in \"quotes\" and align it with its neighbours.";
    }
}
