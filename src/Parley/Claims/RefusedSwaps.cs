using Parley.Cases.Claims;
using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Problems;

namespace Parley.Claims;

/// <summary>Does a party turn down every swap of what it gives in one dimension for gains in another?</summary>
/// <remarks>
/// A give is a term by the party alone that costs it more than the tolerance in the one dimension; a coin is a term by others
/// on another issue that gains it something in the other; both relative to the free baseline. Each pair is a package with these
/// two changes; it is refused when the party's consent or a rule of its own fails.
/// </remarks>
internal static class RefusedSwaps
{
    /// <summary>Holds when there is a pair and every pair is refused.</summary>
    public static PhraseOutcome Judge(RefusedTradesPhrase phrase, ClaimWorld world)
    {
        var problem = world.Problem;
        var values = problem.Values;
        if (problem.Baseline.Chosen.Contains(-1)) return PhraseOutcome.Unsupported(UnsupportedReason.NoStatusQuo);
        var party = values.PartyIndex(phrase.Party);
        var tolerance = problem.Model.Rules.OfType<RefusesTradeRule>()
            .Where(r => r.Party == phrase.Party && r.Gives == phrase.Gives && r.Gets == phrase.Gets)
            .Select(r => values.Evaluate(r.Tolerance)).FirstOrDefault();
        var gives = Terms(problem).Where(f => values.Options[f].By is [var giver] && giver == phrase.Party
            && Net(problem, values.Effects(party, phrase.Gives), f) < -tolerance).ToList();
        var coins = Terms(problem).Where(f => !values.Options[f].By.IsEmpty && !values.Options[f].By.Contains(phrase.Party)
            && Net(problem, values.Effects(party, phrase.Gets), f).Sign > 0).ToList();
        var judge = new PackageJudge(problem);
        var (tried, refused) = (0, 0);
        (int Give, int Coin)? taken = null;
        foreach (var give in gives)
        {
            foreach (var coin in coins)
            {
                if (values.IssueOf(give) == values.IssueOf(coin)) continue;
                tried++;
                if (Refuses(problem, judge, phrase.Party, give, coin)) refused++;
                else taken ??= (give, coin);
            }
        }

        var shown = new SwapsShown(tried, refused, taken is { } t ? values.Ids[t.Give] : null, taken is { } c ? values.Ids[c.Coin] : null);
        return new(tried > 0 && refused == tried, shown);
    }

    private static IEnumerable<int> Terms(CaseProblem problem) => Enumerable.Range(0, problem.Values.Options.Length)
        .Where(f => problem.Values.Term[f] && problem.Baseline.Chosen[problem.Values.IssueOf(f)] != f);

    private static Rational Net(CaseProblem problem, Rational[] row, int flat) =>
        row[flat] - row[problem.Baseline.Chosen[problem.Values.IssueOf(flat)]];

    private static bool Refuses(CaseProblem problem, PackageJudge judge, string party, int give, int coin)
    {
        var package = problem.Baseline.Chosen.ToArray();
        package[problem.Values.IssueOf(give)] = give;
        package[problem.Values.IssueOf(coin)] = coin;
        return judge.Judge(package, problem.Values.Negotiators).Broken.Any(r => r.Holder == party);
    }
}
