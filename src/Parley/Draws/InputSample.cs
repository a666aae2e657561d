using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Kernels.Sampling;
using Parley.Problems;

namespace Parley.Draws;

/// <summary>How draws of the numbers hang together.</summary>
public enum SamplingKind
{
    /// <summary>Each draw on its own.</summary>
    Independent,

    /// <summary>Of N draws each N-th part of every number's distribution is drawn from once.</summary>
    LatinHypercube,

    /// <summary>Scrambled Sobol points: even in pairs of numbers too.</summary>
    Sobol,
}

/// <summary>The uncertain numbers of a question, and any draw of them (docs/model.md, 80-89). Shared by all threads.</summary>
internal sealed class InputSample
{
    private readonly CaseQuestion _question;
    private readonly Distribution[] _distributions;
    private readonly DependentUnits? _dependence;
    private readonly UnitSequence _units;

    /// <param name="question">The case and its overlays.</param>
    /// <param name="kind">How draws hang together.</param>
    /// <param name="seed">Equal seeds give equal draws.</param>
    /// <param name="draws">How many there will be; only a Latin hypercube asks.</param>
    public InputSample(CaseQuestion question, SamplingKind kind, ulong seed, long draws)
    {
        _question = question;
        Numbers = [.. CaseNumbers.Sampled(question.BaseCase)];
        _distributions = [.. Numbers.Select(n => DistributionOf(n.Number))];
        _dependence = DependenceOf(question.BaseCase.Dependence);
        var dimensions = Numbers.Length + (_dependence?.Factors ?? 0);
        _units = kind switch
        {
            SamplingKind.LatinHypercube => UnitSequence.LatinHypercube(seed, dimensions, draws),
            SamplingKind.Sobol => UnitSequence.ScrambledSobol(seed, dimensions),
            _ => UnitSequence.Independent(seed, dimensions),
        };
    }

    /// <summary>The uncertain numbers, in the order of the file.</summary>
    public ImmutableArray<CaseNumber> Numbers { get; }

    /// <summary>Whether some of them move together.</summary>
    public bool IsDependent => _dependence is not null;

    /// <summary>How many of the numbers move together with others.</summary>
    public int Together
    {
        get
        {
            var dependence = _question.BaseCase.Dependence;
            var paths = dependence.CommonFactors.SelectMany(f => f.Loadings.Select(l => l.Path))
                .Concat(dependence.RankCorrelations.SelectMany(r => new[] { r.First, r.Second }));
            return paths.Distinct(StringComparer.Ordinal).Count();
        }
    }

    /// <summary>Paths of the numbers that an overlay or edit of the question sets: whatever is drawn for them, it wins.</summary>
    public ImmutableArray<string> Overlaid() =>
        [.. Numbers.Where(n => !ReferenceEquals(CaseNumbers.Find(_question.Model, n.Path, out _), n.Number)).Select(n => n.Path)];

    /// <summary>Each number's own distribution.</summary>
    public IReadOnlyList<Distribution> Distributions => _distributions;

    /// <summary>What makes rows of independent numbers hang together; null where none do.</summary>
    public DependentUnits? Dependence => _dependence;

    /// <summary>Numbers in the row that a draw starts from: one for each number, then one for each common factor.</summary>
    public int Units => _units.Dimensions;

    /// <summary>The places of the numbers in a program.</summary>
    public IEnumerable<int> PlacesIn(DrawProgram program) => Numbers.Select(n => program.IndexOf(n.Number));

    /// <summary>Writes a draw.</summary>
    /// <param name="draw">Which, from 0.</param>
    /// <param name="values">Takes one value for each number.</param>
    public void Draw(long draw, Span<double> values)
    {
        var units = Units <= 1024 ? stackalloc double[Units] : new double[Units];
        _units.Fill(draw, units);
        FromUnits(units, values);
    }

    /// <summary>Turns a row of independent units into values of the numbers, each rounded to six decimals.</summary>
    public void FromUnits(ReadOnlySpan<double> units, Span<double> values)
    {
        if (_dependence is null) units.CopyTo(values);
        else _dependence.Turn(units, values);
        FromOwnUnits(values, values);
    }

    /// <summary>Turns each number's own unit, the share of its distribution below it, into its value, rounded to six decimals.</summary>
    public void FromOwnUnits(ReadOnlySpan<double> units, Span<double> values)
    {
        for (var j = 0; j < values.Length; j++) values[j] = Math.Round(_distributions[j].Quantile(units[j]), 6);
    }

    /// <summary>The case as asked with drawn numbers, exactly.</summary>
    public CaseQuestion Exact(ReadOnlySpan<double> values)
    {
        var model = _question.BaseCase;
        for (var j = 0; j < values.Length; j++) model = CaseNumbers.SetCoefficient(model, Numbers[j].Path, (decimal)values[j]);
        return _question.About(model);
    }

    private static Distribution DistributionOf(Number number)
    {
        var range = number.Range!.Value;
        var (low, high) = ((double)range.Low, (double)range.High);
        var value = (double)Math.Clamp(number.Coefficient, range.Low, range.High);
        return number.Distribution switch
        {
            null => Distribution.Triangular(low, value, high),
            UniformDistribution => Distribution.Uniform(low, high),
            PertDistribution => Distribution.Pert(low, value, high),
            NormalDistribution normal => Distribution.Normal(value, (double)normal.StandardDeviation, low, high),
            LognormalDistribution lognormal => Distribution.LogNormal(value, (double)lognormal.GeometricStandardDeviation, low, high),
            BetaDistribution beta => Distribution.Beta((double)beta.Alpha, (double)beta.Beta, low, high),
            DiscreteDistribution discrete => Distribution.Discrete(
                [.. discrete.Values.Select(v => (double)v.Value)], [.. discrete.Values.Select(v => (double)v.Chance)]),
            var other => throw new InvalidOperationException($"No way to draw from a {other.GetType().Name}."),
        };
    }

    private DependentUnits? DependenceOf(Dependence dependence)
    {
        if (dependence.CommonFactors.IsEmpty && dependence.RankCorrelations.IsEmpty) return null;
        var index = Numbers.Select((n, j) => (n.Path, j)).ToDictionary(p => p.Path, p => p.j, StringComparer.Ordinal);
        var none = new double[dependence.CommonFactors.Length];
        double[][] loadings = [.. Numbers.Select(_ => none)];
        for (var k = 0; k < none.Length; k++)
        {
            foreach (var loading in dependence.CommonFactors[k].Loadings)
            {
                ref var own = ref loadings[index[loading.Path]];
                if (own == none) own = new double[none.Length];
                own[k] = (double)loading.Loading;
            }
        }

        if (dependence.RankCorrelations.IsEmpty) return DependentUnits.FromFactors(loadings);
        var pairs = dependence.RankCorrelations.Select(r => (index[r.First], index[r.Second], (double)r.Correlation)).ToList();
        return DependentUnits.TryFromRankCorrelations(Numbers.Length, pairs, out var units, out _, loadings)
            ? units
            : throw new InvalidOperationException("The rank correlations cannot hold together."); // the reader checked that they do
    }
}
