using System.Collections.Immutable;

namespace Parley.Cases.Text;

/// <summary>What a field of the case file takes.</summary>
public enum FieldKind
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>A word: a name declared here or elsewhere, or one of the field's <see cref="Field.Words"/>.</summary>
    Word,

    /// <summary>One word or a list of them.</summary>
    Words,

    /// <summary><c>value [*parameter].. [(distribution)] [@source]</c>.</summary>
    Number,

    /// <summary>A plain decimal without parameters, range or source.</summary>
    Plain,

    /// <summary>A whole number from 0.</summary>
    Count,

    /// <summary>A share such as 30%.</summary>
    Percent,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    YesNo,

    /// <summary>A day, month, year or span of them (EDTF level 1).</summary>
    Date,

    /// <summary>An http or https address.</summary>
    Url,

    /// <summary>A SHA-256 in hexadecimal.</summary>
    Hash,

    /// <summary>One option or issue, or a list of them: <c>issue.option</c>, <c>issue=value</c>, <c>issue</c>.</summary>
    References,

    /// <summary>A map of names to numbers.</summary>
    Numbers,

    /// <summary>A map of names to texts.</summary>
    Texts,

    /// <summary>A number, or a map of names to numbers.</summary>
    NumberOrNumbers,

    /// <summary>A map of parties to points, or to maps of dimensions to numbers.</summary>
    Effects,

    /// <summary>A map of paths to new values.</summary>
    Edits,

    /// <summary>A list of words in which a list of words stands for equals.</summary>
    Groups,

    /// <summary>A map of names to a word or a list of words.</summary>
    NamedWords,

    /// <summary>A map of parties to <see cref="Groups"/> or to maps with the keys of <see cref="Field.Section"/>.</summary>
    Preferences,

    /// <summary>A map of names to maps of paths to plain numbers from -1 to 1.</summary>
    Loadings,

    /// <summary>A list of lists <c>[path, path, number]</c>, the number from -1 to 1.</summary>
    Correlations,

    /// <summary>A map with the keys of <see cref="Field.Section"/>.</summary>
    Section,

    /// <summary>A map of names to maps with the keys of <see cref="Field.Section"/>.</summary>
    NamedSections,

    /// <summary>A list of maps with the keys of <see cref="Field.Section"/>.</summary>
    SectionList,
}

/// <summary>One key of the case file.</summary>
/// <param name="Key">The key as written.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Meaning">What it means, one sentence; shown in the schema and the documentation.</param>
public sealed record Field(string Key, FieldKind Kind, string Meaning)
{
    /// <summary>Words often typed for it: older drafts, other traditions of the field.</summary>
    public ImmutableArray<string> Formerly { get; init; } = [];

    /// <summary>The fixed words it takes, where they are fixed.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The section it opens.</summary>
    public FieldSection? Section { get; init; }

    /// <summary>True when it must be there.</summary>
    public bool Required { get; init; }
}

/// <summary>A map of the case file: its keys, and what other keys may stand there.</summary>
/// <param name="Name">Its name in messages: <c>an option</c>.</param>
/// <param name="Fields">Its keys, in the order in which they are best written.</param>
public sealed record FieldSection(string Name, ImmutableArray<Field> Fields)
{
    /// <summary>What keys beyond the listed ones stand for (their <see cref="Field.Key"/> names the thing); null when there are none.</summary>
    public Field? Others { get; init; }

    /// <summary>The listed keys, in order.</summary>
    public IEnumerable<string> Keys => Fields.Select(f => f.Key);

    /// <summary>The field of a key; null when the key is not listed.</summary>
    public Field? Find(string key)
    {
        foreach (var field in Fields)
            if (field.Key == key)
                return field;
        return null;
    }
}
