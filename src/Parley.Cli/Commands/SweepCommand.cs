using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Parley.Cases.Text;
using Parley.Cli.Running;
using Parley.Reports.Json;
using Parley.Reports.Tables;
using Parley.Sweeps;

namespace Parley.Cli.Commands;

/// <summary><c>parley sweep CASE.. --output FILE</c> and <c>parley sweep merge PART..</c>: many questions alike, shared out over machines.</summary>
internal static class SweepCommand
{
    // A file of a hundred thousand cells.
    private const int MostBytes = 1_000_000_000;

    public static Command Build(CommandContext context)
    {
        var cases = new Argument<string[]>("CASE") { Description = "Cases, as other commands take them.", Arity = ArgumentArity.OneOrMore };
        var axes = new AxisOptions();
        var draws = new DrawOptions(1_000, least: 0);
        var sample = new Option<int?>("--sample") { HelpName = "N", Description = "Take N combinations of the grid, chosen by the seed, instead of all." };
        var shard = new Option<string>("--shard") { HelpName = "i/n", Description = "Make only the i-th of n shards.", DefaultValueFactory = _ => "1/1" };
        var output = Output();
        var csv = ExtraFile.Csv("Also write a table, a row for each combination.");
        DrawOptions.Needs(sample, n => n is null or >= 1, "--sample takes a number of combinations, 1 or more.");
        DrawOptions.Needs(shard, s => ShardOf(s) is not null, "--shard takes i/n, such as 2/7.");
        var command = new Command("sweep", "Ask about cases under every combination of overlays, and draw their uncertain numbers in each; in shards that merge to the same bytes.") { cases, output, csv.Option, shard, sample };
        axes.AddTo(command);
        draws.AddTo(command);
        command.Subcommands.Add(BuildMerge(context));
        command.SetAction(words =>
        {
            var (at, of) = ShardOf(words.GetRequiredValue(shard))!.Value; // checked as it was typed
            var options = new SweepOptions { Shard = at, Shards = of, Threads = draws.ThreadsOf(words) };
            var read = ImmutableArray.CreateBuilder<SweepCase>();
            foreach (var given in words.GetRequiredValue(cases).Distinct(StringComparer.Ordinal))
            {
                if (CaseSession.ReadBase(context.Face, given, out var exitCode) is not { } found) return exitCode;
                if (draws.Refusal(words, context.Face, found.Model) is { } refused) return refused;
                read.Add(new(given, found.Hash, found.Model));
            }

            var varied = axes.Selected(words);
            if (!SweepPlan.Fits(read.Count, varied, words.GetValue(sample))) return context.Face.Refuse(SweepPlan.TooMany);
            var plan = SweepPlan.Of(read.ToImmutable(), varied, words.GetValue(sample), words.GetValue(draws.Seed)) with
            {
                Draws = words.GetValue(draws.Draws),
                Sampling = draws.Kind(words),
                Version = AppVersion.Text,
            };
            return Run(context, words, plan, options, words.GetRequiredValue(output), csv);
        });
        return command;
    }

    private static Command BuildMerge(CommandContext context)
    {
        var parts = new Argument<string[]>("PART") { Description = "All shards of one sweep.", Arity = ArgumentArity.OneOrMore };
        var output = Output();
        var csv = ExtraFile.Csv("Also write a table, a row for each combination.");
        var command = new Command("merge", "Put the shards of a sweep together: the bytes of one run.") { parts, output, csv.Option };
        command.SetAction(words =>
        {
            var (read, fine) = (new List<(string, SweepPart)>(), true);
            var files = words.GetRequiredValue(parts);
            var into = words.GetRequiredValue(output);
            if (files.Any(f => context.Face.PathOf(f) == context.Face.PathOf(into))) return context.Face.Refuse($"'{into}' is one of the parts. Take another name for the whole.");
            foreach (var file in files)
            {
                var text = CaseFile.ReadText(context.Face.PathOf(file), MostBytes);
                DiagnosticLines.Write(context.Face.Error, text.Diagnostics);
                fine &= text.Value is not null && TryRead(context.Face, file, text.Value, read);
            }

            if (!fine) return ExitCode.InvalidCase;
            var (whole, wrong) = SweepPart.Merge(read);
            foreach (var sentence in wrong) context.Face.Error.WriteLine("parley: " + sentence);
            return whole is null ? ExitCode.InvalidCase : Write(context, words, whole, into, csv);
        });
        return command;
    }

    private static bool TryRead(Face face, string file, string text, List<(string, SweepPart)> parts)
    {
        try
        {
            parts.Add((file, SweepJson.Read(text)));
            return true;
        }
        catch (FormatException problem)
        {
            face.Error.WriteLine($"parley: {file}: {problem.Message}");
            return false;
        }
    }

    private static int Run(CommandContext context, ParseResult words, SweepPlan plan, SweepOptions options, string output, ExtraFile csv)
    {
        var face = context.Face;
        var path = face.PathOf(output);
        if (!Directory.Exists(Path.GetDirectoryName(path))) return face.Refuse($"There is no folder for '{output}'. Make it first.");
        if (File.Exists(path))
        {
            // A shard that is there already is not made again, and nothing else is written over.
            if (Existing(path) is not { } there) return face.Refuse($"'{output}' is there and holds no sweep, or one that was changed. Take another name, or delete it first.");
            if (there.Digest != plan.Digest() || there.Shard != options.Shard || there.Shards != options.Shards)
                return face.Refuse($"'{output}' holds another sweep or shard. Take another name, or delete it first.");
            return Show(context, words, there, SweepJson.Text(there), output, csv); // made before
        }

        using var progress = new ConsoleProgress(face);
        var made = SweepShard.Make(plan, options, progress, face.Cancellation);
        DiagnosticLines.Write(face.Error, made.Diagnostics);
        return made.Value is { } part ? Write(context, words, part, output, csv) : ExitCode.Usage;
    }

    private static SweepPart? Existing(string path)
    {
        if (CaseFile.ReadText(path, MostBytes).Value is not { } text) return null;
        try
        {
            return SweepJson.Read(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static int Write(CommandContext context, ParseResult words, SweepPart part, string output, ExtraFile csv)
    {
        var text = SweepJson.Text(part);
        CaseFile.ReplaceText(context.Face.PathOf(output), text);
        return Show(context, words, part, text, output, csv);
    }

    private static int Show(CommandContext context, ParseResult words, SweepPart part, string text, string output, ExtraFile csv)
    {
        var table = csv.Write(context.Face, words, () => SweepText.Csv(part));
        var exitCode = part.IsComplete ? ExitCode.Fine : ExitCode.LimitReached;
        if (context.WantsJson(words))
        {
            context.Face.Output.Write(text);
            return exitCode;
        }

        var sheet = context.NewSheet(words);
        SweepText.Write(sheet, part);
        sheet.Blank();
        sheet.Line(table is null ? $"Wrote {output}." : $"Wrote {output} and {table}.");
        return exitCode;
    }

    private static (int At, int Of)? ShardOf(string? text)
    {
        var parts = (text ?? string.Empty).Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            && at >= 1 && at <= of
            ? (at, of)
            : null;
    }

    private static Option<string> Output()
    {
        var output = new Option<string>("--output") { HelpName = "FILE", Description = "The file that is written; it ends in .json.", Required = true };
        ExtraFile.EndsIn(output, ".json");
        return output;
    }
}
