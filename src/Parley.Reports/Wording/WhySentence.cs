using Parley.Obstacles;

namespace Parley.Reports.Wording;

/// <summary>Why there is no deal, in one sentence.</summary>
public static class WhySentence
{
    public static string Of(ObstaclesResult why, CaseWords words)
    {
        var deal = why.Deal is { } name ? words.Model.Deals.FirstOrDefault(d => d.Name == name)?.Title ?? CaseWords.Plain(name) : null;
        if (why.IsOpen) return deal is null ? "A deal exists: there is nothing to explain." : $"\u201C{deal}\u201D is acceptable: there is nothing to explain.";
        var no = deal is null ? "There is no deal" : $"\u201C{deal}\u201D fails";
        if (why.Obstacles.IsEmpty) return $"{no}, and the case names no obstacle that could be taken away.";
        if (why.CorrectionSets.IsEmpty)
        {
            return why.IsComplete
                ? $"{no}, and taking away all {why.Obstacles.Length} listed obstacles would not change that: the reason lies elsewhere."
                : $"{no}; no set of up to {Math.Max(0, why.CompleteToSize)} obstacles opens one, larger ones were not tried.";
        }

        var alone = why.CorrectionSets.Count(s => s.Members.Length == 1);
        var smallest = why.CorrectionSets.Min(s => s.Members.Length);
        var ways = alone switch
        {
            0 => $"no obstacle is the reason alone: at least {Word(smallest)} must go together",
            1 => "one obstacle is enough to take away",
            _ => $"any one of {Word(alone)} obstacles is enough to take away",
        };
        var others = why.CorrectionSets.Length - (alone > 0 ? alone : why.CorrectionSets.Count(s => s.Members.Length == smallest));
        return $"{no}; {ways}{(others > 0 ? $", and there {(others == 1 ? "is one larger combination" : $"are {Word(others)} larger combinations")}" : string.Empty)}.";
    }

    private static string Word(int count) => count switch
    {
        1 => "one",
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        _ => $"{count}",
    };
}
