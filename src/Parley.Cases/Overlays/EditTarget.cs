using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Overlays;

/// <summary>What an edit's path leads to in a model, and how the model looks with another value there.</summary>
internal abstract record EditTarget;

/// <summary>A number.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="Domain">What it can mean.</param>
/// <param name="Current">The number that stands there; null when the edit adds one.</param>
/// <param name="Inherited">Source of its option or party, where it names none itself.</param>
/// <param name="With">The model with another number there.</param>
internal sealed record NumberTarget(NumberKind Kind, NumberDomain Domain, Number? Current, string? Inherited, Func<Number, CaseModel> With) : EditTarget;

/// <summary>Yes or no.</summary>
internal sealed record YesNoTarget(Func<bool, CaseModel> With) : EditTarget
{
    /// <summary>Why the answer yes is refused; null when it is not.</summary>
    public ReaderMessage? RefusesYes { get; init; }
}

/// <summary>The name of one of an issue's options.</summary>
internal sealed record OptionTarget(Issue Issue, Func<string, CaseModel> With) : EditTarget;

/// <summary>A parameter that may also be a sum.</summary>
internal sealed record ParameterTarget(NumberTarget Number, Func<IReadOnlyList<string>, string?, CaseModel> WithSum) : EditTarget;
