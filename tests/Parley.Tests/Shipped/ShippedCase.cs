using Parley.Bargaining;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Coalitions;
using Parley.Deals;
using Parley.Frontier;
using Parley.Problems;
using Parley.Reports.Answers;
using Parley.Reports.Json;
using Parley.Tests.Shared;
using Parley.Trade;
using Parley.Verdict;

namespace Parley.Tests.Shipped;

/// <summary>A shipped case under some overlays, and what the engine says of it.</summary>
internal sealed record ShippedCase(CaseModel Effective, CaseModel Base)
{
    public const string Founding = "us-russia-2019/case.yaml";
    public const string JobOffer = "job-offer/case.yaml";
    public const string NileDam = "nile-dam/case.yaml";
    public const string Brexit = "brexit-withdrawal/case.yaml";

    /// <summary>Every <c>NAME/case.yaml</c> and every rung of the ladder.</summary>
    public static IEnumerable<string> Paths =>
        Directory.EnumerateFiles(RepositoryFolders.Cases, "case.yaml", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(RepositoryFolders.Cases, "ladder"), "rung-*.yaml"))
            .Select(path => Path.GetRelativePath(RepositoryFolders.Cases, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public CaseProblem Problem { get; } = CaseProblem.Compile(Effective, Base);

    public static ShippedCase Read(string path, OverlaySelection? overlays = null)
    {
        var read = CaseFile.Read(Path.Combine(RepositoryFolders.Cases, path));
        Assert.Empty(read.Errors);
        return On(read.Value!, overlays ?? OverlaySelection.Default); // no errors, so there is a value
    }

    /// <summary>A case as it ships with edits typed by a user.</summary>
    public static ShippedCase Read(string path, OverlaySelection overlays, params string[] edits) =>
        Read(path, overlays with { Set = [.. edits] });

    public static ShippedCase On(CaseModel model, OverlaySelection overlays)
    {
        var effective = CaseEdit.Apply(model, overlays);
        Assert.Empty(effective.Errors);
        return new(effective.Value!, model); // as above
    }

    /// <summary>Under no overlay but the last date, then under each declared one alone.</summary>
    public static IEnumerable<(string Name, OverlaySelection Overlays)> OverlaysOf(CaseModel model)
    {
        var bare = OverlaySelection.Default;
        return model.Overlays.Select(o => ($"{o.Kind} {o.Name}", o.Kind switch
        {
            OverlayKind.Date => bare with { At = o.Name },
            OverlayKind.Leader => bare with { Under = o.Name },
            OverlayKind.Perception => bare with { SeenBy = o.Name },
            OverlayKind.Story => bare with { Story = o.Name },
            OverlayKind.Event => bare with { Given = [o.Name] },
            _ => bare with { Without = [o.Name] },
        })).Prepend(("bare", bare));
    }

    public VerdictResult Verdict(VerdictOptions? options = null) => VerdictAnalysis.Run(Problem, options ?? new());

    public NamedDealResult Deal(string name) => DealsAnalysis.Run(Problem, new()).Deals.Single(d => d.Name == name);

    public TradeResult Trade() => TradeAnalysis.Run(Problem, new());

    public CoalitionsResult Coalitions() => CoalitionsAnalysis.Run(Problem, new());

    public BargainingResult Bargaining() => BargainingAnalysis.Run(Problem, FrontierAnalysis.Run(Problem, new()), new());

    /// <summary>Every analysis as JSON.</summary>
    public string Json()
    {
        var frontier = FrontierAnalysis.Run(Problem, new());
        var stamp = new AnswerStamp { Version = "0", CaseHash = "00", Overlays = OverlaySelection.Default, FrontierLimit = 10_000 };
        return AnswersJson.Text(new CaseAnswers(Effective, stamp)
        {
            Verdict = Verdict(),
            Deals = DealsAnalysis.Run(Problem, new()),
            Coalitions = Coalitions(),
            Frontier = frontier,
            Bargaining = BargainingAnalysis.Run(Problem, frontier, new()),
            Trade = Trade(),
        });
    }
}
