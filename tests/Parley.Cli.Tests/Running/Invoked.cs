using Parley.Cli.Running;

namespace Parley.Cli.Tests.Running;

/// <summary>What a command left behind.</summary>
internal sealed record Invoked(int ExitCode, string Output, string Error)
{
    public static Invoked In(string folder, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var face = new Face { Output = output, Error = error, Folder = folder };

        var exitCode = CliApplication.Run(args, face);

        return new Invoked(exitCode, output.ToString(), error.ToString());
    }
}
