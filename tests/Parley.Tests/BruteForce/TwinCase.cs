using Parley.Cases.Model;
using Parley.Kernels.Exact;

namespace Parley.Tests.BruteForce;

/// <summary>A case made ready: terms, substance and the free baseline (docs/model.md, sections 2-4).</summary>
/// <remarks>A package is an array of option indices, one for each issue; -1 is an issue left unsettled.</remarks>
internal sealed class TwinCase
{
    private readonly TwinNumbers _numbers;
    private readonly TwinNumbers _base;
    private readonly Dictionary<string, Rational> _ranges = [];
    private readonly Dictionary<string, Rational> _noDealPoints = [];
    private readonly Dictionary<(string Party, int Issue, int Option), Rational> _worth = [];

    public TwinCase(CaseModel model, CaseModel baseCase)
        : this(model, new TwinNumbers(baseCase))
    {
    }

    /// <param name="model">The case with its overlays on.</param>
    /// <param name="baseNumbers">The numbers that ranges come from, for many worlds of one case.</param>
    public TwinCase(CaseModel model, TwinNumbers baseNumbers)
    {
        Model = model;
        _numbers = new(model);
        _base = baseNumbers;
        Issues = [.. model.Issues];
        Negotiators = [.. model.Negotiators.Select(p => p.Name)];
        Threshold = model.SubstantiveFrom is null ? null : _numbers.Of(model.SubstantiveFrom);
        StatusQuo = [.. Issues.Select(i => IndexOf(i, i.StatusQuo))];
        Rules = new(this);
        FreeOptions = FindFreeOptions();
        Free = FreeBaseline();
    }

    public CaseModel Model { get; }

    public Issue[] Issues { get; }

    public string[] Negotiators { get; }

    /// <summary>tau; null when every agreement counts.</summary>
    public Rational? Threshold { get; }

    /// <summary>q: -1 on an issue without a status quo.</summary>
    public int[] StatusQuo { get; }

    /// <summary>The rows of section 5.</summary>
    public TwinRules Rules { get; }

    /// <summary>Item 10, in declaration order.</summary>
    public List<(int Issue, int Option)> FreeOptions { get; }

    /// <summary>Free options by which no negotiator loses.</summary>
    public List<(int Issue, int Option)> Tokens =>
        [.. FreeOptions.Where(f => Negotiators.All(p => Value(p, f.Issue, f.Option) >= Value(p, f.Issue, StatusQuo[f.Issue])))];

    /// <summary>x_free: -1 on an issue without a status quo.</summary>
    public int[] Free { get; }

    public Party PartyNamed(string name) => Model.Parties.Single(p => p.Name == name);

    public Option OptionAt(int issue, int option) => Issues[issue].Options[option];

    public string IdOf(int issue, int option) => Issues[issue].IdOf(OptionAt(issue, option).Name);

    public int IssueIndex(string name) => Array.FindIndex(Issues, i => i.Name == name);

    /// <summary>The index of an option in its issue; -1 when there is none of that name.</summary>
    public static int IndexOf(Issue issue, string? option)
    {
        for (var o = 0; o < issue.Options.Length; o++)
        {
            if (issue.Options[o].Name == option) return o;
        }

        return -1;
    }

    public Rational Number(Number number) => _numbers.Of(number);

    public Rational NoDeal(string party) => Number(PartyNamed(party).NoDeal);

    public Rational MinGain(string party) => Number(PartyNamed(party).MinGain);

    public Rational Value(string party, int issue, int option) =>
        _numbers.Value(party, Issues[issue], OptionAt(issue, option));

    public Rational Effect(string party, string dimension, int issue, int option) =>
        _numbers.Effect(party, dimension, Issues[issue], OptionAt(issue, option));

    public Rational Weight(string party, string dimension) => _numbers.Weight(party, dimension);

    public Rational Delivery(int issue, int option) => _numbers.Delivery(OptionAt(issue, option));

    public Rational ValueOfDelivery(string party, int issue, int option) =>
        _numbers.ValueOfDelivery(party, OptionAt(issue, option));

    public Rational ExpectedSize(int issue, int option) => _numbers.ExpectedSize(OptionAt(issue, option));

    /// <summary>S_p, from the base case without any overlay.</summary>
    public Rational Range(string party)
    {
        if (!_ranges.TryGetValue(party, out var range)) _ranges[party] = range = _base.Range(party);
        return range;
    }

    /// <summary>The swing of one dimension for a party, from the base case.</summary>
    public Rational EffectRange(string party, string dimension) => _base.EffectRange(party, dimension);

    /// <summary>Value less that of the status quo, where the issue has one.</summary>
    public Rational Worth(string party, int issue, int option)
    {
        var key = (party, issue, option);
        if (!_worth.TryGetValue(key, out var worth))
        {
            worth = Value(party, issue, option);
            if (StatusQuo[issue] >= 0) worth -= Value(party, issue, StatusQuo[issue]);
            _worth[key] = worth;
        }

        return worth;
    }

    // Item 5.
    public Rational Utility(string party, int[] package)
    {
        Rational total = 0;
        for (var i = 0; i < package.Length; i++)
        {
            if (package[i] >= 0) total += Worth(party, i, package[i]);
        }

        return total;
    }

    /// <summary>d_p of section 5.</summary>
    public Rational NoDealPoint(string party)
    {
        if (!_noDealPoints.TryGetValue(party, out var point))
        {
            _noDealPoints[party] = point = Utility(party, Free) + NoDeal(party);
        }

        return point;
    }

    // Item 7.
    public bool IsAvailable(int issue, int option) => !Issues[issue].OffTable || option == StatusQuo[issue];

    // Item 7.
    public bool IsTerm(int issue, int option) =>
        IsAvailable(issue, option) && (!OptionAt(issue, option).Unilateral || option == StatusQuo[issue]);

    public List<int> Terms(int issue) =>
        [.. Enumerable.Range(0, Issues[issue].Options.Length).Where(o => IsTerm(issue, o))];

    /// <summary>True where a package settles the issue otherwise than today; without a status quo always.</summary>
    public bool Leaves(int issue, int[] package) =>
        package[issue] >= 0 && (StatusQuo[issue] < 0 || package[issue] != StatusQuo[issue]);

    // Item 8; meaningful only with a threshold.
    public bool IsSubstantive(int issue, int option)
    {
        if (Threshold is not { } threshold) return false;
        var now = StatusQuo[issue];
        if (now < 0) return ExpectedSize(issue, option) >= threshold;
        return option != now && Rational.Max(ExpectedSize(issue, option), ExpectedSize(issue, now)) >= threshold;
    }

    /// <summary>by(o): all negotiators where the option names none.</summary>
    public string[] Givers(int issue, int option) =>
        OptionAt(issue, option).By.IsEmpty ? Negotiators : [.. OptionAt(issue, option).By];

    /// <summary>needs(o).</summary>
    public string[] Needs(int issue, int option) =>
        OptionAt(issue, option).Needs.IsEmpty ? Negotiators : [.. OptionAt(issue, option).Needs];

    // Item 9: the union of needs over what differs from a reference, x_free for S(x), q for S_q(x).
    public HashSet<string> Signers(int[] package, int[] reference)
    {
        HashSet<string> signers = [];
        for (var i = 0; i < package.Length; i++)
        {
            if (package[i] < 0) continue;
            if (reference[i] < 0 || package[i] != reference[i]) signers.UnionWith(Needs(i, package[i]));
        }

        return signers;
    }

    // Item 16: issues without a status quo count 0.
    public int Changes(int[] package)
    {
        var changes = 0;
        for (var i = 0; i < package.Length; i++)
        {
            if (Free[i] >= 0 && package[i] != Free[i]) changes++;
        }

        return changes;
    }

    public string[] Ids(int[] package) => [.. package.Select((o, i) => IdOf(i, o))];

    /// <summary>The option ids that differ from the free baseline; on issues without a status quo, always.</summary>
    public string[] ChangedIds(int[] package) =>
        [.. Enumerable.Range(0, package.Length).Where(i => package[i] != Free[i]).Select(i => IdOf(i, package[i]))];

    /// <summary>Every combination of the choices, in lexicographic order.</summary>
    public static IEnumerable<int[]> Combinations(List<int>[] choices)
    {
        if (choices.Any(c => c.Count == 0)) yield break;
        var place = new int[choices.Length];
        while (true)
        {
            yield return [.. place.Select((k, i) => choices[i][k])];
            var i = choices.Length - 1;
            while (i >= 0 && ++place[i] == choices[i].Count) place[i--] = 0;
            if (i < 0) yield break;
        }
    }

    /// <summary>Every package of terms, acceptable or not.</summary>
    public IEnumerable<int[]> Packages() => Combinations([.. Enumerable.Range(0, Issues.Length).Select(Terms)]);

    // Item 10.
    private List<(int Issue, int Option)> FindFreeOptions()
    {
        List<(int, int)> free = [];
        if (Threshold is null) return free;
        for (var i = 0; i < Issues.Length; i++)
        {
            for (var o = 0; o < Issues[i].Options.Length; o++)
            {
                if (StatusQuo[i] >= 0 && IsFree(i, o)) free.Add((i, o));
            }
        }

        return free;
    }

    private bool IsFree(int issue, int option)
    {
        if (!IsTerm(issue, option) || option == StatusQuo[issue] || IsSubstantive(issue, option)) return false;
        var gains = Givers(issue, option).Select(p => Worth(p, issue, option)).ToList();
        if (gains.Any(g => g.Sign < 0) || gains.All(g => g.Sign == 0)) return false;
        var alone = (int[])StatusQuo.Clone();
        alone[issue] = option;
        return Rules.AllHoldFromStatusQuo(alone);
    }

    // Items 11 and 12.
    private int[] FreeBaseline()
    {
        var free = (int[])StatusQuo.Clone();
        for (var i = 0; i < Issues.Length; i++)
        {
            List<Rational>? best = null;
            foreach (var (_, option) in FreeOptions.Where(f => f.Issue == i))
            {
                var gains = Negotiators.Select(p => Share(Worth(p, i, option), Range(p))).Order().ToList();
                if (best is not null && CompareVectors(gains, best) <= 0) continue;
                best = gains;
                free[i] = option;
            }
        }

        return Rules.Repair(free);
    }

    private static Rational Share(Rational value, Rational range) => range.IsZero ? 0 : value / range;

    /// <summary>Lexicographic order of two vectors of equal length.</summary>
    public static int CompareVectors(List<Rational> a, List<Rational> b)
    {
        for (var k = 0; k < a.Count; k++)
        {
            var order = a[k].CompareTo(b[k]);
            if (order != 0) return order;
        }

        return 0;
    }
}
