using System.Text.Json;
using Parley.Kernels.Graphs;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Graphs;

/// <summary>A published conflict as its file states it: moves from arcs or from options, rankings, and what is said about it.</summary>
internal sealed class PublishedConflict
{
    private readonly Dictionary<int, int> indexByLabel = [];

    private PublishedConflict(JsonElement root)
    {
        Root = root;
        Parties = [.. root.GetProperty("dms").EnumerateArray().Select(d => d.GetString()!)];
        var options = root.TryGetProperty("options", out var listed) ? listed.EnumerateArray().ToArray() : [];
        Labels = root.TryGetProperty("states", out var states)
            ? [.. states.EnumerateArray().Select(s => s.GetProperty("id").GetInt32())]
            : [.. Enumerable.Range(1, root.GetProperty("n_states").GetInt32())];
        for (var s = 0; s < Labels.Length; s++) indexByLabel[Labels[s]] = s;
        var ranks = Parties.Select(Ranks).ToArray();
        if (options.Length == 0)
        {
            Graph = new(Labels.Length, [.. Parties.Select(Arcs)], ranks);
            return;
        }

        var codes = states.EnumerateArray().Select(s => Bits(s.GetProperty("yn").GetString()!)).ToArray();
        Game = MakeGame(options, codes, ranks);
        Graph = Game.ToExplicit();
        Assert.Equal(codes.Order(), Graph.Codes!.Codes);

        // The explicit graph lists states by their bits; labels follow it.
        Labels = [.. Graph.Codes.Codes.Select(c => Labels[Array.IndexOf(codes, c)])];
        for (var s = 0; s < Labels.Length; s++) indexByLabel[Labels[s]] = s;
    }

    public JsonElement Root { get; }

    public string[] Parties { get; }

    /// <summary>Per state of the graph the number it has in the source.</summary>
    public int[] Labels { get; }

    public ExplicitGraph Graph { get; }

    /// <summary>Null for a conflict without options.</summary>
    public OptionGame? Game { get; }

    public static PublishedConflict Read(string name)
    {
        var path = ReferenceData.GraphCase(name);
        Assert.SkipWhen(path is null, "The published conflicts are not on this machine.");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return new(document.RootElement.Clone());
    }

    /// <summary>Looks at every conflict of which the strict solver says something; at least one.</summary>
    public static void WhereGiven(string key, Action<PublishedConflict, JsonElement> check)
    {
        var looked = 0;
        foreach (var name in PublishedConflictTests.Names.Select(row => row.Data))
        {
            var conflict = Read(name);
            if (!conflict.Root.TryGetProperty("computed_strict_reference", out var reference) || !reference.TryGetProperty(key, out var given)) continue;
            check(conflict, given);
            looked++;
        }

        Assert.True(looked > 0, $"No conflict gives {key}.");
    }

    /// <summary>The set by the numbers of the source, ascending.</summary>
    public int[] Named(StateSet set) => [.. set.ToArray().Select(s => Labels[s]).Order()];

    public int Index(int label) => indexByLabel[label];

    public static int[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(x => x.GetInt32()).Order()];

    private static ulong Bits(string yn) => yn.Select((c, o) => c == 'Y' ? 1UL << o : 0).Aggregate((a, b) => a | b);

    private int[] Ranks(string party)
    {
        var ranks = new int[Labels.Length];
        var rank = Labels.Length;
        foreach (var entry in Root.GetProperty("rankings_best_first").GetProperty(party).EnumerateArray())
        {
            foreach (var label in entry.ValueKind == JsonValueKind.Array ? Numbers(entry) : [entry.GetInt32()])
                ranks[indexByLabel[label]] = rank;
            rank--;
        }

        return ranks;
    }

    private List<StateArc> Arcs(string party) =>
        [.. Root.GetProperty("arcs").GetProperty(party).EnumerateArray().Select(a => new StateArc(indexByLabel[a[0].GetInt32()], indexByLabel[a[1].GetInt32()]))];

    private OptionGame MakeGame(JsonElement[] options, ulong[] codes, int[][] ranks)
    {
        var all = (1 << options.Length) - 1;
        var missing = Enumerable.Range(0, all + 1).Where(s => !codes.Contains((ulong)s)).Select(s => new InfeasiblePattern(all, s));
        return new(
            [.. options.Select(o => Array.IndexOf(Parties, o.GetProperty("owner").GetString()))],
            [.. options.Select(o => o.GetProperty("permitted").GetString() switch
            {
                "both" => OptionDirection.Both,
                "fwd" => OptionDirection.Forward,
                var other => throw new InvalidDataException(other),
            })],
            [.. missing],
            [.. ranks.Select(r => (OptionPreference)new OptionPreference.Ranks(
                [.. Enumerable.Range(0, all + 1).Select(s => Array.IndexOf(codes, (ulong)s) is >= 0 and var k ? r[k] : 0)]))]);
    }
}
