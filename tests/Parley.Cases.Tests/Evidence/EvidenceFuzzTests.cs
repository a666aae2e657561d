using Parley.Cases.Documents;
using Parley.Cases.Evidence;
using Parley.Cases.Text;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Evidence;

/// <summary>No text stops the readers of evidence files and of what is kept beside attached documents.</summary>
public sealed class EvidenceFuzzTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // What is not read has an error, and every finding a place.
    [Fact]
    public void Any_evidence_is_read_or_told_what_is_wrong_with_it()
    {
        var cases = Path.Combine(RepositoryFolders.Root, "cases", "us-russia-2019");
        var text = File.ReadAllText(Path.Combine(cases, "evidence.yaml"));
        var model = CaseReader.Read("case.yaml", File.ReadAllText(Path.Combine(cases, "case.yaml"))).Value!;
        var random = new Random(20190515);
        var (count, broken) = (Soak.Times(500), 0);
        for (var k = 0; k < count; k++)
        {
            var read = EvidenceFileReader.Read("e.yaml", Mutated(text, random), model);

            if (read.Value is null) Assert.NotEmpty(read.Errors);
            if (read.Errors.Any()) broken++;
            Assert.All(read.Diagnostics, d => Assert.True(d.Span.Line > 0 && d.Message.Length > 0));
        }

        Assert.InRange(broken, count / 4, count);
    }

    [Fact]
    public void Any_entry_of_a_document_is_read_or_is_none()
    {
        var bytes = "A text."u8.ToArray();
        var store = DocumentStore.Beside(Path.Combine(_folder, "case.yaml"));
        var entry = new StoredDocument { Id = "a", File = "a.raw.txt", Sha256 = DocumentStore.HashOf(bytes), Form = DocumentForm.Text, Facts = new() { Title = "A", Date = "2019-05-15" }, Without = ["1", "wrap"] };
        store.Add(entry, bytes, null);
        var path = Path.Combine(_folder, "sources", "a.json");
        var text = File.ReadAllText(path);
        var random = new Random(20190516);
        var none = 0;
        for (var k = 0; k < Soak.Times(2_000); k++)
        {
            File.WriteAllText(path, Mutated(text, random));

            if (store.Open("a") is not { } document) none++;
            else Assert.Equal("A text.", document.Raw);
        }

        Assert.True(none > 0);
    }

    private static string Mutated(string text, Random random)
    {
        for (var k = random.Next(1, 4); k > 0; k--)
        {
            var at = random.Next(text.Length);
            text = random.Next(4) switch
            {
                0 => TextMutations.FlipByte(text, random),
                1 => TextMutations.DoubleLine(text, random),
                2 => text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at)),
                _ => text.Insert(at, "{}[]:,-@#\"'\t\0"[random.Next(13)].ToString()),
            };
            if (text.Length == 0) return text;
        }

        return text;
    }
}
