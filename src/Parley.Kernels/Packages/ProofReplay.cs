using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Kernels.Packages;

/// <summary>Tries an old proof on a problem that has changed since: most small changes leave it valid.</summary>
public static class ProofReplay
{
    /// <summary>True when the proof shows that no package of the problem reaches the target.</summary>
    /// <param name="problem">A problem with the same issues, rows and clauses in the same order; their numbers may differ.</param>
    /// <param name="target">The value that no package may reach.</param>
    /// <param name="proof">A proof that was made for the other problem at the same target.</param>
    /// <remarks>Cost: linear in the proof times rows times options; exact.</remarks>
    public static bool Holds(PackageProblem problem, Rational target, ProofNode proof) =>
        new Replay(problem, target).Holds(proof, (bool[])problem.Allowed.Clone(), (bool[])problem.AlwaysRow.Clone());

    private sealed class Replay(PackageProblem problem, Rational target)
    {
        private readonly BigInteger[] _thresholds =
            Array.ConvertAll(problem.Rows, r => TargetProblem<BigInteger>.ThresholdAt(r, target, strict: false));

        public bool Holds(ProofNode node, bool[] allowed, bool[] active) => node switch
        {
            EmptyNode empty => empty.Issue < problem.IssueCount && !Options(empty.Issue).Any(f => allowed[f]),
            MultiplierNode mix => Refutes(mix.Multipliers, allowed, active),
            IssueNode split => split.Issue < problem.IssueCount && Covers(split, allowed)
                && split.Parts.All(p => Holds(p.Proof, Without(allowed, Options(split.Issue).Except(p.Options)), active)),
            ClauseNode split => split.Clause < problem.Clauses.Length && Covers(split)
                && split.Branches.All(b => HoldsBranch(problem.Clauses[split.Clause].Alternatives[b.Alternative], b.Proof, allowed, active)),
            _ => false,
        };

        private IEnumerable<int> Options(int issue) => Enumerable.Range(problem.Offset(issue), problem.OptionCounts[issue]);

        private bool Covers(IssueNode split, bool[] allowed) =>
            Options(split.Issue).All(f => !allowed[f] || split.Parts.Any(p => p.Options.Contains(f)));

        private bool Covers(ClauseNode split)
        {
            var clause = problem.Clauses[split.Clause];
            return split.Branches.All(b => b.Alternative < clause.Alternatives.Length)
                && TargetProblem<BigInteger>.LiveAlternatives(clause, target, strict: false).All(k => split.Branches.Any(b => b.Alternative == k));
        }

        private bool HoldsBranch(PackageAlternative alternative, ProofNode proof, bool[] allowed, bool[] active)
        {
            var brought = (bool[])active.Clone();
            foreach (var row in alternative.Rows) brought[row] = true;
            return Holds(proof, Without(allowed, alternative.Removed), brought);
        }

        private static bool[] Without(bool[] allowed, IEnumerable<int> options)
        {
            var fewer = (bool[])allowed.Clone();
            foreach (var flat in options) fewer[flat] = false;
            return fewer;
        }

        private bool Refutes(BigInteger[] multipliers, bool[] allowed, bool[] active)
        {
            if (multipliers.Length != problem.Rows.Length) return false;
            var total = BigInteger.Zero;
            for (var r = 0; r < multipliers.Length; r++)
            {
                if (multipliers[r].Sign < 0 || (multipliers[r].Sign > 0 && !active[r])) return false;
                if (!multipliers[r].IsZero) total -= multipliers[r] * _thresholds[r];
            }

            for (var i = 0; i < problem.IssueCount; i++)
            {
                BigInteger? best = null;
                foreach (var flat in Options(i))
                {
                    if (!allowed[flat]) continue;
                    var sum = BigInteger.Zero;
                    for (var r = 0; r < multipliers.Length; r++)
                        if (!multipliers[r].IsZero) sum += multipliers[r] * problem.Rows[r].Coefficients[flat];
                    if (best is null || sum > best) best = sum;
                }

                if (best is not { } most) return true; // an issue without an option
                total += most;
            }

            return total.Sign < 0;
        }
    }
}
