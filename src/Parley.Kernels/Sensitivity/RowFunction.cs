using System.Runtime.ExceptionServices;

namespace Parley.Kernels.Sensitivity;

/// <summary>What is computed from one row of inputs. It must hang on nothing else, and may be called from several threads at once.</summary>
/// <param name="units">One number in the open interval (0, 1) for each input: the share of its distribution that lies below its value.</param>
public delegate double RowFunction(ReadOnlySpan<double> units);

/// <summary>Rows worked off by several threads, each writing to places of its own, so that what is added up later is the same with any number of them.</summary>
internal static class RowRuns
{
    private const int BlockSize = 512;

    /// <param name="rows">How many rows.</param>
    /// <param name="threads">How many threads at most.</param>
    /// <param name="worker">Makes what works off a row; called once for each thread and block, to have buffers of its own.</param>
    /// <param name="progress">Told the share done after each block, from the calling thread.</param>
    /// <param name="cancellationToken">Looked at before each row.</param>
    public static void ForEach(int rows, int threads, Func<Action<int>> worker, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var settings = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        for (var from = 0; from < rows; from += BlockSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var to = Math.Min(rows, from + BlockSize);
            try
            {
                Parallel.For(from, to, settings, worker, static (row, _, run) => Run(row, run), static _ => { });
            }
            catch (AggregateException failure)
            {
                // The function's own exception, as if it had been called directly.
                ExceptionDispatchInfo.Throw(failure.InnerExceptions[0]);
            }

            progress?.Report((double)to / rows);
        }
    }

    private static Action<int> Run(int row, Action<int> run)
    {
        run(row);
        return run;
    }
}
