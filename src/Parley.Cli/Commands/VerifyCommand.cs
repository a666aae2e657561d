using System.CommandLine;
using System.Text;
using System.Text.Json;
using Parley.Cases.Formats;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Cli.Running;
using Parley.Outcomes;
using Parley.Problems;
using Parley.Reports.Json;
using Parley.Verdict;
using Parley.Verifier;

namespace Parley.Cli.Commands;

/// <summary><c>parley verify CASE [CERTIFICATE]</c>: does the proof that there is no deal hold?</summary>
internal static class VerifyCommand
{
    public static Command Build(CommandContext context)
    {
        var file = CommandContext.CaseArgument();
        var certificate = new Argument<string?>("CERTIFICATE")
        {
            Description = "A certificate, or the JSON of analyze or why; without one, the analysis makes it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var overlays = new OverlayOptions();
        var command = new Command("verify", "Check the proof that there is no deal, by code that shares nothing with the search.") { file, certificate };
        overlays.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(certificate) is not null && result.Children.Any(overlays.IsOne))
            {
                result.AddError("A certificate names its overlays itself; give either a certificate or overlay options.");
            }
        });
        command.SetAction(words => words.GetValue(certificate) is { } proof
            ? CheckGiven(context, words, words.GetRequiredValue(file), proof)
            : CheckOwn(context, words, words.GetRequiredValue(file), overlays));
        return command;
    }

    private static int CheckGiven(CommandContext context, ParseResult words, string given, string proof)
    {
        var face = context.Face;
        if (CaseSession.ReadBase(face, given, out var exitCode) is not { } read) return exitCode;
        if (!File.Exists(face.PathOf(proof))) return face.Refuse($"there is no file '{proof}'.");
        var bytes = File.ReadAllBytes(face.PathOf(proof));
        if (BlockingReader.IsOne(bytes)) return CheckBlocking(context, words, proof, read, bytes);
        var reading = CertificateReader.Read(bytes);
        if (reading.Document is not { } document)
        {
            face.Error.WriteLine($"parley: '{proof}' is no certificate that can be read: {reading.Reason}");
            return ExitCode.InvalidCase;
        }

        if (!string.Equals(document.CaseHash, read.Hash, StringComparison.OrdinalIgnoreCase))
        {
            return Say(context, words, new(false, "The certificate was made for another text of this case file.", 0));
        }

        var applied = CaseEdit.Apply(read.Model, document.Overlays);
        DiagnosticLines.Write(face.Error, applied.Diagnostics);
        return applied.Value is { } effective
            ? Say(context, words, CertificateCheck.Run(read.Model, effective, document))
            : Say(context, words, new(false, "The certificate names overlays that the case does not have.", 0));
    }

    // All blocking sets of an explanation, or one of them.
    private static int CheckBlocking(CommandContext context, ParseResult words, string proof, ReadCase read, byte[] bytes)
    {
        var face = context.Face;
        var reading = BlockingReader.Read(bytes);
        if (reading.Reason is { } reason)
        {
            face.Error.WriteLine($"parley: '{proof}' is no certificate that can be read: {reason}");
            return ExitCode.InvalidCase;
        }

        if (reading.Documents.Any(d => !string.Equals(d.CaseHash, read.Hash, StringComparison.OrdinalIgnoreCase)))
            return Say(context, words, new(false, "The certificate was made for another text of this case file.", 0));
        var leaves = 0;
        foreach (var document in reading.Documents)
        {
            var outcome = BlockingCheck.Run(read.Model, document, face.Cancellation);
            leaves += outcome.LeavesChecked;
            if (!outcome.Holds) return Say(context, words, outcome with { Refusal = $"Blocking set {string.Join(", ", document.Members)}: {outcome.Refusal}" });
        }

        var sets = reading.Documents.Length == 1 ? "The blocking set blocks" : $"All {reading.Documents.Length} blocking sets block";
        Say(context, words, "holds", $"{sets}: no deal exists whichever other obstacles go, proved in {leaves} steps by exact arithmetic.", leaves);
        return ExitCode.Fine;
    }

    private static int CheckOwn(CommandContext context, ParseResult words, string given, OverlayOptions overlays)
    {
        if (Rectangles(context.Face, given) is { } problem) return CheckFrontier(context, words, problem);
        var session = CaseSession.Open(context.Face, given, overlays.Selected(words), out var exitCode);
        if (session is null) return exitCode;
        session.AskVerdict();
        if (session.Answers.Verdict is { Grade: Grade.Deal })
        {
            Say(context, words, "deal", "There is a deal, so there is nothing to prove: parley analyze shows it.", 0);
            return ExitCode.Fine;
        }

        if (CertificateJson.Text(session.Answers) is not { } text)
        {
            Say(context, words, "none", "The proof outgrew its limit; the verdict stands on the search alone.", 0);
            return ExitCode.LimitReached;
        }

        var reading = CertificateReader.Read(Encoding.UTF8.GetBytes(text));
        return Say(context, words, reading.Document is { } document
            ? CertificateCheck.Run(session.BaseCase, session.Answers.Model, document)
            : new CheckOutcome(false, reading.Reason, 0));
    }

    // A scenario that is no case: its utilities are hyper-rectangles.
    private static ScenarioProblem? Rectangles(Face face, string given)
    {
        if (ScenarioSource.Find(given, face.Folder) is not { } path || ScenarioFiles.Read(face.PathOf(path)).Value is not { Scenarios: [var scenario] }) return null;
        return ScenarioProblem.Compile(scenario) is { IsAdditive: false } problem ? problem : null;
    }

    private static int CheckFrontier(CommandContext context, ParseResult words, ScenarioProblem problem)
    {
        var proof = FrontierProof.Of(problem, context.Face.Cancellation);
        if (proof.Refusal is { } refusal)
        {
            Say(context, words, proof.NodeCount == 0 ? "none" : "refused", $"The frontier is not proved. {refusal}", proof.NodeCount);
            return proof.NodeCount == 0 ? ExitCode.LimitReached : ExitCode.Finding;
        }

        var deals = proof.RationalSize == 0
            ? "no outcome is acceptable to every side"
            : $"acceptable to every side {(proof.RationalSize == 1 ? "is" : "are")} {proof.RationalSize} of its {proof.Size} points";
        Say(context, words, "holds", $"The frontier is complete: {deals}, proved in {proof.NodeCount} nodes that were replayed by exact arithmetic.", proof.NodeCount);
        return ExitCode.Fine;
    }

    private static int Say(CommandContext context, ParseResult words, CheckOutcome outcome)
    {
        var leaves = outcome.LeavesChecked == 1 ? "its one case is" : $"all {outcome.LeavesChecked} of its cases are";
        if (outcome.Holds) Say(context, words, "holds", $"The proof holds: {leaves} refuted by exact arithmetic. There is no deal.", outcome.LeavesChecked);
        else Say(context, words, "refused", $"The proof does not hold. {outcome.Refusal}", outcome.LeavesChecked);
        return outcome.Holds ? ExitCode.Fine : ExitCode.Finding;
    }

    private static void Say(CommandContext context, ParseResult words, string result, string sentence, int leaves)
    {
        if (context.WantsJson(words))
        {
            context.Face.Output.WriteLine(
                $"{{ \"result\": \"{result}\", \"leaves\": {leaves}, \"sentence\": \"{JsonEncodedText.Encode(sentence)}\" }}");
        }
        else
        {
            context.Face.Output.WriteLine(sentence);
        }
    }
}
