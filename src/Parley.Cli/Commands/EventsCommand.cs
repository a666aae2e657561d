using System.CommandLine;
using Parley.Cases.Events;
using Parley.Cases.Evidence;
using Parley.Cases.Text;
using Parley.Cli.Running;
using Parley.History;
using Parley.Reports.Json;
using Parley.Reports.Tables;
using Parley.Reports.Wording;

namespace Parley.Cli.Commands;

/// <summary><c>parley events FILE</c>: what is in a file of event data, and how it went over time.</summary>
internal static class EventsCommand
{
    public static Command Build(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "A file of GDELT (57, 58 or 61 columns), ICEWS or POLECAT." };
        var from = new Option<string?>("--from") { HelpName = "ACTOR", Description = "Only what this actor did: the start of a code, a country, or words of a name." };
        var to = new Option<string?>("--to") { HelpName = "ACTOR", Description = "Only what was aimed at this actor." };
        var both = new Option<bool>("--both-ways") { Description = "And the other way round." };
        var by = new Option<string>("--by") { HelpName = "month|quarter|year", Description = "Count by this period.", DefaultValueFactory = _ => "month" };
        by.AcceptOnlyFromAmong("month", "quarter", "year");
        var into = new Option<string?>("--into") { HelpName = "CASE", Description = "Write the events into the history of this case's evidence.yaml." };
        var command = new Command("events", "Read a file of event data, say what it holds, and count it over time.") { file, from, to, both, by, into };
        command.SetAction(words => Run(
            context,
            words,
            words.GetRequiredValue(file),
            new() { From = words.GetValue(from), To = words.GetValue(to), BothWays = words.GetValue(both) },
            Enum.Parse<EventPeriod>(words.GetRequiredValue(by), ignoreCase: true),
            words.GetValue(into)));
        return command;
    }

    private static int Run(CommandContext context, ParseResult words, string given, EventFilter filter, EventPeriod period, string? into)
    {
        var face = context.Face;
        var path = face.PathOf(given);
        if (!File.Exists(path)) return face.Refuse($"'{given}' is no file.");
        using var text = new StreamReader(path);
        var read = EventReader.Read(given, text, filter, face.Cancellation);
        DiagnosticLines.Write(face.Error, read.Diagnostics);
        if (read.Value is not { } file) return ExitCode.InvalidCase;
        var history = EventHistory.Of(file, period);
        WrittenEvents? written = null;
        if (into is not null && (written = Write(face, into, file, out var exitCode)) is null) return exitCode;
        if (context.WantsJson(words)) face.Output.Write(EventsJson.Text(given, file, history, written));
        else EventsText.Write(context.NewSheet(words), given, file, history, written);
        return ExitCode.Fine;
    }

    private static WrittenEvents? Write(Face face, string given, EventFile file, out int exitCode)
    {
        if (CaseSession.ReadBase(face, given, out exitCode) is not { } read) return null;
        if (Path.GetFileName(read.Path) != "case.yaml")
        {
            exitCode = face.Refuse($"'{given}' can have no evidence beside it: that takes a case.yaml in a folder of its own.");
            return null;
        }

        var path = Path.Combine(Path.GetDirectoryName(read.Path) ?? string.Empty, "evidence.yaml");
        var text = File.Exists(face.PathOf(path)) ? CaseFile.ReadText(face.PathOf(path)).Value : null; // it was read with the case
        var added = HistoryPatch.Add(path, text, read.Model, file);
        DiagnosticLines.Write(face.Error, added.Diagnostics);
        exitCode = ExitCode.InvalidCase;
        if (added.Value is not { } addition) return null;
        if (addition.Added > 0) CaseFile.WriteText(face.PathOf(path), addition.Text);
        return new(path, addition);
    }
}
