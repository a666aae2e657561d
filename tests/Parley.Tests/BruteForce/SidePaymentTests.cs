using Parley.Kernels.Exact;
using Parley.Openings;
using Parley.Problems;
using Parley.Tests.Shared;
using Parley.Verdict;

namespace Parley.Tests.BruteForce;

/// <summary>The least payment of each pair, against looking at every candidate that both sign.</summary>
public class SidePaymentTests(ITestOutputHelper output)
{
    private const int Seeds = 5_000;

    [Fact]
    public void The_least_payment_is_that_of_the_cheapest_candidate()
    {
        var found = new List<string>();
        var paid = 0;
        Parallel.For(0, Soak.Times(Seeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var generated = CaseGenerator.Generate(seed);
            var model = generated.Effective with { MoneyTransferable = true, UtilitiesComparable = true };
            var twin = new TwinCase(model, generated.Base);
            var verdict = new TwinVerdict(twin);
            var search = new PaymentSearch(CaseProblem.Compile(model, generated.Base), new() { MaxNodes = 5_000_000 }, CancellationToken.None);
            foreach (var payment in search.All())
            {
                var expected = Least(twin, verdict, payment.From, payment.To);
                if (expected is not null) Interlocked.Increment(ref paid);
                if (expected == payment.Amount && search.IsComplete) continue;
                lock (found) found.Add($"seed {seed}: {payment.From} to {payment.To} {payment.Amount}, should be {expected}");
            }
        });
        output.WriteLine($"{paid} payments, {found.Count} wrong");
        Assert.True(found.Count == 0, string.Join('\n', found.Order(StringComparer.Ordinal).Take(8)));
    }

    // Candidate by candidate: what the payee lacks, if the payer can spare it and everything else holds.
    private static Rational? Least(TwinCase twin, TwinVerdict verdict, string payer, string payee)
    {
        Rational? least = null;
        foreach (var candidate in verdict.Candidates)
        {
            var needed = Rational.Max(0, -twin.Rules.ConsentSlack(payee, candidate.Options));
            if (twin.Rules.ConsentSlack(payer, candidate.Options) < needed || (least is { } known && known <= needed)) continue;
            var holds = verdict.SignatorySets.Any(set => set.Contains(payer) && set.Contains(payee)
                && twin.Rules.Rows(candidate.Options, set).All(r =>
                    r.Value is not { Sign: < 0 } || (r.Kind == Results.RowKind.Consent && (r.Holder == payer || r.Holder == payee))));
            if (holds) least = needed;
        }

        return least;
    }
}
