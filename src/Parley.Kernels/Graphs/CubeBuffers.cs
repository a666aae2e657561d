namespace Parley.Kernels.Graphs;

/// <summary>Arrays as long as the cube, used again within one run: fresh memory costs more than a sweep over it.</summary>
internal sealed class CubeBuffers
{
    private readonly List<Array> free = [];
    private readonly Lock entry = new();

    /// <summary>An array of this length; what it holds is undefined.</summary>
    public T[] Rent<T>(int length)
    {
        lock (entry)
        {
            var at = free.FindIndex(a => a is T[] typed && typed.Length == length);
            if (at >= 0)
            {
                var found = (T[])free[at];
                free.RemoveAt(at);
                return found;
            }
        }

        return GC.AllocateUninitializedArray<T>(length);
    }

    public void Return(Array array)
    {
        lock (entry) free.Add(array);
    }
}
