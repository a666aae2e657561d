using System.Globalization;
using Parley.Dynamics;
using Parley.History;
using Parley.Kernels.Exact;

namespace Parley.Reports.Wording;

/// <summary>The relationship index in words: where it came from, and where it goes.</summary>
public static class IndexWords
{
    private const int MostDates = 3;

    /// <summary>A level as it is shown: within -100 and 100.</summary>
    public static string Level(Rational level) => NumberText.Fixed(Shown(level), 1);

    /// <summary>The same for drawings.</summary>
    public static double Height(Rational level) => Shown(level).ToDouble();

    /// <summary>A change, signed.</summary>
    public static string Change(Rational change) => NumberText.WithSign(change, 1);

    /// <summary>A day as in a case file.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A chance in double precision, with one decimal.</summary>
    public static string Chance(double chance) => RobustWords.Percent(chance);

    /// <summary>What happened is called in tables.</summary>
    public static string Name(HistoryRow row) => row.Event.Says ?? CaseWords.Plain(row.Event.Name);

    /// <summary>What the history comes to, one sentence each.</summary>
    public static IEnumerable<string> Summary(HistoryResult history)
    {
        if (history.End is not { } end)
        {
            yield return "Nothing has happened yet: the evidence has no history.";
            yield break;
        }

        var count = history.Events.Length;
        var unknown = history.Events.Where(e => e.Effect is null).ToList();
        var rest = unknown.Count == 0 ? "." : $"; {WithoutEffect(unknown, count)}.";
        yield return $"{(count == 1 ? "1 event" : $"{NumberText.Count(count)} events")} since {Day(history.Events[0].Event.Day)} took the index from {Level(history.Before)} to {Level(history.Now)} on {Day(end)}{rest}";
        yield return Drift(history);
    }

    // Dates as the table has them, so that the rows are found.
    private static string WithoutEffect(List<HistoryRow> unknown, int count)
    {
        var dates = unknown.Count <= MostDates ? $" ({string.Join(", ", unknown.Select(e => e.Event.Date))})" : string.Empty;
        return (unknown.Count, count) switch
        {
            (1, 1) => $"it{dates} has no effect given",
            (1, _) => $"one of them{dates} has no effect given",
            var (some, all) => $"{(some == all ? "all" : NumberText.Count(some))} of them{dates} have no effect given",
        };
    }

    private static string Drift(HistoryResult history)
    {
        var expected = history.Expected.Drift.PerQuarter;
        if (history.Observed is not { } observed) return $"Expected from here on: {Change(expected)} a quarter. Less than a quarter was observed, too little to compare.";
        var error = NumberText.Root(observed.Variance);
        var sentence = $"Observed: {Change(observed.PerQuarter)} a quarter over {NumberText.Fixed(observed.Quarters, 1)} quarters (standard error {NumberText.Fixed(error, 1)}). Expected from here on: {Change(expected)}.";
        if (error.IsZero) return sentence;
        var apart = (expected - observed.PerQuarter) / error;
        var size = apart.Sign < 0 ? -apart : apart;
        return size <= 2
            ? $"{sentence} They are {NumberText.Fixed(size, 1)} standard errors apart: the past does not speak against the case."
            : $"{sentence} They are {NumberText.Fixed(size, 1)} standard errors apart: the case expects {(apart.Sign > 0 ? "better" : "worse")} than what was seen.";
    }

    /// <summary>Where the index goes, one sentence each.</summary>
    public static IEnumerable<string> Summary(PathResult result)
    {
        var path = result.Path;
        var last = path.Points[^1];
        var quarters = last.Quarter == 1 ? "one quarter" : $"{last.Quarter} quarters";
        var half = last.Ordinary.Quantiles.IsEmpty ? string.Empty : $"; half of all paths end between {Level(last.Ordinary.Quantiles[1])} and {Level(last.Ordinary.Quantiles[3])}";
        yield return $"The index runs from \u2212100 (worst) to 100 (best). It stands at {Level(path.Drift.Start)} and is expected to move by {Change(path.Drift.PerQuarter)} a quarter, to {Level(last.Ordinary.Mean)} after {quarters}{half}.";
        if (path.Fall is not { } fall) yield break;
        if (fall is { LowerAfterOne: 0, LowerAfterTwo: 0 })
        {
            yield return "Nothing that the case expects takes it lower than now.";
            yield break;
        }

        var (one, still, two) = (Paths(fall.LowerAfterOne), Paths(fall.LowerStillAfterTwo), Paths(fall.LowerAfterTwo));
        var falls = $"{one.Words} {(one.IsOne ? "is" : "are")} lower after one quarter; {still.Words} {(still.IsOne ? "falls" : "fall")} in both of the next two; {two.Words} {(two.IsOne ? "is" : "are")} lower after two than now.";
        yield return char.ToUpperInvariant(falls[0]) + falls[1..] + MeanAndMedian(path);
    }

    // Why an expected fall is not a likely one; nothing where the mean does not lie below the median.
    private static string MeanAndMedian(IndexPath path)
    {
        var first = path.Points[0].Ordinary;
        if (first.Quantiles.IsEmpty || first.Mean >= first.Quantiles[2]) return string.Empty;
        var median = first.Quantiles[2];
        return first.Mean < path.Drift.Start && median >= path.Drift.Start
            ? $" The mean falls because what does happen is bad: after one quarter it is {Level(first.Mean)}, and the median, {Level(median)}, is no lower than now."
            : $" After one quarter the mean, {Level(first.Mean)}, lies below the median, {Level(median)}: bad paths end further from it than good ones.";
    }

    // A share of all paths as a simple fraction where it is near one.
    private static (string Words, bool IsOne) Paths(double share)
    {
        (double Share, string Words, bool IsOne)[] simple =
        [
            (0.1, "one path in ten", true), (0.2, "one path in five", true), (0.25, "one path in four", true), (1 / 3.0, "one path in three", true), (0.5, "half of all paths", false),
            (2 / 3.0, "two paths in three", false), (0.75, "three paths in four", false), (0.8, "four paths in five", false), (0.9, "nine paths in ten", false),
        ];
        foreach (var (near, words, isOne) in simple)
            if (Math.Abs(share - near) < 0.01) return ($"{words} ({Chance(share)})", isOne);
        return ($"{Chance(share)} of all paths", false);
    }

    /// <summary>How likely the verdict changes on the way.</summary>
    public static string Changes(PathResult result)
    {
        var changes = result.Changes;
        var quarters = changes.ChanceAlone.Length == 1 ? "one quarter" : $"{changes.ChanceAlone.Length} quarters";
        if (changes.Alone.IsEmpty && changes.Pairs.IsEmpty) return $"None of {changes.Judged} events changes the verdict, alone{(changes.PairsJudged ? " or with another" : string.Empty)}.";
        var pairs = changes switch
        {
            { PairsJudged: false } => "; there are too many others to judge pairs",
            { Pairs.IsEmpty: true } => "; no two of the others change it together",
            _ => $"; {Chance(changes.ChanceWithPairs[^1])} with pairs of the others",
        };
        return $"The chance that the verdict changes within {quarters}: {Chance(changes.ChanceAlone[^1])} by one event alone{pairs}.";
    }

    private static Rational Shown(Rational level) => level.Clamp(-100, 100);
}
