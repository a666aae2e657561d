using Parley.Cases.Model;
using static Parley.Verifier.Tests.Build;

namespace Parley.Verifier.Tests.BruteForce;

public class EveryPackageTests
{
    [Fact]
    public void A_case_has_no_deal_exactly_when_its_dullest_certificate_holds()
    {
        var (with, without) = (0, 0);
        for (var seed = 0; seed < 1_000; seed++)
        {
            var (model, baseModel) = (new RandomCase(seed).Next(), Perturbed(seed));
            var truth = new Enumeration(baseModel, model);
            var document = Read(Document(new Prover(model, truth, new(seed)).Write())).Document;
            Assert.NotNull(document);

            var outcome = CertificateCheck.Run(baseModel, model, document);

            var deal = truth.DealExists();
            Assert.True(outcome.Holds != deal, $"seed {seed}: deal {deal}, {outcome.Refusal}");
            (with, without) = deal ? (with + 1, without) : (with, without + 1);
        }

        Assert.True(with > 120 && without > 120, $"{with} with a deal, {without} without");
    }

    [Fact]
    public void The_free_baseline_is_that_of_the_definition()
    {
        var moved = 0;
        for (var seed = 0; seed < 4_000; seed++)
        {
            var (model, baseModel) = (new RandomCase(seed).Next(), Perturbed(seed));
            var expected = new Enumeration(baseModel, model).Free.Select(o => o?.Name).ToArray();
            var (tables, ranges) = (new CaseTables(model), new CaseTables(baseModel));

            var free = FreeBaseline.Of(tables, [.. model.Parties.Select(p => ranges.Range(ranges.Party(p.Name)))]);

            Assert.Equal(expected, free.Select((o, i) => o < 0 ? null : model.Issues[i].Options[o].Name));
            if (model.Issues.Where((issue, i) => expected[i] != issue.StatusQuo).Any()) moved++;
        }

        Assert.True(moved > 150, $"{moved} cases with free options");
    }

    [Fact]
    public void No_certificate_with_made_up_rows_passes_where_there_is_a_deal()
    {
        var random = new Random(7);
        var tried = 0;
        for (var seed = 0; seed < 800; seed++)
        {
            var model = new RandomCase(seed).Next();
            if (!new Enumeration(model, model).DealExists()) continue;
            string[] rules = [.. model.Rules.Select(r => r.Name), .. model.Negotiators.Select(p => p.Name)];
            for (var k = 0; k < 20; k++, tried++)
            {
                var document = Read(Document(MadeUp(model, rules, random, 3))).Document;
                Assert.NotNull(document);
                Assert.False(CertificateCheck.Run(model, model, document).Holds, $"seed {seed}, certificate {k}");
            }
        }

        Assert.True(tried > 2_000);
    }

    private static CaseModel Perturbed(int seed)
    {
        var model = new RandomCase(seed).Next();
        return seed % 2 == 0 ? model : model with { Issues = [.. model.Issues.Select(i => i with { Options = i.Options[..^1] })] };
    }

    private static string MadeUp(CaseModel model, string[] rules, Random random, int depth)
    {
        var kind = depth == 0 ? 9 : random.Next(6);
        if (kind < 3 && rules.Length > 0)
        {
            var rule = rules[random.Next(rules.Length)];
            var side = (string word) => random.Next(4) == 0 ? "null" : MadeUp(model, rules, random, depth - 1);
            return $$"""{ "rule": "{{rule}}", "notTriggered": {{side("n")}}, "triggered": {{side("t")}} }""";
        }

        if (kind == 3)
        {
            var issue = model.Issues[random.Next(model.Issues.Length)];
            var parts = issue.Options.Select(o =>
                $$"""{ "options": [ "{{issue.IdOf(o.Name)}}" ], "then": {{MadeUp(model, rules, random, depth - 1)}} }""");
            return $$"""{ "issue": "{{issue.Name}}", "parts": [ {{string.Join(", ", parts)}} ] }""";
        }

        if (kind == 4) return """{ "empty": "i0" }""";
        string[] rows = [
            .. model.Negotiators.Select(p => $$"""{ "consent": "{{p.Name}}", "times": "{{random.Next(3)}}" }"""),
            .. rules.SelectMany(r => new[] { "rule", "triggered", "notTriggered" }.Select(w => $$"""{ "{{w}}": "{{r}}", "times": "{{random.Next(3)}}" }""")),
            """{ "candidate": "", "times": "2" }"""];
        return $$"""{ "rows": [ {{string.Join(", ", rows.Where(_ => random.Next(3) == 0))}} ] }""";
    }
}
