using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using static Parley.Kernels.Tests.Packages.ProblemLaws;

namespace Parley.Kernels.Tests.Packages;

/// <summary>Old proofs on changed problems: a replay may only say "holds" where nothing reaches the target.</summary>
public class ProofReplayTests
{
    private const int Seeds = 5_000;

    [Fact]
    public void A_proof_holds_for_the_problem_it_was_made_for() => Hold(Seeds, random => Refutable(random).SelectMany(t =>
        ProofReplay.Holds(random.Problem, t.Target, t.Proof) ? [] : new[] { $"{t.Target}: refused" }));

    [Fact]
    public void A_proof_holds_for_a_changed_problem_only_where_nothing_reaches_the_target() => Hold(Seeds, random => Refutable(random).SelectMany(t =>
    {
        var draw = new Random(random.Seed + 29);
        var problem = random.Problem;
        var rows = Array.ConvertAll(problem.Rows, r => r with { Coefficients = Array.ConvertAll(r.Coefficients, c => c + draw.Next(-1, 2) * draw.Next(2)) });
        var changed = new PackageProblem(problem.OptionCounts, problem.Allowed, rows, problem.Clauses, problem.Changes);
        var reached = PackageSearch.Find(changed, t.Target, strict: false, wantProof: false, 1_000_000, CancellationToken.None).Package is not null;
        return reached && ProofReplay.Holds(changed, t.Target, t.Proof) ? [$"{t.Target}: holds although it is reached"] : Array.Empty<string>();
    }));

    [Fact]
    public void Changed_problems_are_met_on_which_proofs_hold_and_fail()
    {
        var (holds, fails) = (0, 0);
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new RandomProblem(seed);
            foreach (var (target, proof) in Refutable(random))
            {
                var lowered = new PackageProblem(
                    random.Problem.OptionCounts, random.Problem.Allowed, Array.ConvertAll(random.Problem.Rows, r => r with { Threshold = r.Threshold - 2 }), random.Problem.Clauses, random.Problem.Changes);
                if (ProofReplay.Holds(lowered, target, proof)) holds++;
                else fails++;
            }
        }

        Assert.True(holds > 50 && fails > 50, $"{holds} hold, {fails} fail");
    }

    [Fact]
    public void A_spoiled_proof_is_refused()
    {
        var (random, target, proof) = Enumerable.Range(0, 500).Select(s => new RandomProblem(s))
            .SelectMany(r => Refutable(r).Select(t => (Random: r, t.Target, t.Proof))).First(t => t.Proof is MultiplierNode);
        var multipliers = ((MultiplierNode)proof).Multipliers;

        Assert.False(ProofReplay.Holds(random.Problem, target, new MultiplierNode(Array.ConvertAll(multipliers, m => -m))));
        Assert.False(ProofReplay.Holds(random.Problem, target, new MultiplierNode(new BigInteger[multipliers.Length])));
        Assert.False(ProofReplay.Holds(random.Problem, target, new MultiplierNode([.. multipliers, BigInteger.One])));
        Assert.False(ProofReplay.Holds(random.Problem, target, new ClauseNode(99, [])));
        Assert.False(ProofReplay.Holds(random.Problem, target, new IssueNode(0, [])));
    }

    private static IEnumerable<(Rational Target, ProofNode Proof)> Refutable(RandomProblem random)
    {
        foreach (var (target, strict) in random.Targets(3))
        {
            if (strict) continue;
            var outcome = PackageSearch.Find(random.Problem, target, strict, wantProof: true, 1_000_000, CancellationToken.None);
            if (outcome.Proof is { } proof) yield return (target, proof);
        }
    }
}
