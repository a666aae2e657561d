using Parley.Bargaining;
using Parley.Cases.Model;
using Parley.Coalitions;
using Parley.Deals;
using Parley.Frontier;
using Parley.Problems;
using Parley.Trade;
using Parley.Verdict;

namespace Parley.Cli.Running;

/// <summary>The engine of this release.</summary>
internal static class ShippedEngine
{
    public static CaseEngine Instance { get; } = new()
    {
        Read = _ => throw new NotSupportedException("the reader is not built in yet"),
        Apply = (_, _) => throw new NotSupportedException("the reader is not built in yet"),
        Compile = Compile,
    };

    internal static CompiledCase Compile(CaseModel effective, CaseModel baseCase)
    {
        var problem = CaseProblem.Compile(effective, baseCase);
        return new CompiledCase
        {
            Verdict = (progress, stop) => VerdictAnalysis.Run(problem, new VerdictOptions(), progress, stop),
            Deals = (progress, stop) => DealsAnalysis.Run(problem, new DealsOptions(), progress, stop),
            Coalitions = (progress, stop) => CoalitionsAnalysis.Run(problem, new CoalitionsOptions(), progress, stop),
            Frontier = (limit, progress, stop) =>
                FrontierAnalysis.Run(problem, new FrontierOptions { MaxPoints = limit }, progress, stop),
            Bargaining = (frontier, progress, stop) =>
                BargainingAnalysis.Run(problem, frontier, new BargainingOptions(), progress, stop),
            Trade = (progress, stop) => TradeAnalysis.Run(problem, new TradeOptions(), progress, stop),
        };
    }
}
