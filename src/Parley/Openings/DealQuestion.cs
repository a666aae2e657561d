using System.Collections.Immutable;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using Parley.Problems;
using Parley.Verdict;

namespace Parley.Openings;

/// <summary>Whether a deal exists in a problem, asked many times over.</summary>
internal sealed class DealQuestion(OpeningsOptions options, CancellationToken cancellationToken)
{
    /// <summary>False once a budget ran out: an answer of "no" may then be wrong.</summary>
    public bool IsComplete { get; set; } = true;

    public bool Exists(CaseProblem problem)
    {
        var found = Existence.Deal(problem, problem.SignatorySets(), options.MaxNodes, cancellationToken);
        IsComplete &= found is not null;
        return found == true;
    }

    /// <summary>The verdict and the margin, without proof or near misses.</summary>
    public VerdictResult Verdict(CaseProblem problem) => VerdictAnalysis.Run(
        problem,
        new() { Certificate = false, NearMisses = 0, MaxNodes = options.MaxNodes, RefineNodes = options.MaxNodes },
        null,
        cancellationToken);

    /// <summary>The line of a problem's deal rows between two places.</summary>
    public ProblemLine? Line(CaseProblem origin, Func<Rational, ImmutableArray<int>, NamedPackageProblem> rows, Rational near, Rational far) =>
        ProblemLine.Through(rows, origin.SignatorySets(), near, far, options.MaxNodes, cancellationToken);
}
