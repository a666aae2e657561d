using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Overlays;

namespace Parley.Cases.Documents;

/// <summary>What a number rests on.</summary>
public enum EvidenceBasis
{
    Quote,
    Source,
    Guess,

    /// <summary>Neither named nor called a guess.</summary>
    None,
}

/// <summary>A number of a case and what it rests on.</summary>
/// <param name="Number">The number and its path.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Quote">The quote, where it rests on one.</param>
/// <param name="Source">The source, of the quote or itself.</param>
public sealed record NumberEvidence(CaseNumber Number, EvidenceBasis Basis, Quote? Quote, EvidenceSource? Source);

/// <summary>What the numbers of a case rest on.</summary>
public sealed record EvidenceList
{
    /// <summary>Every number, in the order of <see cref="CaseNumbers.List"/>.</summary>
    public required ImmutableArray<NumberEvidence> Numbers { get; init; }

    public int Count(EvidenceBasis basis) => Numbers.Count(n => n.Basis == basis);

    /// <summary>Share of the numbers that are guesses or rest on nothing named; 0 for a case without numbers.</summary>
    public double GuessedShare => Numbers.IsEmpty ? 0 : (double)(Count(EvidenceBasis.Guess) + Count(EvidenceBasis.None)) / Numbers.Length;

    /// <summary>What a case's numbers rest on.</summary>
    public static EvidenceList Of(CaseModel model) => new() { Numbers = [.. CaseNumbers.List(model).Select(n => Of(model, n))] };

    /// <summary>What one number rests on.</summary>
    public static NumberEvidence Of(CaseModel model, CaseNumber number)
    {
        var id = number.Number.Source;
        var quote = model.Quotes.FirstOrDefault(q => q.Id == id);
        var source = model.Sources.FirstOrDefault(s => s.Id == (quote?.Of ?? id));
        var basis = id is null ? EvidenceBasis.None : quote is not null ? EvidenceBasis.Quote : source is not null ? EvidenceBasis.Source : EvidenceBasis.Guess;
        return new(number, basis, quote, source);
    }
}
