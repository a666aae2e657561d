using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Text;

namespace Parley.Cases.Conflicts;

/// <summary>What can only be told once all states are known.</summary>
internal static class ConflictChecks
{
    public static void Run(Conflict conflict, ConflictScope scope) =>
        Run(conflict, scope, _ => true, conflict.Infeasible.IsEmpty ? conflict.Span : conflict.Infeasible[0].Span);

    /// <param name="conflict">The conflict, or how somebody sees it.</param>
    /// <param name="scope">What it declares.</param>
    /// <param name="isTold">Of which parties the preference is looked at.</param>
    /// <param name="infeasible">Where it is told what cannot be.</param>
    public static void Run(Conflict conflict, ConflictScope scope, Func<string, bool> isTold, SourceSpan infeasible)
    {
        if (!scope.HasSoundStates) return;
        var outcomes = ConflictOutcomes.List(conflict);
        for (var p = 0; p < conflict.Parties.Length; p++)
        {
            if (!isTold(conflict.Parties[p].Name)) continue;
            var what = conflict.Preferences[p] switch { RankingPreference => "a ranking", UtilityPreference => "utilities", _ => null };
            if (what is null || scope.Misread.Contains(conflict.Parties[p].Name)) continue;
            var span = conflict.Preferences[p].Span;
            if (outcomes is null) scope.Context.Add(ConflictMessages.TooLargeToList(conflict.Parties[p].Name, what).At(span));
            else CheckComplete(outcomes, p, scope);
        }
        if (outcomes is null) return;
        if (outcomes.Keys.IsEmpty) scope.Context.Add(ConflictMessages.NoStates().At(infeasible));
        CheckSame(outcomes, scope, isTold);
    }

    private static void CheckComplete(ConflictOutcomes outcomes, int party, ConflictScope scope)
    {
        var told = Told(outcomes.Conflict.Preferences[party]).ToHashSet();
        var missing = outcomes.Keys.Where(k => !told.Contains(k)).ToList();
        if (missing.Count == 0) return;
        var conflict = outcomes.Conflict;
        scope.Context.Add(ConflictMessages.MissingStates(conflict.Parties[party].Name, conflict.NameOf(missing[0]), missing.Count).At(conflict.Preferences[party].Span));
    }

    private static IEnumerable<StateKey> Told(ConflictPreference preference) => preference switch
    {
        RankingPreference ranking => ranking.Groups.SelectMany(g => g),
        UtilityPreference utilities => utilities.Utilities.Select(u => u.State),
        _ => [],
    };

    /// <summary>States that are one should be equally good to everyone; the first of them counts.</summary>
    private static void CheckSame(ConflictOutcomes outcomes, ConflictScope scope, Func<string, bool> isTold)
    {
        var conflict = outcomes.Conflict;
        if (conflict.SameState.IsEmpty || Work(outcomes) > ConflictLimits.ListingWork) return;
        for (var p = 0; p < conflict.Parties.Length; p++)
        {
            if (scope.Misread.Contains(conflict.Parties[p].Name) || !isTold(conflict.Parties[p].Name)) continue;
            var told = new HashSet<int>();
            foreach (var (taken, index) in outcomes.Members)
            {
                if (outcomes.Keys[index].Kind != StateKind.Coalesced || told.Contains(index)) continue;
                var first = outcomes.Taken[index];
                if (taken == first || SameTo(conflict.Preferences[p], first, taken)) continue;
                told.Add(index);
                var message = ConflictMessages.UnequalMembers(conflict.NameOf(outcomes.Keys[index]), conflict.Parties[p].Name, conflict.PatternOf(first), conflict.PatternOf(taken));
                scope.Context.Add(message.At(conflict.Preferences[p].Span));
            }
        }
    }

    private static long Work(ConflictOutcomes outcomes) => outcomes.Members.Count
        * outcomes.Conflict.Preferences.Sum(p => 1L + (p is StatementPreference told ? told.Groups.Sum(g => g.Sum(s => (long)s.Statement.Size)) : 0L));

    private static bool SameTo(ConflictPreference preference, uint a, uint b) => preference switch
    {
        StatementPreference statements => statements.Groups.All(g => g.Count(s => s.Statement.Holds(a)) == g.Count(s => s.Statement.Holds(b))),
        WeightPreference weights => Worth(weights.Weights, a) == Worth(weights.Weights, b),
        _ => true,
    };

    private static decimal Worth(ImmutableArray<decimal> weights, uint taken) => weights.Where((_, o) => (taken >> o & 1) != 0).Sum();
}
