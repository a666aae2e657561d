using Parley.Cli.Running;
using Parley.Cli.Tests.Running;
using Parley.Draws;

namespace Parley.Cli.Tests.Commands;

/// <summary>Cases with more uncertain numbers than Sobol points have directions.</summary>
public sealed class SobolLimitTests : IDisposable
{
    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("robust", "--closer", "0")]
    [InlineData("sweep", "--output", "x.json")]
    public void More_numbers_and_factors_than_directions_are_refused_and_drawn_otherwise(params string[] command)
    {
        Write("wide.yaml", SobolLimit.Directions - 1, factors: 2);
        var refused = Run("wide.yaml", "sobol", command);

        Assert.Equal((ExitCode.Usage, ""), (refused.ExitCode, refused.Output));
        Assert.Equal(
            "parley: Sobol's sequence has at most 481 directions here, and 'wide' has 482 uncertain numbers and common factors. Use --sampling latin or independent.\n",
            refused.Error);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "x.json")));
        Assert.Equal((ExitCode.Fine, ""), Outcome(Run("wide.yaml", "latin", command)));
    }

    [Fact]
    public void As_many_numbers_and_factors_as_directions_are_drawn()
    {
        Write("full.yaml", SobolLimit.Directions - 2, factors: 2);
        Assert.Equal((ExitCode.Fine, ""), Outcome(Run("full.yaml", "sobol", "robust", "--closer", "0")));
    }

    private Invoked Run(string file, string sampling, params string[] command) =>
        Invoked.In(_folder.Path, [command[0], file, .. command[1..], "--draws", "8", "--sampling", sampling]);

    private static (int, string) Outcome(Invoked run) => (run.ExitCode, run.Error);

    private void Write(string file, int numbers, int factors)
    {
        var options = string.Join('\n', Enumerable.Range(0, numbers / 2).Select(i => $"    o{i}: {{one: {i % 7} (0..8) @guess, two: 1{(2 * i + 2 < numbers ? " (0..2) @guess" : "")}}}"));
        var causes = string.Join('\n', Enumerable.Range(0, factors).Select(k => $"    cause{k}: {{one.no_deal: 0.5}}"));
        File.WriteAllText(Path.Combine(_folder.Path, file), $$"""
            parley: 1
            case: {{Path.GetFileNameWithoutExtension(file)}}
            parties:
              one: {no_deal: 3 (uniform 0..4) @guess}
              two: {}
            issues:
              pact:
                status_quo: apart
                apart: {}
            {{options}}
            dependence:
              common_factors:
            {{causes}}

            """);
    }
}
