using Parley.Kernels.Sampling;

namespace Parley.Draws;

/// <summary>How often something held in draws, with Wilson's interval at 95 % for the probability behind it.</summary>
/// <param name="Name">What.</param>
/// <param name="Count">In how many draws.</param>
/// <param name="Of">Of how many.</param>
/// <param name="Low">Lower end of the interval, 0..1.</param>
/// <param name="High">Upper end.</param>
public readonly record struct DrawShare(string Name, long Count, long Of, double Low, double High)
{
    /// <summary>A count with its interval; 0 to 1 without draws.</summary>
    public static DrawShare Counted(string name, long count, long of)
    {
        var (low, high) = of == 0 ? (0, 1) : WilsonInterval.Of(count, of);
        return new(name, count, of, low, high);
    }

    /// <summary>0..1; 0 without draws.</summary>
    public double Share => Of == 0 ? 0 : (double)Count / Of;
}
