using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Deals;
using Parley.Draws;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Tests.BruteForce;
using Parley.Tests.Shared;
using Parley.Verdict;

namespace Parley.Tests.Draws;

/// <summary>What floating point says of a draw without doubting, the exact engine says too.</summary>
public class DrawsAgainstExactTests(ITestOutputHelper output)
{
    private const int Seeds = 5_000;
    private const int DrawsOfEach = 4;

    // Where an option was dropped that another dominates, though only whoever signs it would have gained.
    private static readonly int[] MoreSeeds = [16_669, 25_678, 34_805, 40_189, 42_592, 45_535, 51_192];

    [Fact]
    public void Draws_beyond_doubt_are_judged_as_the_exact_engine_judges_them()
    {
        var differences = new List<string>();
        var (draws, fast, deals, tokens) = (0, 0, 0, 0);
        Parallel.ForEach(Enumerable.Range(0, Soak.Times(Seeds)).Union(MoreSeeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var generated = CaseGenerator.Generate(seed);
            var comparison = new DrawComparison(generated.Effective, generated.Base, seed);
            for (var draw = 0; draw < DrawsOfEach; draw++)
            {
                var (outcome, difference) = comparison.Compare(draw);
                lock (differences)
                {
                    draws++;
                    if (!outcome.WasExact) fast++;
                    if (outcome.Grade == Grade.Deal) deals++;
                    if (outcome.Grade == Grade.Tokens) tokens++;
                    if (difference is not null) differences.Add($"seed {seed}, draw {draw}: {difference}");
                }
            }
        });
        output.WriteLine($"{Soak.Times(Seeds)} generated cases, {draws} draws: {differences.Count} disagreements; {fast} in floating point, {deals} with a deal, {tokens} with tokens only");
        Assert.True(differences.Count == 0, string.Join('\n', differences.Order(StringComparer.Ordinal).Take(8)));
        Assert.True(fast * 2 > draws, "most draws should be beyond doubt");
        Assert.True(deals * 10 > draws && tokens * 50 > draws);
    }

    /// <summary>One generated case and its draws: as it stands, then with some numbers shifted, then with all.</summary>
    private sealed class DrawComparison
    {
        private readonly CaseModel _model;
        private readonly CaseModel _baseModel;
        private readonly CaseNumber[] _numbers;
        private readonly DrawEvaluator _evaluator;
        private readonly int _seed;

        public DrawComparison(CaseModel model, CaseModel baseModel, int seed)
        {
            _seed = seed;
            (_model, _baseModel) = (model, baseModel);
            _numbers = [.. CaseNumbers.List(model).Where(n => n.CanEdit && ReferenceEquals(CaseNumbers.Find(model, n.Path, out _), n.Number))];
            var program = new DrawProgram(CaseProblem.Compile(model, baseModel));
            _evaluator = new(program, _numbers.Select(n => program.IndexOf(n.Number)), inputs => Exact(inputs.ToArray()));
        }

        public (DrawOutcome Outcome, string? Difference) Compare(int draw)
        {
            var random = new Random((_seed * 31) + draw);
            var share = draw switch { 0 => 0.0, 1 => 0.3, _ => 1.0 };
            var inputs = _numbers.Select(n => Shifted(n, random, share)).ToArray();
            var outcome = _evaluator.Evaluate(inputs, TestContext.Current.CancellationToken);
            var problem = Exact(inputs);
            var exact = VerdictAnalysis.Run(problem, new() { Certificate = false, NearMisses = 0 });
            var deals = DealsAnalysis.Run(problem, new());
            var tokens = string.Join(' ', problem.Model.Issues.SelectMany(i => i.Options.Select(o => i.IdOf(o.Name))).Where((_, f) => outcome.IsToken[f]));
            if (outcome.Grade != exact.Grade) return (outcome, $"{outcome.Grade} for {exact.Grade}, margin {outcome.Margin} for {(double)exact.Margin}");
            if (Math.Abs(outcome.Margin - (double)exact.Margin) > 1e-9) return (outcome, $"margin {outcome.Margin} for {(double)exact.Margin}");
            if (tokens != string.Join(' ', exact.Tokens)) return (outcome, $"tokens {tokens} for {string.Join(' ', exact.Tokens)}");
            if (!deals.Deals.Select(d => d.Feasible).SequenceEqual(outcome.IsAccepted)) return (outcome, "named deals");
            return outcome.Grade == Grade.Deal || Binds(problem, exact, outcome.Binding) ? (outcome, null) : (outcome, $"{outcome.Binding} does not bind");
        }

        // Of several best packages, and of several conditions that fall equally short, either engine may name another.
        private bool Binds(CaseProblem problem, VerdictResult exact, string? binding)
        {
            if (exact.Witness is not { } witness) return binding is null;
            var least = witness.Rows.Where(r => r.Value is not null).MinBy(r => r.Value)?.Name;
            if (least == binding) return true;
            var best = new TwinVerdict(new TwinCase(problem.Model, _baseModel)).Candidates.Where(c => IsNear(c.Value, exact.Margin));
            return best.Any(c => c.Rows.Any(r => r.Name == binding && IsNear(r.Value, exact.Margin)));
        }

        private static bool IsNear(Rational? a, Rational b) => a is { } value && Math.Abs((double)(value - b)) < 1e-9;

        private static double Shifted(CaseNumber number, Random random, double share)
        {
            var value = (double)number.Number.Coefficient;
            if (random.NextDouble() >= share) return value;
            return Math.Round(value == 0 ? random.NextDouble() - 0.5 : value * (0.5 + random.NextDouble()), 6);
        }

        private CaseProblem Exact(double[] inputs)
        {
            var model = _model;
            for (var k = 0; k < inputs.Length; k++)
                if ((decimal)inputs[k] is var value && value != _numbers[k].Number.Coefficient) model = CaseNumbers.SetCoefficient(model, _numbers[k].Path, value);
            return CaseProblem.Compile(model, _baseModel);
        }
    }
}
