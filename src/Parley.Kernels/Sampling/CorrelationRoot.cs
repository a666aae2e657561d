namespace Parley.Kernels.Sampling;

/// <summary>Roots of matrices of correlations: vectors whose products are the correlations.</summary>
internal static class CorrelationRoot
{
    /// <summary>What is left of a variance within this of 0 is 0: the number is a sum of others.</summary>
    /// <remarks>
    /// Of an exact matrix rounding leaves some 1e-14, for the greatest pivot is taken first and divides by nothing small. It is above the
    /// tolerance of whoever checks a case's correlations (docs/model.md, 86), so that what was let in there is not refused here.
    /// </remarks>
    private const double Tolerance = 1e-8;

    /// <summary>A vector nearer than this to the space of those before it lies in it: what is left would be mostly rounding.</summary>
    private const double Flat = 1e-6;

    /// <summary>Rows with R R' = the correlations among the first numbers; null if there are none.</summary>
    /// <remarks>
    /// Definition: Cholesky's decomposition, each time of the number of which most variance is left. It ends where none is: of a positive
    /// semidefinite matrix no covariance is left then either, for |c_ij|^2 is at most c_ii c_jj.
    /// Cost: n^3 / 3.
    /// Source: Higham 2002, Accuracy and Stability of Numerical Algorithms, section 10.3; key "higham2002" in docs/references.bib.
    /// </remarks>
    /// <param name="correlations">Symmetric, 1 on the diagonal; not changed.</param>
    /// <param name="count">How many numbers, from the first.</param>
    public static double[][]? Of(double[][] correlations, int count)
    {
        var left = new double[count][];
        var rows = new double[count][];
        for (var i = 0; i < count; i++) (left[i], rows[i]) = (correlations[i][..count], new double[count]);
        var open = Enumerable.Range(0, count).ToList();
        for (var step = 0; open.Count > 0; step++)
        {
            var pivot = open[0];
            foreach (var i in open)
            {
                if (left[i][i] < -Tolerance) return null;
                if (left[i][i] > left[pivot][pivot]) pivot = i;
            }

            if (left[pivot][pivot] <= Tolerance) return open.TrueForAll(i => open.TrueForAll(j => Math.Abs(left[i][j]) <= Tolerance)) ? rows : null;
            var root = Math.Sqrt(left[pivot][pivot]);
            foreach (var i in open) rows[i][step] = i == pivot ? root : left[i][pivot] / root;
            open.Remove(pivot);
            foreach (var i in open)
                foreach (var j in open) left[i][j] -= rows[i][step] * rows[j][step];
        }

        return rows;
    }

    /// <summary>The first number with which those up to it have no root; the matrix as a whole has none.</summary>
    public static int BreaksAt(double[][] correlations)
    {
        // Where some have none, more have none either.
        var (fine, broken) = (0, correlations.Length);
        while (broken - fine > 1)
        {
            var middle = (fine + broken) / 2;
            if (Of(correlations, middle) is null) broken = middle;
            else fine = middle;
        }

        return broken - 1;
    }

    /// <summary>The lower triangle T with T T' = R R', 0 on the diagonal where a row lies in the space of those before it.</summary>
    /// <remarks>
    /// Definition: Gram and Schmidt's, twice where little is left after once. Rows that are 0 where all others are not keep their numbers bit by bit.
    /// Cost: 2 n^2 m for n rows of m numbers, at most twice that.
    /// </remarks>
    /// <param name="rows">R, of length 1 each; changed into an orthonormal base.</param>
    public static double[][] Triangle(double[][] rows)
    {
        var triangle = new double[rows.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            triangle[i] = new double[rows.Length];
            var left = TakeOff(rows, triangle[i], i);
            if (left < 0.5) left = TakeOff(rows, triangle[i], i);
            if (left <= Flat)
            {
                Array.Clear(rows[i]);
                continue;
            }

            triangle[i][i] = left;
            foreach (ref var value in rows[i].AsSpan()) value /= left;
        }

        return triangle;
    }

    /// <summary>Takes the parts along the base so far off a row, and adds them to those known.</summary>
    /// <returns>The length of what is left.</returns>
    private static double TakeOff(double[][] rows, double[] parts, int i)
    {
        var row = rows[i];
        var square = 0.0;
        for (var k = 0; k < i; k++)
        {
            var (direction, part) = (rows[k], 0.0);
            for (var c = 0; c < row.Length; c++) part += direction[c] * row[c];
            if (part == 0) continue;
            parts[k] += part;
            for (var c = 0; c < row.Length; c++) row[c] -= part * direction[c];
        }

        foreach (var value in row) square += value * value;
        return Math.Sqrt(square);
    }
}
