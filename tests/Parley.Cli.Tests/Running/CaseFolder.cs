namespace Parley.Cli.Tests.Running;

/// <summary>A temporary folder with small cases in it.</summary>
internal sealed class CaseFolder : IDisposable
{
    /// <summary>Nothing is acceptable: each price suits one side only. The worked case of docs/verdict.md.</summary>
    public const string NoDeal = """
        # a stall at the market
        parley: 1
        case: stall
        title: A stall at the market
        parties:
          buyer: {title: the buyer, no_deal: 27}   # goes home
          seller: {title: the seller, no_deal: 10}
        issues:
          price:
            title: the price
            low: {title: a low price, buyer: 25, seller: 5}
            high: {title: a high price, buyer: 5, seller: 25}
          carry:
            title: who carries
            buyer_does: {title: the buyer, buyer: 0, seller: 4}
            seller_does: {title: the seller, buyer: 3, seller: 0}
        deals:
          usual: {title: the usual, price: low, carry: buyer_does}
        obstacles:
          walk: {title: the long walk home, set: {buyer.no_deal: 5}}

        """;

    public CaseFolder()
    {
        Path = Directory.CreateTempSubdirectory("parley-").FullName;
        Write("case.yaml", NoDeal);
        Write("stall.yaml", NoDeal);
        Write("broken.yaml", NoDeal.Replace("no_deal: 27", "no_dael: 27", StringComparison.Ordinal));
        Write("cases/named/case.yaml", NoDeal);
    }

    public string Path { get; }

    public string FileText(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!); // the path has a folder by construction
        File.WriteAllText(path, text);
    }
}
