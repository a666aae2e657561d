using System.Text;
using Spectre.Console;

namespace Parley.Reports.Tables;

/// <summary>Where a sheet lays its lines out: a buffer of known width, never a terminal.</summary>
internal sealed class SheetOutput(TextWriter writer, int width) : IAnsiConsoleOutput
{
    public TextWriter Writer => writer;

    public bool IsTerminal => false;

    public int Width => width;

    public int Height => 24;

    public void SetEncoding(Encoding encoding)
    {
        // The buffer holds characters; the face encodes them.
    }
}
