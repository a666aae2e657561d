namespace Parley.Verifier;

/// <summary>The case contradicts itself (an unknown name, a circular parameter): nothing can be derived from it.</summary>
internal sealed class UnsoundCaseException(string message) : Exception(message);
