namespace Parley.Cli.Running;

/// <summary>The version that answers carry in their stamp.</summary>
internal static class AppVersion
{
    public static string Text { get; } = typeof(AppVersion).Assembly.GetName().Version?.ToString(3) ?? "0";
}
