using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Parley.Cli.Running;

namespace Parley.Cli;

internal static class Program
{
    private const int PlainWidth = 80;
    private const int WidestReadable = 120;

    private static int Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        var isTerminal = !Console.IsOutputRedirected;
        using var output = Writer(Console.OpenStandardOutput());
        using var error = Writer(Console.OpenStandardError());
        if (OperatingSystem.IsWindows() && isTerminal) Console.OutputEncoding = Encoding.UTF8;
        var face = new Face
        {
            Output = output,
            Error = error,
            Input = Console.OpenStandardInput,
            Width = Width(isTerminal),
            Colour = isTerminal && MayColour(),
            ShowsProgress = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
            Folder = Environment.CurrentDirectory,
            Cancellation = stop.Token,
        };
        var exitCode = CliApplication.Run(args, face);
        try
        {
            output.Flush();
            error.Flush();
        }
        catch (IOException)
        {
            // Whoever read our output has gone; nothing is lost that anyone waits for.
        }

        return exitCode;
    }

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(false)) { NewLine = "\n" };

    private static bool MayColour() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

    private static int Width(bool isTerminal)
    {
        if (isTerminal) return Math.Min(TerminalWidth(), WidestReadable);
        var columns = Environment.GetEnvironmentVariable("COLUMNS");
        return int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width > 0
            ? width
            : PlainWidth;
    }

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : PlainWidth;
        }
        catch (IOException)
        {
            return PlainWidth;
        }
    }
}
