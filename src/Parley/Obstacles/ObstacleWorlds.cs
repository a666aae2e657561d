using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Deals;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using Parley.Problems;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Obstacles;

/// <summary>Whether a deal exists in a world, and how far away it is.</summary>
/// <param name="IsOpen">Null when the search ran out of budget.</param>
/// <param name="Distance">Null when it was not asked for or not found exactly.</param>
internal readonly record struct WorldAnswer(bool? IsOpen, Rational? Distance);

/// <summary>Answers for worlds without some obstacles (docs/model.md, 26 and 31).</summary>
/// <remarks>What earlier worlds taught is tried first: packages that were acceptable or near, proofs that held.</remarks>
internal sealed class ObstacleWorlds(
    CaseQuestion question, IReadOnlyList<Overlay> obstacles, ObstaclesOptions options, CancellationToken cancellationToken)
{
    private const int Remembered = 6;
    private readonly Deal? _deal = options.Deal is { } name ? question.Model.Deals.Single(d => d.Name == name) : null;
    private readonly List<int[]> _acceptable = [];
    private readonly List<int[]> _near = [];
    private readonly List<ProofNode> _proofs = [];

    /// <summary>Worlds looked at so far.</summary>
    public int Count { get; private set; }

    /// <summary>The obstacles of a set of bits.</summary>
    public IEnumerable<Overlay> Members(ulong set) => obstacles.Where((_, k) => (set >> k & 1) != 0);

    /// <summary>The world without the obstacles of a set.</summary>
    public CaseProblem World(ulong gone) => gone == 0 ? question.Problem : question.World(Members(gone));

    /// <summary>Looks at the world without the obstacles of a set.</summary>
    public WorldAnswer Look(ulong gone)
    {
        Count++;
        cancellationToken.ThrowIfCancellationRequested();
        var world = World(gone);
        return _deal is { } deal ? LookAtDeal(world, deal) : options.Distances ? Measure(world) : new(IsOpen(world), null);
    }

    /// <summary>Whether a deal, or the named deal, exists in a world; null when the search ran out of budget.</summary>
    public bool? IsOpen(CaseProblem world)
    {
        if (_deal is { } deal) return new DealRun(world, deal, new(), cancellationToken).Judge().IsFeasible;
        var ways = Way.All(world).ConvertAll(w => w.Rows);
        if (ways.Exists(w => Incumbent(w.Problem) is not null)) return true;
        var complete = true;
        foreach (var way in ways)
        {
            if (Known(_proofs, p => ProofReplay.Holds(way.Problem, 0, p)) is not null) continue;
            var found = PackageSearch.Find(way.Problem, 0, strict: false, wantProof: true, options.MaxNodes, cancellationToken);
            if (found.Package is { } package)
            {
                Remember(_acceptable, package);
                return true;
            }

            complete &= found.Complete;
            if (found.Proof is { } proof) Remember(_proofs, proof);
        }

        return complete ? false : null;
    }

    /// <summary>The best deal of a world (docs/model.md, 16), judged; null when there is none or its search ran out of budget.</summary>
    public PackageOutcome? Best(CaseProblem world)
    {
        if (_deal is { } deal) return new DealRun(world, deal, new(), cancellationToken).Judge() is { IsFeasible: true, Outcome: { } outcome } ? outcome : null;
        var ways = Way.All(world).ConvertAll(w => (w, Incumbent(w.Rows.Problem), (Rational?)null));
        var (margin, witness) = BestPackage.Of(world, ways, options.MaxNodes, cancellationToken);
        return margin is { IsExact: true, Value: null or { Sign: >= 0 } } ? witness : null;
    }

    private int[]? Incumbent(PackageProblem problem) => Known(_acceptable, p => IsAcceptable(problem, p));

    private static bool IsAcceptable(PackageProblem problem, int[] package)
    {
        for (var i = 0; i < package.Length; i++)
            if (!problem.Allowed[problem.Offset(i) + package[i]]) return false;
        return problem.IsCandidate(package) && problem.Value(package) is null or { Sign: >= 0 };
    }

    private WorldAnswer Measure(CaseProblem world)
    {
        var ways = Way.All(world).ConvertAll(w => w.Rows);
        if (ways.Exists(w => Incumbent(w.Problem) is not null)) return new(true, Rational.Zero);
        Rational? least = null;
        var exact = true;
        var holders = new Holders(world);
        foreach (var way in ways)
        {
            var found = holders.Search(way, options.MaxNodes, cancellationToken).Run(_near);
            exact &= found.IsExact;
            if (found.Distance is not { } distance) continue;
            Remember(distance.IsZero ? _acceptable : _near, found.Package!);
            least = least is { } known ? Rational.Min(known, distance) : distance;
        }

        if (least is { IsZero: true }) return new(true, Rational.Zero);
        return exact ? new(false, least ?? world.HolderCount()) : new(IsOpen(world), null);
    }

    private WorldAnswer LookAtDeal(CaseProblem world, Deal deal)
    {
        var judged = new DealRun(world, deal, new(), cancellationToken).Judge();
        if (judged.IsFeasible) return new(true, Rational.Zero);
        if (!options.Distances) return new(false, null);
        if (judged.Outcome is null || judged.Candidate != NotACandidate.None) return new(false, world.HolderCount());
        var judge = new PackageJudge(world);
        return new(false, world.SignatorySets().Select(s => DistanceOf(judge.Judge(judged.Flat, s))).Aggregate(Rational.Min));
    }

    private static Rational DistanceOf(PackageOutcome outcome) => outcome.Rows
        .GroupBy(r => r.Holder, StringComparer.Ordinal)
        .Aggregate(Rational.Zero, (sum, held) => sum + held.Aggregate(Rational.Zero, (worst, r) => r.Value is { } v ? Rational.Max(worst, -v) : worst));

    // The latest that served first: neighbours in the order of worlds differ little.
    private static T? Known<T>(List<T> known, Predicate<T> serves)
        where T : class
    {
        var at = known.FindIndex(serves);
        if (at < 0) return null;
        var item = known[at];
        known.RemoveAt(at);
        known.Insert(0, item);
        return item;
    }

    private static void Remember<T>(List<T> known, T item)
    {
        if (known.Count >= Remembered) known.RemoveAt(known.Count - 1);
        known.Insert(0, item);
    }
}
