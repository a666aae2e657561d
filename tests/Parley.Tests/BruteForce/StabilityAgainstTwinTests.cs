using Parley.Kernels.Graphs;
using Parley.Problems;
using Parley.Stability;
using Parley.Tests.Shared;

namespace Parley.Tests.BruteForce;

/// <summary>Moves, verdicts and best moves of generated cases against looking at every package (docs/model.md, 43-46).</summary>
public class StabilityAgainstTwinTests(ITestOutputHelper output)
{
    private const int Seeds = 5_000;
    private const int MaxStates = 36;

    [Fact]
    public void States_verdicts_and_moves_are_those_of_brute_force()
    {
        var differences = new List<string>();
        var (compared, agreements, left, moved) = (0, 0, 0, 0);
        Parallel.For(0, Soak.Times(Seeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var comparing = new Comparing(seed);
            lock (differences)
            {
                differences.AddRange(comparing.Differences.Select(d => $"seed {seed}: {d}"));
                if (comparing.IsEmpty) return;
                compared++;
                if (comparing.HasAgreement) agreements++;
                if (comparing.IsLeft) left++;
                if (comparing.IsMoved) moved++;
            }
        });

        output.WriteLine($"{compared} cases with a status quo, {agreements} with an agreement in force, {left} of them left; somebody moves in {moved}");
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(8)));
        Assert.True(compared > Seeds / 2 && agreements > Seeds / 20 && left > Seeds / 100 && moved > Seeds / 10);
    }

    private sealed class Comparing
    {
        public Comparing(int seed)
        {
            var generated = CaseGenerator.Generate(seed, MaxStates);
            var model = generated.Effective;
            if (!model.Deals.IsEmpty && seed % 3 == 0) model = model with { InForce = model.Deals[seed % model.Deals.Length].Name };
            var problem = CaseProblem.Compile(model, generated.Base);
            var graph = CaseGraph.Of(problem);
            IsEmpty = graph.Value is null;
            if (model.Issues.All(i => i.StatusQuo is null) != IsEmpty) Differences.Add("a status quo is seen by one alone");
            if (graph.Value is not { } stability) return;
            var twin = new TwinStability(new TwinCase(model, generated.Base));
            Compare(problem, stability, twin);
            HasAgreement = twin.HasAgreement;
        }

        public List<string> Differences { get; } = [];

        public bool IsEmpty { get; }

        public bool HasAgreement { get; }

        public bool IsLeft { get; private set; }

        public bool IsMoved { get; private set; }

        private void Compare(CaseProblem problem, StabilityProblem stability, TwinStability twin)
        {
            Same("states", twin.States.Count, stability.StateCount);
            if (Differences.Count > 0) return;
            Same("start", twin.States.FindIndex(s => s.SequenceEqual(twin.Going)), stability.Start);
            var result = StabilityAnalysis.Run(stability, new());
            foreach (var concept in result.Concepts)
            {
                for (var p = 0; p < problem.Parties.Length; p++)
                {
                    var expected = Enumerable.Range(0, twin.States.Count).Where(s => twin.IsStable(p, twin.States[s], concept.Concept));
                    Same($"{concept.Concept} {p}", string.Join(' ', expected), string.Join(' ', concept.Stable[p].ToArray()));
                }
            }

            Same("concepts", 5, result.Concepts.Length);
            foreach (var witness in result.Witnesses) Same("trace", null, WitnessReplay.Fault(stability.Graph!, witness));
            CompareMoves(problem, twin);
        }

        private void CompareMoves(CaseProblem problem, TwinStability twin)
        {
            var moves = new StandingMoves(problem);
            var best = StandingAnalysis.Best(problem, moves, moves.Going);
            for (var p = 0; p < problem.Parties.Length; p++)
            {
                Same($"best {p}", twin.BestGain(problem.Parties[p], twin.Going), best[p].Gain);
                IsMoved |= best[p].Gain.Sign > 0;
                if (!twin.HasAgreement) continue;
                var view = StandingAnalysis.Leaving(problem, moves)[p];
                Same($"leaving {p}", twin.Leaving(problem.Parties[p]), (view.Inside, view.Outside));
                IsLeft |= view.Leaves;
            }
        }

        private void Same<T>(string what, T expected, T found)
        {
            if (!EqualityComparer<T>.Default.Equals(expected, found)) Differences.Add($"{what}: twin {expected}, engine {found}");
        }
    }
}
