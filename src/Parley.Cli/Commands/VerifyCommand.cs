using System.CommandLine;
using System.Text;
using System.Text.Json;
using Parley.Cases.Overlays;
using Parley.Cli.Running;
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
            Description = "A certificate, or the JSON of an analysis; without one, the analysis makes it.",
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
        if (CaseSession.ReadBase(face, given, out var exitCode) is not var (path, baseCase)) return exitCode;
        if (!File.Exists(face.PathOf(proof))) return face.Refuse($"there is no file '{proof}'.");
        var reading = CertificateReader.Read(File.ReadAllBytes(face.PathOf(proof)));
        if (reading.Document is not { } document)
        {
            face.Error.WriteLine($"parley: '{proof}' is no certificate that can be read: {reading.Reason}");
            return ExitCode.InvalidCase;
        }

        if (!string.Equals(document.CaseHash, CaseSession.HashOf(face, path), StringComparison.OrdinalIgnoreCase))
        {
            return Say(context, words, new(false, "The certificate was made for another text of this case file.", 0));
        }

        var applied = CaseEdit.Apply(baseCase, document.Overlays);
        DiagnosticLines.Write(face.Error, applied.Diagnostics);
        return applied.Value is { } effective
            ? Say(context, words, CertificateCheck.Run(baseCase, effective, document))
            : Say(context, words, new(false, "The certificate names overlays that the case does not have.", 0));
    }

    private static int CheckOwn(CommandContext context, ParseResult words, string given, OverlayOptions overlays)
    {
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
