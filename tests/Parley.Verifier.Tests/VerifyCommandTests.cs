using System.Security.Cryptography;
using System.Text;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using static Parley.Verifier.Tests.Build;

namespace Parley.Verifier.Tests;

public sealed class VerifyCommandTests : IDisposable
{
    private const string Proof = """{ "rows": [ { "consent": "firm", "times": "1" } ] }""";

    private static readonly CaseModel NoDeal =
        Case([Negotiator("firm", 2), Negotiator("candidate")], [Issue("salary", null, Option("80k", "firm 1"))]);

    private readonly string _folder = Directory.CreateTempSubdirectory("parley-verify-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_certificate_that_holds_exits_0_and_says_how_many_leaves_it_has()
    {
        var (exit, output, _) = Run(NoDeal, Certificate("the case", Proof));

        Assert.Equal(VerifyCommand.ExitHolds, exit);
        Assert.Equal("holds: small has no deal (leaves checked: 1).\n", output);
    }

    [Fact]
    public void A_certificate_that_does_not_hold_exits_1_with_the_reason()
    {
        var (exit, output, _) = Run(NoDeal, Certificate("the case", Proof.Replace("firm", "candidate", StringComparison.Ordinal)));

        Assert.Equal(VerifyCommand.ExitRefused, exit);
        Assert.StartsWith("does not hold: At root: the rows do not contradict each other", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_for_another_text_of_the_case_exits_1()
    {
        var (exit, output, _) = Run(NoDeal, Certificate("the case, changed", Proof));

        Assert.Equal(VerifyCommand.ExitRefused, exit);
        Assert.Contains("another text", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_cannot_be_read_exits_3()
    {
        var (exit, _, error) = Run(NoDeal, "{");

        Assert.Equal(VerifyCommand.ExitUnreadable, exit);
        Assert.Contains("Not JSON", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_in_error_exits_3()
    {
        var (exit, _, error) = Run(null, Certificate("the case", Proof));

        Assert.Equal(VerifyCommand.ExitUnreadable, exit);
        Assert.Contains("error broken", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_exits_3()
    {
        using var error = new StringWriter();

        Assert.Equal(VerifyCommand.ExitUnreadable, VerifyCommand.Run(Path.Combine(_folder, "none"), "none", Access(NoDeal), TextWriter.Null, error));
        Assert.NotEmpty(error.ToString());
    }

    private static CaseAccess Access(CaseModel? model)
    {
        Checked<CaseModel> Read(string path) => model is not null ? new(model, [])
            : new(null, [new(Severity.Error, "broken", SourceSpan.None, "it is broken")]);
        return new(Read, (m, _) => new(m, []));
    }

    private static string Certificate(string caseText, string tree)
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(caseText)));
        return Document(tree).Replace("\"00\"", $"\"{hash}\"", StringComparison.Ordinal);
    }

    private (int Exit, string Output, string Error) Run(CaseModel? model, string certificate)
    {
        var (casePath, certificatePath) = (Path.Combine(_folder, "case.yaml"), Path.Combine(_folder, "certificate.json"));
        File.WriteAllText(casePath, "the case");
        File.WriteAllText(certificatePath, certificate);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var exit = VerifyCommand.Run(casePath, certificatePath, Access(model), output, error);
        return (exit, output.ToString(), error.ToString());
    }
}
