using System.Collections.Immutable;
using Parley.Cases.Conflicts;
using Parley.Kernels.Graphs;
using Parley.Problems;
using Parley.Stability;
using Parley.Tests.Shared;

namespace Parley.Tests.Stability;

/// <summary>Conflicts of the graph model from their text to their verdicts.</summary>
public class ConflictGraphTests
{
    [Theory]
    [InlineData("hipel-1993/elmira", "abandoned s5 s8", "abandoned s1 s4 s5 s8", "abandoned s1 s4 s5 s8", "abandoned s5 s8")]
    [InlineData("fang-1993/prisoners-dilemma", "NN", "NN YY", "NN YY", "NN YY")]
    public void Shipped_conflicts_have_the_published_equilibria(string name, string nash, string general, string symmetric, string sequential)
    {
        var result = Ask(Shipped(name));

        string[] expected = [nash, general, symmetric, sequential];
        Assert.Equal(expected, result.Concepts.Take(4).Select(c => string.Join(' ', c.Equilibria.ToArray().Select(s => result.Problem.Label(s).Name).Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void The_ministry_and_the_company_together_upset_the_state_that_each_alone_would_keep()
    {
        var conflict = Shipped("hipel-1993/elmira");
        var problem = ConflictGraph.Of(conflict).Value!;
        var result = StabilityAnalysis.Run(problem, new() { Coalitions = true, From = problem.Find("s5") }, null, TestContext.Current.CancellationToken);

        var upsetting = Assert.Single(result.Coalitions!.AtState, c => c.Path is not null);
        Assert.Equal(0b011, upsetting.Members);
        Assert.Equal("s8", problem.Label(upsetting.Path!.Value[^1].State).Name);
        Assert.Empty(upsetting.Keeps!.Value);
        Assert.Equal(["abandoned", "s8"], result.Coalitions.Stable!.Value[0].ToArray().Select(s => problem.Label(s).Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_trace_replays_on_shipped_conflicts()
    {
        foreach (var name in new[] { "hipel-1993/elmira", "fang-1993/prisoners-dilemma", "fang-1993/chicken", "hipel-2014/syria-iraq" })
        {
            var result = Ask(Shipped(name));
            Assert.NotEmpty(result.Witnesses);
            Assert.All(result.Witnesses, w => Assert.Null(WitnessReplay.Fault(result.Problem.Graph!, w)));
        }
    }

    // One road lists every move, the other sweeps over sets of options.
    [Fact]
    public void Listed_moves_and_sets_of_options_give_the_same_verdicts()
    {
        var differences = new List<string>();
        Parallel.For(0, Soak.Times(1_000), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var conflict = RandomConflicts.OfOptions(seed);
            if (ConflictGraph.Of(conflict).Value is not { Graph: { } graph, Game: { } game } listed) return;
            var swept = new StabilityProblem(null, game, s => new(s.ToString(System.Globalization.CultureInfo.InvariantCulture), null, []), _ => null)
            {
                Parties = listed.Parties,
                Start = listed.Start is { } start ? listed.GameState(start) : null,
            };
            var (a, b) = (StabilityAnalysis.Run(listed, new()), StabilityAnalysis.Run(swept, new()));
            foreach (var concept in b.Concepts)
            {
                var other = a.Concepts.Single(c => c.Concept == concept.Concept);
                for (var p = 0; p < listed.Parties.Length; p++)
                {
                    var expected = other.Stable[p].ToArray().Select(s => listed.GameState(s)!.Value).Order();
                    if (expected.SequenceEqual(concept.Stable[p].ToArray())) continue;
                    lock (differences) differences.Add($"seed {seed}: {concept.Concept} of {p}");
                }
            }

            foreach (var fault in b.Witnesses.Select(w => WitnessReplay.Fault(graph, Listed(w, listed, a))).Where(f => f is not null))
                lock (differences) differences.Add($"seed {seed}: {fault}");
        });
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(8)));
    }

    // A trace in sets of options, in the states of the listed graph.
    private static StabilityWitness Listed(StabilityWitness swept, StabilityProblem listed, StabilityResult result)
    {
        var indices = Enumerable.Range(0, result.Problem.StateCount).ToDictionary(s => listed.GameState(s)!.Value);
        return swept with
        {
            State = indices[swept.State],
            Answers =
            [
                .. swept.Answers.Select(a => new MoveAnswer(
                    indices[a.Target],
                    [.. a.Sanction.Select(m => m with { State = indices[m.State] })],
                    [.. a.Escapes.Select(e => indices[e]).Order()])).OrderBy(a => a.Target),
            ],
        };
    }

    [Fact]
    public void Conditions_on_what_cannot_be_keep_their_meaning_as_patterns()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var conflict = RandomConflicts.OfOptions(seed);
            if (ConflictGraph.Of(conflict).Value?.Game is not { } game) continue;
            for (var taken = 0; taken < game.StateCount; taken++)
                Assert.True(conflict.IsFeasible((uint)taken) == game.IsFeasible(taken), $"seed {seed}, state {taken}");
        }
    }

    private static StabilityResult Ask(Conflict conflict) => StabilityAnalysis.Run(ConflictGraph.Of(conflict).Value!, new()); // small, so listed

    private static Conflict Shipped(string name)
    {
        var read = ConflictReader.Read(name, File.ReadAllText(Path.Combine(RepositoryFolders.Cases, "published", name + ".yaml")));
        Assert.Empty(read.Errors);
        return read.Value!;
    }
}
