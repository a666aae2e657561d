using System.Text;

namespace Parley.Cases.Events;

/// <summary>The lines of a text, none longer than a limit held in memory.</summary>
/// <param name="text">The text.</param>
/// <param name="longest">Characters of a line at most.</param>
internal sealed class LineSource(TextReader text, int longest)
{
    private readonly char[] _buffer = new char[16_384];
    private readonly StringBuilder _line = new();
    private int _at;
    private int _count;

    /// <summary>Whether every line was taken.</summary>
    public bool IsAtEnd => !Fill();

    /// <summary>The next line without its end; null in place of one that is too long, which is passed over.</summary>
    /// <returns>False at the end.</returns>
    public bool Next(out string? line)
    {
        line = null;
        if (!Fill()) return false;
        _line.Clear();
        var isTooLong = false;
        while (Fill())
        {
            var rest = _buffer.AsSpan(_at, _count - _at);
            var end = rest.IndexOfAny('\n', '\r');
            var piece = end < 0 ? rest : rest[..end];
            isTooLong |= _line.Length + piece.Length > longest;
            if (!isTooLong) _line.Append(piece);
            _at += piece.Length;
            if (end < 0) continue;
            var isReturn = _buffer[_at++] == '\r';
            if (isReturn && Fill() && _buffer[_at] == '\n') _at++;
            break;
        }

        if (!isTooLong) line = _line.ToString();
        return true;
    }

    private bool Fill()
    {
        if (_at < _count) return true;
        _at = 0;
        _count = text.Read(_buffer, 0, _buffer.Length);
        return _count > 0;
    }
}
