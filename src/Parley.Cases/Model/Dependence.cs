using System.Collections.Immutable;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Model;

/// <summary>Which uncertain numbers move together; those that nothing names are independent.</summary>
/// <remarks>
/// A Gaussian copula: every number has a standard normal score, and its draw is the quantile of its own distribution at the
/// score's probability. A number stands either under common factors or in rank correlations. docs/model.md 84-86.
/// Source: Kruskal 1958, Journal of the American Statistical Association 53(284); key "kruskal1958" in docs/references.bib.
/// </remarks>
public sealed record Dependence
{
    /// <summary>Every number independent of every other.</summary>
    public static Dependence None { get; } = new();

    /// <summary>What moves several numbers at once, in declaration order.</summary>
    public ImmutableArray<CommonFactor> CommonFactors { get; init; } = [];

    /// <summary>Spearman correlations of pairs, in declaration order; pairs not listed have 0.</summary>
    public ImmutableArray<RankCorrelation> RankCorrelations { get; init; } = [];
}

/// <summary>An unobserved standard normal that several numbers' scores share.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Loadings">The numbers it moves, in declaration order.</param>
/// <param name="Span">Where it stands in the file.</param>
public sealed record CommonFactor(string Name, ImmutableArray<FactorLoading> Loadings, SourceSpan Span);

/// <summary>How closely a number follows a common factor.</summary>
/// <param name="Path">Path of the number, as in an overlay's <c>set</c>.</param>
/// <param name="Loading">Correlation of the number's score with the factor, -1..1; a number's squared loadings sum to at most 1.</param>
/// <param name="Span">Where the path stands in the file.</param>
public sealed record FactorLoading(string Path, decimal Loading, SourceSpan Span);

/// <summary>How closely two numbers move together.</summary>
/// <param name="First">Path of one number.</param>
/// <param name="Second">Path of the other.</param>
/// <param name="Correlation">Spearman's rank correlation, -1..1.</param>
/// <param name="FirstSpan">Where the first path stands in the file.</param>
/// <param name="SecondSpan">Where the second path stands in the file.</param>
public sealed record RankCorrelation(string First, string Second, decimal Correlation, SourceSpan FirstSpan, SourceSpan SecondSpan);
