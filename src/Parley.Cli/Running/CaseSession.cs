using System.Security.Cryptography;
using Parley.Agenda;
using Parley.Bargaining;
using Parley.Beliefs;
using Parley.Cases.Diagnostics;
using Parley.Cases.Evidence;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Claims;
using Parley.Coalitions;
using Parley.Comparisons;
using Parley.Deals;
using Parley.Dynamics;
using Parley.Frontier;
using Parley.History;
using Parley.Hypotheses;
using Parley.Ledger;
using Parley.Obstacles;
using Parley.Openings;
using Parley.Perceptions;
using Parley.Problems;
using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Results;
using Parley.Robustness;
using Parley.Sensitivity;
using Parley.Stability;
using Parley.Trade;
using Parley.Verdict;

namespace Parley.Cli.Running;

/// <summary>A case that was read and has its overlays on, with what the commands ask of it.</summary>
internal sealed class CaseSession
{
    private readonly Face _face;
    private readonly Lazy<CaseProblem> _problem;
    private readonly Lazy<CaseQuestion> _question;

    private CaseSession(Face face, ReadCase read, CaseModel effective, AnswerStamp stamp)
    {
        var baseCase = read.Model;
        _face = face;
        Evidence = read.Evidence;
        Path = read.Path;
        _problem = new(() => CaseProblem.Compile(effective, baseCase)); // not before the first words are out
        _question = new(() => CaseQuestion.Ask(baseCase, stamp.Overlays).Value!); // they were laid on before, without an error
        BaseCase = baseCase;
        Answers = new CaseAnswers(effective, stamp);
    }

    /// <summary>Where the case was read.</summary>
    public string Path { get; }

    /// <summary>The case without overlays.</summary>
    public CaseModel BaseCase { get; }

    /// <summary>What stands beside it; null when nothing does.</summary>
    public CaseEvidence? Evidence { get; }

    /// <summary>The effective case, compiled.</summary>
    public CaseProblem Problem => _problem.Value;

    /// <summary>What has been answered so far.</summary>
    public CaseAnswers Answers { get; private set; }

    /// <summary>Reads a case and lays its overlays on; complains and returns null where that fails.</summary>
    public static CaseSession? Open(
        Face face, string given, OverlaySelection overlays, out int exitCode)
    {
        if (ReadBase(face, given, out exitCode) is not { } read) return null;
        var applied = CaseEdit.Apply(read.Model, overlays);
        DiagnosticLines.Write(face.Error, applied.Diagnostics);
        if (applied.Value is not { } effective)
        {
            exitCode = applied.Errors.Any(d => d.Span.HasText) ? ExitCode.InvalidCase : ExitCode.Usage;
            return null;
        }

        var stamp = new AnswerStamp { Version = AppVersion.Text, CaseHash = read.Hash, Overlays = overlays };
        return new CaseSession(face, read, effective, stamp);
    }

    /// <summary>Finds and reads a case, or a scenario of another program as one; complains and returns null where that fails.</summary>
    public static ReadCase? ReadBase(Face face, string given, out int exitCode)
    {
        exitCode = ExitCode.Fine;
        if (ScenarioSource.Find(given, face.Folder) is { } scenario)
        {
            var made = ScenarioSource.ReadCase(face, scenario);
            if (made is null) exitCode = ExitCode.InvalidCase;
            return made;
        }

        if (CaseLocation.Find(given, face.Folder) is not { } path)
        {
            exitCode = face.Refuse(NotFound(given, face.Folder));
            return null;
        }

        var read = CaseText.Read(face, path);
        DiagnosticLines.Write(face.Error, read.Diagnostics);
        if (read.Value is { } model && EvidenceFile.Beside(face, path, model) is var (evidence, found))
        {
            DiagnosticLines.Write(face.Error, found);
            if (evidence is not null || found.IsEmpty) return new(path, model, HashOf(face, path)) { Evidence = evidence };
        }

        exitCode = ExitCode.InvalidCase;
        return null;
    }

    private static string HashOf(Face face, string path) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(face.PathOf(path))));

    public void AskVerdict() => Ask(p => Answers = Answers with { Verdict = VerdictAnalysis.Run(_problem.Value, new VerdictOptions(), p, _face.Cancellation) });

    public void AskDeals() => Ask(p => Answers = Answers with { Deals = DealsAnalysis.Run(_problem.Value, new DealsOptions(), p, _face.Cancellation) });

    public void AskTrade() => Ask(p => Answers = Answers with { Trade = TradeAnalysis.Run(_problem.Value, new TradeOptions(), p, _face.Cancellation) });

    public void AskCoalitions() =>
        Ask(p => Answers = Answers with { Coalitions = CoalitionsAnalysis.Run(_problem.Value, new CoalitionsOptions(), p, _face.Cancellation) });

    public void AskClaims(ClaimsOptions options) =>
        Ask(p => Answers = Answers with { Claims = ClaimsAnalysis.Run(_question.Value, options with { Evidence = Evidence }, p, _face.Cancellation) });

    public void AskBeliefs(CaseEvidence evidence) => Ask(p => Answers = Answers with { Beliefs = BeliefPooling.Run(evidence, p, _face.Cancellation) });

    public void AskAgenda(CaseEvidence evidence) =>
        Ask(p => Answers = Answers with { Agenda = AgendaAnalysis.Run(_problem.Value, new AgendaOptions { Evidence = evidence }, p, _face.Cancellation) });

    public void AskStories(CaseEvidence evidence) => Ask(p => Answers = Answers with
    {
        Stories = StoriesAnalysis.Run(_question.Value, new() { Evidence = evidence, Judge = PhraseJudge.Of(new(), _face.Cancellation) }, p, _face.Cancellation),
    });

    public void AskForecasts(CaseEvidence evidence, long draws, ulong seed, int threads) => Ask(p => Answers = Answers with
    {
        Forecasts = LedgerAnalysis.Run(
            _question.Value,
            new() { Evidence = evidence, Judge = PhraseJudge.Of(new() { Evidence = evidence }, _face.Cancellation), Draws = draws, Seed = seed, Threads = threads },
            p,
            _face.Cancellation),
        IndexFalls = evidence.Index is { } index && evidence.Forecasts.Any(f => ForecastWords.IsOfIndex(f.Phrases))
            ? PathAnalysis.Falls(_problem.Value, new() { Index = index }, p, _face.Cancellation)
            : null,
    });

    public void AskHistory(HistoryOptions options) => Ask(p => Answers = Answers with { History = HistoryAnalysis.Run(_problem.Value, options, p, _face.Cancellation) });

    public void AskPath(PathOptions options) => Ask(p => Answers = Answers with { Path = PathAnalysis.Run(_question.Value, options, p, _face.Cancellation) });

    public void AskFrontier(int limit) => Ask(p =>
    {
        var frontier = FrontierAnalysis.Run(_problem.Value, new FrontierOptions { MaxPoints = limit }, p, _face.Cancellation);
        Answers = Answers with { Frontier = frontier, Stamp = Answers.Stamp with { FrontierLimit = limit } };
        Answers = Answers with { Bargaining = BargainingAnalysis.Run(_problem.Value, frontier, new BargainingOptions(), p, _face.Cancellation) };
    });

    public void AskWhy(ObstaclesOptions options) =>
        Ask(p => Answers = Answers with { Obstacles = ObstaclesAnalysis.Run(_question.Value, options, p, _face.Cancellation) });

    public void AskSensitivity(SensitivityOptions options) =>
        Ask(p => Answers = Answers with { Sensitivity = SensitivityAnalysis.Run(_question.Value, options, p, _face.Cancellation) });

    public void AskRobust(RobustOptions options) =>
        Ask(p => Answers = Answers with { Robust = RobustAnalysis.Run(_question.Value, options with { Evidence = Evidence }, p, _face.Cancellation) });

    public void AskPerceptions() =>
        Ask(p => Answers = Answers with { Perceptions = PerceptionsAnalysis.Run(_question.Value, new PerceptionsOptions(), p, _face.Cancellation) });

    /// <summary>Puts the case under several selections side by side; complains about one that does not fit and returns false.</summary>
    public bool AskComparison(IReadOnlyList<OverlaySelection> columns)
    {
        var asked = columns.Select(_question.Value.Under).ToList();
        foreach (var failed in asked.Where(a => a.Value is null)) DiagnosticLines.Write(_face.Error, failed.Diagnostics);
        if (asked.Exists(a => a.Value is null)) return false;
        Answers = Answers with { Stamp = Answers.Stamp with { Columns = [.. columns] } };
        Ask(p => Answers = Answers with { Comparison = ComparisonAnalysis.Run(asked[0].Value!, new ComparisonOptions { Others = [.. columns.Skip(1)] }, p, _face.Cancellation) });
        return true;
    }

    /// <summary>What would turn the answer over; where no deal exists, the obstacles too.</summary>
    public void AskOpenings()
    {
        Ask(p => Answers = Answers with { Openings = OpeningsAnalysis.Run(_question.Value, new OpeningsOptions(), p, _face.Cancellation) });
        if (Answers.Openings is not { Grade: Grade.Deal }) AskWhy(new ObstaclesOptions { Distances = false, Certificates = false });
    }

    /// <summary>Who would leave how things stand; on the graph of moves too where there is one.</summary>
    public void AskStability(Checked<StabilityProblem> graph, StabilityOptions options)
    {
        Ask(p => Answers = Answers with { Standing = StandingAnalysis.Run(_question.Value, new StandingOptions(), p, _face.Cancellation) });
        if (graph.Value is { } problem) Ask(p => Answers = Answers with { Stability = StabilityAnalysis.Run(problem, options, p, _face.Cancellation) });
        else Answers = Answers with { StabilityRefused = graph.Diagnostics[0].Message };
        if (graph.Value is { } actual) AskPerceived(HypergameProblem.Of(_question.Value, actual, _face.Cancellation), options);
    }

    private void AskPerceived(Checked<HypergameProblem> perceived, StabilityOptions options)
    {
        if (perceived.Value is not { } problem) Answers = Answers with { HypergameRefused = perceived.Diagnostics[0].Message };
        else if (problem.IsMisperceived)
            Ask(p => Answers = Answers with { Hypergame = HypergameAnalysis.Run(problem, new() { Concepts = options.Concepts }, p, _face.Cancellation) });
    }

    /// <summary>Complains about a deal that the case does not name.</summary>
    public bool Refuses(string deal, out int exitCode)
    {
        exitCode = ExitCode.Fine;
        var names = BaseCase.Deals.Select(d => d.Name).ToList();
        if (names.Contains(deal)) return false;
        exitCode = _face.Refuse($"'{deal}' is no deal of the case. " + (names.Count == 0 ? "It names none." : $"It names: {string.Join(", ", names)}."));
        return true;
    }

    private void Ask(Action<IProgress<AnalysisProgress>> question)
    {
        _face.Cancellation.ThrowIfCancellationRequested();
        using var progress = new ConsoleProgress(_face);
        question(progress);
    }

    private static string NotFound(string given, string folder)
    {
        var names = CaseLocation.ShippedNames(folder);
        var known = names.Count == 0 ? string.Empty : $" Shipped cases: {string.Join(", ", names)}.";
        if (ConflictSource.Find(given, folder) is not null) return $"'{given}' is a conflict and nothing to negotiate; parley stability {given} says what is stable in it.";
        return $"'{given}' is no file, no folder with a case.yaml or a scenario, and no shipped case.{known}";
    }
}

/// <summary>A case that was read: where it stands, what it says, and the SHA-256 that tells it from others.</summary>
internal sealed record ReadCase(string Path, CaseModel Model, string Hash)
{
    /// <summary>What stands beside it; null when nothing does.</summary>
    public CaseEvidence? Evidence { get; init; }
}
