using Parley.Kernels.Exact;

namespace Parley.Tests.BruteForce;

/// <summary>What the others would sign, best for one negotiator: docs/model.md, item 38, by looking at every candidate.</summary>
internal sealed class TwinAnatomy(TwinCase twin, TwinVerdict verdict)
{
    /// <summary>The name of what effects without a dimension add up to.</summary>
    public const string Points = "points";

    /// <summary>The best of the packages that satisfy every row of another negotiator; null when there is none.</summary>
    public TwinPackage? Offer(string party)
    {
        TwinPackage? best = null;
        foreach (var candidate in Acceptable(party))
        {
            if (best is not null)
            {
                var order = twin.Utility(party, candidate.Options).CompareTo(twin.Utility(party, best.Options));
                if (order < 0 || (order == 0 && candidate.Changes >= best.Changes)) continue;
            }

            best = candidate;
        }

        return best;
    }

    /// <summary>What a dimension adds to a package's value.</summary>
    public Rational Contribution(string party, string dimension, int[] package) =>
        dimension == Points ? PointsOf(party, package) : twin.Weight(party, dimension) * Change(party, dimension, package);

    /// <summary>The most points of a dimension in anything the others would sign.</summary>
    public Rational? Ceiling(string party, string dimension)
    {
        Rational? most = null;
        foreach (var candidate in Acceptable(party))
        {
            var change = dimension == Points ? PointsOf(party, candidate.Options) : Change(party, dimension, candidate.Options);
            if (most is not { } known || change > known) most = change;
        }

        return most;
    }

    private IEnumerable<TwinPackage> Acceptable(string party) => verdict.Candidates.Where(c => verdict.SignatorySets.Any(set =>
        twin.Rules.Rows(c.Options, set).All(r => r.Holder == party || !twin.Negotiators.Contains(r.Holder) || r.Value is not { Sign: < 0 })));

    private Rational Change(string party, string dimension, int[] package)
    {
        Rational sum = 0;
        for (var i = 0; i < package.Length; i++)
        {
            sum += twin.Effect(party, dimension, i, package[i]);
            if (twin.Free[i] >= 0) sum -= twin.Effect(party, dimension, i, twin.Free[i]);
        }

        return sum;
    }

    private Rational PointsOf(string party, int[] package)
    {
        var rest = twin.Utility(party, package) - twin.Utility(party, twin.Free);
        foreach (var dimension in twin.Model.Parties.SelectMany(p => p.Weights).Select(w => w.Dimension).Distinct())
            rest -= twin.Weight(party, dimension) * Change(party, dimension, package);
        return rest;
    }
}
