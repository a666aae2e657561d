using System.Collections.Immutable;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Verdict;

namespace Parley.Openings;

/// <summary>The tipping points of one number, below and above its value (docs/model.md, 35).</summary>
/// <remarks>
/// Where the structure changes the case is asked as it is there; between two such values every row is a straight line and the search
/// along the line is exact. A number that bends its rows is sampled.
/// </remarks>
internal sealed class TippingSearch(CaseProblem problem, bool isDeal, DealQuestion question)
{
    private const int Samples = 256;
    private const int Bisections = 40;
    private const int Close = 1 << 20;

    /// <summary>Where a number turns the answer over on one side; null when nowhere within its domain.</summary>
    /// <param name="number">The number.</param>
    /// <param name="upwards">The side.</param>
    /// <param name="atMost">Where to stop looking before the end of the domain; null for the end.</param>
    public (Rational To, bool Attained, bool IsSampled)? Find(CaseNumber number, bool upwards, Rational? atMost = null)
    {
        var domain = NumberDomain.Of(problem.Model, number);
        var value = (Rational)number.Number.Coefficient;
        var end = upwards ? Rational.Min(domain.High, atMost ?? domain.High) : Rational.Max(domain.Low, atMost ?? domain.Low);
        if (upwards ? end <= value : end >= value) return null;
        if (number.Kind is NumberKind.Votes or NumberKind.VotesNeeded) return Count(number, value, end);
        if (!new NumberDegree(problem.Model, number).IsLine) return Sample(number, value, end);
        var pieces = new NumberPieces(problem, number);
        if (pieces.Between(Rational.Min(value, end), Rational.Max(value, end)) is not { } cuts) return Sample(number, value, end);
        if (!upwards) cuts.Reverse();
        var near = value;
        foreach (var far in cuts.Append(end))
        {
            if (!IsOnePiece(number, near, far)) return Sample(number, value, end);
            var line = question.Line(problem, (v, way) => ProblemRows.Deal(problem.With(number, v), way), near, far);
            if (line is null) return Sample(number, value, end);
            var found = isDeal ? line.FirstGap() : line.FirstDeal();
            question.IsComplete &= line.IsComplete;
            if (found is { } to) return (to, !isDeal && to != near, false);
            if (!line.IsComplete) return null;
            if (Flips(number, far)) return (far, true, false);
            near = far;
        }

        return null;
    }

    /// <summary>The tipping point as a result.</summary>
    public TippingPoint Describe(CaseNumber number, bool upwards, (Rational To, bool Attained, bool IsSampled) found)
    {
        return new()
        {
            Path = number.Path,
            Kind = number.Kind,
            From = (Rational)number.Number.Coefficient,
            To = found.To,
            IsRise = upwards,
            Parameters = number.Number.Parameters,
            Attained = found.Attained,
            IsSampled = found.IsSampled,
            Cost = NumberDomain.CostOf(number, found.To, upwards),
            LeadsTo = isDeal ? question.Verdict(problem.With(number, Beyond(number, upwards, found))).Grade : Grade.Deal,
        };
    }

    // A value at which the answer is another: the threshold, or one close behind it.
    private Rational Beyond(CaseNumber number, bool upwards, (Rational To, bool Attained, bool IsSampled) found)
    {
        if (found.Attained) return found.To;
        var domain = NumberDomain.Of(problem.Model, number);
        var step = (upwards ? domain.High : domain.Low) - found.To;
        for (var k = 0; k < 200; k++, step /= 2)
            if (Flips(number, found.To + step / Close)) return found.To + step / Close;
        return found.To;
    }

    private bool Flips(CaseNumber number, Rational value) => question.Exists(problem.With(number, value)) != isDeal;

    private bool IsOnePiece(CaseNumber number, Rational near, Rational far)
    {
        var (low, high) = (Rational.Min(near, far), Rational.Max(near, far));
        var structures = Enumerable.Range(1, 3).Select(k => NumberPieces.StructureOf(problem.With(number, NumberPieces.Inside(low, high, k))));
        return structures.Distinct().Count() == 1;
    }

    private (Rational To, bool Attained, bool IsSampled)? Count(CaseNumber number, Rational value, Rational end)
    {
        var step = end > value ? 1 : -1;
        for (var k = step; step > 0 ? value + k <= end : value + k >= end; k += step)
            if (Flips(number, value + k)) return (value + k, true, false);
        return null;
    }

    private (Rational To, bool Attained, bool IsSampled)? Sample(CaseNumber number, Rational value, Rational end)
    {
        for (var k = 1; k <= Samples; k++)
        {
            var (before, there) = (value + (end - value) * new Rational(k - 1, Samples), value + (end - value) * new Rational(k, Samples));
            if (!Flips(number, there)) continue;
            for (var step = 0; step < Bisections; step++)
            {
                var middle = (before + there) / 2;
                if (Flips(number, middle)) there = middle;
                else before = middle;
            }

            return (there, true, true);
        }

        return null;
    }
}
