using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;

namespace Parley.Kernels.Solutions;

/// <summary>The packages that the classical solutions pick, each with whether that is proved.</summary>
/// <remarks>Each package is null when no individually rational package was found, proved when there is none.</remarks>
public sealed record DirectSolutionsResult
{
    /// <summary>Some individually rational package: the best for the first party where that is proved.</summary>
    public required BestPackage AnyRational { get; init; }

    /// <summary>By party, the greatest value over individually rational packages.</summary>
    public required IReadOnlyList<IdealValue> IdealOverRational { get; init; }

    /// <summary>By party, the greatest value over all packages.</summary>
    public required IReadOnlyList<IdealValue> IdealOverAll { get; init; }

    public required BestPackage Nash { get; init; }

    public required BestPackage Egalitarian { get; init; }

    public required BestPackage KalaiSmorodinskyOverRational { get; init; }

    public required BestPackage KalaiSmorodinskyOverAll { get; init; }

    public required BestPackage Utilitarian { get; init; }

    /// <summary>Nothing to pick: no package is individually rational, as far as is proved.</summary>
    internal static DirectSolutionsResult None(IReadOnlyList<IdealValue> idealOverAll, bool isProved)
    {
        var none = new BestPackage(null, isProved);
        return new()
        {
            AnyRational = none,
            IdealOverRational = [.. idealOverAll.Select(_ => new IdealValue(null, isProved))],
            IdealOverAll = idealOverAll,
            Nash = none,
            Egalitarian = none,
            KalaiSmorodinskyOverRational = none,
            KalaiSmorodinskyOverAll = none,
            Utilitarian = none,
        };
    }
}
