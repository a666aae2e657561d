using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>One map of the file read against its section of the field table: unknown keys are told, values are typed by field.</summary>
internal sealed partial class FieldMap
{
    private readonly Dictionary<string, CaseNode> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScalarNode> keys = new(StringComparer.Ordinal);
    private readonly FieldSection section;
    private readonly CaseScope scope;
    private readonly CaseNode owner;

    /// <param name="scope">What the file declares.</param>
    /// <param name="section">The section of the table.</param>
    /// <param name="node">The map; anything else is told, and read as an empty one.</param>
    /// <param name="where">Its name in messages, such as <c>venezuela.withdraw</c>.</param>
    /// <param name="owner">The key it stands under.</param>
    public FieldMap(CaseScope scope, FieldSection section, CaseNode node, string where, CaseNode owner)
    {
        (this.scope, this.section, this.owner) = (scope, section, owner);
        Where = where;
        Fold(node);
    }

    /// <summary>Its name in messages.</summary>
    public string Where { get; }

    /// <summary>Entries whose keys are not listed in the section, for sections that take such.</summary>
    public List<MapEntry> Others { get; } = [];

    public SourceSpan Span => scope.Context.Span(owner);

    private ReaderContext Context => scope.Context;

    public bool Has(string key) => Node(key) is not null;

    /// <summary>The node of a field; null when the file leaves it out.</summary>
    public CaseNode? Node(string key)
    {
        Debug.Assert(section.Find(key) is not null, $"'{key}' is not in the field table of {section.Name}.");
        return values.GetValueOrDefault(key);
    }

    /// <summary>The key of a field as it stands in the file; null when the file leaves it out.</summary>
    public ScalarNode? Key(string key) => keys.GetValueOrDefault(key);

    /// <summary>Reports required fields that are missing.</summary>
    public bool HasRequired()
    {
        var fine = true;
        foreach (var field in section.Fields)
        {
            if (!field.Required || values.ContainsKey(field.Key)) continue;
            Context.Add(ReaderMessages.MissingKey(field.Key, Where == section.Name ? "The case" : $"'{ReaderMessages.Short(Where)}'"), owner);
            fine = false;
        }
        return fine;
    }

    public string? Text(string key)
    {
        if (Scalar(key, "a text") is not { } scalar) return null;
        CheckComment(scalar);
        return scalar.Text;
    }

    public string? Word(string key) => Scalar(key, "a word") is { Told: false } scalar ? CheckWord(key, scalar) : null;

    public (string Text, CaseNode Node)? WordAt(string key) =>
        Word(key) is { } word && Node(key) is { } node ? (word, node) : null;

    public ImmutableArray<(string Text, CaseNode Node)> Words(string key)
    {
        var node = Node(key);
        if (node is null or ScalarNode { IsEmpty: true }) return [];
        if (node is ScalarNode) return Word(key) is { } word ? [(word, node)] : [];
        if (node is not ListNode list)
        {
            Context.Add(ReaderMessages.WrongShape(key, node.Kind, "a word or a list [a, b]"), node);
            return [];
        }
        var words = ImmutableArray.CreateBuilder<(string, CaseNode)>();
        foreach (var item in list.Items)
        {
            if (item is ScalarNode { IsEmpty: false } scalar) words.Add((scalar.Text, scalar));
            else Context.Add(ReaderMessages.WrongShape(key, item.Kind, "a word"), item);
        }
        return words.ToImmutable();
    }

    public bool? YesNo(string key)
    {
        if (Scalar(key, "yes or no") is not { } scalar) return null;
        if (YesNoWord(scalar.Text) is { } value) return value;
        if (!scalar.Told) Context.Add(ReaderMessages.UnknownWord(key, scalar.Text, ["yes", "no"], Spelling.Nearest(scalar.Text, ["yes", "no"])), scalar);
        return null;
    }

    /// <summary>Reads yes and no, and what a YAML habit writes for them.</summary>
    public static bool? YesNoWord(string word) => word.ToLowerInvariant() switch
    {
        "yes" or "true" => true,
        "no" or "false" => false,
        _ => null,
    };

    public decimal? Decimal(string key)
    {
        if (Scalar(key, "a number") is not { Told: false } scalar) return null;
        if (DecimalText.TryParse(scalar.Text, out var value)) return DecimalText.Normal(value);
        if (Number(key, NumberDomain.Any) is not null) Context.Add(ReaderMessages.BadNumber(scalar.Text, "2.5"), scalar);
        return null;
    }

    public int? Integer(string key)
    {
        if (Scalar(key, "a whole number") is not { Told: false } scalar) return null;
        if (int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= CaseLimits.Magnitude) return value;
        Context.Add(ReaderMessages.BadNumber(scalar.Text, "3"), scalar);
        return null;
    }

    /// <summary>A share such as 30%, as 0.30.</summary>
    public decimal? Percent(string key)
    {
        if (Scalar(key, "a share such as 30%") is not { Told: false } scalar) return null;
        var text = scalar.Text.TrimEnd();
        if (!text.EndsWith('%') || !DecimalText.TryParse(text[..^1], out var value))
            Context.Add(ReaderMessages.BadNumber(text, "30%"), scalar);
        else if (value is < 0 or > 100)
            Context.Add(ReaderMessages.OutOfRange(text, "a share from 0% to 100%"), scalar);
        else return DecimalText.Normal(value / 100m);
        return null;
    }

    public Number? Number(string key, NumberDomain domain, string? inherited = null) =>
        Scalar(key, "a number") is { } scalar ? Number(scalar, domain, inherited) : null;

    public Number? Number(ScalarNode scalar, NumberDomain domain, string? inherited = null)
    {
        if (scalar.Told) return null;
        var shift = scalar.Form == ScalarForm.Plain ? 0 : 1;
        return NumberReader.Read(scalar.Text, domain, scope, inherited, Context.Span(scalar), isEdit: false, (message, at, length) =>
        {
            if (message.Severity == Severity.Error) scalar.IsBrokenNumber = true;
            at = Math.Clamp(at + shift, 0, Math.Max(0, scalar.End - scalar.Start - 1));
            Context.Add(message, scalar.Start + at, Math.Clamp(length, 1, Math.Max(1, scalar.End - scalar.Start - at)));
        });
    }

    public string? Source(string key = "source")
    {
        if (WordAt(key) is not var (id, node)) return null;
        id = id.TrimStart('@');
        if (!scope.IsSource(id)) Context.Add(ReaderMessages.UnknownSource(id, Spelling.Nearest(id, scope.SourceIds.Append("guess"))), node);
        return id;
    }

    private void Fold(CaseNode node)
    {
        if (node is ScalarNode { IsEmpty: true } || node.Told) return;
        if (node is not MapNode map)
        {
            Context.Add(ReaderMessages.WrongShape(Where, node.Kind, "a map 'key: value'"), node);
            return;
        }
        foreach (var entry in MapEntries.Of(map, Context))
        {
            if (section.Find(entry.Key.Text) is not null) (keys[entry.Key.Text], values[entry.Key.Text]) = (entry.Key, entry.Value);
            else if (section.Others is not null) Others.Add(entry);
            else UnknownKey(entry.Key, []);
        }
    }

    /// <summary>Tells of a key that the section does not have, with the nearest one it has.</summary>
    public void UnknownKey(ScalarNode key, IEnumerable<string> alsoKnown)
    {
        var ascii = Typography.ToAscii(key.Text);
        if (ascii != key.Text) Context.Add(ReaderMessages.Typographic(key.Text, ascii), key);
        else Context.Add(ReaderMessages.UnknownKey(key.Text, section.Name == Where ? Where : $"'{ReaderMessages.Short(Where)}'", Meant(key.Text, alsoKnown)), key);
    }

    private string? Meant(string key, IEnumerable<string> alsoKnown)
    {
        foreach (var field in section.Fields)
            if (field.Formerly.Contains(key, StringComparer.OrdinalIgnoreCase))
                return field.Key;
        return Spelling.Nearest(key, section.Keys.Concat(alsoKnown));
    }

    private ScalarNode? Scalar(string key, string wanted)
    {
        var node = Node(key);
        if (node is ScalarNode { IsEmpty: false } scalar) return scalar;
        if (node is not null) Context.Add(ReaderMessages.WrongShape(key, node.Kind, wanted), node);
        return null;
    }

    private string? CheckWord(string key, ScalarNode scalar)
    {
        var words = section.Find(key)?.Words ?? [];
        if (words.IsEmpty || words.Contains(scalar.Text) || section.Find(key)!.Kind == FieldKind.References) return scalar.Text; // found by Node before
        Context.Add(key == "parley" ? ReaderMessages.UnknownFormat(scalar.Text) : ReaderMessages.UnknownWord(key, scalar.Text, words, Spelling.Nearest(scalar.Text, words)), scalar);
        return null;
    }

    /// <summary><c>note: item #3</c>: a # that touches a word is hardly meant to begin a comment.</summary>
    private void CheckComment(ScalarNode scalar)
    {
        var text = Context.Source.Working;
        if (scalar.Form != ScalarForm.Plain || scalar.End + 2 >= text.Length || text[scalar.End] != ' ' || text[scalar.End + 1] != '#') return;
        if (!char.IsLetterOrDigit(text[scalar.End + 2])) return;
        var end = Context.Source.LineAround(scalar.End).End;
        Context.Add(ReaderMessages.CommentInText(text[(scalar.End + 1)..end].TrimEnd()), scalar.End + 1, end - scalar.End - 1);
    }
}
