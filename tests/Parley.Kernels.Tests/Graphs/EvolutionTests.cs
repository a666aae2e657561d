using Parley.Kernels.Graphs;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Graphs;

public class EvolutionTests
{
    [Fact]
    public void Paths_are_shortest_and_legal_and_what_absorbs_cannot_be_left()
    {
        ConflictLaw.Hold("paths and absorbing sets", 20_09_41, 500, (random, _) =>
        {
            var graph = RandomConflict.Explicit(random);
            var start = random.Next(graph.StateCount);
            foreach (var improving in new[] { false, true })
            {
                var evolution = Evolution.From(graph, start, improving);
                var expected = Distances(graph, start, improving);
                for (var s = 0; s < graph.StateCount; s++)
                {
                    Assert.Equal(expected[s], evolution.Distance(s));
                    Assert.Equal(expected[s] >= 0, evolution.Reached.Contains(s));
                    CheckPath(graph, evolution, s, improving);
                }

                Assert.Equal(Absorbing(graph, start, improving), evolution.Absorbing().Select(a => string.Join(',', a.ToArray())).ToHashSet());
            }
        });
    }

    [Fact]
    public void The_smallest_coalition_that_leads_to_a_state_is_found()
    {
        ConflictLaw.Hold("smallest coalitions", 20_09_42, 300, (random, _) =>
        {
            var graph = RandomConflict.Explicit(random);
            var twin = new GraphTwin(graph);
            var found = Evolution.SmallestCoalitions(graph, 0, TestContext.Current.CancellationToken);
            Assert.Equal(0, found[0]);
            for (var s = 1; s < graph.StateCount; s++)
            {
                var able = Enumerable.Range(1, (1 << graph.PartyCount) - 1)
                    .Where(h => twin.Reach([.. twin.Parties.Where(p => (h >> p & 1) != 0)], 0, false).Contains(s))
                    .OrderBy(h => int.PopCount(h)).ThenBy(h => h).ToArray();
                Assert.Equal(able.Length == 0 ? -1 : able[0], found[s]);
            }
        });
    }

    private static void CheckPath(ExplicitGraph graph, Evolution evolution, int state, bool improving)
    {
        var (at, last) = (evolution.Start, -1);
        var path = evolution.Path(state);
        Assert.Equal(Math.Max(0, evolution.Distance(state)), path.Length);
        foreach (var (mover, to) in path)
        {
            Assert.True(mover != last && graph.HasMove(mover, at, to) && (!improving || graph.Improves(mover, at, to)));
            (at, last) = (to, mover);
        }

        Assert.True(at == state || path.IsEmpty);
    }

    private static List<(int State, int Last)> Next(ExplicitGraph graph, (int State, int Last) node, bool improving) =>
        [.. Enumerable.Range(0, graph.PartyCount).Where(p => p != node.Last)
            .SelectMany(p => graph.Moves(p, node.State).ToArray().Where(t => !improving || graph.Improves(p, node.State, t)).Select(t => (t, p)))];

    /// <summary>All legal sequences, one move longer each time.</summary>
    private static int[] Distances(ExplicitGraph graph, int start, bool improving)
    {
        var distances = Enumerable.Repeat(-1, graph.StateCount).ToArray();
        HashSet<(int State, int Last)> layer = [(start, -1)];
        for (var d = 0; d <= graph.StateCount * graph.PartyCount; d++)
        {
            foreach (var (state, _) in layer)
                if (distances[state] < 0) distances[state] = d;
            layer = [.. layer.SelectMany(n => Next(graph, n, improving))];
        }

        return distances;
    }

    /// <summary>Nodes that everything after them leads back to, with all that follows on them.</summary>
    private static HashSet<string> Absorbing(ExplicitGraph graph, int start, bool improving)
    {
        var known = new Dictionary<(int State, int Last), HashSet<(int State, int Last)>>();
        var nodes = After((start, -1));
        return [.. nodes.Where(n => After(n).All(later => After(later).Contains(n)))
            .Select(n => string.Join(',', After(n).Select(x => x.State).Distinct().Order()))];

        HashSet<(int State, int Last)> After((int State, int Last) from)
        {
            if (known.TryGetValue(from, out var before)) return before;
            HashSet<(int State, int Last)> seen = known[from] = [from];
            for (var open = new Queue<(int State, int Last)>(seen); open.TryDequeue(out var node);)
                foreach (var next in Next(graph, node, improving))
                    if (seen.Add(next)) open.Enqueue(next);
            return seen;
        }
    }
}
