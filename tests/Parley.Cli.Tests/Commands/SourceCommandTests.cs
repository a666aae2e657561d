using System.Text.Json;
using Parley.Cli.Running;
using Parley.Cli.Tests.Running;
using Parley.Shared;
using Parley.Tests.Shared;

namespace Parley.Cli.Tests.Commands;

/// <summary>Documents are attached, shown, verified and detached; numbers are cited. The worked case of docs/sources.md.</summary>
public sealed class SourceCommandTests : IDisposable
{
    private static readonly string Samples = Path.Combine(RepositoryFolders.Root, "docs", "samples", "sources");

    private readonly string _folder = Directory.CreateTempSubdirectory("parley-").FullName;

    public SourceCommandTests()
    {
        foreach (var file in Directory.GetFiles(Samples)) File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Another case in its place; the evidence is the ferry's.
    private void Replace(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "case.yaml"), text);
        File.Delete(Path.Combine(_folder, "evidence.yaml"));
    }

    private Invoked Run(params string[] args) => Invoked.In(_folder, args);

    [Theory]
    [InlineData("add", "source add . gazette.txt")]
    [InlineData("list", "source list .")]
    [InlineData("show", "source show . gazette")]
    [InlineData("steps", "source show . gazette --steps")]
    [InlineData("verify", "source verify .")]
    [InlineData("cite", "cite . crossings.five.north")]
    [InlineData("cite-orphan", "cite . crossings.seven.south")]
    [InlineData("evidence", "evidence .")]
    [InlineData("csl", "source list . --csl")]
    [InlineData("bibtex", "source list . --bibtex")]
    public void The_worked_case_says(string name, string command)
    {
        if (name != "add") Run("source", "add", ".", "gazette.txt");

        var said = Run(command.Split(' '));

        Golden.Match(said.Output + said.Error, $"sources.{name}.txt");
        Assert.Equal(name == "verify" ? ExitCode.Finding : ExitCode.Fine, said.ExitCode);
    }

    [Theory]
    [InlineData("source list .")]
    [InlineData("source show . gazette")]
    [InlineData("source verify .")]
    [InlineData("cite . north.no_deal")]
    [InlineData("evidence .")]
    [InlineData("source detach . gazette")]
    public void Everything_is_told_as_json_too(string command)
    {
        Run("source", "add", ".", "gazette.txt");

        using var json = JsonDocument.Parse(Run([.. command.Split(' '), "--json"]).Output);

        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
    }

    [Fact]
    public void A_new_source_is_named_in_the_case_and_nothing_else_changes()
    {
        var before = File.ReadAllText(Path.Combine(_folder, "case.yaml"));

        var said = Run("source", "add", ".", "gazette.txt", "--id", "copy", "--date", "2024-03-06", "--url", "https://gazette.example/a", "--genre", "news");

        Assert.Equal((ExitCode.Fine, string.Empty), (said.ExitCode, said.Error));
        var after = File.ReadAllText(Path.Combine(_folder, "case.yaml"));
        var at = before.IndexOf("  gazette:", StringComparison.Ordinal);
        Assert.StartsWith(before[..at], after);
        Assert.EndsWith(before[at..], after);
        Assert.Contains("  copy:\n    date: 2024-03-06\n    url: \"https://gazette.example/a\"\n    file: \"gazette.txt\"\n    sha256: ", after);
        Assert.Equal(ExitCode.Fine, Run("check", ".").ExitCode);
    }

    [Fact]
    public void A_case_without_sources_gets_the_section()
    {
        Replace(CaseFolder.NoDeal);

        Run("source", "add", ".", "gazette.txt");

        Assert.Contains("\nsources:\n  gazette:\n", File.ReadAllText(Path.Combine(_folder, "case.yaml")));
    }

    [Fact]
    public void Where_no_place_is_safe_the_lines_are_said()
    {
        var path = Path.Combine(_folder, "case.yaml");
        var flow = CaseFolder.NoDeal + "sources: {other: {title: another}}\n";
        Replace(flow);

        var said = Run("source", "add", ".", "gazette.txt");

        Assert.Equal(flow, File.ReadAllText(path));
        Assert.Contains("Paste this under 'sources:':\n  gazette:\n    file: \"gazette.txt\"\n    sha256: ", said.Error);
    }

    [Fact]
    public void Changed_bytes_are_told_and_not_read()
    {
        Run("source", "add", ".", "gazette.txt");
        File.AppendAllText(Path.Combine(_folder, "sources", "gazette.raw.txt"), "more");

        Assert.Contains("changed", Run("source", "verify", ".").Output);
        Assert.Equal(ExitCode.Usage, Run("source", "show", ".", "gazette").ExitCode);
    }

    [Fact]
    public void Without_the_document_the_quote_still_shows()
    {
        var said = Run("cite", ".", "north.no_deal");

        Assert.Contains("“we can wait until the autumn”", said.Output);
        Assert.Contains("not attached", said.Output);
    }

    [Fact]
    public void Detaching_leaves_no_file_behind()
    {
        Run("source", "add", ".", "gazette.txt");

        Assert.Equal(ExitCode.Fine, Run("source", "detach", ".", "gazette").ExitCode);

        Assert.False(Directory.Exists(Path.Combine(_folder, "sources")));
        Assert.Equal(ExitCode.Usage, Run("source", "detach", ".", "gazette").ExitCode);
    }

    [Theory]
    [InlineData("source add . gazette.txt --url ftp://x.y/z", "no http or https")]
    [InlineData("source add . gazette.txt --url javascript:alert(1)", "no http or https")]
    [InlineData("source add . gazette.txt --date soon", "no date")]
    [InlineData("source add . gazette.txt --id ../evil", "no name for a source")]
    [InlineData("source add . -", "give --id")]
    [InlineData("source show . ../case", "no document")]
    [InlineData("cite . crossings.nine.north", "no number")]
    public void What_cannot_be_is_refused(string command, string why)
    {
        var said = Run(command.Split(' '));

        Assert.Equal(ExitCode.Usage, said.ExitCode);
        Assert.Contains(why, said.Error);
    }

    [Fact]
    public void A_pdf_is_read_by_pdftotext_or_refused_with_its_name()
    {
        File.WriteAllText(Path.Combine(_folder, "a.pdf"), "%PDF-1.4\nno pages");

        var said = Run("source", "add", ".", "a.pdf");

        Assert.Equal(ExitCode.Usage, said.ExitCode);
        Assert.Contains("pdftotext", said.Error);
    }

    [Fact]
    public void What_comes_in_is_attached_too()
    {
        using var output = new StringWriter();
        var face = new Face { Output = output, Error = output, Folder = _folder, Colour = true, Input = () => File.OpenRead(Path.Combine(_folder, "gazette.txt")) };

        Assert.Equal(ExitCode.Fine, CliApplication.Run(["source", "add", ".", "-", "--id", "gazette"], face));
        CliApplication.Run(["cite", ".", "north.no_deal"], face);

        Assert.Contains("\e[7mwe can wait", output.ToString());
        Assert.Contains("until the autumn\e[27m", output.ToString());
    }

    [Fact]
    public void An_entry_that_leads_out_of_the_folder_is_not_followed()
    {
        Run("source", "add", ".", "gazette.txt");
        var entry = Path.Combine(_folder, "sources", "gazette.json");
        File.WriteAllText(entry, File.ReadAllText(entry).Replace("gazette.raw.txt", "../case.yaml", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Usage, Run("source", "detach", ".", "gazette").ExitCode);
        Assert.True(File.Exists(Path.Combine(_folder, "case.yaml")));
    }

    [Fact]
    public void A_step_is_left_out_on_request()
    {
        Run("source", "add", ".", "gazette.txt");

        Assert.Contains("the  Gazette", Run("source", "show", ".", "gazette", "--without", "spaces", "--json").Output);
        Assert.Equal(File.ReadAllText(Path.Combine(_folder, "gazette.txt")), Run("source", "show", ".", "gazette", "--raw").Output);
        Assert.Equal(ExitCode.Usage, Run("source", "show", ".", "gazette", "--without", "wurst").ExitCode);
    }

    [Fact]
    public void A_step_is_undone_for_good_and_redone()
    {
        Run("source", "add", ".", "gazette.txt");
        var before = Run("source", "show", ".", "gazette").Output;

        var undone = Run("source", "clean", ".", "gazette", "--undo", "spaces", "--undo", "wrap");

        Golden.Match(undone.Output + undone.Error, "sources.clean.txt");
        Assert.Contains("the  Gazette", Run("source", "show", ".", "gazette", "--json").Output, StringComparison.Ordinal);
        Assert.Contains("off", Run("source", "show", ".", "gazette", "--steps").Output, StringComparison.Ordinal);
        Assert.Contains("exact: 2", Run("source", "verify", ".").Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run("source", "clean", ".", "gazette", "--redo", "spaces", "--redo", "WRAP", "--json").Output);
        Assert.Equal(0, json.RootElement.GetProperty("without").GetArrayLength());
        Assert.Equal(before, Run("source", "show", ".", "gazette").Output);
        Assert.Contains("Nothing changed", Run("source", "clean", ".", "gazette", "--redo", "spaces").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("source clean . gazette", "say what to --undo or --redo")]
    [InlineData("source clean . gazette --undo wurst", "no step")]
    [InlineData("source clean . gazette --undo wrap --redo wrap", "at once")]
    [InlineData("source clean . other --undo wrap", "no document 'other'")]
    public void What_cannot_be_switched_is_refused(string command, string why)
    {
        Run("source", "add", ".", "gazette.txt");

        var said = Run(command.Split(' '));

        Assert.Equal(ExitCode.Usage, said.ExitCode);
        Assert.Contains(why, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_evidence_holds_no_formula()
    {
        var path = Path.Combine(_folder, "case.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"we can wait until the autumn\"", "\"=HYPERLINK(1,\\\"x\\\")\"", StringComparison.Ordinal));

        Run("evidence", ".", "--csv", "out.csv");

        Assert.Contains(",\"'=HYPERLINK(1,\"\"x\"\")\",\"gazette \u2190 marlow 0.38", File.ReadAllText(Path.Combine(_folder, "out.csv")));
    }
}
