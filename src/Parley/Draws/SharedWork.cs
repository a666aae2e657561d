using System.Runtime.ExceptionServices;

namespace Parley.Draws;

/// <summary>Pieces of work that several threads take one after the other, each writing to places of its own: what comes out does not hang on how many.</summary>
internal static class SharedWork
{
    /// <summary>Does the pieces from one to before another.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The one after the last.</param>
    /// <param name="threads">How many threads at most.</param>
    /// <param name="worker">Makes what does a piece; called once on each thread, to have buffers of its own.</param>
    /// <param name="report">Told how many are done, by one thread at a time; a thread does not wait for another to tell. The last time all are.</param>
    /// <param name="cancellationToken">Looked at before each piece.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Run(long from, long to, int threads, Func<Action<long>> worker, Action<long>? report, CancellationToken cancellationToken)
    {
        if (to <= from) return;
        var (next, done, told, gate) = (from, 0L, 0L, new Lock());
        void Tell()
        {
            Interlocked.Increment(ref done);
            if (report is null || !gate.TryEnter()) return;
            try
            {
                report(told = Interlocked.Read(ref done));
            }
            finally
            {
                gate.Exit();
            }
        }

        void Work(int thread)
        {
            var work = worker();
            while (Interlocked.Increment(ref next) - 1 is var piece && piece < to)
            {
                cancellationToken.ThrowIfCancellationRequested();
                work(piece);
                Tell();
            }
        }

        try
        {
            Parallel.For(0, (int)Math.Min(threads, to - from), new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, Work);
        }
        catch (AggregateException failed) when (failed.InnerException is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        if (told < done) report?.Invoke(done);
    }
}
