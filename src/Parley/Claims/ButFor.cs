using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;

namespace Parley.Claims;

/// <summary>Would there be a deal if one party, or one rule, had no say?</summary>
internal static class ButFor
{
    /// <summary>Holds when there is no deal, and one exists where X need not sign and no rule of X's is in force.</summary>
    public static PhraseOutcome Judge(string holder, ClaimWorld world)
    {
        var problem = world.Problem;
        var edits = world.Question.Model.Rules
            .Where(r => r.InForce && (r.Name == holder || PartyOf(r) == holder))
            .Select(r => new Edit($"{r.Name}.in_force", "no", SourceSpan.None, SourceSpan.None));
        var without = problem.With(edits);
        var signatories = problem.SignatorySets().Select(
            s => s.RemoveAll(p => problem.Model.Parties[p].Name == holder)).Where(s => !s.IsEmpty).ToList();
        var (now, then) = (world.HasDeal(), world.HasDeal(without, signatories));
        if (now is null || then is null) return PhraseOutcome.Unsupported(UnsupportedReason.Undecided);
        return new(!now.Value && then.Value, new ButForShown(now.Value, then.Value));
    }

    private static string? PartyOf(Rule rule) => rule switch
    {
        RefusesTradeRule r => r.Party,
        RatificationRule r => r.By,
        PreconditionRule r => r.Party,
        RedLineRule r => r.Party,
        FloorRule r => r.Party,
        _ => null,
    };
}
