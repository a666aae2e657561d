using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
using Parley.Openings;
using Parley.Problems;
using Parley.Tests.Shared;
using Parley.Verdict;

namespace Parley.Tests.BruteForce;

/// <summary>Each reported tipping point must turn the brute force's verdict over, and nothing between the value and it may.</summary>
public class TippingPointTests(ITestOutputHelper output)
{
    private const int Seeds = 8_500;
    private const int EdgeSeeds = 2_500;
    private const int MostPackages = 60;

    // Near enough to a threshold that no other lies between, in cases with few decimals.
    private static readonly Rational Near = new(1, 1_000_000_000);

    [Fact]
    public void The_verdict_turns_over_there_and_nowhere_before()
    {
        var found = new List<string>();
        var (sides, tips, sampled) = (0, 0, 0);
        Parallel.For(0, Soak.Times(Seeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            if (Side.Of(seed) is not { } side) return;
            var answer = side.Find();
            Interlocked.Increment(ref sides);
            if (answer is not null) Interlocked.Increment(ref tips);
            if (answer is { IsSampled: true }) Interlocked.Increment(ref sampled);
            lock (found) found.AddRange(side.Check(answer).Select(wrong => $"seed {seed}: {side.Words}: {wrong}"));
        });
        output.WriteLine($"{sides} sides of numbers, {tips} tipping points, {sampled} of them sampled, {found.Count} wrong");
        Assert.True(found.Count == 0, string.Join('\n', found.Order(StringComparer.Ordinal).Take(8)));
    }

    [Fact]
    public void A_case_that_stands_at_the_edge_turns_over_just_beyond_on_the_right_side()
    {
        var found = new List<string>();
        var (sides, here, down) = (0, 0, 0);
        Parallel.For(0, Soak.Times(EdgeSeeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            foreach (var side in Side.Of(seed)?.AtEdge() ?? [])
            {
                var answer = side.Find();
                Interlocked.Increment(ref sides);
                if (answer?.To == (Rational)side.Number.Number.Coefficient) Interlocked.Increment(ref side.Up ? ref here : ref down);
                lock (found) found.AddRange(side.Check(answer).Select(wrong => $"seed {seed}: {side.Words}: {wrong}"));
            }
        });
        output.WriteLine($"{sides} sides at an edge, {here} turn over just above the value, {down} just below, {found.Count} wrong");
        Assert.True(found.Count == 0, string.Join('\n', found.Order(StringComparer.Ordinal).Take(8)));
        Assert.True(here > 20 && down > 20);
    }

    /// <summary>One side of one number of a generated case.</summary>
    private sealed record Side(GeneratedCase Case, CaseNumber Number, bool Up, Random Random)
    {
        private bool IsDeal { get; } = IsDealIn(Case, Number, (Rational)Number.Number.Coefficient);

        public string Words => $"{Number.Path} from {Number.Number.Coefficient} {(Up ? "up" : "down")}";

        private Rational End => Up ? NumberDomain.Of(Case.Effective, Number).High : NumberDomain.Of(Case.Effective, Number).Low;

        public static Side? Of(int seed)
        {
            var generated = Declared(CaseGenerator.Generate(seed));
            if (generated.Effective.Issues.Aggregate(1, (n, i) => n * i.Options.Length) > MostPackages) return null;
            var random = new Random(seed);
            var numbers = CaseNumbers.List(generated.Effective).Where(n => n.CanEdit).ToList();
            return numbers.Count == 0 ? null : new(generated, numbers[random.Next(numbers.Count)], random.Next(2) == 0, random);
        }

        // An effect can be edited only in a dimension that is declared or weighed.
        private static GeneratedCase Declared(GeneratedCase generated)
        {
            ImmutableArray<Dimension> dimensions = [.. generated.Base.Rules.OfType<RefusesTradeRule>().SelectMany(r => new[] { r.Gives, r.Gets })
                .Concat(generated.Effective.Issues.SelectMany(i => i.Options).SelectMany(o => o.Effects).Select(e => e.Dimension).OfType<string>())
                .Distinct().Select(d => new Dimension(d, d, SourceSpan.None))];
            return new(generated.Effective with { Dimensions = dimensions }, generated.Base);
        }

        /// <summary>The case with this number at its tipping point: both sides of the number, and of any other.</summary>
        public IEnumerable<Side> AtEdge()
        {
            if (Find() is not (var at, _, false) || !IsDecimal(at)) yield break;
            GeneratedCase edge = new(CaseNumbers.Set(Case.Effective, Number.Path, Number.Number with { Coefficient = Decimal(at) }), Case.Base);
            var numbers = CaseNumbers.List(edge.Effective).Where(n => n.CanEdit).ToList();
            foreach (var number in new[] { numbers.First(n => n.Path == Number.Path), numbers[Random.Next(numbers.Count)] })
                foreach (var up in new[] { false, true })
                    yield return new(edge, number, up, Random);
        }

        public (Rational To, bool Attained, bool IsSampled)? Find()
        {
            var question = new DealQuestion(new() { MaxNodes = 5_000_000 }, CancellationToken.None);
            var problem = CaseProblem.Compile(Case.Effective, Case.Base);
            Assert.Equal(IsDeal, question.Exists(problem));
            var found = new TippingSearch(problem, IsDeal, question).Find(Number, Up);
            Assert.True(question.IsComplete);
            return found;
        }

        public IEnumerable<string> Check((Rational To, bool Attained, bool IsSampled)? answer)
        {
            var from = (Rational)Number.Number.Coefficient;
            if (Up ? End <= from : End >= from) yield break;
            var whole = Number.Kind is NumberKind.Votes or NumberKind.VotesNeeded;
            var to = answer?.To ?? End;
            var step = Up ? Near : -Near;
            foreach (var between in answer is { IsSampled: true } ? [] : Between(from, to, whole))
                if (Flips(between)) yield return $"{answer} but turns over at {between}";
            if (answer is not var (at, attained, sampled))
            {
                if (!whole && Flips(End)) yield return $"none, but turns over at the end {End}";
                yield break;
            }

            if (!whole && !sampled && at != from && Flips(at - step)) yield return $"turns over before {at}";
            if (!whole && !attained && (Up ? at + step <= End : at + step >= End) && !Flips(at + step)) yield return $"does not turn over beyond {at}";
            if (!sampled && IsDecimal(at) && Flips(at) != attained) yield return $"at {at} attained should be {!attained}";
            if (sampled && !Flips(at + step)) yield return $"does not turn over at the sample {at}";
            if (Told(answer.Value) is { } wrong) yield return wrong;
        }

        // What is reported of it: the side, and the verdict there.
        private string? Told((Rational To, bool Attained, bool IsSampled) answer)
        {
            var question = new DealQuestion(new() { MaxNodes = 5_000_000 }, CancellationToken.None);
            var tip = new TippingSearch(CaseProblem.Compile(Case.Effective, Case.Base), IsDeal, question).Describe(Number, Up, answer);
            if (tip.IsRise != Up) return "the wrong side is told";
            if ((tip.LeadsTo == Grade.Deal) == IsDeal) return $"told to lead to {tip.LeadsTo}";
            if (answer.IsSampled || answer.Attained && !IsDecimal(tip.To)) return null;
            var there = GradeAt(answer.Attained ? tip.To : tip.To + (Up ? Near : -Near));
            return there == tip.LeadsTo ? null : $"{answer} told to lead to {tip.LeadsTo}, not {there}";
        }

        private IEnumerable<Rational> Between(Rational from, Rational to, bool whole)
        {
            if (whole)
            {
                for (Rational at = from + (Up ? 1 : -1); Up ? at < to : at > to; at += Up ? 1 : -1) yield return at;
                yield break;
            }

            // Around breakpoints of simple cases, and anywhere.
            for (var k = 0; k < 6; k++)
            {
                var share = k < 3 ? new Rational(Random.Next(1, 1000), 1000) : new Rational(Random.Next(1, 1000), 20_000);
                yield return from + (to - from) * share;
            }

            for (var k = 1; k <= 4; k++)
            {
                var at = from + (Up ? 1 : -1) * new Rational(k, 2);
                if (Up ? at < to : at > to) yield return at;
            }
        }

        private bool Flips(Rational value) => IsDealIn(Case, Number, value) != IsDeal;

        private Grade GradeAt(Rational value) => GradeIn(Case, Number, value);

        private static bool IsDecimal(Rational value) => (Rational)Decimal(value) == value;

        // To 15 places: close enough to be on the same side, exact where the value is a short decimal.
        private static decimal Decimal(Rational value)
        {
            var scaled = value * System.Numerics.BigInteger.Pow(10, 15);
            return (decimal)(scaled.Numerator / scaled.Denominator) / 1_000_000_000_000_000m;
        }

        private static bool IsDealIn(GeneratedCase generated, CaseNumber number, Rational value) => GradeIn(generated, number, value) == Grade.Deal;

        private static Grade GradeIn(GeneratedCase generated, CaseNumber number, Rational value)
        {
            var changed = number.Number with { Coefficient = Decimal(value) };
            return new TwinVerdict(new(CaseNumbers.Set(generated.Effective, number.Path, changed), generated.Base)).Grade;
        }
    }
}
