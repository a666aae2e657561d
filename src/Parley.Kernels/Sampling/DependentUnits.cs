namespace Parley.Kernels.Sampling;

/// <summary>Turns a row of independent uniform numbers into dependent ones, each still uniform: a Gaussian copula.</summary>
/// <remarks>
/// Definition: z_j = SUM_k l_jk F_k + sqrt(1 - SUM_k l_jk^2) e_j and u_j = Phi(z_j), with common factors F_k independent standard normal
/// and e standard normal with correlations 2 sin(pi r / 6), r the rank correlation (Spearman) of what the factors leave. Without factors,
/// r is the rank correlation of u itself. A number with no loading and no correlation passes through bit by bit.
/// Rows of a Latin hypercube or of Sobol points may be turned too: each u_j stays uniform, but only numbers that pass through keep their strata.
/// Correlations that are off a possible set of them by rounding, about 1e-8, are taken for it.
/// Cost of a row: one product with a triangular matrix. Safe from any thread.
/// Source: Iman and Conover 1982, Communications in Statistics B 11(3), pp. 311-334; key "iman1982" in docs/references.bib.
/// </remarks>
public sealed class DependentUnits
{
    private const double LoadingTolerance = 1e-10;

    private readonly double[][] loadings;
    private readonly double[] own;
    private readonly double[][]? triangle;
    private readonly bool[] turned;

    private DependentUnits(double[][] loadings, double[][]? triangle)
    {
        (this.loadings, this.triangle) = (loadings, triangle);
        Dimensions = loadings.Length;
        Factors = Dimensions == 0 ? 0 : loadings[0].Length;
        own = [.. loadings.Select(row => Math.Sqrt(Math.Max(0, 1 - row.Sum(l => l * l))))];
        turned = [.. loadings.Select((row, j) => row.Any(l => l != 0) || triangle?[j].AsSpan(0, j).ContainsAnyExcept(0.0) == true)];
    }

    /// <summary>Numbers that come out.</summary>
    public int Dimensions { get; }

    /// <summary>Common factors.</summary>
    public int Factors { get; }

    /// <summary>Numbers that go in: <see cref="Dimensions"/>, then one for each factor.</summary>
    public int Inputs => Dimensions + Factors;

    /// <summary>Numbers that hang together by common factors.</summary>
    /// <param name="loadings">[j][k], how much of factor k is in number j; the squares of a row add up to 1 at most; all rows are of one length.</param>
    /// <exception cref="ArgumentException">A row is longer than 1 or of another length.</exception>
    public static DependentUnits FromFactors(IReadOnlyList<IReadOnlyList<double>> loadings) => new(Checked(loadings), null);

    /// <summary>Numbers that hang together by rank correlations, and by common factors where <paramref name="loadings"/> are given.</summary>
    /// <param name="rankCorrelations">Spearman's, [i][j], symmetric, 1 on the diagonal; of what the factors leave.</param>
    /// <param name="units">What turns rows; null where there is none.</param>
    /// <param name="breaksAt">
    /// The first number whose correlations with those before it cannot hold together, for the matrix up to it is not positive semidefinite,
    /// not even up to rounding; else -1.
    /// </param>
    /// <param name="loadings">As in <see cref="FromFactors"/>; none by default.</param>
    /// <returns>Whether the correlations can hold together.</returns>
    /// <exception cref="ArgumentException">The matrix is not square, not symmetric, or holds what is no correlation.</exception>
    public static bool TryFromRankCorrelations(
        IReadOnlyList<IReadOnlyList<double>> rankCorrelations,
        out DependentUnits? units,
        out int breaksAt,
        IReadOnlyList<IReadOnlyList<double>>? loadings = null)
    {
        var count = rankCorrelations.Count;
        if (loadings is not null && loadings.Count != count) throw new ArgumentException("Loadings and correlations are of as many numbers.", nameof(loadings));
        for (var i = 0; i < count; i++)
        {
            if (rankCorrelations[i].Count != count) throw new ArgumentException("A matrix of correlations is square.", nameof(rankCorrelations));
            for (var j = 0; j <= i; j++)
            {
                var r = rankCorrelations[i][j];
                if (!(r is >= -1 and <= 1) || (i == j && r != 1)) throw new ArgumentException("A correlation lies between -1 and 1, on the diagonal it is 1.", nameof(rankCorrelations));
                if (rankCorrelations[j].Count > i && r != rankCorrelations[j][i]) throw new ArgumentException("A matrix of correlations is symmetric.", nameof(rankCorrelations));
            }
        }

        var scores = rankCorrelations.Select((row, i) => row.Select((r, j) => i == j ? 1 : 2 * Math.Sin(Math.PI * r / 6)).ToArray()).ToArray();
        var root = CorrelationRoot.Of(scores, count);
        breaksAt = root is null ? CorrelationRoot.BreaksAt(scores) : -1;
        units = root is null ? null : new(loadings is null ? [.. rankCorrelations.Select(_ => Array.Empty<double>())] : Checked(loadings), CorrelationRoot.Triangle(root));
        return units is not null;
    }

    /// <summary>The linear correlation of normal scores: that of e, or with factors, of z.</summary>
    public double NormalCorrelation(int i, int j)
    {
        if (i == j) return 1;
        var common = 0.0;
        for (var k = 0; k < Factors; k++) common += loadings[i][k] * loadings[j][k];
        if (triangle is null) return common;
        var rest = 0.0;
        for (var k = 0; k <= Math.Min(i, j); k++) rest += triangle[i][k] * triangle[j][k];
        return common + own[i] * own[j] * rest;
    }

    /// <summary>Turns one row.</summary>
    /// <param name="independent"><see cref="Inputs"/> numbers in the open interval (0, 1): one for each number, then one for each factor.</param>
    /// <param name="dependent">Takes <see cref="Dimensions"/> numbers in (0, 1); must not overlap <paramref name="independent"/>.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public void Turn(ReadOnlySpan<double> independent, Span<double> dependent)
    {
        if (independent.Length != Inputs || dependent.Length != Dimensions)
            throw new ArgumentException($"{Inputs} numbers go in and {Dimensions} come out.", nameof(independent));
        var scores = Inputs <= 512 ? stackalloc double[Inputs] : new double[Inputs];
        for (var j = 0; j < scores.Length; j++) scores[j] = NormalCurve.Quantile(independent[j]);
        for (var j = 0; j < dependent.Length; j++)
        {
            if (!turned[j])
            {
                dependent[j] = independent[j];
                continue;
            }

            var rest = 0.0;
            if (triangle is null) rest = scores[j];
            else
                for (var k = 0; k <= j; k++) rest += triangle[j][k] * scores[k];
            var score = own[j] * rest;
            for (var k = 0; k < Factors; k++) score += loadings[j][k] * scores[Dimensions + k];
            dependent[j] = ToUnit(score);
        }
    }

    /// <summary>The share below a score, kept off 0 and 1.</summary>
    internal static double ToUnit(double score) => Math.Clamp(NormalCurve.Below(score), 1.0 / (1UL << 53), 1 - 1.0 / (1UL << 53));

    /// <summary>The lower triangle of the correlations of normal scores of all numbers in an order.</summary>
    internal double[][] NormalTriangle(int[] order)
    {
        // A number as a sum of the independent scores that go in.
        var rows = new double[order.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            var (j, row) = (order[i], new double[Inputs]);
            if (triangle is null) row[j] = own[j];
            else
                for (var k = 0; k <= j; k++) row[k] = own[j] * triangle[j][k];
            loadings[j].CopyTo(row, Dimensions);
            rows[i] = row;
        }

        return CorrelationRoot.Triangle(rows);
    }

    private static double[][] Checked(IReadOnlyList<IReadOnlyList<double>> loadings)
    {
        if (loadings.Any(row => row.Count != loadings[0].Count)) throw new ArgumentException("All rows of loadings are of one length.", nameof(loadings));
        if (loadings.Any(row => !(row.Sum(l => l * l) <= 1 + LoadingTolerance))) throw new ArgumentException("The squares of the loadings of a number add up to 1 at most.", nameof(loadings));
        return [.. loadings.Select(row => row.ToArray())];
    }
}
