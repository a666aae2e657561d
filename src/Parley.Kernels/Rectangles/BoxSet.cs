using System.Numerics;

namespace Parley.Kernels.Rectangles;

/// <summary>Intervals of option indices, one for each issue, and what lying in all of them adds.</summary>
/// <param name="Low">By issue, the first option within.</param>
/// <param name="High">By issue, the last option within.</param>
/// <param name="Values">By party, at least 0.</param>
/// <param name="Group">The group of which one box must be chosen; -1 for none.</param>
internal sealed record Box(int[] Low, int[] High, BigInteger[] Values, int Group)
{
    public bool Meets(Box other)
    {
        for (var i = 0; i < Low.Length; i++)
            if (Low[i] > other.High[i] || other.Low[i] > High[i]) return false;
        return true;
    }
}

/// <summary>A problem in boxes: a constant, boxes that can only add to it, and groups of boxes of which one must be chosen.</summary>
/// <remarks>
/// A side that is no interval becomes several intervals, so that boxes which meet two by two have a package in common (the
/// intervals of each issue do, by Helly's theorem for the line). A rectangle that takes away v becomes minus v, and boxes
/// worth v that together are its outside; a forbidden rectangle becomes the group of those boxes. An option's value becomes
/// the issue's least value, and a box for the rest.
/// Source: Helly 1923, Jahresbericht der Deutschen Mathematiker-Vereinigung 32, pp. 175-176; key "helly1923" in docs/references.bib.
/// </remarks>
internal sealed class BoxSet
{
    /// <summary>Boxes at most; a problem with more is refused.</summary>
    public const int MostBoxes = 8192;

    private readonly RectangleProblem _problem;
    private readonly List<Box> _boxes = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    private BoxSet(RectangleProblem problem)
    {
        _problem = problem;
        Constant = new BigInteger[problem.PartyCount];
    }

    public int IssueCount => _problem.OptionCounts.Count;

    /// <summary>By party, what every package has.</summary>
    public BigInteger[] Constant { get; }

    public IReadOnlyList<Box> Boxes => _boxes;

    public int GroupCount { get; private set; }

    /// <exception cref="ArgumentException">The rectangles come to more than <see cref="MostBoxes"/> boxes.</exception>
    public static BoxSet Of(RectangleProblem problem)
    {
        var set = new BoxSet(problem);
        for (var i = 0; i < problem.Values.Length; i++) set.AddIssue(i, problem.Values[i]);
        foreach (var rectangle in problem.Rectangles)
        {
            set.Add(rectangle.Sides, Array.ConvertAll(rectangle.Values, v => BigInteger.Max(v, 0)), group: -1);
            set.AddLoss(rectangle.Sides, Array.ConvertAll(rectangle.Values, v => BigInteger.Max(-v, 0)));
        }

        foreach (var forbidden in problem.Forbidden)
        {
            foreach (var piece in OutsideOf(forbidden)) set.Add(piece, new BigInteger[problem.PartyCount], set.GroupCount);
            set.GroupCount++;
        }

        return set;
    }

    private void AddIssue(int issue, BigInteger[][] values)
    {
        var least = new BigInteger[Constant.Length];
        for (var p = 0; p < least.Length; p++)
        {
            least[p] = values.Min(v => v[p]);
            Constant[p] += least[p];
        }

        for (var o = 0; o < values.Length; o++)
            Add([RectangleSide.Between(issue, values.Length, o, o)], [.. values[o].Select((v, p) => v - least[p])], group: -1);
    }

    private void AddLoss(IReadOnlyList<RectangleSide> sides, BigInteger[] losses)
    {
        if (Array.TrueForAll(losses, l => l.IsZero)) return;
        for (var p = 0; p < losses.Length; p++) Constant[p] -= losses[p];
        foreach (var piece in OutsideOf(sides)) Add(piece, losses, group: -1);
    }

    // Outside the first side; or inside the first and outside the second; and so on: disjoint, and all of the outside.
    private static IEnumerable<IReadOnlyList<RectangleSide>> OutsideOf(IReadOnlyList<RectangleSide> sides)
    {
        for (var k = 0; k < sides.Count; k++) yield return [.. sides.Take(k), sides[k].Outside()];
    }

    private void Add(IReadOnlyList<RectangleSide> sides, BigInteger[] values, int group)
    {
        if (group < 0 && Array.TrueForAll(values, v => v.IsZero)) return;
        var inside = new bool[_problem.OptionCounts.Count][];
        foreach (var side in sides)
            inside[side.Issue] = inside[side.Issue] is { } known ? [.. known.Zip(side.Options, (a, b) => a && b)] : side.Options;
        var low = new int[inside.Length];
        var high = new int[inside.Length];
        Split(inside, 0, low, high, values, group);
    }

    private void Split(bool[]?[] inside, int issue, int[] low, int[] high, BigInteger[] values, int group)
    {
        if (issue == inside.Length)
        {
            Keep(new((int[])low.Clone(), (int[])high.Clone(), values, group));
            return;
        }

        var count = _problem.OptionCounts[issue];
        for (var o = 0; o < count; o++)
        {
            if (inside[issue] is { } options && !options[o]) continue;
            low[issue] = o;
            while (o + 1 < count && (inside[issue] is not { } more || more[o + 1])) o++;
            high[issue] = o;
            Split(inside, issue + 1, low, high, values, group);
        }
    }

    // Boxes with equal sides are one.
    private void Keep(Box box)
    {
        var key = $"{box.Group}:{string.Join(' ', box.Low)}:{string.Join(' ', box.High)}";
        if (_known.TryGetValue(key, out var at))
        {
            _boxes[at] = _boxes[at] with { Values = [.. _boxes[at].Values.Zip(box.Values, (a, b) => a + b)] };
            return;
        }

        if (_boxes.Count == MostBoxes) throw new ArgumentException($"The rectangles come to more than {MostBoxes} boxes.", nameof(box));
        _known[key] = _boxes.Count;
        _boxes.Add(box);
    }
}
