using Parley.Problems;
using Parley.Verdict;

namespace Parley.Draws;

/// <summary>A question's draws, judged on several threads: what comes out does not hang on how many.</summary>
internal sealed class DrawRun
{
    private readonly DrawProgram _program;
    private readonly InputSample _sample;
    private readonly int _threads;
    private readonly long _exactNodes;

    public DrawRun(CaseQuestion question, InputSample sample, int threads, long exactNodes)
    {
        _program = new(question.Problem);
        _sample = sample;
        _threads = threads;
        _exactNodes = exactNodes;
    }

    public DrawProgram Program => _program;

    /// <summary>An evaluator of its own for one thread.</summary>
    public DrawEvaluator NewEvaluator() => NewEvaluator(_exactNodes);

    /// <summary>The case with its numbers as they stand, searched as far as the verdict alone would be.</summary>
    public DrawOutcome AsAsked(CancellationToken cancellationToken) => NewEvaluator(Math.Max(_exactNodes, new VerdictOptions().MaxNodes))
        .Evaluate([.. _sample.Numbers.Select(n => (double)n.Number.Coefficient)], cancellationToken);

    private DrawEvaluator NewEvaluator(long exactNodes) => new(_program, _sample.PlacesIn(_program), values => _sample.Exact(values).Problem, exactNodes);

    /// <summary>Judges the draws from one to before another.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The one after the last.</param>
    /// <param name="report">Told how many are done, from one thread at a time.</param>
    /// <param name="cancellationToken">Looked at before each draw.</param>
    /// <param name="observe">Told of every draw, its values and outcome, from several threads, in no order.</param>
    public DrawTally Count(
        long from, long to, Action<long>? report, CancellationToken cancellationToken, Action<long, double[], DrawOutcome>? observe = null)
    {
        var (counts, gate) = (new List<DrawCounts>(), new Lock());
        Action<long> Worker()
        {
            var evaluator = NewEvaluator();
            var own = new DrawCounts(_program);
            var values = new double[_sample.Numbers.Length];
            lock (gate) counts.Add(own);
            return draw =>
            {
                _sample.Draw(draw, values);
                var outcome = evaluator.Evaluate(values, cancellationToken);
                own.Add(outcome);
                observe?.Invoke(draw, values, outcome);
            };
        }

        SharedWork.Run(from, to, _threads, Worker, report, cancellationToken);
        return counts.Aggregate(new DrawCounts(_program).Tally(), (total, own) => total.Plus(own.Tally()));
    }
}
