using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Comparisons;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Tests.Shared;
using Parley.Verdict;

namespace Parley.Tests.BruteForce;

/// <summary>Columns side by side, and each change alone, against brute force on generated cases.</summary>
public class ComparisonAgainstTwinTests
{
    private const int Seeds = 250;

    [Fact]
    public void Columns_and_changes_alone_are_those_of_brute_force()
    {
        var differences = new List<string>();
        Parallel.For(0, Soak.Times(Seeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var found = Differences(GeneratedViews.Ask(seed)).ToList();
            lock (differences) differences.AddRange(found.Select(d => $"seed {seed}: {d}"));
        });

        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(8)));
    }

    private static IEnumerable<string> Differences(CaseQuestion question)
    {
        var views = question.BaseCase.OverlaysOf(OverlayKind.Perception).Select(o => question.Under(new() { SeenBy = o.Name }).Value!).ToList();
        var result = ComparisonAnalysis.Run(question, new() { Others = [.. views.Select(v => v.Selection)] });
        var (firstGrade, firstMargin) = Look(question.Model, question.BaseCase);
        foreach (var (column, asked) in result.Columns.Zip(views.Prepend(question)))
        {
            var (grade, margin) = Look(asked.Model, question.BaseCase);
            if (column.Verdict.Grade != grade || column.Verdict.Margin != margin)
                yield return $"{column.Selection.SeenBy}: twin {grade} {margin}, engine {column.Verdict.Grade} {column.Verdict.Margin}";
            var edits = column.Changes.Select(c => CaseEdit.Parse($"{c.Path}={c.To}").Value!).ToList();
            var (together, togetherMargin) = Look(CaseEdit.Apply(question.Model, edits).Value!, question.BaseCase);
            if (together != grade || togetherMargin != margin)
                yield return $"{column.Selection.SeenBy}: all changes make {together} {togetherMargin}, the column is {grade} {margin}";
            foreach (var (change, edit) in column.Changes.Zip(edits))
            {
                var (alone, aloneMargin) = Look(CaseEdit.Apply(question.Model, [edit]).Value!, question.BaseCase);
                if (change.Alone != new ChangeAlone(alone, aloneMargin, aloneMargin - firstMargin))
                    yield return $"{column.Selection.SeenBy}, {change.Path}: twin {alone} {aloneMargin}, engine {change.Alone} (first: {firstGrade})";
            }

            var effects = column.Changes.Select(c => c.Alone!.Effect is { Sign: < 0 } effect ? -effect : c.Alone!.Effect).ToList();
            if (!effects.SequenceEqual(effects.OrderDescending())) yield return $"{column.Selection.SeenBy}: out of order";
        }
    }

    private static (Grade Grade, Rational Margin) Look(CaseModel model, CaseModel baseCase)
    {
        var verdict = new TwinVerdict(new TwinCase(model, baseCase));
        return (verdict.Grade, verdict.Margin);
    }
}
