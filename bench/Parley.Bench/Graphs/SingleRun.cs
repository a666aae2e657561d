using System.Diagnostics;
using System.Globalization;
using Parley.Kernels.Graphs;

namespace Parley.Bench.Graphs;

/// <summary>One solution in a fresh process, compilation included, and how much memory the process took at most.</summary>
internal static class SingleRun
{
    /// <param name="options">How many options there are.</param>
    /// <param name="patterns">How many infeasible patterns there are.</param>
    /// <param name="sequential">Whether sequential stability is asked for.</param>
    public static void Print(int options, int patterns, bool sequential)
    {
        var game = GeneratedConflict.Make(options, patterns);
        var start = Stopwatch.GetTimestamp();
        var solved = OptionStability.Solve(game, new() { Sequential = sequential, SymmetricSequential = false });
        var time = Stopwatch.GetElapsedTime(start);
        var kept = solved.Equilibria(sequential ? StabilityConcept.Sequential : StabilityConcept.GeneralMetarational).Count;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"2^{options}, {patterns} patterns, sequential {sequential}: {time.TotalMilliseconds:F0} ms, peak {Peak()}, {kept} equilibria"));
    }

    private static string Peak()
    {
        const string label = "VmHWM:";
        var line = File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith(label, StringComparison.Ordinal));
        return line?[label.Length..].Trim() ?? "unknown";
    }
}
