using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;

namespace Parley.Kernels.Tests.Packages;

/// <summary>Checks a search's proof by unbounded integers and nothing of the search.</summary>
internal sealed class ProofCheck(PackageProblem problem, Rational target, bool strict)
{
    /// <summary>What is wrong with a proof; null when it holds.</summary>
    public string? Flaw(ProofNode? proof) => Flaw(proof, problem.Allowed, problem.AlwaysRow);

    private string? Flaw(ProofNode? node, bool[] allowed, bool[] active) => node switch
    {
        MultiplierNode leaf => FlawOf(leaf, allowed, active),
        EmptyNode leaf => FlatsOf(leaf.Issue).Any(f => allowed[f]) ? $"issue {leaf.Issue} is not empty" : null,
        IssueNode split => FlawOf(split, allowed, active),
        ClauseNode split => FlawOf(split, allowed, active),
        _ => "a side has no proof",
    };

    private string? FlawOf(MultiplierNode leaf, bool[] allowed, bool[] active)
    {
        if (leaf.Multipliers.Length != problem.Rows.Length) return "multipliers and rows differ in number";
        var total = BigInteger.Zero;
        for (var r = 0; r < active.Length; r++)
        {
            if (leaf.Multipliers[r].Sign < 0) return $"the multiplier of row {r} is negative";
            if (!leaf.Multipliers[r].IsZero && !active[r]) return $"row {r} may not be used";
            total -= leaf.Multipliers[r] * LeastSum(problem.Rows[r]);
        }

        for (var i = 0; i < problem.IssueCount; i++)
        {
            var sums = FlatsOf(i).Where(f => allowed[f])
                .Select(f => problem.Rows.Select((row, r) => leaf.Multipliers[r] * row.Coefficients[f]).Aggregate(BigInteger.Add)).ToList();
            if (sums.Count == 0) return null; // nothing is left at all
            total += sums.Max();
        }

        return total.Sign < 0 ? null : $"the rows miss their thresholds by {-total} only";
    }

    private string? FlawOf(IssueNode split, bool[] allowed, bool[] active)
    {
        var parts = split.Parts.SelectMany(p => p.Options).ToList();
        if (parts.Distinct().Count() != parts.Count) return "an option is in two parts";
        if (FlatsOf(split.Issue).Any(f => allowed[f] && !parts.Contains(f))) return "an option is in no part";
        return split.Parts.Select(p => Flaw(p.Proof, Only(split.Issue, p.Options, allowed), active)).FirstOrDefault(f => f is not null);
    }

    private string? FlawOf(ClauseNode split, bool[] allowed, bool[] active)
    {
        var alternatives = problem.Clauses[split.Clause].Alternatives;
        for (var k = 0; k < alternatives.Length; k++)
        {
            var asked = alternatives[k];
            if (asked.Value is { } value && (strict ? value <= target : value < target)) continue;
            var covered = split.Branches.Any(b => alternatives[b.Alternative].Rows.All(asked.Rows.Contains)
                && alternatives[b.Alternative].Removed.All(asked.Removed.Contains));
            if (!covered) return $"alternative {k} of clause {split.Clause} is not looked at";
        }

        foreach (var (alternative, proof) in split.Branches)
        {
            var (less, more) = ((bool[])allowed.Clone(), (bool[])active.Clone());
            foreach (var flat in alternatives[alternative].Removed) less[flat] = false;
            foreach (var row in alternatives[alternative].Rows) more[row] = true;
            if (Flaw(proof, less, more) is { } flaw) return flaw;
        }

        return null;
    }

    private bool[] Only(int issue, int[] options, bool[] allowed)
    {
        var less = (bool[])allowed.Clone();
        foreach (var flat in FlatsOf(issue)) less[flat] &= options.Contains(flat);
        return less;
    }

    private IEnumerable<int> FlatsOf(int issue) => Enumerable.Range(problem.Offset(issue), problem.OptionCounts[issue]);

    // The least whole sum that is worth the target: slack / scale >= target, or > target.
    private BigInteger LeastSum(PackageRow row)
    {
        if (row.Kind != PackageRowKind.Scored || row.Scale.IsZero) return row.Threshold;
        var slack = target * row.Scale;
        var least = BigInteger.DivRem(slack.Numerator, slack.Denominator, out var rest);
        if (rest.Sign < 0) least--; // rounded down now
        if (strict || !rest.IsZero) least++;
        return row.Threshold + least;
    }
}
