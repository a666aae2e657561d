using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;

namespace Parley.Tests.BruteForce;

/// <summary>Cases small enough to explain by hand: docs/model.md, 26-33.</summary>
public class TwinObstaclesSelfTests
{
    // A road that gives East 3 and West 2; East would rather have 5 without it, and West will not hear of it.
    private static readonly CaseModel Road = new()
    {
        Name = "road",
        Parties = [TwinFixtures.Negotiator("east", noDeal: 5), TwinFixtures.Negotiator("west", noDeal: 0)],
        Issues = [RoadIssue(new Option { Name = "done", Effects = [TwinFixtures.Points("east", 3), TwinFixtures.Points("west", 2)] })],
        Rules = [new RedLineRule { Name = "taboo", Party = "west", Never = [TwinFixtures.At("road", null)] }],
        Deals = [new() { Name = "build", Terms = [new("road", "done", SourceSpan.None)] }],
    };

    [Theory]
    [InlineData(null)]
    [InlineData("build")]
    public void Two_locks_must_both_go_and_each_of_them_blocks(string? deal)
    {
        var worlds = Worlds(Road, Obstacle("taboo_gone", "taboo.in_force=no"), Obstacle("poorer", "east.no_deal=0"), Obstacle("idle", "west.min_gain=0"));
        var twin = new TwinObstacles(worlds, deal);

        Assert.Equal(["taboo_gone poorer"], Names(worlds, twin.CorrectionSets));
        Assert.Equal(["taboo_gone", "poorer"], Names(worlds, twin.BlockingSets));
        // (5 - 3)/3 for East's consent; West's red line counts 1.
        Assert.Equal(new Rational(5, 3), twin.Distances[0]);
        var half = new Rational(1, 2);
        Assert.Equal(
            [
                new("taboo_gone", false, true, true, half, half, half, new(3, 5)),
                new("poorer", false, true, true, half, half, half, new(2, 5)),
                new("idle", false, false, false, 0, 0, 0, 0),
            ],
            twin.Attributions);
        // 5 falls to 3 after two fifths of the way to 0.
        Assert.Equal((new Rational(2, 5), false), twin.Dose(twin.CorrectionSets[0]));
        Assert.Equal([3, 2], worlds.World(twin.CorrectionSets[0]).Surplus(worlds.World(twin.CorrectionSets[0]).Opened(deal)!));
    }

    [Fact]
    public void Two_keys_open_one_by_one_and_only_together_they_block()
    {
        var friendly = Road with { Rules = [] };
        var worlds = Worlds(friendly, Obstacle("poorer", "east.no_deal=0"), Obstacle("richer", "road.done.east=6"), Obstacle("idle", "west.no_deal=-1"));
        var twin = new TwinObstacles(worlds, null);

        Assert.Equal(["poorer", "richer"], Names(worlds, twin.CorrectionSets));
        Assert.Equal(["poorer richer"], Names(worlds, twin.BlockingSets));
        var half = new Rational(1, 2);
        Assert.Equal(
            [
                new("poorer", true, false, true, 1, half, half, half),
                new("richer", true, false, true, 1, half, half, half),
                new("idle", false, false, false, 0, 0, 0, 0),
            ],
            twin.Attributions);
    }

    [Fact]
    public void A_group_sums_the_shares_of_its_members_and_answers_as_one_obstacle()
    {
        var worlds = Worlds(
            Road, Obstacle("taboo_gone", "home", "taboo.in_force=no"), Obstacle("idle", "away", "west.min_gain=0"), Obstacle("poorer", "home", "east.no_deal=0"));
        var twin = new TwinObstacles(worlds, null);

        Assert.Equal(
            [new("home", true, true, true, new(1, 2), 1, 1, 1), new("away", false, false, false, 0, 0, 0, 0)], twin.Groups());
    }

    [Fact]
    public void Where_a_deal_exists_there_is_nothing_to_explain()
    {
        var open = Road with { Rules = [], Parties = [TwinFixtures.Negotiator("east", noDeal: 0), Road.Parties[1]] };
        var worlds = Worlds(open, Obstacle("spoiler", "east.no_deal=9"), Obstacle("gift", "home", "east.no_deal=-1"));
        var twin = new TwinObstacles(worlds, null);

        Assert.Equal([""], Names(worlds, twin.CorrectionSets));
        Assert.Empty(twin.BlockingSets);
        Assert.Equal([new("spoiler", false, false, false, 0, 0, 0, 0), new("gift", false, false, false, 0, 0, 0, 0)], twin.Attributions);
        Assert.Equal([new("home", false, false, false, 0, 0, 0, 0)], twin.Groups());
        Assert.Equal((Rational)0, twin.Distances[0]);
    }

    [Fact]
    public void Where_no_set_opens_only_the_empty_set_blocks_and_distance_shares_remain()
    {
        var worlds = Worlds(Road, Obstacle("poorer", "east.no_deal=4"), Obstacle("idle", "west.min_gain=0"));
        var twin = new TwinObstacles(worlds, null);

        Assert.Empty(twin.CorrectionSets);
        Assert.Equal([""], Names(worlds, twin.BlockingSets));
        Assert.Equal([new("poorer", false, false, false, 0, 0, 0, 1), new("idle", false, false, false, 0, 0, 0, 0)], twin.Attributions);
    }

    [Fact]
    public void An_obstacle_that_spoils_what_another_opened_is_a_dummy()
    {
        var worlds = Worlds(Road, Obstacle("both", "taboo.in_force=no", "east.no_deal=0"), Obstacle("spoiler", "west.no_deal=9"));
        var twin = new TwinObstacles(worlds, null);

        Assert.Equal([false, true, false, false], twin.IsOpenIn);
        Assert.Equal([false, true, false, true], twin.Opens);
        Assert.Equal(["both"], Names(worlds, twin.CorrectionSets));
        Assert.Equal(["both"], Names(worlds, twin.BlockingSets));
        Assert.Equal([new("both", true, true, true, 1, 1, 1, 1), new("spoiler", false, false, false, 0, 0, 0, 0)], twin.Attributions);
    }

    [Theory]
    [InlineData("near", "far", true)]
    [InlineData("far", "near", false)]
    public void Of_two_obstacles_on_one_path_the_later_wins_and_the_dummy_comes_closer(string first, string second, bool togetherOpen)
    {
        var edits = new Dictionary<string, string> { ["near"] = "east.no_deal=4", ["far"] = "east.no_deal=0" };
        var worlds = Worlds(Road with { Rules = [] }, Obstacle(first, edits[first]), Obstacle(second, edits[second]));
        var twin = new TwinObstacles(worlds, null);
        var shares = twin.Attributions.ToDictionary(a => a.Name);

        Assert.Equal(togetherOpen, twin.IsOpenIn[3]);
        Assert.Equal(["far"], Names(worlds, twin.CorrectionSets));
        Assert.False(shares["near"].Relevant);
        // 2/3 away, 1/3 after the near one alone, 0 after the far one: (1/3 + 0)/2 against (2/3 + 1/3)/2.
        Assert.Equal(new Rational(1, 4), shares["near"].DistanceShare);
        Assert.Equal(new Rational(3, 4), shares["far"].DistanceShare);
    }

    [Fact]
    public void What_the_question_takes_away_is_not_asked_about_and_what_is_typed_wins()
    {
        var selection = new OverlaySelection { Without = ["taboo_gone"], Set = ["east.no_deal=6"] };
        var worlds = Worlds(Road, selection, Obstacle("taboo_gone", "taboo.in_force=no"), Obstacle("poorer", "east.no_deal=0"), Obstacle("richer", "road.done.east=6"));
        var twin = new TwinObstacles(worlds, null);

        Assert.Equal(["poorer", "richer"], worlds.Obstacles.Select(o => o.Name));
        Assert.Equal(["richer"], Names(worlds, twin.CorrectionSets));
        Assert.Equal((Rational)1, twin.Distances[0]);
        Assert.Equal((Rational)1, twin.Dose(twin.CorrectionSets[0]).Dose);
    }

    [Fact]
    public void A_dose_may_close_again()
    {
        // The first option opens from step 13, where East gets 1, to step 25, where West gets 0; the second from step 45.
        var issue = RoadIssue(
            new Option { Name = "a", Effects = [TwinFixtures.Points("east", 0), TwinFixtures.Points("west", 1)] },
            new Option { Name = "b", Effects = [TwinFixtures.Points("east", 2), TwinFixtures.Points("west", -9)] });
        var model = Road with
        {
            Parties = [TwinFixtures.Negotiator("east", noDeal: 1), Road.Parties[1]],
            Issues = [issue],
            Rules = [],
            Deals = [],
        };
        var worlds = Worlds(model, Obstacle("shift", "road.a.east=4", "road.a.west=-1", "road.b.west=1"));
        var twin = new TwinObstacles(worlds, null);

        Assert.Equal((new Rational(13, 50), true), twin.Dose(1));
    }

    [Fact]
    public void Without_a_candidate_the_distance_counts_the_holders_declared()
    {
        Party senate = new() { Name = "senate", Role = PartyRole.Ratifier };
        Rule[] rules =
        [
            new RatificationRule { Name = "vote", By = "senate", InForce = false },
            new RatificationRule { Name = "second_vote", By = "senate" },
            new PreconditionRule { Name = "first", For = [TwinFixtures.At("road", "done")], Unlocks = [TwinFixtures.At("road", "none")] },
            new PreconditionRule { Name = "of_west", Party = "west", For = [TwinFixtures.At("road", "done")], Unlocks = [TwinFixtures.At("road", "none")] },
            new TogetherRule { Name = "all", Options = [TwinFixtures.At("road", "done")] },
        ];
        var model = Road with
        {
            Parties = Road.Parties.Add(senate),
            Issues = [Road.Issues[0] with { OffTable = true }],
            Rules = [.. Road.Rules, .. rules],
        };
        var world = Worlds(model, Obstacle("idle", "west.min_gain=0")).World(0);

        Assert.Equal((Rational)5, world.Distance(null));
        Assert.Equal((Rational)5, world.Distance("build"));
    }

    [Fact]
    public void The_distance_counts_missing_votes_and_only_who_must_sign()
    {
        ImmutableArray<Party> bodies =
        [
            new() { Name = "house", Role = PartyRole.Ratifier, VotesNeeded = TwinFixtures.Exactly(4) },
            new() { Name = "whigs", Role = PartyRole.Bloc, Of = "house", Votes = TwinFixtures.Exactly(1) },
        ];
        var model = Road with
        {
            Parties = Road.Parties.AddRange(bodies),
            Rules = [new RatificationRule { Name = "vote", By = "house" }],
        };
        var quorum = new Signatories(["west"], 0, [], SourceSpan.None);

        // East is 2/3 short, the house 3 of 4 votes.
        Assert.Equal(new Rational(2, 3) + new Rational(3, 4), Worlds(model, Obstacle("idle", "west.min_gain=0")).World(0).Distance(null));
        Assert.Equal(new Rational(3, 4), Worlds(model with { Signatories = quorum }, Obstacle("idle", "west.min_gain=0")).World(0).Distance(null));
    }

    private static Issue RoadIssue(params Option[] options) =>
        new() { Name = "road", StatusQuo = "none", Options = [new Option { Name = "none" }, .. options] };

    private static Overlay Obstacle(string name, params string[] edits) => new()
    {
        Kind = OverlayKind.Obstacle,
        Name = name,
        Group = edits.FirstOrDefault(e => !e.Contains('=', StringComparison.Ordinal)),
        Set = [.. edits.Select(e => e.Split('=')).Where(e => e.Length == 2).Select(e => EditMaker.To(e[0], e[1]))],
    };

    private static TwinWorlds Worlds(CaseModel model, params Overlay[] obstacles) => Worlds(model, OverlaySelection.Default, obstacles);

    private static TwinWorlds Worlds(CaseModel model, OverlaySelection selection, params Overlay[] obstacles) =>
        new(model with { Overlays = [.. obstacles] }, selection);

    private static IEnumerable<string> Names(TwinWorlds worlds, IEnumerable<int> sets) =>
        sets.Select(s => string.Join(' ', worlds.Members(s).Select(o => o.Name)));
}
