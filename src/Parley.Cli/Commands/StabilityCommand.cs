using System.CommandLine;
using Parley.Cli.Running;
using Parley.Problems;
using Parley.Reports.Answers;
using Parley.Reports.Json;
using Parley.Reports.Pictures;
using Parley.Reports.Tables;
using Parley.Results;
using Parley.Stability;

namespace Parley.Cli.Commands;

/// <summary><c>parley stability CASE</c>: would anybody leave how things stand?</summary>
internal static class StabilityCommand
{
    public static Command Build(CommandContext context)
    {
        var concept = new Option<string[]>("--concept")
        {
            HelpName = string.Join('|', StabilityJson.Slugs),
            Description = "Only this sense of stability; may be given several times.",
        };
        concept.AcceptOnlyFromAmong([.. StabilityJson.Slugs]);
        var coalitions = new Option<bool>("--coalitions") { Description = "Look at every coalition too." };
        var from = new Option<string?>("--from")
        {
            HelpName = "STATE",
            Description = "Look at this state closely: its name, or its options joined by +; without it the status quo.",
        };
        var picture = ExtraFile.Picture("Draw the moves into FILE, .svg or .dot (up to 60 states).", ".svg", ".dot");
        StabilityWish Wish(ParseResult words) => new(
            new() { Concepts = StabilityJson.Named(words.GetValue(concept) ?? []), Coalitions = words.GetValue(coalitions) },
            words.GetValue(from),
            words.GetValue(picture.Option));
        var overlays = new OverlayOptions();
        var file = CommandContext.CaseArgument();
        file.Description = "A case, or a conflict: a case file with a conflict section, a .gmcr file, or NAME.states.csv with NAME.arcs.csv beside it.";
        var command = new Command("stability", "Say who would leave how things stand, in which sense, and what would upset it.") { file, concept, coalitions, from, picture.Option };
        overlays.AddTo(command);
        command.SetAction(words =>
        {
            var given = words.GetRequiredValue(file);
            return ConflictSource.Find(given, context.Face.Folder) is { } path
                ? OfConflict(context, words, path, Wish(words))
                : OfCase(context, words, CaseSession.Open(context.Face, given, overlays.Selected(words), out var exitCode), exitCode, Wish(words));
        });
        return command;
    }

    private static int OfConflict(CommandContext context, ParseResult words, string path, StabilityWish wish)
    {
        var face = context.Face;
        var read = ConflictSource.Read(face, path, out var hash);
        DiagnosticLines.Write(face.Error, read.Diagnostics);
        if (read.Value is not { } conflict) return ExitCode.InvalidCase;
        var compiled = ConflictGraph.Of(conflict);
        DiagnosticLines.Write(face.Error, compiled.Diagnostics.Select(d => d with { Span = conflict.Span with { File = path } }));
        if (compiled.Value is not { } problem) return ExitCode.InvalidCase;
        if (!TryFrom(face, problem, wish, out var options)) return ExitCode.Usage;
        using var progress = new ConsoleProgress(face);
        var answers = new ConflictAnswers
        {
            Conflict = conflict,
            Stability = StabilityAnalysis.Run(problem, options, progress, face.Cancellation),
            Version = AppVersion.Text,
            Hash = hash,
        };
        if (!conflict.Perceptions.IsEmpty) answers = Perceived(answers, HypergameProblem.Of(conflict, problem), options, progress, face.Cancellation);
        if (context.WantsJson(words)) face.Output.Write(StabilityJson.Text(answers));
        else StabilityText.Write(context.NewSheet(words), answers);
        var exitCode = Draw(face, context.WantsJson(words), wish, answers.Stability, Reports.Wording.StabilityWords.Of(problem, conflict));
        return exitCode == ExitCode.Fine && answers.HypergameRefused is not null ? ExitCode.LimitReached : exitCode;
    }

    private static ConflictAnswers Perceived(
        ConflictAnswers answers, Cases.Diagnostics.Checked<HypergameProblem> perceived, StabilityOptions options, ConsoleProgress progress, CancellationToken cancellationToken) =>
        perceived.Value is { } problem
            ? answers with { Hypergame = HypergameAnalysis.Run(problem, new() { Concepts = options.Concepts }, progress, cancellationToken) }
            : answers with { HypergameRefused = perceived.Diagnostics[0].Message };

    private static int OfCase(CommandContext context, ParseResult words, CaseSession? session, int exitCode, StabilityWish wish)
    {
        if (session is null) return exitCode;
        var face = context.Face;
        var graph = CaseGraph.Of(session.Problem, face.Cancellation);
        if (graph.Value is null && graph.Diagnostics[0].Slug == CaseGraph.NoStatusQuo) return face.Refuse(graph.Diagnostics[0].Message);
        var options = wish.Options;
        if (graph.Value is { } problem && !TryFrom(face, problem, wish, out options)) return ExitCode.Usage;
        session.AskStability(graph, options);
        if (context.WantsJson(words)) face.Output.Write(AnswersJson.Text(session.Answers));
        else QuestionCommand.WriteText(context.NewSheet(words), session.Answers, StandingSection.WriteAll);
        return Draw(
            face, context.WantsJson(words), wish, session.Answers.Stability, graph.Value is { } drawn ? Reports.Wording.StabilityWords.Of(drawn, session.Answers.Words) : null);
    }

    private static bool TryFrom(Face face, StabilityProblem problem, StabilityWish wish, out StabilityOptions options)
    {
        options = wish.Options;
        if (wish.From is not { } name) return true;
        options = options with { From = problem.Find(name) };
        if (options.From is not null) return true;
        var known = problem.StateCount <= StabilityAnalysis.MaxTracedStates
            ? $" The states are {string.Join(", ", Enumerable.Range(0, problem.StateCount).Select(s => problem.Label(s).Name))}."
            : $" Write options joined by +, such as {problem.Label(problem.StateCount - 1).Name}.";
        face.Refuse($"'{name}' is no state that can be come to.{known}");
        return false;
    }

    private static int Draw(Face face, bool isJson, StabilityWish wish, StabilityResult? result, Reports.Wording.StabilityWords? words)
    {
        var limited = result is not { Completeness: Completeness.Exact } ? ExitCode.LimitReached : ExitCode.Fine;
        if (wish.Picture is not { } file) return limited;
        if (result is null || words is null || result.Problem.StateCount > StabilityAnalysis.MaxTracedStates)
            return face.Refuse($"A picture takes at most {StabilityAnalysis.MaxTracedStates} states.");
        ExtraFile.Write(face, file, () => GraphPicture.Draw(file, result, words));
        if (!isJson) face.Output.WriteLine($"\nWrote {file}.");
        return limited;
    }
}

/// <summary>What was asked of a conflict.</summary>
/// <param name="Options">The question.</param>
/// <param name="From">The state to look at, as typed; null for the status quo.</param>
/// <param name="Picture">The file to draw into; null for none.</param>
internal sealed record StabilityWish(StabilityOptions Options, string? From, string? Picture);
