namespace Parley.Cli.Running;

/// <summary>The engine of this release.</summary>
internal static class ShippedEngine
{
    public static CaseEngine Instance { get; } = new()
    {
        Read = _ => throw new NotSupportedException(),
        Apply = (_, _) => throw new NotSupportedException(),
        Compile = (_, _) => throw new NotSupportedException(),
    };
}
