using System.Diagnostics;
using System.Globalization;
using Parley.Results;

namespace Parley.Cli.Running;

/// <summary>One line on the terminal about anything that takes more than a second, wiped when it is over.</summary>
internal sealed class ConsoleProgress(Face face) : IProgress<AnalysisProgress>, IDisposable
{
    private const int SilentMilliseconds = 1000;
    private const int BetweenMilliseconds = 100;

    private readonly long _start = Stopwatch.GetTimestamp();
    private double _last;
    private int _shown;

    public void Report(AnalysisProgress value)
    {
        if (!face.ShowsProgress) return;
        var now = Stopwatch.GetElapsedTime(_start).TotalMilliseconds;
        if (now < SilentMilliseconds || now - _last < BetweenMilliseconds) return;
        _last = now;
        var text = value.Total is { } total and > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{value.Phase}: {value.Done:N0} of {total:N0}")
            : string.Create(CultureInfo.InvariantCulture, $"{value.Phase}: {value.Done:N0}");
        if (text.Length >= face.Width) text = text[..(face.Width - 1)];
        face.Error.Write('\r' + text.PadRight(_shown));
        face.Error.Flush();
        _shown = text.Length;
    }

    public void Dispose()
    {
        if (_shown == 0) return;
        face.Error.Write('\r' + new string(' ', _shown) + '\r');
        face.Error.Flush();
    }
}
