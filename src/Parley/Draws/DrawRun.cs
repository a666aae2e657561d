using System.Runtime.ExceptionServices;
using Parley.Problems;
using Parley.Verdict;

namespace Parley.Draws;

/// <summary>A question's draws, judged on several threads: what comes out does not hang on how many.</summary>
internal sealed class DrawRun
{
    private const long MostBlock = 250;

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
    /// <param name="cancellationToken">Ends it by exception.</param>
    /// <param name="observe">Told of every draw, its values and outcome, from several threads, in no order.</param>
    public DrawTally Count(
        long from, long to, Action<long>? report, CancellationToken cancellationToken, Action<long, double[], DrawOutcome>? observe = null)
    {
        var total = new DrawCounts(_program).Tally();
        var (next, done) = (from, 0L);
        var block = Math.Clamp((to - from) / (8L * _threads), 1, MostBlock); // few draws are shared out evenly
        var gate = new Lock();
        void Work(int thread)
        {
            var evaluator = NewEvaluator();
            var counts = new DrawCounts(_program);
            var values = new double[_sample.Numbers.Length];
            while (Interlocked.Add(ref next, block) - block is var start && start < to)
            {
                var end = Math.Min(to, start + block);
                for (var draw = start; draw < end; draw++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    _sample.Draw(draw, values);
                    var outcome = evaluator.Evaluate(values, cancellationToken);
                    counts.Add(outcome);
                    observe?.Invoke(draw, values, outcome);
                }

                lock (gate) report?.Invoke(done += end - start);
            }

            var tally = counts.Tally();
            lock (gate) total = total.Plus(tally);
        }

        try
        {
            Parallel.For(0, _threads, new() { MaxDegreeOfParallelism = _threads, CancellationToken = cancellationToken }, Work);
        }
        catch (AggregateException failed) when (failed.InnerException is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return total;
    }
}
