using System.Text;
using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Problems;
using Parley.Shared;
using Parley.Tests.Shared;

namespace Parley.Tests.Shipped;

/// <summary>What each stage makes of each shipped case: its findings, its numbers, its compiled problem.</summary>
public class StageTests
{
    public static TheoryData<string> Names => [.. RepositoryFolders.ShippedNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_findings_are_as_they_were_accepted(string name)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFolders.Cases, name, "case.yaml"));

        var findings = CaseReader.Read($"cases/{name}/case.yaml", text).Diagnostics;

        Golden.Match(string.Concat(findings.Select(d => $"{d}\n")), $"Stages/{name}.diagnostics.txt");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_numbers_are_as_they_were_accepted(string name)
    {
        var numbers = CaseNumbers.List(ShippedCase.Read($"{name}/case.yaml").Base).Select(n =>
        {
            var times = string.Concat(n.Number.Parameters.Select(p => $"*{p}"));
            var range = n.Number.Range is { } r ? $" ({r.Low}..{r.High})" : string.Empty;
            return FormattableString.Invariant($"{n.Path} {n.Kind} {n.Number.Coefficient}{times}{range} @{n.Number.Source ?? "none"}\n");
        });

        Golden.Match(string.Concat(numbers), $"Stages/{name}.numbers.txt");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_compiled_problem_is_as_it_was_accepted(string name)
    {
        Golden.Match(Describe(ShippedCase.Read($"{name}/case.yaml").Problem), $"Stages/{name}.problem.txt");
    }

    private static string Describe(CaseProblem problem)
    {
        var text = new StringBuilder();
        var values = problem.Values;
        foreach (var (party, k) in values.Negotiators.Select((p, k) => (p, k)))
            text.Append(FormattableString.Invariant($"negotiator {problem.Parties[k]}: range {problem.Ranges[party]}, no deal {problem.NoDealPoints[k]}\n"));
        foreach (var rule in problem.Rules)
            text.Append(FormattableString.Invariant($"rule {rule.Rule.Name}: {rule.Rule.GetType().Name}, triggered by {rule.Triggers.Length} options\n"));
        for (var f = 0; f < values.Options.Length; f++)
        {
            var marks = new List<string>();
            if (values.IsStatusQuo(f)) marks.Add("status quo");
            if (problem.Baseline.Chosen.Contains(f)) marks.Add("baseline");
            if (problem.Baseline.Tokens.Contains(f)) marks.Add("token");
            if (values.Substantive[f]) marks.Add("substantive");
            if (!values.Term[f]) marks.Add("no term");
            text.Append(FormattableString.Invariant($"{values.Ids[f]} [{string.Join(", ", marks)}] delivery {values.Delivery[f]} size {values.ExpectedSize[f]}:"));
            for (var p = 0; p < values.Model.Parties.Length; p++)
                if (values.Values[p][f] is { IsZero: false } value) text.Append(FormattableString.Invariant($" {values.Model.Parties[p].Name} {value}"));
            text.Append('\n');
        }

        text.Append("search: ");
        foreach (var set in problem.SignatorySets())
            text.Append(FormattableString.Invariant($"{ProblemRows.Deal(problem, set).Problem.Rows.Length} rows, {ProblemRows.Deal(problem, set).Problem.Clauses.Length} clauses\n"));
        return text.ToString();
    }
}
