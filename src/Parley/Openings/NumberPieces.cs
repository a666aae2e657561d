using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
using Parley.Problems;

namespace Parley.Openings;

/// <summary>The values of a number between which the case keeps its structure: what is clipped, struck out, substantive or free.</summary>
/// <remarks>
/// Between two such values every quantity is a straight line in the number, so two evaluations give all places where it changes sign:
/// first where sums and chances are clipped, then where substance, freedom and the choice among free options change, then the joint repair.
/// </remarks>
internal sealed class NumberPieces(CaseProblem problem, CaseNumber number)
{
    private const int MostRounds = 12;

    /// <summary>The values at which the structure may change, strictly between two, in order.</summary>
    /// <returns>Null when the quantities do not line up, which leaves only sampling.</returns>
    public List<Rational>? Between(Rational low, Rational high)
    {
        var cuts = new SortedSet<Rational> { low, high };
        if (number.Kind == NumberKind.Parameter)
            foreach (var _ in problem.Model.Parameters.Where(p => !p.SumOf.IsEmpty))
                if (!Cut(cuts, Sums)) return null;
        if (number.Kind is NumberKind.Parameter or NumberKind.Delivery && !Cut(cuts, Chances)) return null;
        if (!Cut(cuts, Signs)) return null;
        for (var round = 0; problem.HasTokens && round < MostRounds; round++)
        {
            var before = cuts.Count;
            if (!CutRepairs(cuts)) return null;
            if (cuts.Count == before) break;
        }

        cuts.Remove(low);
        cuts.Remove(high);
        return [.. cuts];
    }

    /// <summary>A fraction with a short denominator strictly between two.</summary>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="quarters">How far from the lower end, in quarters of the way.</param>
    public static Rational Inside(Rational low, Rational high, int quarters)
    {
        var (value, width) = (low + (high - low) * new Rational(quarters, 4), high - low);
        for (var unit = System.Numerics.BigInteger.One; ; unit *= width * unit > 1 ? 2 : 10)
        {
            var scaled = value * unit;
            var floor = System.Numerics.BigInteger.Divide(scaled.Numerator - (scaled.Sign < 0 ? scaled.Denominator - 1 : 0), scaled.Denominator);
            var found = new Rational(floor, unit);
            if (value - found <= width / 16 && found > low) return found;
        }
    }

    /// <summary>What must be the same all over a piece.</summary>
    public static string StructureOf(CaseProblem problem) => string.Join(
        ' ', problem.Baseline.Chosen.Concat([-2]).Concat(problem.Baseline.Free).Concat([-2]).Concat(problem.Values.Substantive.Select(s => s ? 1 : 0)));

    private bool Cut(SortedSet<Rational> cuts, Func<CaseProblem, IEnumerable<Rational>> quantities)
    {
        foreach (var (low, high) in Pairs(cuts))
        {
            var (a, b) = (Inside(low, high, 1), Inside(low, high, 3));
            var (atA, atB) = (quantities(problem.With(number, a)).ToList(), quantities(problem.With(number, b)).ToList());
            if (!AddRoots(cuts, low, high, a, b, atA, atB)) return false;
        }

        return true;
    }

    // The repair looks at packages that depend on where one stands: their rules' sums cut once more.
    private bool CutRepairs(SortedSet<Rational> cuts)
    {
        foreach (var (low, high) in Pairs(cuts))
        {
            var (a, b) = (Inside(low, high, 1), Inside(low, high, 3));
            var (atA, atB) = (problem.With(number, a), problem.With(number, b));
            var packages = atA.Baseline.Repaired.Concat(atB.Baseline.Repaired).ToList();
            if (!AddRoots(cuts, low, high, a, b, [.. packages.SelectMany(p => RuleSlacks(atA, p))], [.. packages.SelectMany(p => RuleSlacks(atB, p))]))
                return false;
        }

        return true;
    }

    private static List<(Rational Low, Rational High)> Pairs(SortedSet<Rational> cuts) => [.. cuts.Zip(cuts.Skip(1))];

    private static bool AddRoots(
        SortedSet<Rational> cuts, Rational low, Rational high, Rational a, Rational b, List<Rational> atA, List<Rational> atB)
    {
        if (atA.Count != atB.Count) return false;
        for (var k = 0; k < atA.Count; k++)
        {
            if (atA[k] == atB[k]) continue;
            var root = a - atA[k] * (b - a) / (atB[k] - atA[k]);
            if (root > low && root < high) cuts.Add(root);
        }

        return true;
    }

    private static IEnumerable<Rational> Sums(CaseProblem at) => at.Model.Parameters.Where(p => !p.SumOf.IsEmpty)
        .Select(at.Values.UnclippedSum).SelectMany(sum => new[] { sum, sum - 1 });

    private static IEnumerable<Rational> Chances(CaseProblem at) => at.Values.Options.SelectMany(o => o.Delivery)
        .Select(c => at.Values.Evaluate(c.Chance)).SelectMany(chance => new[] { chance, chance - 1 });

    private static IEnumerable<Rational> Signs(CaseProblem at)
    {
        foreach (var rule in at.Rules)
            if (rule.Rule is RefusesTradeRule refusal)
                foreach (var effect in at.Values.Effects(rule.Party, refusal.Gets)) yield return effect;
        if (at.Model.SubstantiveFrom is not { } from) yield break;
        var threshold = at.Values.Evaluate(from);
        foreach (var size in at.Values.ExpectedSize) yield return size - threshold;
        for (var issue = 0; issue < at.Values.IssueCount; issue++)
        {
            if (!at.HasStatusQuo(issue)) continue;
            foreach (var sign in SignsOf(at, issue)) yield return sign;
        }
    }

    private static IEnumerable<Rational> SignsOf(CaseProblem at, int issue)
    {
        var values = at.Values;
        var q = values.StatusQuo[issue];
        var options = Enumerable.Range(values.Offset(issue), values.OptionCount(issue)).Where(f => f != q && values.Term[f]).ToList();
        var shares = new List<Rational>();
        foreach (var flat in options)
        {
            foreach (var party in values.Negotiators)
            {
                var gain = values.Values[party][flat] - values.Values[party][q];
                yield return gain;
                shares.Add(at.Ranges[party].IsZero ? 0 : gain / at.Ranges[party]);
            }

            var alone = values.StatusQuo.ToArray();
            alone[issue] = flat;
            foreach (var slack in RuleSlacks(at, alone)) yield return slack;
            foreach (var rule in at.Rules)
                if (rule.Rule is RefusesTradeRule or FloorRule) yield return rule.GiveEffects[flat] - rule.GiveEffects[q];
        }

        if (options.Count < 2) yield break;
        for (var k = 0; k < shares.Count; k++)
            for (var j = k + 1; j < shares.Count; j++) yield return shares[k] - shares[j];
    }

    private static IEnumerable<Rational> RuleSlacks(CaseProblem at, int[] package) => at.Rules.SelectMany(r => at.Baseline.Slacks(r, package));
}
