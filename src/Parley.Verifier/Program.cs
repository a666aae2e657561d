namespace Parley.Verifier;

internal static class Program
{
    private static int Main() => 2;
}
