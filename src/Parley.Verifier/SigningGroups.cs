using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Model;

namespace Parley.Verifier;

/// <summary>Do the listed groups cover every way in which a vote or a quorum can be met?</summary>
internal sealed class SigningGroups(CaseTables tables)
{
    /// <summary>The most blocs or optional signatories whose subsets are walked through.</summary>
    private const int MaxMembers = 20;

    public bool IsBlocOf(string ratifier, string name) =>
        tables.Model.Parties.Any(p => p.Role == PartyRole.Bloc && p.Of == ratifier && p.Name == name);

    /// <summary>Null, or a sentence naming a winning coalition that contains none of those listed.</summary>
    public string? FirstUncoveredCoalition(RatificationRule rule, ImmutableArray<GroupPart> listed)
    {
        var blocs = tables.Model.Parties.Where(p => p.Role == PartyRole.Bloc && p.Of == rule.By).ToArray();
        if (blocs.Length > MaxMembers) return $"'{rule.By}' has more than {MaxMembers} blocs, too many to check a cover";

        var needed = tables.Of(tables.Model.Parties[tables.Party(rule.By)].VotesNeeded ?? Number.Zero);
        var masks = Masks(listed, [.. blocs.Select(b => b.Name)]);
        var votes = new Fraction[1 << blocs.Length];
        for (var set = 0; set < votes.Length; set++)
        {
            if (set > 0)
            {
                var last = BitOperations.TrailingZeroCount(set);
                votes[set] = votes[set & (set - 1)] + tables.Of(blocs[last].Votes ?? Number.Zero);
            }

            if (votes[set] >= needed && !masks.Exists(m => (m & ~set) == 0))
            {
                var names = blocs.Where((_, k) => (set >> k & 1) == 1).Select(b => b.Name);
                return $"the winning coalition {{{string.Join(", ", names)}}} contains none of those listed";
            }
        }

        return null;
    }

    /// <summary>Null, or a sentence naming an allowed set of signatories (docs/model.md 18) that contains none of those listed.</summary>
    public string? FirstUncoveredSignatories(ImmutableArray<GroupPart> listed)
    {
        string[] all = [.. tables.Negotiators.Select(p => tables.Model.Parties[p].Name)];
        var quorum = tables.Model.Signatories;
        if (quorum is null) return listed.IsEmpty ? "no set of signatories is listed" : null;

        string[] optional = [.. quorum.Of.Distinct()];
        if (optional.Length > MaxMembers) return $"more than {MaxMembers} optional signatories are too many to check a cover";
        var members = all.Concat(quorum.All).Concat(optional).Distinct().ToList();
        if (members.Count > 62) return "more than 62 negotiators are too many to check a cover";

        var masks = Masks(listed, members);
        var fixedMask = quorum.All.Aggregate(0L, (mask, name) => mask | 1L << members.IndexOf(name));
        for (var set = 0; set < 1 << optional.Length; set++)
        {
            if (BitOperations.PopCount((uint)set) != quorum.AtLeast) continue;
            var signers = optional.Where((_, k) => (set >> k & 1) == 1).Aggregate(fixedMask, (mask, name) => mask | 1L << members.IndexOf(name));
            if (masks.Exists(m => (m & ~signers) == 0)) continue;
            var names = members.Where((_, k) => (signers >> k & 1) == 1);
            return $"the signatories {{{string.Join(", ", names)}}} contain none of the sets listed";
        }

        return null;
    }

    /// <summary>The listed groups as bit sets; a group with a stranger covers nothing.</summary>
    private static List<long> Masks(ImmutableArray<GroupPart> listed, List<string> members) =>
        [.. listed.Where(g => g.Members.All(members.Contains)).Select(g => g.Members.Aggregate(0L, (mask, name) => mask | 1L << members.IndexOf(name)))];
}
