namespace Parley.Reports.Tables;

/// <summary>How a text stands out where the terminal can show it.</summary>
public enum Ink
{
    Plain,
    Title,
    Heading,
    Good,
    Middling,
    Bad,
    Faint,
}

/// <summary>A page of fixed width that texts and tables are laid out on, written as they come.</summary>
/// <remarks>
/// Without colour the output holds no escape sequence and no trailing blanks. Sentences are set here, and tables by
/// <see cref="TableLayout"/> when the first one comes, so that the first words do not wait for it.
/// </remarks>
public sealed class Sheet
{
    /// <summary>Blanks before notes and tables.</summary>
    internal const int Indent = 2;

    private const int NarrowestWidth = 40;

    private readonly TextWriter _output;
    private readonly bool _colour;
    private TableLayout? _layout;

    public Sheet(TextWriter output, int width, bool colour)
    {
        _output = output;
        _colour = colour;
        Width = Math.Max(width, NarrowestWidth);
    }

    /// <summary>Width in character cells.</summary>
    public int Width { get; }

    /// <summary>A paragraph, wrapped.</summary>
    public void Line(string text, Ink ink = Ink.Plain) => Paragraph(text, margin: 0, ink);

    /// <summary>A section's name, after an empty line.</summary>
    public void Heading(string text)
    {
        Blank();
        Line(text, Ink.Heading);
    }

    /// <summary>A short explanation under a table.</summary>
    public void Note(string text) => Paragraph(text, Indent, Ink.Faint);

    /// <summary>A paragraph of which some words stand out: in reverse where there is colour, else between &gt;&gt; and &lt;&lt;.</summary>
    public void Marked(string before, string words, string behind)
    {
        const char on = '\u0001';
        const char off = '\u0002';
        if (!_colour)
        {
            Line($"{before}>>{words}<<{behind}");
            return;
        }

        foreach (var line in TextWrap.Plain($"{before}{on}{words}{off}{behind}", Width))
            _output.WriteLine(line.Replace(on.ToString(), "\e[7m", StringComparison.Ordinal).Replace(off.ToString(), "\e[27m", StringComparison.Ordinal));
    }

    public void Blank() => _output.WriteLine();

    /// <summary>A table, indented, with a rule under its headings.</summary>
    public void Table(SheetTable table)
    {
        _layout ??= new TableLayout(Width, _colour);
        foreach (var line in _layout.Lines(table)) _output.WriteLine(line);
    }

    private void Paragraph(string text, int margin, Ink ink)
    {
        var blanks = new string(' ', margin);
        foreach (var line in TextWrap.Plain(text, Width - margin))
        {
            _output.WriteLine(_colour && ink != Ink.Plain ? $"{blanks}\e[{Code(ink)}m{line}\e[0m" : blanks + line);
        }
    }

    private static string Code(Ink ink) => ink switch
    {
        Ink.Good => "1;32",
        Ink.Middling => "1;33",
        Ink.Bad => "1;31",
        Ink.Faint => "2",
        _ => "1",
    };
}
