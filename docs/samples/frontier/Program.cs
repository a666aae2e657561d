using Parley.Cases.Formats;
using Parley.Outcomes;
using Parley.Problems;

var read = ScenarioFiles.Read(args[0]);
foreach (var finding in read.Diagnostics) Console.Error.WriteLine(finding);
if (read.Value is not { } reading) return 1;

foreach (var scenario in reading.Scenarios)
{
    var result = OutcomesAnalysis.Run(ScenarioProblem.Compile(scenario), new());
    Console.WriteLine($"{scenario.Name}: {result.Size} of {result.OutcomeCount} outcomes cannot be bettered for everybody ({result.Completeness})");
    foreach (var point in result.Points) Console.WriteLine($"  {point.Outcome}");
    Console.WriteLine($"Nash: {result.Solutions.Nash.Outcome?.ToString() ?? "none"}");
}

return 0;
