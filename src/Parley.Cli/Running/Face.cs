using Parley.Reports.Tables;

namespace Parley.Cli.Running;

/// <summary>What the command talks to: two writers, and what stands behind them.</summary>
public sealed record Face
{
    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Opens what comes in; null where nothing does.</summary>
    public Func<Stream>? Input { get; init; }

    /// <summary>Width of the output in character cells.</summary>
    public int Width { get; init; } = 80;

    /// <summary>True when the output is a terminal that may be coloured.</summary>
    public bool Colour { get; init; }

    /// <summary>True when errors go to a terminal, where progress may be shown.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>The folder that file names start from.</summary>
    public required string Folder { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>A file name as the user gave it, made absolute.</summary>
    public string PathOf(string file) => Path.GetFullPath(file, Folder);

    public Sheet NewSheet(bool plain) => new(Output, Width, Colour && !plain);

    /// <summary>A complaint about how the command was used.</summary>
    public int Refuse(string message)
    {
        Error.WriteLine("parley: " + message);
        return ExitCode.Usage;
    }
}
