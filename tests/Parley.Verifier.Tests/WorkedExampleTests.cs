using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Parley.Cases.Text;
using Parley.Tests.Shared;
using static Parley.Verifier.Tests.Build;

namespace Parley.Verifier.Tests;

/// <summary>The example in docs/certificate.md stays true.</summary>
public class WorkedExampleTests
{
    [Fact]
    public void The_certificate_printed_in_the_page_holds_for_the_case_printed_in_the_page()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFolders.Root, "docs", "certificate.md")).ReplaceLineEndings("\n");
        var (yaml, json) = (Block(page, "yaml"), Block(page, "json"));
        var model = CaseReader.Read("job-offer.yaml", yaml).Value;
        Assert.NotNull(model);

        var (document, reason) = Read(json);

        Assert.True(document is not null, reason);
        Assert.True(VerifyCommand.MatchesCase(document, Encoding.UTF8.GetBytes(yaml)));
        Assert.Equal(new(true, null, 1), CertificateCheck.Run(model, model, document));
    }

    [Fact]
    public void The_command_finds_it_in_files_and_in_the_output_of_an_analysis()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFolders.Root, "docs", "certificate.md")).ReplaceLineEndings("\n");
        var folder = Directory.CreateTempSubdirectory("parley-example-").FullName;
        try
        {
            var (casePath, certificatePath) = (Path.Combine(folder, "case.yaml"), Path.Combine(folder, "analysis.json"));
            File.WriteAllText(casePath, Block(page, "yaml"));
            File.WriteAllText(certificatePath, $$"""{ "verdict": { "certificate": {{Block(page, "json")}} } }""");
            using var output = new StringWriter { NewLine = "\n" };

            Assert.Equal(VerifyCommand.ExitHolds, VerifyCommand.Run(casePath, certificatePath, output, TextWriter.Null));
            Assert.Equal("holds: job-offer has no deal (leaves checked: 1).\n", output.ToString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Block(string page, string language) =>
        Regex.Match(page, $"```{language}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
}
