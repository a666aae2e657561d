using System.Runtime.InteropServices;

namespace Parley.Kernels.Sensitivity;

/// <summary>One box: peeled from the draws at hand step by step, and pasted.</summary>
internal sealed class BoxPeeling
{
    private readonly IReadOnlyList<double[]> inputs;
    private readonly IReadOnlyList<bool> hits;
    private readonly int[] left;
    private readonly BoxFinderOptions options;
    private readonly Action step;

    /// <summary>By input, the draws in the box as peeled so far, in rising order.</summary>
    private readonly int[][] sorted;

    /// <param name="inputs">The values of each input.</param>
    /// <param name="hits">Which draws are hits.</param>
    /// <param name="left">The draws at hand.</param>
    /// <param name="order">The same by input, in rising order, of equals in order of draws.</param>
    /// <param name="options">How boxes are looked for.</param>
    /// <param name="step">Called before each step; may end it by exception.</param>
    public BoxPeeling(
        IReadOnlyList<double[]> inputs, IReadOnlyList<bool> hits, int[] left, int[][] order, BoxFinderOptions options, Action step)
    {
        (this.inputs, this.hits, this.left, this.options, this.step) = (inputs, hits, left, options, step);
        sorted = [.. order];
        Peel();
        ChosenStep = Choose();
    }

    /// <summary>The boxes on the way, the widest first.</summary>
    public List<(BoxSides Sides, int Draws, int Hits)> Steps { get; } = [];

    /// <summary>The place of the box chosen.</summary>
    public int ChosenStep { get; }

    /// <summary>Its bounds.</summary>
    public BoxSides Chosen => Steps[ChosenStep].Sides;

    /// <summary>Moves bounds outward while the density does not fall.</summary>
    public BoxSides Paste(BoxSides sides)
    {
        while (true)
        {
            step();
            var inside = Array.FindAll(left, i => sides.Holds(inputs, i));
            var (draws, found) = (inside.Length, inside.Count(i => hits[i]));
            Candidate? best = null;
            foreach (var input in sides.Restricted())
            {
                foreach (var below in new[] { true, false })
                    if (Wider(sides, input, below, draws, found) is { } candidate && (best is null || candidate.Beats(best.Value))) best = candidate;
            }

            if (best is not { } move || (long)move.Hits * draws < (long)found * move.Draws) return sides;
            sides = sides.With(move.Input, move.Below, move.Bound);
        }
    }

    private int StepSize(int draws) => Math.Max(1, (int)(options.StepShare * draws));

    private void Peel()
    {
        var least = Math.Max(1, options.LeastSupport * hits.Count);
        var (sides, draws, found) = (new BoxSides(inputs.Count), left.Length, left.Count(i => hits[i]));
        Steps.Add((sides, draws, found));
        while (found < draws)
        {
            step();
            Candidate? best = null;
            for (var j = 0; j < inputs.Count; j++)
            {
                foreach (var below in new[] { true, false })
                    if (Narrower(j, below, draws, found) is { } candidate && candidate.Draws >= least && (best is null || candidate.Beats(best.Value))) best = candidate;
            }

            if (best is not { } move) return;
            sides = sides.With(move.Input, move.Below, move.Bound);
            (draws, found) = (move.Draws, move.Hits);
            for (var j = 0; j < sorted.Length; j++) sorted[j] = Array.FindAll(sorted[j], i => move.Below ? inputs[move.Input][i] >= move.Bound : inputs[move.Input][i] <= move.Bound);
            Steps.Add((sides, draws, found));
        }
    }

    /// <summary>The box without the draws at one end of one input; null where all have one value.</summary>
    private Candidate? Narrower(int input, bool below, int draws, int found)
    {
        var (values, order) = (inputs[input], sorted[input]);
        var kept = StepSize(draws);
        // Equal values go together: those of the first that stays stay, unless nothing would go.
        if (Value(kept) == Value(0))
            while (kept < draws && Value(kept) == Value(0)) kept++;
        else
            while (Value(kept - 1) == Value(kept)) kept--;
        if (kept == draws) return null;
        for (var k = 0; k < kept; k++)
            if (hits[order[below ? k : draws - 1 - k]]) found--;
        return new(input, below, Value(kept), draws - kept, found);

        double Value(int k) => values[order[below ? k : draws - 1 - k]];
    }

    /// <summary>The box with the nearest draws beyond one of its bounds; null where there are none.</summary>
    private Candidate? Wider(BoxSides sides, int input, bool below, int draws, int found)
    {
        if ((below ? sides.Low(input) : sides.High(input)) is not { } bound) return null;
        var values = inputs[input];
        var open = sides.With(input, below, below ? double.NegativeInfinity : double.PositiveInfinity);
        var beyond = Array.FindAll(left, i => (below ? values[i] < bound : values[i] > bound) && open.Holds(inputs, i));
        if (beyond.Length == 0) return null;
        Array.Sort(beyond, (a, b) => below ? values[b].CompareTo(values[a]) : values[a].CompareTo(values[b]));
        var taken = Math.Min(StepSize(draws), beyond.Length);
        while (taken < beyond.Length && values[beyond[taken]] == values[beyond[taken - 1]]) taken++;
        var more = beyond.Take(taken).Count(i => hits[i]);
        // With nothing left beyond, the bound goes.
        var at = taken == beyond.Length ? (below ? double.NegativeInfinity : double.PositiveInfinity) : values[beyond[taken - 1]];
        return new(input, below, at, draws + taken, found + more);
    }

    /// <summary>The most hits above what as many draws of all would hold: h - n H / N, without rounding.</summary>
    private int Choose()
    {
        var (_, draws, all) = Steps[0];
        var best = 0;
        for (var k = 1; k < Steps.Count; k++)
            if (Excess(k) > Excess(best)) best = k;
        return best;

        long Excess(int k) => (long)Steps[k].Hits * draws - (long)Steps[k].Draws * all;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Candidate(int Input, bool Below, double Bound, int Draws, int Hits)
    {
        /// <summary>Denser, or as dense and larger; what comes first wins among equals.</summary>
        public bool Beats(Candidate other)
        {
            var (own, others) = ((long)Hits * other.Draws, (long)other.Hits * Draws);
            return own != others ? own > others : Draws > other.Draws;
        }
    }
}
