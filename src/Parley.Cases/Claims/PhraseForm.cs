using System.Collections.Immutable;

namespace Parley.Cases.Claims;

/// <summary>What stood in a form's slots.</summary>
/// <param name="Slots">By slot, the names that stood there.</param>
/// <param name="Deal">The deal named with <c>on</c>.</param>
internal sealed record PhraseSlots(ImmutableArray<ImmutableArray<string>> Slots, string? Deal)
{
    public string this[int slot] => Slots[slot][0];

    public decimal Count(int slot) => decimal.Parse(this[slot], System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One part of a form: a fixed word, or a slot for a name or a list of names.</summary>
/// <param name="Words">The words that may stand there; empty for a slot.</param>
/// <param name="Name">What the slot's names name.</param>
/// <param name="Between">What stands between the names of a list; null for a single name.</param>
internal sealed record FormPart(ImmutableArray<string> Words, PhraseName Name, string? Between)
{
    public bool IsSlot => Words.IsEmpty;

    /// <summary>Reads a part of a pattern: <c>word</c>, <c>one|other</c>, <c>PARTY</c>, <c>EVENT,..</c>, <c>PARTY+..</c>, <c>OBSTACLE&amp;..</c>.</summary>
    public static FormPart Of(string part)
    {
        if (!char.IsAsciiLetterUpper(part[0])) return new([.. part.Split('|')], default, null);
        var end = part.AsSpan().IndexOfAny(",+&");
        var name = Enum.Parse<PhraseName>(end < 0 ? part : part[..end], ignoreCase: true);
        return new([], name, end < 0 ? null : part[end] == '&' ? "and" : part[end].ToString());
    }

    /// <summary>How a message writes it.</summary>
    public string Shown
    {
        get
        {
            if (!IsSlot) return Words[^1];
            var name = Name switch
            {
                PhraseName.Holder => "PARTY-OR-RULE",
                PhraseName.Count => "N",
                _ => Name.ToString().ToUpperInvariant(),
            };
            return Between switch
            {
                null => name,
                "," => name + ",..",
                _ => $"{name} {Between} {name}",
            };
        }
    }
}

/// <summary>Whether a form takes <c>on DEAL</c>.</summary>
internal enum DealSlot
{
    /// <summary>No <c>on DEAL</c> behind it.</summary>
    None,

    May,

    Must,
}

/// <summary>A form of phrases or measures: its pattern and what it means.</summary>
/// <param name="Pattern">Words and slots, as <see cref="FormPart.Of"/> reads them.</param>
/// <param name="Deal">Whether <c>on DEAL</c> may or must stand behind it.</param>
/// <param name="Make">Makes the phrase or the measure.</param>
internal sealed record PhraseForm<T>(string Pattern, DealSlot Deal, Func<PhraseSlots, T> Make)
{
    public ImmutableArray<FormPart> Parts { get; } = [.. Pattern.Split(' ').Select(FormPart.Of)];

    /// <summary>How a message writes it.</summary>
    public string Shown { get; } = string.Join(' ', Pattern.Split(' ').Select(p => FormPart.Of(p).Shown)) + Deal switch
    {
        DealSlot.May => " [on DEAL]",
        DealSlot.Must => " on DEAL",
        _ => string.Empty,
    };
}
