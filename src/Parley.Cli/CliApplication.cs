using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Parley.Cli.Commands;
using Parley.Cli.Running;

namespace Parley.Cli;

/// <summary>The parley command, from its words to its exit code.</summary>
public static class CliApplication
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">What stands after <c>parley</c>.</param>
    /// <param name="face">Where it writes.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, Face face)
    {
        try
        {
            var words = BuildRoot(face).Parse(args);
            return words.Errors.Count > 0 ? RefuseWords(words, face, args.Length == 0) : words.Invoke(Invocation(face));
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (IOException failure)
        {
            return face.Refuse(failure.Message);
        }
        catch (UnauthorizedAccessException failure)
        {
            return face.Refuse(failure.Message);
        }
#pragma warning disable CA1031 // The last resort: whatever it is, the user gets one line and no stack trace.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            face.Error.WriteLine($"parley: this is a defect of parley itself ({failure.GetType().Name}: {failure.Message}); please report it.");
            return ExitCode.Defect;
        }
    }

    private static Command BuildRoot(Face face)
    {
        var shared = new SharedOptions();
        var context = new CommandContext(face, shared);
        // A plain command rather than a root command, because that would call itself after the assembly.
        var root = new Command("parley", "Is there anything to discuss, why not, and what would open it.");
        root.Options.Add(new HelpOption());
        root.Options.Add(new VersionOption());
        root.Options.Add(shared.Json);
        root.Options.Add(shared.NoColour);
        root.Subcommands.Add(AnalyzeCommand.Build(context));
        root.Subcommands.Add(DealsCommand.Build(context));
        root.Subcommands.Add(OptionsCommand.Build(context));
        root.Subcommands.Add(FrontierCommand.Build(context));
        root.Subcommands.Add(WhyCommand.Build(context));
        root.Subcommands.Add(OpenCommand.Build(context));
        root.Subcommands.Add(StabilityCommand.Build(context));
        root.Subcommands.Add(ClaimsCommand.Build(context));
        root.Subcommands.Add(RobustCommand.Build(context));
        root.Subcommands.Add(SensitivityCommand.Build(context));
        root.Subcommands.Add(SweepCommand.Build(context));
        root.Subcommands.Add(PerceptionsCommand.Build(context));
        root.Subcommands.Add(AgendaCommand.Build(context));
        root.Subcommands.Add(StoriesCommand.Build(context));
        root.Subcommands.Add(ForecastCommand.Build(context));
        root.Subcommands.Add(BeliefsCommand.Build(context));
        root.Subcommands.Add(HistoryCommand.Build(context));
        root.Subcommands.Add(PathCommand.Build(context));
        root.Subcommands.Add(CompareCommand.Build(context));
        root.Subcommands.Add(SourceCommand.Build(context));
        root.Subcommands.Add(CiteCommand.Build(context));
        root.Subcommands.Add(EvidenceCommand.Build(context));
        root.Subcommands.Add(VerifyCommand.Build(context));
        root.Subcommands.Add(CheckCommand.Build(context));
        root.Subcommands.Add(NewCommand.Build(context));
        root.Subcommands.Add(EventsCommand.Build(context));
        root.Subcommands.Add(ImportCommand.Build(context));
        root.Subcommands.Add(ExportCommand.Build(context));
        root.Subcommands.Add(SetCommand.Build(context));
        root.Subcommands.Add(SchemaCommand.Build(context));
        return root;
    }

    private static int RefuseWords(ParseResult words, Face face, bool showHelp)
    {
        if (words.Action is ParseErrorAction refusal)
        {
            refusal.ShowHelp = showHelp;
            words.Invoke(Invocation(face with { Output = face.Error })); // suggestions are no output
        }
        else
        {
            foreach (var error in words.Errors) face.Error.WriteLine("parley: " + error.Message);
        }

        return ExitCode.Usage;
    }

    private static InvocationConfiguration Invocation(Face face) => new()
    {
        Output = face.Output,
        Error = face.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };
}
