using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
using Parley.Results;

namespace Parley.Problems;

/// <summary>A case compiled to numbers, and the way back to its names. Analyses see this, never the case itself.</summary>
/// <remarks>
/// Everything follows from the effective case (docs/model.md), except the ranges that make slacks comparable:
/// they come from the base case, so that answers under different overlays compare.
/// </remarks>
public sealed class CaseProblem
{
    private readonly CaseValues _base;

    private CaseProblem(CaseModel model, CaseValues baseValues, CaseValues? known = null, (Number Number, Rational Value)? exact = null)
    {
        _base = baseValues;
        Values = ReferenceEquals(model, baseValues.Model) ? baseValues : new CaseValues(model, known ?? baseValues, exact);
        Ranges = [.. model.Parties.Select(p => _base.ValueSwing(_base.PartyIndex(p.Name)))];
        Rules = [.. model.Rules.Where(r => r.InForce).Select(r => new ResolvedRule(r, Values))];
        FloorScales = [.. Rules.Select(r => r.Rule is FloorRule floor
            ? _base.Swing(_base.Effects(_base.PartyIndex(floor.Party), floor.Dimension))
            : Rational.Zero)];
        Baseline = new FreeBaseline(Values, Rules, Ranges);
        NoDealPoints = [.. Values.Negotiators.Select(p => Utility(p, Baseline.Chosen) + Values.Evaluate(model.Parties[p].NoDeal))];
        Parties = [.. Values.Negotiators.Select(p => model.Parties[p].Name)];
    }

    /// <summary>Compiles a case.</summary>
    /// <param name="model">The effective case: overlays laid on.</param>
    /// <param name="baseModel">The case without overlays, for the ranges.</param>
    public static CaseProblem Compile(CaseModel model, CaseModel baseModel) => new(model, new CaseValues(baseModel));

    /// <summary>The problem of another effective case with the same base case: a counterfactual goes down the same road.</summary>
    internal CaseProblem With(CaseModel model) => new(model, _base, Values);

    /// <summary>The problem with edits laid over everything else.</summary>
    /// <exception cref="ArgumentException">An edit is in error.</exception>
    public CaseProblem With(params IEnumerable<Edit> edits)
    {
        var edited = CaseEdit.Apply(Model, edits);
        return new(edited.Value ?? throw new ArgumentException(edited.Errors.First().Message, nameof(edits)), _base, Values);
    }

    /// <summary>The problem with the coefficient of a number set to a fraction; its parameters go on multiplying it.</summary>
    /// <param name="number">A number of <see cref="CaseNumbers.List"/> that an edit can set.</param>
    /// <param name="value">The new coefficient.</param>
    internal CaseProblem With(CaseNumber number, Rational value)
    {
        var changed = number.Number with { Coefficient = 0 }; // a new object: it is recognised by reference
        return new(CaseNumbers.Set(Model, number.Path, changed), _base, Values, (changed, value));
    }

    /// <summary>Names of the negotiators, in declaration order.</summary>
    public ImmutableArray<string> Parties { get; }

    internal CaseModel Model => Values.Model;

    internal CaseValues Values { get; }

    /// <summary>By party, the swing of its values over all declared options of the base case.</summary>
    internal ImmutableArray<Rational> Ranges { get; }

    internal ImmutableArray<ResolvedRule> Rules { get; }

    /// <summary>By rule in force, the swing of a floor's dimension; 0 for other rules.</summary>
    internal ImmutableArray<Rational> FloorScales { get; }

    internal FreeBaseline Baseline { get; }

    /// <summary>By negotiator (not party), d_p.</summary>
    internal ImmutableArray<Rational> NoDealPoints { get; }

    internal bool HasTokens => Model.SubstantiveFrom is not null;

    internal bool HasStatusQuo(int issue) => Values.StatusQuo[issue] >= 0;

    /// <summary>Sets of signatories, any of which makes a deal; indices into the parties.</summary>
    internal IReadOnlyList<ImmutableArray<int>> SignatorySets()
    {
        if (Model.Signatories is not { } quorum) return [Values.Negotiators];
        var sets = new List<ImmutableArray<int>>();
        foreach (var chosen in Subsets([.. quorum.Of.Select(Values.PartyIndex)], quorum.AtLeast))
        {
            var members = quorum.All.Select(Values.PartyIndex).Concat(chosen).ToHashSet();
            sets.Add([.. Values.Negotiators.Where(members.Contains)]);
        }

        return sets;
    }

    /// <summary>u_p of a package: relative to the status quo where an issue has one (docs/model.md, 5).</summary>
    /// <param name="party">Index into the parties.</param>
    /// <param name="package">By issue, a flat option; -1 contributes nothing.</param>
    internal Rational Utility(int party, IReadOnlyList<int> package)
    {
        var values = Values.Values[party];
        var sum = Rational.Zero;
        for (var i = 0; i < package.Count; i++)
        {
            var q = Values.StatusQuo[i];
            if (package[i] < 0 || package[i] == q) continue;
            sum += q >= 0 ? values[package[i]] - values[q] : values[package[i]];
        }

        return sum;
    }

    /// <summary>A search package (option index by issue) as flat options.</summary>
    internal int[] Flat(ReadOnlySpan<int> package)
    {
        var flat = new int[package.Length];
        for (var i = 0; i < flat.Length; i++) flat[i] = Values.Offset(i) + package[i];
        return flat;
    }

    /// <summary>A package in names.</summary>
    /// <param name="flat">By issue, a flat option.</param>
    internal PackageView View(int[] flat)
    {
        ImmutableArray<Rational> utilities = [.. Values.Negotiators.Select(p => Utility(p, flat))];
        return new()
        {
            Options = [.. flat.Select(f => Values.Ids[f])],
            Changes = [.. flat.Where((f, i) => f != Baseline.Chosen[i]).Select(f => Values.Ids[f])],
            Utilities = utilities,
            Gains = [.. utilities.Select((u, k) => u - NoDealPoints[k])],
        };
    }

    /// <summary>Breaks a tie between two packages: fewest changes that can be undone, then declaration order.</summary>
    internal int CompareTies(PackageView a, PackageView b)
    {
        var (x, y) = (FlatOf(a), FlatOf(b));
        var changes = ChangeCount(x).CompareTo(ChangeCount(y));
        return changes != 0 ? changes : x.AsSpan().SequenceCompareTo(y);
    }

    private int ChangeCount(int[] flat) => flat.Where((f, i) => HasStatusQuo(i) && f != Baseline.Chosen[i]).Count();

    private int[] FlatOf(PackageView view) => [.. view.Options.Select(id => Values.Ids.IndexOf(id))];

    internal bool UtilitiesComparable => Model.UtilitiesComparable;

    /// <summary>Number of packages of terms.</summary>
    internal BigInteger PackageCount()
    {
        var count = BigInteger.One;
        for (var i = 0; i < Values.IssueCount; i++)
            count *= Enumerable.Range(Values.Offset(i), Values.OptionCount(i)).Count(f => Values.Term[f]);
        return count;
    }

    internal Rational NoDealOf(int party) => Values.Evaluate(Model.Parties[party].NoDeal);

    internal Rational MinGainOf(int party) => Values.Evaluate(Model.Parties[party].MinGain);

    /// <summary>Whose condition a rule is: a party's, or nobody's but its own.</summary>
    internal string HolderOf(ResolvedRule rule) => rule.Party >= 0 ? Model.Parties[rule.Party].Name : rule.Rule.Name;

    /// <summary>Everybody who could refuse, rules out of force included: the distance where there is no candidate at all.</summary>
    internal int HolderCount() =>
        Parties.Concat(Model.Rules.Select(r => HolderOf(new ResolvedRule(r, Values)))).Distinct().Count();

    private static IEnumerable<ImmutableArray<int>> Subsets(ImmutableArray<int> of, int size)
    {
        if (size <= 0) return [[]];
        if (of.Length < size) return [];
        return Subsets(of[1..], size - 1).Select(rest => rest.Insert(0, of[0])).Concat(Subsets(of[1..], size));
    }
}
