using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;

namespace Parley.Tests.BruteForce;

/// <summary>A generated case and the base case that its ranges come from; usually the same.</summary>
internal sealed record GeneratedCase(CaseModel Effective, CaseModel Base);

/// <summary>Small random cases that use every feature and tie often; a seed always gives the same case.</summary>
internal sealed class CaseGenerator
{
    private const int MaxPackages = 2000;

    private static readonly string[][] Coins = [["money", "land"], ["money", "land"], ["money", "land", "face"]];

    private readonly Random _random;
    private readonly int _maxPackages;
    private readonly NumberMaker _numbers;
    private readonly List<Parameter> _parameters = [];
    private readonly List<Party> _parties = [];
    private readonly List<Issue> _issues = [];
    private readonly HashSet<string> _indifferent = [];
    private string[] _negotiators = [];
    private string[] _dimensions = [];
    private bool _points;
    private bool _tokens;

    private CaseGenerator(int seed, int maxPackages)
    {
        _random = new(seed);
        _maxPackages = maxPackages;
        _numbers = new(_random, _parameters);
    }

    public static GeneratedCase Generate(int seed, int maxPackages = MaxPackages) => new CaseGenerator(seed, maxPackages).Build();

    private GeneratedCase Build()
    {
        _points = Chance(25);
        _dimensions = Pick(Coins);
        _tokens = Chance(55);
        AddParameters();
        AddParties();
        AddIssues();
        var rules = new RuleMaker(_random, _issues, _parties, _dimensions).Make();
        if (Chance(_tokens ? 30 : 15) && _issues.Aggregate(1, (n, i) => n * i.Options.Length) * 4 <= _maxPackages)
        {
            var traps = new CaseTraps(_random, _numbers, _negotiators, _dimensions);
            var trap = _tokens && Chance(50) ? traps.JointTokens() : traps.RefusedTrade();
            _issues.AddRange(trap.Issues);
            rules = [.. rules.Where(_ => Chance(30)), .. trap.Rules];
        }

        var settled = _issues.Where(i => i is { StatusQuo: not null, OffTable: false } && Chance(20));
        CaseModel model = new()
        {
            Name = "generated",
            SubstantiveFrom = _tokens ? NumberMaker.Exactly(Pick([0m, 1m, 2m, 3m, 3m, 4m, 4m, 4m])) : null,
            DealMustSettle = Chance(20) ? [.. settled.Select(i => i.Name)] : [],
            Signatories = Chance(15) ? MakeSignatories() : null,
            UtilitiesComparable = Chance(30),
            Parameters = [.. _parameters],
            Parties = [.. _parties],
            Issues = [.. _issues],
            Rules = rules,
            Deals = MakeDeals(),
        };
        return new(Chance(30) ? new CaseChanger(_random, _numbers).Change(model) : model, model);
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private void AddParameters()
    {
        var count = _random.Next(3);
        for (var k = 0; k < count; k++)
        {
            _parameters.Add(new() { Name = $"p{k}", Value = NumberMaker.Exactly(Pick([0m, 0.5m, 1m, 2m])) });
        }

        if (count == 2 && Chance(60)) _parameters.Add(new() { Name = "both", SumOf = ["p0", "p1"] });
    }

    private void AddParties()
    {
        var count = Pick([2, 2, 2, 3, 3, 4]);
        for (var k = 0; k < count; k++) _parties.Add(MakeParty($"n{k}", PartyRole.Negotiator, null));
        _negotiators = [.. _parties.Select(p => p.Name)];
        var indifferent = Chance(4) ? 100 : Chance(10) ? 50 : 0;
        _indifferent.UnionWith(_negotiators.Where(_ => Chance(indifferent)));
        if (Chance(35)) _parties.Add(MakeParty("senate", PartyRole.Ratifier, Chance(60) ? Pick(_negotiators) : null));
        if (Chance(25))
        {
            var house = MakeParty("house", PartyRole.Ratifier, Chance(60) ? Pick(_negotiators) : null);
            _parties.Add(house with { VotesNeeded = NumberMaker.Exactly(Pick([0m, 1m, 2m, 3m, 4m])) });
            for (var k = 0; k < Pick([1, 2, 3]); k++)
            {
                var bloc = MakeParty($"bloc{k}", PartyRole.Bloc, "house");
                _parties.Add(bloc with { Votes = NumberMaker.Exactly(Pick([1m, 1m, 2m, 3m])) });
            }
        }

        if (Chance(20)) _parties.Add(MakeParty("militia", PartyRole.Implementer, Pick(_negotiators)));
    }

    private Party MakeParty(string name, PartyRole role, string? of) => new()
    {
        Name = name,
        Role = role,
        Of = of,
        NoDeal = Chance(35) ? NumberMaker.Exactly(Pick([-3m, -2m, -1m, -0.5m, 0.5m, 1m, 2m])) : Number.Zero,
        MinGain = Chance(30) ? NumberMaker.Exactly(Pick([0.5m, 1m, 1m, 2m])) : Number.Zero,
        Weights = _points ? [] : [.. _dimensions.Where(_ => Chance(85)).Select(MakeWeight)],
    };

    private Weight MakeWeight(string dimension) => new(dimension, NumberMaker.Exactly(Pick([0m, 0.5m, 1m, 1m, 2m])));

    private void AddIssues()
    {
        var count = Pick([1, 2, 3, 3, 4, 4, 5, 6]);
        int[] chances = _tokens ? [0, 0, 0, 0, 0, 0, 30, 100] : [0, 0, 30, 100];
        var open = Pick(chances);
        var packages = 1;
        for (var k = 0; k < count; k++)
        {
            var issue = Chance(15) ? MakeNumericIssue($"i{k}", open) : MakeIssue($"i{k}", open);
            packages *= issue.Options.Length;
            if (packages > _maxPackages) break;
            _issues.Add(issue);
        }
    }

    private Issue MakeIssue(string name, int open)
    {
        var options = Enumerable.Range(0, Pick([2, 2, 2, 3, 3, 4])).Select(k => MakeOption($"o{k}")).ToArray();
        if (Chance(open))
        {
            // Without a status quo something must be left to choose.
            options[0] = options[0] with { Unilateral = false };
            return new() { Name = name, Options = [.. options] };
        }

        var now = _random.Next(10) < 7 ? 0 : _random.Next(options.Length);
        options[now] = options[now] with { Needs = [], Effects = Chance(75) ? [] : options[now].Effects };
        return new() { Name = name, StatusQuo = options[now].Name, OffTable = Chance(10), Options = [.. options] };
    }

    private Issue MakeNumericIssue(string name, int open)
    {
        var step = Pick([0.5m, 1m]);
        var values = Enumerable.Range(0, Pick([2, 3, 4])).Select(k => 1 + k * step).ToArray();
        var curves = _negotiators
            .Where(p => !_indifferent.Contains(p) && Chance(90))
            .Select(p => new ValueCurve(p, Breakpoints(values)));
        ImmutableArray<Option> options = [.. values.Select(v => new Option { Name = NumberMaker.Text(v), At = v })];
        return new()
        {
            Name = name,
            StatusQuo = Chance(open) ? null : Pick(options).Name,
            Options = options,
            Scale = new(values[0], values[^1], step, [.. curves]),
        };
    }

    /// <summary>One to three breakpoints, some of them beyond or between the options.</summary>
    private ImmutableArray<Breakpoint> Breakpoints(decimal[] values)
    {
        var places = new[] { values[0] - 0.5m, values[0], values[0] + 0.25m, values[^1], values[^1] + 1 };
        var chosen = places.Where(_ => Chance(50)).ToArray();
        if (chosen.Length == 0) chosen = [values[0]];
        return [.. chosen.Select(at => new Breakpoint(at, _numbers.Small()))];
    }

    private Option MakeOption(string name)
    {
        var by = MakeGivers();
        var delivered = Chance(30);
        var courtesy = Chance(_tokens ? 40 : 5);
        List<Effect> effects = [];
        foreach (var party in _parties.Where(p => !_indifferent.Contains(p.Name) && Chance(75)))
        {
            if (party.Role is PartyRole.Implementer && Chance(50)) continue;
            AddEffects(effects, party.Name, by, delivered, courtesy);
        }

        return new()
        {
            Name = name,
            By = by,
            Needs = Chance(25) ? MakeNeeds(by) : [],
            Delivery = delivered ? MakeDelivery() : [],
            Size = !_tokens ? Number.Zero : courtesy ? _numbers.LittleSize() : _numbers.Size(),
            Unilateral = Chance(8),
            Effects = [.. effects],
        };
    }

    private void AddEffects(
        List<Effect> effects, string party, ImmutableArray<string> by, bool delivered, bool courtesy)
    {
        // A giver tends to lose what the others win, else everything is agreed at once; a courtesy
        // pleases who gives it and may annoy the others.
        Number Amount() => (by.Contains(party), courtesy) switch
        {
            (true, true) => _numbers.Pleasure(),
            (true, false) => _numbers.Cost(),
            (false, true) => _numbers.Annoyance(),
            (false, false) => _numbers.Small(),
        };

        string? Coin() => _points || Chance(15) ? null : Pick(_dimensions);

        var first = delivered ? Pick([EffectTime.AtOnce, EffectTime.IfDelivered]) : EffectTime.Plain;
        effects.Add(new(party, Coin(), first, Amount()));
        if (!Chance(courtesy ? 10 : 30)) return;
        // A file has room for one entry of a party, either points or one number for each dimension.
        Effect second = new(party, Coin(), delivered ? EffectTime.IfDelivered : EffectTime.Plain, _numbers.Small());
        var there = effects.Where(e => e.Party == party && e.Time == second.Time).ToList();
        if (!there.Exists(e => e.Dimension is null || second.Dimension is null || e.Dimension == second.Dimension))
        {
            effects.Add(second);
        }
    }

    private ImmutableArray<string> MakeGivers() => _random.Next(10) switch
    {
        < 6 => [Pick(_negotiators)],
        < 7 => [.. _negotiators.Where(_ => Chance(60))],
        < 8 => [.. _negotiators],
        _ => [],
    };

    /// <summary>At least two, the givers among them.</summary>
    private ImmutableArray<string> MakeNeeds(ImmutableArray<string> by)
    {
        if (by.IsEmpty) return [];
        HashSet<string> needs = [.. by];
        while (needs.Count < 2) needs.Add(Pick(_negotiators));
        return [.. _negotiators.Where(needs.Contains)];
    }

    private ImmutableArray<DeliveryChannel> MakeDelivery() => _random.Next(4) switch
    {
        0 => [new(null, _numbers.Chance())],
        1 => [new("control", _numbers.Chance())],
        _ => [new("control", _numbers.Chance()), new("willing", _numbers.Chance())],
    };

    private Signatories MakeSignatories()
    {
        var all = _negotiators.Where(_ => Chance(40)).ToArray();
        var of = _negotiators.Except(all).ToArray();
        var least = of.Length == 0 ? 0 : _random.Next(of.Length + 1);
        if (all.Length + least == 0) least = 1;
        return new([.. all], least, [.. of], SourceSpan.None);
    }

    private ImmutableArray<Deal> MakeDeals()
    {
        List<Deal> deals = [];
        for (var k = 0; k < 3; k++)
        {
            List<DealTerm> terms = [];
            foreach (var issue in _issues)
            {
                // Now and then an issue without a status quo is forgotten, or an issue off the table is named.
                if (!Chance(issue.StatusQuo is null ? 93 : 60)) continue;
                var option = Pick([.. issue.Options.Where(o => !o.Unilateral || o.Name == issue.StatusQuo)]);
                terms.Add(new(issue.Name, option.Name, SourceSpan.None));
            }

            if (terms.Count > 0) deals.Add(new() { Name = $"deal{k}", Terms = [.. terms] });
        }

        return [.. deals];
    }
}
