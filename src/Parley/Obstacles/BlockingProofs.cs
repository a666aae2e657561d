using System.Collections.Immutable;
using System.Numerics;
using Parley.Kernels.Packages;
using Parley.Problems;
using Parley.Verdict;

namespace Parley.Obstacles;

/// <summary>Proves that a blocking set blocks: no deal in any world that leaves all of its obstacles standing.</summary>
internal sealed class BlockingProofs(ObstacleWorlds worlds, int obstacles, CancellationToken cancellationToken)
{
    private const int MaxSettings = 4_096;
    private const int MaxProofNodes = 20_000;

    /// <summary>One proof for each world, few of them different; null when there are too many worlds or a proof is too long.</summary>
    /// <param name="members">The blocking set.</param>
    public BlockingCertificate? Of(ulong members)
    {
        var free = Enumerable.Range(0, obstacles).Where(k => (members >> k & 1) == 0).ToList();
        if (free.Count > BitOperations.Log2(MaxSettings)) return null;
        var proofs = new List<Proof>();
        var settings = ImmutableArray.CreateBuilder<BlockingSetting>();
        foreach (var gone in Subsets(free))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var world = worlds.World(gone);
            var ways = Way.All(world);
            var known = proofs.FindIndex(p => StillHolds(ways, p));
            if (known < 0)
            {
                if (Prove(world, ways) is not { } made) return null;
                known = proofs.Count;
                proofs.Add(made);
            }

            settings.Add(new([.. worlds.Members(gone).Select(o => o.Name)], known));
        }

        return new([.. proofs.Select(p => p.Certificate)], settings.ToImmutable());
    }

    // By size, then by obstacles in order.
    private static IEnumerable<ulong> Subsets(List<int> free) => Enumerable.Range(0, 1 << free.Count)
        .Select(subset => free.Where((_, k) => (subset >> k & 1) != 0).Aggregate(0UL, (set, f) => set | 1UL << f))
        .Order(Comparer<ulong>.Create(Kernels.Sets.HittingSets.BySizeThenElements));

    // Proofs name rows by number; they carry over where the same conditions stand in the same order.
    private static bool StillHolds(List<Way> ways, Proof proof)
    {
        if (proof.Nodes.Length != ways.Count) return false;
        for (var w = 0; w < ways.Count; w++)
            if (!ways[w].Rows.HasNamesOf(proof.Ways[w].Rows) || !ProofReplay.Holds(ways[w].Rows.Problem, 0, proof.Nodes[w])) return false;
        return true;
    }

    private Proof? Prove(CaseProblem world, List<Way> ways)
    {
        var nodes = ImmutableArray.CreateBuilder<ProofNode>();
        foreach (var way in ways)
        {
            var found = PackageSearch.Find(way.Rows.Problem, 0, strict: false, wantProof: true, MaxProofNodes, cancellationToken);
            if (found.Proof is not { } proof) return null;
            nodes.Add(proof);
        }

        return new(ways, nodes.ToImmutable(), ProofLift.Certificate(world, ways, nodes));
    }

    private sealed record Proof(List<Way> Ways, ImmutableArray<ProofNode> Nodes, Certificate Certificate);
}
