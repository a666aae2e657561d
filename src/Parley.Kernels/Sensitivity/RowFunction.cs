using System.Runtime.ExceptionServices;

namespace Parley.Kernels.Sensitivity;

/// <summary>What is computed from one row of inputs. It must hang on nothing else, and may be called from several threads at once.</summary>
/// <param name="units">One number in the open interval (0, 1) for each input: the share of its distribution that lies below its value.</param>
public delegate double RowFunction(ReadOnlySpan<double> units);

/// <summary>Rows worked off by several threads, each writing to places of its own, so that what is added up later is the same with any number of them.</summary>
internal static class RowRuns
{
    /// <param name="rows">How many rows.</param>
    /// <param name="threads">How many threads at most.</param>
    /// <param name="worker">Makes what works off a row; called once for each thread and block, to have buffers of its own.</param>
    /// <param name="cancellationToken">Looked at before each row.</param>
    public static void ForEach(int rows, int threads, Func<Action<int>> worker, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        cancellationToken.ThrowIfCancellationRequested();
        var settings = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, rows, settings, worker, static (row, _, run) => Run(row, run), static _ => { });
        }
        catch (AggregateException failure)
        {
            // The function's own exception, as if it had been called directly.
            ExceptionDispatchInfo.Throw(failure.InnerExceptions[0]);
        }
    }

    private static Action<int> Run(int row, Action<int> run)
    {
        run(row);
        return run;
    }
}

/// <summary>A function of which every call can be the last before it is cancelled, and is told of: a row alone may take long.</summary>
/// <param name="function">The function.</param>
/// <param name="calls">How many there will be.</param>
/// <param name="progress">Told the share of the calls done, by one thread at a time; a thread does not wait for another to tell.</param>
/// <param name="cancellationToken">Looked at before each call.</param>
internal sealed class WatchedFunction(RowFunction function, long calls, IProgress<double>? progress, CancellationToken cancellationToken)
{
    private readonly Lock gate = new();
    private long done;
    private double told;

    public double Call(ReadOnlySpan<double> units)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var value = function(units);
        if (progress is null) return value;
        Interlocked.Increment(ref done);
        if (!gate.TryEnter()) return value;
        try
        {
            progress.Report(told = (double)Interlocked.Read(ref done) / calls);
        }
        finally
        {
            gate.Exit();
        }

        return value;
    }

    /// <summary>Tells that all is done, once it is, unless that was told.</summary>
    public void End()
    {
        if (told < 1) progress?.Report(1);
    }
}
