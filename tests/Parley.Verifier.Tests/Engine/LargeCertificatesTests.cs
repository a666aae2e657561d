using Parley.Cases.Model;
using Parley.Tests.Shared;

namespace Parley.Verifier.Tests.Engine;

/// <summary>Proofs of cases too large to enumerate, which split on issues where those of small cases seldom do.</summary>
public class LargeCertificatesTests(ITestOutputHelper output)
{
    private const int Mutations = 40;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_large_proof_holds_and_without_one_of_its_parts_it_does_not(int seed)
    {
        var (model, certificate) = FirstWithoutADeal(seed);
        var outcome = EngineCertificate.Check(certificate, model, model);
        Assert.True(outcome.Holds, outcome.Refusal);

        var spoiled = CertificateMutations.Of(certificate, new(seed), Mutations).ToList();
        var holed = spoiled.Where(s => s.IsNoProof || s.What is "part dropped" or "group dropped").ToList();
        var accepted = holed.Where(s => EngineCertificate.Check(s.Json, model, model).Holds);
        output.WriteLine($"seed {seed}: {outcome.LeavesChecked} leaves, {holed.Count} of {spoiled.Count} with a hole, {spoiled.Count(s => s.What == "part dropped")} without a part");

        Assert.Empty(accepted.Select(s => s.What));
    }

    // The least demanding of some cases that has no deal: the nearest to the border, with the longest proof.
    private static (CaseModel Model, string Certificate) FirstWithoutADeal(int seed)
    {
        for (var percent = 180; percent < 500; percent += 10)
        {
            var model = LargeCases.Make(seed, issues: 12, options: 6, bar: percent / 100.0);
            if (EngineCertificate.Of(model, model) is { } certificate) return (model, certificate);
        }

        throw new InvalidOperationException($"seed {seed} always has a deal");
    }
}
