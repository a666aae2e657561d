namespace Parley.Results;

/// <summary>How far an analysis is; monotone, from one thread.</summary>
/// <param name="Phase">What is being done.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all, if known.</param>
public readonly record struct AnalysisProgress(string Phase, long Done, long? Total);
