using Parley.Cases.Conflicts;
using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Kernels.Graphs;
using Parley.Problems;
using Parley.Stability;
using Parley.Tests.Shared;

namespace Parley.Tests.Stability;

/// <summary>Conflicts and cases whose parties perceive them otherwise than they are.</summary>
public class HypergameTests
{
    private const string Rivals = """
        case: rivals
        conflict:
          parties: {one: {}, two: {}}
          options: {arm: {by: one}, build: {by: two}}
          status_quo: none
          preferences:
            one: {ranking: [none, arm, arm + build, build]}
            two: {ranking: [none, build, arm + build, arm]}
          perceptions:
            two: {preferences: {one: {ranking: [arm, none, arm + build, build]}}}
        """;

    // "one" arms at a cost because it fears the blockade; "two" has no wish to blockade, and "one" does not know it.
    private const string Accord = """
        case: accord
        parties:
          one: {}
          two: {}
        issues:
          arms:
            status_quo: few
            few: {by: one}
            many: {by: one, one: -2, two: -3}
          strait:
            status_quo: open
            open: {by: two}
            closed: {by: two, one: -5, two: -1}
        perceptions:
          one: {set: {strait.closed.two: 2}}
          two: {set: {}}
        """;

    [Fact]
    public void A_state_that_each_keeps_is_an_outcome_though_one_party_takes_the_other_to_leave_it()
    {
        var result = Ask(Read(Rivals));
        var calm = State(result, StabilityConcept.Nash, "NN");

        Assert.True(calm is { IsEquilibrium: true, EquilibriumTo: 0b01, KeptBy: 0b11, IsOutcome: true });
        Assert.True(State(result, StabilityConcept.Nash, "YY") is { EquilibriumTo: 0b11, IsOutcome: true });
        Assert.False(result.Problem.Misperceives(0));
        Assert.True(result.Problem.Misperceives(1));
    }

    [Fact]
    public void A_threat_that_is_not_seen_does_not_deter()
    {
        var result = Ask(Read(File.ReadAllText(Path.Combine(RepositoryFolders.Cases, "teaching", "unseen-threat.yaml"))));

        Assert.True(State(result, StabilityConcept.Sequential, "NNN") is { IsEquilibrium: true, EquilibriumTo: 0b10, KeptBy: 0b10, IsOutcome: false });
        Assert.True(State(result, StabilityConcept.Sequential, "YNY") is { IsEquilibrium: true, SeenBy: 0b10, KeptBy: 0b10, IsOutcome: false });
        Assert.True(State(result, StabilityConcept.Sequential, "YNN") is { IsEquilibrium: false, EquilibriumTo: 0b01, IsOutcome: false });
        Assert.All(result.Concepts, c => Assert.DoesNotContain(c.States, s => s.IsOutcome));
    }

    [Fact]
    public void Without_perceptions_outcomes_are_the_equilibria()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var conflict = RandomConflicts.OfOptions(seed);
            if (ConflictGraph.Of(conflict).Value is not { Graph: not null } actual) continue;
            var result = HypergameAnalysis.Run(HypergameProblem.Of(conflict, actual).Value!, new(), null, TestContext.Current.CancellationToken);
            Assert.False(result.Problem.IsMisperceived);
            Assert.All(result.Concepts, c => Assert.All(c.States, s => Assert.True(s is { IsOutcome: true, IsEquilibrium: true })));
        }
    }

    [Fact]
    public void A_negotiator_s_own_view_gives_a_game_of_its_own_from_how_things_actually_stand()
    {
        var question = Question();
        var actual = CaseGraph.Of(question.Problem, TestContext.Current.CancellationToken).Value!;
        var problem = HypergameProblem.Of(question, actual, TestContext.Current.CancellationToken).Value!;
        var result = HypergameAnalysis.Run(problem, new() { Concepts = [StabilityConcept.Nash] }, null, TestContext.Current.CancellationToken);

        Assert.True(problem.Misperceives(0));
        Assert.False(problem.Misperceives(1));
        Assert.Equal(actual.Label(actual.Start!.Value).Name, problem.Perceived[0].Label(problem.Perceived[0].Start!.Value).Name);
        Assert.True(State(result, StabilityConcept.Nash, "as it stands") is { IsEquilibrium: true, EquilibriumTo: 0b10, IsOutcome: true });
        Assert.True(State(result, StabilityConcept.Nash, "strait.closed") is { IsEquilibrium: false, EquilibriumTo: 0b01, KeptBy: 0b01, IsOutcome: false });
    }

    [Fact]
    public void What_a_party_takes_to_be_off_the_table_stands_at_its_status_quo_to_it()
    {
        var question = Question("strait.status_quo=closed", "arms.status_quo=many");
        var going = CaseGraph.Of(question.Problem, TestContext.Current.CancellationToken).Value!;
        var seen = CaseGraph.Of(question.Under(question.Selection with { Set = ["arms.off_table=yes"] }).Value!.Problem, new StandingMoves(question.Problem).Going, TestContext.Current.CancellationToken).Value!;

        Assert.NotNull(going.Find("as it stands"));
        Assert.Null(seen.Find("as it stands"));
        Assert.Equal("arms.few", seen.Label(seen.Start!.Value).Name);
    }

    [Fact]
    public void Perceived_conflicts_agree_with_the_slow_twin()
    {
        var differences = new List<string>();
        var compared = 0;
        Parallel.For(0, Soak.Times(3_000), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var conflict = RandomConflicts.Perceived(seed);
            HypergameTwin[] twins = [.. conflict.Parties.Select(p => new HypergameTwin(conflict, p.Name)), new(conflict, null)];
            if (Array.Exists(twins, t => t.IsEmpty)) return;
            var result = Ask(conflict);
            Interlocked.Increment(ref compared);
            foreach (var concept in result.Concepts.Where(c => c.Concept <= StabilityConcept.SymmetricSequential))
            {
                var expected = Enumerable.Range(0, 1 << conflict.Options.Length).Select(s => Expected(conflict, twins, (uint)s, concept.Concept)).OfType<string>();
                var found = concept.States.Select(s => $"{s.Label.Name} {s.IsEquilibrium} {s.SeenBy} {s.EquilibriumTo} {s.KeptBy} {s.IsOutcome}");
                if (expected.Order(StringComparer.Ordinal).SequenceEqual(found.Order(StringComparer.Ordinal))) continue;
                lock (differences) differences.Add($"seed {seed}: {concept.Concept}");
            }
        });
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(8)));
        Assert.True(compared >= 1_000, $"{compared} compared");
    }

    private static string? Expected(Conflict conflict, HypergameTwin[] twins, uint state, StabilityConcept concept)
    {
        var parties = Enumerable.Range(0, conflict.Parties.Length).ToList();
        int Bits(Func<int, bool> holds) => parties.Where(p => twins[p].Sees(state) && holds(p)).Sum(p => 1 << p);
        var (isEquilibrium, believers, keepers) = (twins[^1].IsEquilibrium(state, concept), Bits(p => twins[p].IsEquilibrium(state, concept)), Bits(p => twins[p].Keeps(p, state, concept)));
        var isOutcome = twins[^1].Sees(state) && keepers == (1 << parties.Count) - 1;
        return isEquilibrium || believers != 0 || isOutcome
            ? $"{conflict.PatternOf(state)} {isEquilibrium} {Bits(_ => true)} {believers} {keepers} {isOutcome}"
            : null;
    }

    private static PerceivedState State(HypergameResult result, StabilityConcept concept, string name) =>
        Assert.Single(result.Concepts.Single(c => c.Concept == concept).States, s => s.Label.Name == name);

    private static HypergameResult Ask(Conflict conflict)
    {
        var problem = HypergameProblem.Of(conflict, ConflictGraph.Of(conflict).Value!); // small, so listed
        return HypergameAnalysis.Run(problem.Value!, new());
    }

    private static Conflict Read(string text)
    {
        var read = ConflictReader.Read("f", text);
        Assert.Empty(read.Diagnostics);
        return read.Value!; // no findings, so there is a value
    }

    private static CaseQuestion Question(params string[] edits)
    {
        var read = CaseReader.Read("accord", Accord);
        Assert.Empty(read.Errors);
        var asked = CaseQuestion.Ask(read.Value!, OverlaySelection.Default with { Set = [.. edits] });
        Assert.Empty(asked.Errors);
        return asked.Value!;
    }
}
