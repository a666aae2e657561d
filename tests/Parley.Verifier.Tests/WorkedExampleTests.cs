using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Parley.Cases.Model;
using static Parley.Verifier.Tests.Build;

namespace Parley.Verifier.Tests;

/// <summary>The example in docs/certificate.md stays true.</summary>
public class WorkedExampleTests
{
    [Fact]
    public void The_certificate_printed_in_the_page_holds_for_the_case_printed_in_the_page()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "certificate.md")).ReplaceLineEndings("\n");
        var (yaml, json) = (Block(page, "yaml"), Block(page, "json"));
        var model = Case(
            [Negotiator("firm", 45), Negotiator("candidate", 20)],
            [
                Issue("salary", null, Option("80k", "firm 40", "candidate 10"), Option("90k", "firm 20", "candidate 25")),
                Issue("start", null, Option("now", "firm 10"), Option("later", "candidate 10")),
            ]);

        var (document, reason) = Read(json);

        Assert.True(document is not null, reason);
        Assert.True(VerifyCommand.MatchesCase(document, Encoding.UTF8.GetBytes(yaml)));
        Assert.Equal(new(true, null, 1), CertificateCheck.Run(model, model, document));
    }

    private static string Block(string page, string language) =>
        Regex.Match(page, $"```{language}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Parley.slnx"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException();
        return folder;
    }
}
