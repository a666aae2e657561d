namespace Parley.Tests.Shared;

/// <summary>How many generated inputs a test tries: few in the ordinary run, many in the soak run.</summary>
internal static class Soak
{
    /// <summary>The ordinary count times the environment variable PARLEY_SOAK (default 1).</summary>
    public static int Times(int count) => Times(count, count);

    /// <summary>The ordinary count, or in the soak run another one times the environment variable PARLEY_SOAK.</summary>
    public static int Times(int count, int full) =>
        int.TryParse(Environment.GetEnvironmentVariable("PARLEY_SOAK"), out var factor) && factor > 1 ? full * factor : count;
}
