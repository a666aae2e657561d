using System.Text;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Problems;
using Parley.Reports.Answers;
using Parley.Reports.Json;
using Parley.Verdict;

namespace Parley.Verifier.Tests.Engine;

/// <summary>A certificate as the engine makes it and the reports write it.</summary>
internal static class EngineCertificate
{
    /// <summary>The certificate's JSON; null when the engine finds a deal.</summary>
    public static string? Of(CaseModel effective, CaseModel baseModel)
    {
        var verdict = VerdictAnalysis.Run(CaseProblem.Compile(effective, baseModel), new() { NearMisses = 0 });
        var stamp = new AnswerStamp { Version = "0", CaseHash = "00", Overlays = OverlaySelection.Default };
        return CertificateJson.Text(new CaseAnswers(effective, stamp) { Verdict = verdict });
    }

    /// <summary>Reads and checks it.</summary>
    public static CheckOutcome Check(string json, CaseModel effective, CaseModel baseModel)
    {
        var (document, reason) = CertificateReader.Read(Encoding.UTF8.GetBytes(json));
        return document is null ? new(false, reason, 0) : CertificateCheck.Run(baseModel, effective, document);
    }
}
