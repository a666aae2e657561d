using Parley.Cases.Model;

namespace Parley.Verifier.Tests.BruteForce;

/// <summary>Writes the dullest of all certificates: every split there is, then one row for each single package.</summary>
/// <remarks>On a case with a deal it writes something of the same form that cannot be right.</remarks>
internal sealed class Prover(CaseModel model, Enumeration truth, Random random)
{
    private readonly Rule[] _rules = [.. model.Rules.Where(r => r.InForce)];
    private readonly int _early = random.Next(3);

    public string Write()
    {
        if (model.Signatories is null && random.Next(3) == 0) return OnConsent("a");
        if (model.Signatories is null) return Early(0, truth.Signings()[0], new([], []));
        var sets = truth.Signings().Select(t => $$"""{ "members": {{List(t)}}, "then": {{Early(0, t, new([], []))}} }""");
        return $$"""{ "signatories": [ {{string.Join(", ", sets)}} ] }""";
    }

    // Both sides are proved in full; neither needs what its side asserts.
    private string OnConsent(string party) =>
        $$"""{ "rule": "{{party}}", "notTriggered": {{Early(0, truth.Signings()[0], new([], []))}}, "triggered": {{Early(0, truth.Signings()[0], new([], []))}} }""";

    private string Early(int k, string[] signers, Path path) => k < Math.Min(_early, _rules.Length)
        ? Split(_rules[k], next => Early(k + 1, signers, next), path, null)
        : Issues([], signers, path);

    private string Issues(Option[] chosen, string[] signers, Path path)
    {
        if (chosen.Length == model.Issues.Length) return Late(Math.Min(_early, _rules.Length), chosen, signers, path);
        var issue = model.Issues[chosen.Length];
        var parts = issue.Options.Select(o =>
            $$"""{ "options": [ "{{issue.IdOf(o.Name)}}" ], "then": {{Issues([.. chosen, o], signers, path)}} }""");
        return $$"""{ "issue": "{{issue.Name}}", "parts": [ {{string.Join(", ", parts)}} ] }""";
    }

    private string Late(int k, Option[] x, string[] signers, Path path) => k < _rules.Length
        ? Split(_rules[k], next => Late(k + 1, x, signers, next), path, x)
        : Leaf(x, signers, path);

    private string Split(Rule rule, Func<Path, string> then, Path path, Option[]? x)
    {
        var not = rule is FloorRule or RatificationRule { When.IsEmpty: true } || (x is not null && truth.Triggered(rule, x))
            ? "null" : then(path.With(rule, false));
        if (rule is RatificationRule vote && model.Parties.Single(p => p.Name == vote.By).VotesNeeded is { } needed)
        {
            var house = model.Parties.Where(p => p.Of == vote.By).ToArray();
            var winning = Enumerable.Range(0, 1 << house.Length).Select(m => house.Where((_, b) => (m >> b & 1) == 1).ToArray())
                .Where(c => c.Sum(b => b.Votes!.Coefficient) >= needed.Coefficient);
            var coalitions = winning.Select(c => c.Select(b => b.Name).ToArray())
                .Select(c => $$"""{ "members": {{List(c)}}, "then": {{then(path.With(rule, true) with { Blocs = [.. path.Blocs, .. c] })}} }""");
            return $$"""{ "votes": "{{rule.Name}}", "notTriggered": {{not}}, "coalitions": [ {{string.Join(", ", coalitions)}} ] }""";
        }

        var triggered = x is not null && !truth.Triggered(rule, x) ? "null" : then(path.With(rule, true));
        return $$"""{ "rule": "{{rule.Name}}", "notTriggered": {{not}}, "triggered": {{triggered}} }""";
    }

    private string Leaf(Option[] x, string[] signers, Path path)
    {
        if (!truth.IsCandidate(x)) return EmptyOr(x, """{ "candidate": "", "times": "1" }""");
        foreach (var (rule, triggered) in path.Asserted)
        {
            if (truth.Triggered(rule, x) == triggered) continue;
            return rule is RefusesTradeRule && !triggered ? Row("notTriggered", rule.Name) : Row("candidate", string.Empty);
        }

        foreach (var bloc in path.Blocs)
        {
            if (!truth.BlocConsents(model.Parties.Single(p => p.Name == bloc), x)) return Row("bloc", bloc);
        }

        foreach (var rule in _rules)
        {
            if (!truth.Triggered(rule, x) || truth.RuleHolds(rule, x, truth.Free, false)) continue;
            if (rule is RatificationRule or RefusesTradeRule or FloorRule && !IsVote(rule)) return Row("rule", rule.Name);
            if (!IsVote(rule)) return """{ "rows": [ { "candidate": "", "times": "1" } ] }""";
        }

        var refuser = signers.FirstOrDefault(p => truth.Signatories(x).Contains(p) && !truth.Consents(p, x));
        return Row("consent", refuser ?? "a");
    }

    private string EmptyOr(Option[] x, string row)
    {
        for (var i = 0; i < x.Length; i++)
        {
            var issue = model.Issues[i];
            var settles = model.DealMustSettle.Contains(issue.Name) && x[i].Name == issue.StatusQuo;
            if (settles || !truth.IsTerm(issue, x[i])) return $$"""{ "empty": "{{issue.Name}}" }""";
        }

        return $$"""{ "rows": [ {{row}} ] }""";
    }

    private bool IsVote(Rule rule) =>
        rule is RatificationRule r && model.Parties.Single(p => p.Name == r.By).VotesNeeded is not null;

    private string Row(string kind, string name) =>
        $$"""{ "rows": [ { "{{kind}}": "{{name}}", "times": "{{random.Next(1, 9)}}/{{random.Next(1, 9)}}" } ] }""";

    private static string List(IEnumerable<string> names) => $"[ {string.Join(", ", names.Select(n => $"\"{n}\""))} ]";

    private sealed record Path(string[] Blocs, (Rule Rule, bool Triggered)[] Asserted)
    {
        public Path With(Rule rule, bool triggered) => this with { Asserted = [.. Asserted, (rule, triggered)] };
    }
}
