using Parley.Kernels.Sensitivity;

namespace Parley.Kernels.Tests.Sensitivity;

/// <summary>A box as the twin has it.</summary>
internal sealed record TwinBox(List<(int Input, double? Low, double? High)> Bounds, int Draws, int Hits, List<double> QuasiP);

/// <summary>Peeling and pasting by lists: every step of every input is tried on the draws themselves.</summary>
internal static class TwinBoxes
{
    public static List<TwinBox> Find(double[][] inputs, bool[] hits, BoxFinderOptions options)
    {
        var boxes = new List<TwinBox>();
        var left = Enumerable.Range(0, hits.Length).ToList();
        while (boxes.Count < options.MaxBoxes && left.Exists(i => hits[i]))
        {
            var path = Peel(inputs, hits, left, options);
            var all = left.Count(i => hits[i]);
            // Support times how much denser it is, in whole numbers.
            var chosen = path.MaxBy(p => (p.Draws.Count(i => hits[i]) * left.Count) - (p.Draws.Count * all));
            var sides = Paste(inputs, hits, left, options, chosen.Sides);
            var inside = Inside(inputs, left, sides);
            var found = inside.Count(i => hits[i]);
            if (found * hits.Length <= hits.Count(h => h) * inside.Count) break;
            var bounds = Bounds(sides);
            boxes.Add(new(
                bounds, inside.Count, found,
                [.. bounds.Select(b =>
                {
                    var wider = ((double? Low, double? High)[])sides.Clone();
                    wider[b.Input] = (null, null);
                    var around = Inside(inputs, left, wider);
                    return Tail(found, inside.Count, (double)around.Count(i => hits[i]) / around.Count);
                })]));
            left = [.. left.Except(inside)];
        }

        return boxes;
    }

    private static List<(int Input, double? Low, double? High)> Bounds((double? Low, double? High)[] sides) =>
        [.. sides.Select((s, j) => (j, s.Low, s.High)).Where(s => s.Low is not null || s.High is not null)];

    /// <summary>P(X >= hits), term by term.</summary>
    private static double Tail(int hits, int draws, double p)
    {
        var (sum, choose) = (0.0, 1.0);
        for (var k = 0; k <= draws; k++)
        {
            if (k >= hits) sum += choose * Math.Pow(p, k) * Math.Pow(1 - p, draws - k);
            choose = choose * (draws - k) / (k + 1);
        }

        return sum;
    }

    private static List<((double? Low, double? High)[] Sides, List<int> Draws)> Peel(double[][] inputs, bool[] hits, List<int> left, BoxFinderOptions options)
    {
        var path = new List<((double? Low, double? High)[] Sides, List<int> Draws)> { (new (double?, double?)[inputs.Length], left) };
        while (true)
        {
            var (sides, draws) = path[^1];
            if (draws.TrueForAll(i => hits[i])) return path;
            var step = Math.Max(1, (int)(options.StepShare * draws.Count));
            var tried = new List<((double? Low, double? High)[] Sides, List<int> Draws)>();
            for (var j = 0; j < inputs.Length; j++)
            {
                foreach (var sign in new[] { 1, -1 })
                {
                    // Seen in a mirror the upper end is the lower one.
                    var values = draws.Select(i => sign * inputs[j][i]).Order().ToList();
                    var bound = values[step] > values[0] ? values[step] : values.Find(v => v > values[0]);
                    if (!values.Exists(v => v > values[0])) continue;
                    var narrower = ((double? Low, double? High)[])sides.Clone();
                    narrower[j] = sign == 1 ? (bound, narrower[j].High) : (narrower[j].Low, -bound);
                    tried.Add((narrower, Inside(inputs, left, narrower)));
                }
            }

            tried.RemoveAll(t => t.Draws.Count < Math.Max(1, options.LeastSupport * hits.Length));
            if (tried.Count == 0) return path;
            path.Add(Best(tried, hits));
        }
    }

    private static (double? Low, double? High)[] Paste(double[][] inputs, bool[] hits, List<int> left, BoxFinderOptions options, (double? Low, double? High)[] sides)
    {
        while (true)
        {
            var inside = Inside(inputs, left, sides);
            var step = Math.Max(1, (int)(options.StepShare * inside.Count));
            var tried = new List<((double? Low, double? High)[] Sides, List<int> Draws)>();
            for (var j = 0; j < inputs.Length; j++)
            {
                foreach (var low in new[] { true, false })
                {
                    if ((low ? sides[j].Low : sides[j].High) is null) continue;
                    var open = ((double? Low, double? High)[])sides.Clone();
                    open[j] = low ? (null, open[j].High) : (open[j].Low, null);
                    var beyond = Inside(inputs, left, open).Except(inside).Select(i => inputs[j][i]).ToList();
                    if (beyond.Count == 0) continue;
                    beyond = low ? [.. beyond.OrderDescending()] : [.. beyond.Order()];
                    var bound = beyond[Math.Min(step, beyond.Count) - 1];
                    var wider = ((double? Low, double? High)[])open.Clone();
                    if (bound != beyond[^1]) wider[j] = low ? (bound, open[j].High) : (open[j].Low, bound);
                    tried.Add((wider, Inside(inputs, left, wider)));
                }
            }

            if (tried.Count == 0) return sides;
            var best = Best(tried, hits);
            if (best.Draws.Count(i => hits[i]) * inside.Count < inside.Count(i => hits[i]) * best.Draws.Count) return sides;
            sides = best.Sides;
        }
    }

    /// <summary>The densest; of equals the largest; of equals the first.</summary>
    private static ((double? Low, double? High)[] Sides, List<int> Draws) Best(List<((double? Low, double? High)[] Sides, List<int> Draws)> tried, bool[] hits) =>
        tried.OrderByDescending(t => (decimal)t.Draws.Count(i => hits[i]) / t.Draws.Count).ThenByDescending(t => t.Draws.Count).First();

    private static List<int> Inside(double[][] inputs, List<int> draws, (double? Low, double? High)[] sides) =>
        draws.FindAll(i => sides.Select((s, j) => (s, j)).All(v => !(inputs[v.j][i] < v.s.Low) && !(inputs[v.j][i] > v.s.High)));
}
