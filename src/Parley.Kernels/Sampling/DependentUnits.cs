namespace Parley.Kernels.Sampling;

/// <summary>Turns a row of independent uniform numbers into dependent ones, each still uniform: a Gaussian copula.</summary>
/// <remarks>
/// Definition: z_j = SUM_k l_jk F_k + sqrt(1 - SUM_k l_jk^2) e_j and u_j = Phi(z_j), with common factors F_k independent standard normal
/// and e standard normal with correlations 2 sin(pi r / 6), r the rank correlation (Spearman) of what the factors leave. Without factors,
/// r is the rank correlation of u itself. A number with no loading and no correlation passes through bit by bit.
/// Rows of a Latin hypercube or of Sobol points may be turned too: each u_j stays uniform, but only numbers that pass through keep their strata.
/// Correlations that are off a possible set of them by rounding, about 1e-8, are taken for it.
/// Cost of a row: one product with a triangular matrix over the numbers that have a correlation; the rest are copied. Safe from any thread.
/// Source: Iman and Conover 1982, Communications in Statistics B 11(3), pp. 311-334; key "iman1982" in docs/references.bib.
/// </remarks>
public sealed class DependentUnits
{
    private const double LoadingTolerance = 1e-10;

    /// <summary>The numbers that have a correlation, then those that have only loadings, each kind in rising order; the rest are on their own.</summary>
    private readonly int[] tied;

    /// <summary>By number its place among the tied; -1 where it has none.</summary>
    private readonly int[] place;

    /// <summary>By place. The triangle is of the first places, those with a correlation.</summary>
    private readonly double[][] loadings;
    private readonly double[] own;
    private readonly double[][] triangle;
    private readonly bool[] turned;

    private DependentUnits(IReadOnlyList<IReadOnlyList<double>> loadings, int[] correlated, double[][] triangle)
    {
        Dimensions = loadings.Count;
        Factors = Dimensions == 0 ? 0 : loadings[0].Count;
        place = new int[Dimensions];
        Array.Fill(place, -1);
        foreach (var j in correlated) place[j] = 0;
        tied = [.. correlated, .. Enumerable.Range(0, Dimensions).Where(j => place[j] < 0 && loadings[j].Any(l => l != 0))];
        for (var t = 0; t < tied.Length; t++) place[tied[t]] = t;
        this.triangle = triangle;
        this.loadings = [.. tied.Select(j => loadings[j].ToArray())];
        own = [.. this.loadings.Select(row => Math.Sqrt(Math.Max(0, 1 - row.Sum(l => l * l))))];
        turned = [.. this.loadings.Select((row, t) => row.AsSpan().ContainsAnyExcept(0.0) || (t < triangle.Length && triangle[t].AsSpan(0, t).ContainsAnyExcept(0.0)))];
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
    public static DependentUnits FromFactors(IReadOnlyList<IReadOnlyList<double>> loadings) => new(Checked(loadings), [], []);

    /// <summary>Numbers that hang together by rank correlations, and by common factors where <paramref name="loadings"/> are given.</summary>
    /// <remarks>Cost: n^3 time and n^2 memory for the n numbers that have a correlation.</remarks>
    /// <param name="dimensions">How many numbers there are.</param>
    /// <param name="rankCorrelations">Spearman's, of what the factors leave; each pair once, of pairs not given it is 0.</param>
    /// <param name="units">What turns rows; null where there is none.</param>
    /// <param name="breaksAt">
    /// The first number whose correlations with those before it cannot hold together, for the matrix up to it is not positive semidefinite,
    /// not even up to rounding; else -1.
    /// </param>
    /// <param name="loadings">As in <see cref="FromFactors"/>; none by default.</param>
    /// <returns>Whether the correlations can hold together.</returns>
    /// <exception cref="ArgumentException">A pair is of one number or given twice, or holds what is no correlation.</exception>
    public static bool TryFromRankCorrelations(
        int dimensions,
        IReadOnlyList<(int First, int Second, double Correlation)> rankCorrelations,
        out DependentUnits? units,
        out int breaksAt,
        IReadOnlyList<IReadOnlyList<double>>? loadings = null)
    {
        if (loadings is not null && loadings.Count != dimensions) throw new ArgumentException("Loadings and correlations are of as many numbers.", nameof(loadings));
        int[] correlated = [.. rankCorrelations.Where(r => r.Correlation != 0).SelectMany(r => new[] { r.First, r.Second }).Distinct().Order()];
        if (correlated.Length > 0 && (correlated[0] < 0 || correlated[^1] >= dimensions)) throw new ArgumentException($"There are {dimensions} numbers.", nameof(rankCorrelations));
        var scores = ScoreCorrelations(rankCorrelations, correlated);
        var root = CorrelationRoot.Of(scores, correlated.Length);
        breaksAt = root is null ? correlated[CorrelationRoot.BreaksAt(scores)] : -1;
        var rows = loadings is null ? [.. Enumerable.Repeat<double[]>([], dimensions)] : Checked(loadings);
        units = root is null ? null : new(rows, correlated, CorrelationRoot.Triangle(root));
        return units is not null;
    }

    /// <summary>The matrix of linear correlations of normal scores, of the numbers that have any.</summary>
    private static double[][] ScoreCorrelations(IReadOnlyList<(int First, int Second, double Correlation)> pairs, int[] correlated)
    {
        var scores = new double[correlated.Length][];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = new double[scores.Length];
            scores[i][i] = 1;
        }

        var given = new HashSet<(int, int)>();
        foreach (var (first, second, rank) in pairs)
        {
            if (!(rank is >= -1 and <= 1)) throw new ArgumentException("A correlation lies between -1 and 1.", nameof(pairs));
            if (first == second || !given.Add((Math.Min(first, second), Math.Max(first, second)))) throw new ArgumentException("Each pair of two numbers is given once.", nameof(pairs));
            if (rank == 0) continue;
            var (i, j) = (Array.BinarySearch(correlated, first), Array.BinarySearch(correlated, second));
            scores[i][j] = scores[j][i] = 2 * Math.Sin(Math.PI * rank / 6);
        }

        return scores;
    }

    /// <summary>The linear correlation of normal scores: that of e, or with factors, of z.</summary>
    public double NormalCorrelation(int i, int j)
    {
        var (a, b) = (place[i], place[j]);
        if (i == j || a < 0 || b < 0) return i == j ? 1 : 0;
        var common = 0.0;
        for (var k = 0; k < Factors; k++) common += loadings[a][k] * loadings[b][k];
        if (Math.Max(a, b) >= triangle.Length) return common;
        var rest = 0.0;
        for (var k = 0; k <= Math.Min(a, b); k++) rest += triangle[a][k] * triangle[b][k];
        return common + own[a] * own[b] * rest;
    }

    /// <summary>Turns one row.</summary>
    /// <param name="independent"><see cref="Inputs"/> numbers in the open interval (0, 1): one for each number, then one for each factor.</param>
    /// <param name="dependent">Takes <see cref="Dimensions"/> numbers in (0, 1); must not overlap <paramref name="independent"/>.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public void Turn(ReadOnlySpan<double> independent, Span<double> dependent)
    {
        if (independent.Length != Inputs || dependent.Length != Dimensions)
            throw new ArgumentException($"{Inputs} numbers go in and {Dimensions} come out.", nameof(independent));
        independent[..Dimensions].CopyTo(dependent);
        var count = tied.Length + Factors;
        var scores = count <= 512 ? stackalloc double[count] : new double[count];
        for (var t = 0; t < tied.Length; t++) scores[t] = NormalCurve.Quantile(independent[tied[t]]);
        for (var k = 0; k < Factors; k++) scores[tied.Length + k] = NormalCurve.Quantile(independent[Dimensions + k]);
        for (var t = 0; t < tied.Length; t++)
        {
            if (!turned[t]) continue;
            var rest = 0.0;
            if (t >= triangle.Length) rest = scores[t];
            else
                for (var k = 0; k <= t; k++) rest += triangle[t][k] * scores[k];
            var score = own[t] * rest;
            for (var k = 0; k < Factors; k++) score += loadings[t][k] * scores[tied.Length + k];
            dependent[tied[t]] = ToUnit(score);
        }
    }

    /// <summary>Whether a number hangs together with any other.</summary>
    internal bool IsTied(int number) => place[number] >= 0;

    /// <summary>The share below a score, kept off 0 and 1.</summary>
    internal static double ToUnit(double score) => Math.Clamp(NormalCurve.Below(score), 1.0 / (1UL << 53), 1 - 1.0 / (1UL << 53));

    /// <summary>The lower triangle of the correlations of normal scores of tied numbers in an order.</summary>
    internal double[][] NormalTriangle(int[] order)
    {
        // A number as a sum of the independent scores that go in.
        var rows = new double[order.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            var (t, row) = (place[order[i]], new double[tied.Length + Factors]);
            if (t >= triangle.Length) row[t] = own[t];
            else
                for (var k = 0; k <= t; k++) row[k] = own[t] * triangle[t][k];
            loadings[t].CopyTo(row, tied.Length);
            rows[i] = row;
        }

        return CorrelationRoot.Triangle(rows);
    }

    private static IReadOnlyList<IReadOnlyList<double>> Checked(IReadOnlyList<IReadOnlyList<double>> loadings)
    {
        if (loadings.Any(row => row.Count != loadings[0].Count)) throw new ArgumentException("All rows of loadings are of one length.", nameof(loadings));
        if (loadings.Any(row => !(row.Sum(l => l * l) <= 1 + LoadingTolerance))) throw new ArgumentException("The squares of the loadings of a number add up to 1 at most.", nameof(loadings));
        return loadings;
    }
}
