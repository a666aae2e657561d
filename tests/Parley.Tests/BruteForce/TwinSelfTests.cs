using Parley.Cases.Model;
using Parley.Deals;
using Parley.Kernels.Exact;
using Parley.Verdict;

namespace Parley.Tests.BruteForce;

public class TwinSelfTests
{
    [Fact]
    public void The_job_offer_has_eleven_acceptable_packages_of_twenty_four()
    {
        var twin = Twin(TwinFixtures.JobOffer);
        var verdict = new TwinVerdict(twin);

        Assert.Equal(24, verdict.PackageCount);
        Assert.Equal(11, verdict.AcceptableCount);
        Assert.Equal(Grade.Deal, verdict.Grade);
        Assert.Equal(["salary.90k", "start.september", "remote.two_days", "position.analyst"], twin.Ids(Nash(twin)));
        // 75 points against 50, of a range of 100.
        Assert.Equal(new Rational(25, 100), verdict.Margin);
    }

    [Fact]
    public void Solutions_of_the_job_offer_lie_on_its_frontier()
    {
        var twin = Twin(TwinFixtures.JobOffer);
        var bargaining = new TwinBargaining(twin, new(twin));

        var frontier = bargaining.Frontier().Select(twin.Ids).Select(ids => string.Join(' ', ids)).ToList();

        Assert.Contains(string.Join(' ', twin.Ids(bargaining.Nash()!)), frontier);
        Assert.Contains(string.Join(' ', twin.Ids(bargaining.KalaiSmorodinsky()!)), frontier);
        Assert.Contains(string.Join(' ', twin.Ids(bargaining.Egalitarian()!)), frontier);
        Assert.Null(bargaining.Utilitarian());
    }

    [Fact]
    public void What_only_its_giver_likes_is_free_too_but_no_token()
    {
        var twin = Twin(TwinFixtures.Neighbours);
        var verdict = new TwinVerdict(twin);

        Assert.Equal(["visit.done", "well.done"], verdict.FreeOptions);
        Assert.Equal(["visit.done"], verdict.Tokens);
        Assert.Equal(["visit.done", "well.done"], verdict.FreeBaseline);
        Assert.Equal((Rational)0, twin.NoDealPoint("east"));
        Assert.Equal((Rational)3, twin.NoDealPoint("west"));
    }

    [Fact]
    public void Substance_against_a_token_is_weighed_from_the_free_baseline()
    {
        // East's range is 1 + 1 + 6 + 2 = 10, West's 1 + 2 + 4 + 3 = 10; road and tax leave East 4 and West -1.
        // Keeping the well undone costs West 2 more; undoing it pays East 1.
        var twin = Twin(TwinFixtures.Neighbours);
        var verdict = new TwinVerdict(twin);

        Assert.Equal(Grade.Tokens, verdict.Grade);
        Assert.Equal(new Rational(-1, 10), verdict.Margin);
        Assert.Equal(["road.done", "tax.done"], twin.ChangedIds(verdict.Witness!.Options));
        Assert.Equal(["west"], verdict.Witness.Broken);
        Assert.Equal(verdict.Witness.Options, verdict.NearMisses(1)[0].Options);
        Assert.Equal(8, verdict.Candidates.Count);
    }

    [Fact]
    public void A_red_line_on_a_token_takes_it_out_of_the_baseline()
    {
        var rule = new RedLineRule { Name = "no_visit", Party = "east", Never = [TwinFixtures.At("visit", null)] };
        var twin = Twin(TwinFixtures.Neighbours with { Rules = [rule] });

        Assert.Equal(["well.done"], new TwinVerdict(twin).FreeOptions);
    }

    [Fact]
    public void Free_options_that_break_a_floor_only_together_are_all_reset()
    {
        // Each option alone costs East 1 point of face, which the tolerance overlooks; both together cost 2.
        var tolerance = TwinFixtures.Exactly(1);
        var rule = new FloorRule { Name = "face", Party = "east", Dimension = "face", Tolerance = tolerance };
        var face = new Effect("east", "face", EffectTime.Plain, TwinFixtures.Exactly(-1));
        var issues = TwinFixtures.Neighbours.Issues.Select(i => i.Name is "visit" or "well"
            ? i with { Options = i.Options.SetItem(1, i.Options[1] with { Effects = i.Options[1].Effects.Add(face) }) }
            : i);
        var twin = Twin(TwinFixtures.Neighbours with { Rules = [rule], Issues = [.. issues] });
        var verdict = new TwinVerdict(twin);

        Assert.Equal(["visit.done", "well.done"], verdict.FreeOptions);
        Assert.Equal(["visit.done"], verdict.Tokens);
        Assert.Empty(verdict.FreeBaseline);
    }

    [Fact]
    public void Ranges_come_from_the_base_case()
    {
        var salary = TwinFixtures.JobOffer.Issues[0];
        salary = salary with { Options = [.. salary.Options[..2]] };
        var cheaper = TwinFixtures.JobOffer with { Issues = TwinFixtures.JobOffer.Issues.SetItem(0, salary) };

        Assert.Equal((Rational)70, new TwinCase(TwinFixtures.JobOffer, TwinFixtures.JobOffer).Range("firm"));
        Assert.Equal((Rational)70, new TwinCase(cheaper, TwinFixtures.JobOffer).Range("firm"));
        Assert.Equal((Rational)50, new TwinCase(cheaper, cheaper).Range("firm"));
    }

    [Fact]
    public void A_named_deal_breaks_where_consent_fails_and_says_why_it_is_no_candidate()
    {
        var twin = Twin(TwinFixtures.Neighbours with
        {
            Deals = [Deal("swap", "road", "tax"), Deal("courtesy", "visit")],
        });
        var deals = new TwinDeals(twin, new(twin)).All;

        Assert.Equal(["west"], deals[0].Broken);
        Assert.Equal([4, -1], deals[0].Surplus);
        Assert.Empty(deals[0].WhyNot);
        Assert.Equal([NotACandidate.NothingSubstantive, NotACandidate.FewerThanTwoSign], deals[1].WhyNot);
    }

    [Fact]
    public void Terms_of_trade_multiply_the_two_efficiencies()
    {
        var twin = Twin(TwinFixtures.Neighbours);
        var terms = new TwinTrade(twin).Terms("east", "west");

        // 3/2 for the tax, 6/4 for the road.
        Assert.Equal(new Rational(9, 4), terms.Product);
        Assert.Equal([("tax.done", "road.done")], terms.BestPairs);
        Assert.False(terms.SelfStanding);
        Assert.Equal(new Rational(9, 4), terms.Exchange);
    }

    [Fact]
    public void A_quorum_lets_the_others_be_overruled()
    {
        var quorum = new Signatories(["firm"], 0, [], Parley.Cases.Diagnostics.SourceSpan.None);
        var verdict = new TwinVerdict(Twin(TwinFixtures.JobOffer with { Signatories = quorum }));

        // Only the firm's 45 of at most 100 points binds now.
        Assert.Equal(new Rational(55, 70), verdict.Margin);
    }

    private static TwinCase Twin(CaseModel model) => new(model, model);

    private static int[] Nash(TwinCase twin) => new TwinBargaining(twin, new(twin)).Nash()!;

    private static Deal Deal(string name, params string[] issues) => new()
    {
        Name = name,
        Terms = [.. issues.Select(i => new DealTerm(i, "done", Parley.Cases.Diagnostics.SourceSpan.None))],
    };
}
