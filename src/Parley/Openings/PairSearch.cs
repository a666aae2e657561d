using System.Collections.Immutable;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
using Parley.Problems;

namespace Parley.Openings;

/// <summary>Two numbers that open together for less than one alone: one on a grid of its cost, the other solved exactly.</summary>
internal sealed class PairSearch(CaseProblem problem, DealQuestion question, OpeningsOptions options)
{
    private const int Steps = 4;
    private const int Decimals = 4;

    // What a pair may cost where no single number opens at any cost.
    private static readonly Rational MostWithoutSingle = 8;

    /// <summary>The cheapest pairs.</summary>
    /// <param name="numbers">Numbers that can be edited, in declaration order.</param>
    /// <param name="singles">Tipping points of single numbers, cheapest first.</param>
    /// <param name="margin">The margin as asked.</param>
    public ImmutableArray<PairOpening> Find(IReadOnlyList<CaseNumber> numbers, IReadOnlyList<TippingPoint> singles, Rational margin)
    {
        var candidates = Candidates(numbers, singles, margin);
        var limit = singles.Count > 0 && singles[0].Cost is { } cheapest ? cheapest : MostWithoutSingle;
        var pairs = new List<PairOpening>();
        for (var a = 0; a < candidates.Count; a++)
        {
            for (var b = 0; b < candidates.Count; b++)
            {
                if (a == b || candidates[a].Number.Path == candidates[b].Number.Path) continue;
                if (Best(candidates[a], candidates[b], limit) is { } pair) pairs.Add(pair);
            }
        }

        // The same pair may be found from both sides: its cheaper form counts.
        return [.. pairs.OrderBy(p => p.Cost)
            .DistinctBy(p => string.CompareOrdinal(p.First.Path, p.Second.Path) < 0 ? (p.First.Path, p.Second.Path) : (p.Second.Path, p.First.Path))
            .Take(options.Pairs)];
    }

    private PairOpening? Best(Candidate first, Candidate second, Rational limit)
    {
        PairOpening? best = null;
        for (var k = 1; k < Steps; k++)
        {
            var cost = Rational.Min(first.Reach, limit) * new Rational(k, Steps);
            if (first.At(cost) is not var (to, exactCost)) continue;
            var left = (best?.Cost ?? limit) - exactCost;
            if (left.Sign <= 0) continue;
            var moved = problem.With(CaseNumbers.Set(problem.Model, first.Number.Path, first.Number.Number with { Coefficient = to }));
            var tip = new TippingSearch(moved, isDeal: false, question).Find(second.Number, second.Up, second.Unclipped(left));
            if (tip is not var (at, attained, _) || NumberDomain.CostOf(second.Number, at, second.Up) is not { } rest || rest >= left) continue;
            best = new(
                new(first.Number.Path, (Rational)first.Number.Number.Coefficient, (Rational)to, true, exactCost),
                new(second.Number.Path, (Rational)second.Number.Number.Coefficient, at, attained, rest),
                exactCost + rest);
        }

        return best;
    }

    // The cheapest singles; where there are too few, the numbers that raise the margin most when moved to the end of their range.
    private List<Candidate> Candidates(IReadOnlyList<CaseNumber> numbers, IReadOnlyList<TippingPoint> singles, Rational margin)
    {
        var chosen = singles.Where(s => s.Cost is not null).Take(options.PairNumbers)
            .Select(s => new Candidate(problem, numbers.First(n => n.Path == s.Path), s.IsRise, s.Cost!.Value)).ToList(); // costs are there: filtered
        if (chosen.Count >= options.PairNumbers) return chosen;
        var raising = new List<(Candidate Candidate, Rational Gain)>();
        foreach (var number in numbers.Where(n => n.Number.Range is not null && !chosen.Exists(c => c.Number.Path == n.Path)))
        {
            foreach (var up in new[] { false, true })
            {
                var candidate = new Candidate(problem, number, up, MostWithoutSingle);
                if (candidate.At(1) is not var (to, _)) continue;
                var gain = question.Verdict(problem.With(number, (Rational)to)).Margin - margin;
                if (gain.Sign > 0) raising.Add((candidate, gain));
            }
        }

        chosen.AddRange(raising.OrderByDescending(r => r.Gain).Take(options.PairNumbers - chosen.Count).Select(r => r.Candidate));
        return chosen;
    }

    /// <summary>A number and the side on which it is moved.</summary>
    /// <param name="Problem">The case as asked.</param>
    /// <param name="Number">The number.</param>
    /// <param name="Up">Whether it is raised.</param>
    /// <param name="Reach">The cost at which it opens alone.</param>
    private sealed record Candidate(CaseProblem Problem, CaseNumber Number, bool Up, Rational Reach)
    {
        /// <summary>The value at a cost, rounded, and what that costs exactly; null beyond the domain or where costs are not defined.</summary>
        public (decimal To, Rational Cost)? At(Rational cost)
        {
            if (Unclipped(cost) is not { } value) return null;
            var to = Math.Round((decimal)(double)value, Decimals);
            var domain = NumberDomain.Of(Problem.Model, Number);
            if ((Rational)to < domain.Low || (Rational)to > domain.High || to == Number.Number.Coefficient) return null;
            return NumberDomain.CostOf(Number, (Rational)to, Up) is { } exact ? (to, exact) : null;
        }

        /// <summary>The value at a cost.</summary>
        public Rational? Unclipped(Rational cost)
        {
            var (value, range) = ((Rational)Number.Number.Coefficient, Number.Number.Range);
            if (range is not { } r) return null;
            return value + cost * ((Up ? (Rational)r.High : (Rational)r.Low) - value);
        }
    }
}
