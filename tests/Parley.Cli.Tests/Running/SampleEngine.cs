using System.Collections.Immutable;
using Parley.Bargaining;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cli.Running;
using Parley.Coalitions;
using Parley.Frontier;
using Parley.Reports.Tests.Samples;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Cli.Tests.Running;

/// <summary>An engine that knows one hand-built case, so that the commands can be tried without the search.</summary>
internal static class SampleEngine
{
    public static CaseEngine Instance { get; } = Of(TwoPowers.Verdict);

    public static CaseEngine Of(VerdictResult verdict) => new()
    {
        Read = path => path.EndsWith("broken.yaml", StringComparison.Ordinal) ? Broken(path) : new(TwoPowers.Model, []),
        Apply = (model, overlays) => overlays.Without.All(o => model.Overlays.Any(x => x.Name == o))
            ? new(model, [])
            : new Checked<CaseModel>(null, [new(Severity.Error, "unknown-obstacle", SourceSpan.None, "There is no such obstacle.")]),
        Compile = (_, _) => new CompiledCase
        {
            Verdict = (_, stop) => Checked(verdict, stop),
            Deals = (_, stop) => Checked(TwoPowers.Deals, stop),
            Trade = (_, stop) => Checked(TwoPowers.Trade, stop),
            Coalitions = (_, _) => new CoalitionsResult
            {
                Parties = verdict.Parties, Coalitions = [], InTheCore = null, Completeness = Completeness.Exact,
            },
            Frontier = (_, _, _) => new FrontierResult { Parties = verdict.Parties, Points = [], Completeness = Completeness.Exact },
            Bargaining = (_, _, _) => new BargainingResult
            {
                Parties = verdict.Parties,
                Nash = null,
                KalaiSmorodinsky = null,
                Egalitarian = null,
                Utilitarian = null,
                Completeness = Completeness.Exact,
            },
        },
    };

    private static T Checked<T>(T result, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return result;
    }

    private static Checked<CaseModel> Broken(string path)
    {
        ImmutableArray<Diagnostic> findings =
        [
            new(Severity.Warning, "idle-party", new SourceSpan(path, 2, 3, 9, 4), "'west' has neither points nor role."),
            new(Severity.Error, "unknown-key", new SourceSpan(path, 4, 5, 40, 6), "'outcom' is not known here. Did you mean 'outcome'?"),
        ];
        return new(null, findings);
    }
}
