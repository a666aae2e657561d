using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Cases.Checks;

/// <summary>Finds parameters that depend on themselves.</summary>
internal static class ParameterCycles
{
    /// <summary>A path of names that ends where it begins; null when there is none.</summary>
    public static ImmutableArray<string>? Find(ImmutableArray<Parameter> parameters)
    {
        var byName = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        foreach (var parameter in parameters) byName.TryAdd(parameter.Name, parameter);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in parameters)
        {
            if (Search(start.Name, byName, done) is { } cycle) return cycle;
        }
        return null;
    }

    /// <summary>Depth first with a stack of its own, as a file may chain any number of parameters.</summary>
    private static ImmutableArray<string>? Search(string start, Dictionary<string, Parameter> byName, HashSet<string> done)
    {
        var path = new List<string>();
        var onPath = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<Queue<string>>();
        next.Push(new Queue<string>([start]));
        while (next.Count > 0)
        {
            if (!next.Peek().TryDequeue(out var name))
            {
                next.Pop();
                if (path.Count == 0) continue;
                done.Add(path[^1]);
                onPath.Remove(path[^1]);
                path.RemoveAt(path.Count - 1);
                continue;
            }
            if (onPath.Contains(name)) return [.. path.SkipWhile(p => p != name), name];
            if (done.Contains(name) || !byName.TryGetValue(name, out var parameter)) continue;
            path.Add(name);
            onPath.Add(name);
            next.Push(new Queue<string>(parameter.Value is { } number ? number.Parameters : parameter.SumOf));
        }
        return null;
    }
}
