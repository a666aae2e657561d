using System.Runtime.InteropServices;

namespace Parley.Kernels.Graphs;

/// <summary>Which nodes can reach each other.</summary>
/// <remarks>Cost: O(nodes + arcs), one search with a stack of open nodes.</remarks>
internal sealed class StrongComponents(int nodeCount, Func<int, List<int>> next)
{
    private readonly int[] index = new int[nodeCount];
    private readonly int[] low = new int[nodeCount];
    private readonly int[] component = new int[nodeCount];
    private readonly Stack<int> open = new();
    private int visited;
    private int components;

    /// <summary>Per node the number of its component, from 1; 0 for nodes that these do not reach.</summary>
    public int[] Of(IEnumerable<int> nodes)
    {
        foreach (var node in nodes)
            if (index[node] == 0) Search(node);
        return component;
    }

    private void Search(int root)
    {
        var calls = new Stack<Call>();
        calls.Push(Open(root));
        while (calls.TryPop(out var call))
        {
            if (call.At < call.Next.Count)
            {
                var to = call.Next[call.At];
                calls.Push(call with { At = call.At + 1 });
                if (index[to] == 0) calls.Push(Open(to));
                else if (component[to] == 0) low[call.Node] = Math.Min(low[call.Node], index[to]);
                continue;
            }

            if (low[call.Node] == index[call.Node]) Close(call.Node);
            if (calls.TryPeek(out var caller)) low[caller.Node] = Math.Min(low[caller.Node], low[call.Node]);
        }
    }

    private Call Open(int node)
    {
        index[node] = low[node] = ++visited;
        open.Push(node);
        return new(node, next(node), 0);
    }

    private void Close(int root)
    {
        components++;
        int node;
        do
        {
            node = open.Pop();
            component[node] = components;
        }
        while (node != root);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Call(int Node, List<int> Next, int At);
}
