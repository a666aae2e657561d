using Parley.Kernels.Exact;
using Parley.Kernels.Linear;
using static Parley.Kernels.Tests.Packages.ProblemLaws;
using static Parley.Kernels.Tests.Solutions.BargainLaws;

namespace Parley.Kernels.Tests.Linear;

public class ExactSimplexTests
{
    private const int Seeds = 5_000;

    [Fact]
    public void The_answer_proves_itself() => Hold(Seeds, seed =>
    {
        var program = Random(seed);
        return Faults(program, Solve(program));
    });

    [Fact]
    public void The_value_is_that_of_the_best_vertex() => Hold(Seeds, seed =>
    {
        var program = Random(seed);
        var found = Solve(program);
        var vertices = Vertices(program).ToList();
        if (found.Status == LinearStatus.Unbounded) return Same("feasible", true, vertices.Count > 0);
        Rational? best = vertices.Count == 0 ? null : vertices.Max(v => Dot(program.Objective, v));
        return Same("value", best, found.Status == LinearStatus.Optimal ? found.Value : null);
    });

    [Fact]
    public void All_three_outcomes_are_met()
    {
        var outcomes = Enumerable.Range(0, 500).Select(seed => Solve(Random(seed)).Status).Distinct();
        Assert.Equal(3, outcomes.Count());
    }

    [Fact]
    public void A_program_on_which_the_steepest_rule_cycles_is_solved()
    {
        // Beale 1955.
        Rational quarter = new(1, 4), half = new(1, 2), small = new(1, 25), fiftieth = new(1, 50);
        var found = Solve(new(
            [new(3, 4), -150, fiftieth, -6],
            [[quarter, -60, -small, 9], [half, -90, -fiftieth, 3], [0, 0, 1, 0]],
            [0, 0, 1],
            [false, false, false]));

        Assert.Equal(new(1, 20), found.Value);
    }

    [Fact]
    public void A_textbook_program_has_its_prices()
    {
        // Doors and windows: maximise 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18.
        var found = Solve(new([3, 5], [[1, 0], [0, 2], [3, 2]], [4, 12, 18], [false, false, false]));

        Assert.Equal((Rational)36, found.Value);
        Assert.Equal([2, 6], found.Primal);
        Assert.Equal([0, new(3, 2), 1], found.Dual);
    }

    [Fact]
    public void Malformed_programs_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Solve(new([1], [[1]], [], [])));
        Assert.Throws<ArgumentException>(() => Solve(new([1], [[1, 2]], [1], [false])));
    }

    private static LinearOutcome Solve(LinearProgram program) => ExactSimplex.Solve(program, CancellationToken.None);

    private static LinearProgram Random(int seed)
    {
        var random = new Random(seed);
        var (variables, rows) = (1 + random.Next(4), 1 + random.Next(4));
        var range = random.Next(2) == 0 ? 2 : 6;
        Rational Number() => new(random.Next(2 * range + 1) - range, 1 + random.Next(3));
        Rational[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => Number())];
        var matrix = Enumerable.Range(0, rows).Select(_ => Numbers(variables)).ToList();
        if (rows > 1 && random.Next(4) == 0) matrix[1] = [.. matrix[0].Select(a => 2 * a)];
        var bounds = Numbers(rows);
        if (random.Next(3) > 0) bounds = [.. bounds.Select(b => Rational.Max(b, -b))];
        return new(Numbers(variables), matrix, bounds, [.. bounds.Select(_ => random.Next(4) == 0)]);
    }

    private static List<string> Faults(LinearProgram program, LinearOutcome found)
    {
        var faults = new List<string>();
        void Check(bool holds, string what)
        {
            if (!holds) faults.Add($"{found.Status}: {what}");
        }

        if (found.Status != LinearStatus.Infeasible) Check(IsFeasible(program, found.Primal), "the point is not feasible");
        if (found.Status != LinearStatus.Unbounded)
        {
            Check(found.Dual.Zip(program.IsEquality).All(y => y.Second || y.First.Sign >= 0), "a price is below 0");
            var paid = program.Objective.Select((_, v) => Dot(found.Dual, [.. program.Rows.Select(r => r[v])])).ToArray();
            var value = Dot(found.Dual, program.Bounds);
            if (found.Status == LinearStatus.Optimal)
            {
                Check(paid.Zip(program.Objective).All(p => p.First >= p.Second), "prices do not cover the objective");
                Check(value == found.Value && Dot(program.Objective, found.Primal) == value, "the values differ");
            }
            else
            {
                Check(paid.All(p => p.Sign >= 0) && value.Sign < 0, "nothing is refuted");
            }
        }
        else
        {
            Check(found.Ray.All(d => d.Sign >= 0) && Dot(program.Objective, found.Ray).Sign > 0, "the ray gains nothing");
            Check(program.Rows.Zip(program.IsEquality).All(r => Dot(r.First, found.Ray) is var d && (d.IsZero || (d.Sign < 0 && !r.Second))), "the ray leaves");
        }

        return faults;
    }

    private static bool IsFeasible(LinearProgram program, IReadOnlyList<Rational> point) =>
        point.All(x => x.Sign >= 0)
        && Enumerable.Range(0, program.Rows.Count).All(r => Dot(program.Rows[r], point) is var sum
            && (program.IsEquality[r] ? sum == program.Bounds[r] : sum <= program.Bounds[r]));

    // A vertex is the only point where some n of the rows and axes are met exactly.
    private static IEnumerable<Rational[]> Vertices(LinearProgram program)
    {
        var n = program.Objective.Count;
        var planes = program.Rows.Select((r, k) => (Rational[])[.. r, program.Bounds[k]]).ToList();
        for (var v = 0; v < n; v++) planes.Add([.. Enumerable.Range(0, n + 1).Select(k => k == v ? Rational.One : Rational.Zero)]);
        for (var set = 0; set < 1 << planes.Count; set++)
        {
            if (System.Numerics.BitOperations.PopCount((uint)set) != n) continue;
            var chosen = planes.Where((_, k) => (set >> k & 1) == 1).Select(p => p.ToArray()).ToArray();
            if (Crossing(chosen) is { } point && IsFeasible(program, point)) yield return point;
        }
    }

    private static Rational[]? Crossing(Rational[][] planes)
    {
        for (var c = 0; c < planes.Length; c++)
        {
            var pivot = Array.FindIndex(planes, c, p => !p[c].IsZero);
            if (pivot < 0) return null;
            (planes[c], planes[pivot]) = (planes[pivot], planes[c]);
            planes[c] = [.. planes[c].Select(x => x / planes[c][c])];
            for (var r = 0; r < planes.Length; r++)
                if (r != c) planes[r] = [.. planes[r].Select((x, k) => x - planes[r][c] * planes[c][k])];
        }

        return [.. planes.Select(p => p[^1])];
    }

    private static Rational Dot(IReadOnlyList<Rational> a, IReadOnlyList<Rational> b) =>
        a.Zip(b).Aggregate(Rational.Zero, (sum, x) => sum + x.First * x.Second);
}
