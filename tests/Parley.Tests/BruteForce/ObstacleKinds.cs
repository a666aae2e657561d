using System.Globalization;
using System.Numerics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;

namespace Parley.Tests.BruteForce;

/// <summary>What a generated question shows.</summary>
internal static class ObstacleKinds
{
    /// <summary>What every few hundred questions must show.</summary>
    public static IReadOnlyList<string> Expected { get; } =
    [
        "none asked about", "open as asked", "no set opens", "closed, some set opens", "a correction set of 1", "a correction set of 2",
        "a correction set of 3", "several correction sets", "sizes of correction sets differ", "open as asked, some set closes", "closed as asked, hull and raw predicate differ",
        "dummy", "dummy with a distance share", "groups", "already taken away", "typed edit", "event or date", "one path set twice", "deal closed, some set opens it",
        "deal open as asked", "no set opens the deal", "edits effect", "edits points", "edits weight", "edits delivery", "edits parameter", "edits no_deal",
        "edits min_gain", "edits in_force", "edits off_table", "edits status_quo",
    ];

    public static IEnumerable<string> Of(GeneratedQuestion question, TwinWorlds worlds)
    {
        if (worlds.Obstacles.Any(o => o.Group is not null)) yield return "groups";
        if (worlds.Obstacles.IsEmpty) yield return "none asked about";
        else if (!question.Selection.Without.IsEmpty) yield return "already taken away";
        if (!question.Selection.Set.IsEmpty) yield return "typed edit";
        if (question.Case.Overlays.Any(o => o.Kind != OverlayKind.Obstacle)) yield return "event or date";
        var edits = worlds.Obstacles.SelectMany(o => o.Set).ToList();
        if (edits.DistinctBy(e => e.Path).Count() < edits.Count) yield return "one path set twice";
        foreach (var kind in edits.Select(e => KindOf(e, question.Case))) yield return $"edits {kind}";
        foreach (var kind in AnswersOf(worlds)) yield return kind;
        foreach (var deal in question.Case.Deals)
        {
            var twin = new TwinObstacles(worlds, deal.Name);
            if (twin.IsOpenIn[0]) yield return "deal open as asked";
            else if (twin.CorrectionSets.Count == 0) yield return "no set opens the deal";
            else yield return "deal closed, some set opens it";
        }
    }

    private static IEnumerable<string> AnswersOf(TwinWorlds worlds)
    {
        var twin = new TwinObstacles(worlds, null);
        var sizes = twin.CorrectionSets.Select(r => BitOperations.PopCount((uint)r)).ToList();
        if (twin.IsOpenIn[0]) yield return "open as asked";
        else if (sizes.Count == 0) yield return "no set opens";
        else yield return "closed, some set opens";
        foreach (var size in sizes.Where(s => s > 0)) yield return $"a correction set of {size}";
        if (sizes.Count > 1) yield return "several correction sets";
        if (sizes.Distinct().Count() > 1) yield return "sizes of correction sets differ";
        if (twin.Opens.Where((o, s) => o != twin.IsOpenIn[s]).Any()) yield return twin.IsOpenIn[0] ? "open as asked, some set closes" : "closed as asked, hull and raw predicate differ";
        if (!twin.IsOpenIn[0])
        {
            var all = twin.Attributions;
            if (all.Exists(a => !a.Relevant)) yield return "dummy";
            if (all.Exists(a => !a.Relevant && a.DistanceShare.Sign > 0)) yield return "dummy with a distance share";
        }
    }

    private static string KindOf(Edit edit, CaseModel model)
    {
        var last = edit.Path[(edit.Path.LastIndexOf('.') + 1)..];
        if (last is "in_force" or "off_table" or "status_quo" or "no_deal" or "min_gain") return last;
        var number = CaseNumbers.List(model).FirstOrDefault(n => n.Path == edit.Path);
        return number is null ? "what is not written" : number.Kind.ToString().ToLower(CultureInfo.InvariantCulture);
    }
}
