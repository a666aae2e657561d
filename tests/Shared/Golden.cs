using System.Runtime.CompilerServices;
using System.Text;

namespace Parley.Shared;

/// <summary>Compares a text with a file committed beside the test.</summary>
public static class Golden
{
    /// <summary>Fails with the first line that differs, and leaves what came in <c>.received</c> beside the file.</summary>
    /// <param name="actual">The text as it is now.</param>
    /// <param name="name">The file's name, beside the calling test; may lead into a folder.</param>
    /// <param name="caller">Filled in by the compiler.</param>
    public static void Match(string actual, string name, [CallerFilePath] string caller = "")
    {
        // The folder of the calling test is always there: the path is the one it was compiled from.
        var path = Path.Combine(Path.GetDirectoryName(caller)!, name);
        var received = path + ".received";
        var expected = File.Exists(path) ? File.ReadAllText(path, Encoding.UTF8) : null;
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(received, actual, new UTF8Encoding(false));
        var difference = expected is null ? "There is no such file yet." : FirstDifference(expected, actual);
        Assert.Fail($"""
            {name}: {difference}
            If the new text is right, accept it:
              mv '{received}' '{path}'
            """);
    }

    private static string FirstDifference(string expected, string actual)
    {
        var old = expected.Split('\n');
        var now = actual.Split('\n');
        for (var i = 0; i < Math.Max(old.Length, now.Length); i++)
        {
            var (was, comes) = (i < old.Length ? old[i] : "(end)", i < now.Length ? now[i] : "(end)");
            if (was != comes) return $"line {i + 1} was\n  {was}\nand is now\n  {comes}";
        }

        return "they differ in their last line end.";
    }
}
