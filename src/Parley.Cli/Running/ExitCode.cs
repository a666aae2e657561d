namespace Parley.Cli.Running;

/// <summary>What the process tells its caller.</summary>
public static class ExitCode
{
    public const int Fine = 0;

    /// <summary>A finding named under <c>--fail-on</c>, or a certificate that does not hold.</summary>
    public const int Finding = 1;

    public const int Usage = 2;

    public const int InvalidCase = 3;

    /// <summary>A limit was reached before the answer was complete.</summary>
    public const int LimitReached = 4;

    /// <summary>An error of the program itself.</summary>
    public const int Defect = 70;

    public const int Interrupted = 130;
}
