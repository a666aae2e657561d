using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Parley.Cases.Text;

/// <summary>Builds the tree of a file from the events of the YAML parser, within the limits, without typing any scalar.</summary>
internal sealed class YamlTree
{
    private readonly SourceText source;
    private readonly Parser parser;
    private readonly string text;
    private readonly Dictionary<string, CaseNode> anchors = new(StringComparer.Ordinal);

    private readonly int mostNodes;

    private YamlTree(SourceText source, int mostNodes)
    {
        this.source = source;
        this.mostNodes = mostNodes;
        text = source.Working;
        parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>Things wrong with the text that do not stop the parser: message and place in the working copy.</summary>
    public List<(ReaderMessage Message, int Start, int End)> Findings { get; } = [];

    /// <summary>The tree's root; null for an empty file.</summary>
    public CaseNode? Root { get; private set; }

    /// <summary>Builds the tree.</summary>
    /// <exception cref="YamlException">Where the text is not well-formed.</exception>
    /// <exception cref="LimitException">Where a limit is passed.</exception>
    /// <exception cref="InvalidOperationException">Where the parser loses its way in text that is not well-formed.</exception>
    public static YamlTree Build(SourceText source, int mostNodes = CaseLimits.ExpandedNodes)
    {
        var tree = new YamlTree(source, mostNodes);
        tree.Read();
        return tree;
    }

    private void Read()
    {
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case StreamStart or DocumentStart or DocumentEnd or StreamEnd:
                    break;
                default:
                    var start = (int)parser.Current!.Start.Index; // MoveNext returned true, so there is a current event
                    var node = ReadNode(1);
                    if (Root is null) Root = node;
                    else Findings.Add((ReaderMessages.SecondDocument(), start, start + 1));
                    break;
            }
        }
    }

    private CaseNode ReadNode(int depth)
    {
        var current = parser.Current ?? throw new InvalidOperationException("The parser ended inside a node.");
        if (depth > CaseLimits.Depth && current is MappingStart or SequenceStart)
            throw new LimitException(ReaderMessages.TooDeep(), (int)current.Start.Index);
        var node = current switch
        {
            Scalar scalar => ReadScalar(scalar),
            MappingStart map => ReadMap(map, depth),
            SequenceStart list => ReadList(list, depth),
            AnchorAlias alias => ReadAlias(alias),
            _ => throw new InvalidOperationException($"Unexpected {current.GetType().Name}."),
        };
        if (current is NodeEvent { Tag: { IsEmpty: false } tag } && current is not AnchorAlias)
            Findings.Add((ReaderMessages.Tag(WordAt((int)current.Start.Index)), (int)current.Start.Index, (int)current.Start.Index + 1));
        if (current is NodeEvent { Anchor.IsEmpty: false } anchored && current is not AnchorAlias)
            Remember(anchored.Anchor.Value, node, (int)current.Start.Index);
        return node;
    }

    private ScalarNode ReadScalar(Scalar scalar)
    {
        var start = (int)scalar.Start.Index;
        return new ScalarNode
        {
            Start = start,
            End = (int)scalar.End.Index,
            Text = scalar.Value,
            Told = source.IsTold(start),
            Form = scalar.Style switch
            {
                ScalarStyle.SingleQuoted => ScalarForm.SingleQuoted,
                ScalarStyle.DoubleQuoted => ScalarForm.DoubleQuoted,
                ScalarStyle.Literal or ScalarStyle.Folded => ScalarForm.Block,
                _ => ScalarForm.Plain,
            },
        };
    }

    private MapNode ReadMap(MappingStart started, int depth)
    {
        var start = (int)started.Start.Index;
        var map = new MapNode { Start = start, Flow = started.Style == MappingStyle.Flow, Told = source.IsTold(start) };
        while (Next() is not MappingEnd)
        {
            var keyNode = ReadNode(depth + 1);
            Next();
            var value = ReadNode(depth + 1);
            Grow(map, keyNode.Size + value.Size);
            if (keyNode is not ScalarNode key)
            {
                Findings.Add((ReaderMessages.KeyIsNoWord(keyNode.Kind), keyNode.Start, keyNode.Start + 1));
                continue;
            }
            map.Entries.Add(map.Flow && IsBare(key, value) ? BareEntry(key, value) : new MapEntry(key, value, Bare: false));
        }
        map.End = Closed(map.Flow, (int)parser.Current!.End.Index, map.Entries.Count > 0 ? map.Entries[^1].Value : null, start);
        return map;
    }

    private ListNode ReadList(SequenceStart started, int depth)
    {
        var start = (int)started.Start.Index;
        var list = new ListNode { Start = start, Flow = started.Style == SequenceStyle.Flow, Told = source.IsTold(start) };
        while (Next() is not SequenceEnd)
        {
            var item = ReadNode(depth + 1);
            Grow(list, item.Size);
            list.Items.Add(item);
        }
        list.End = Closed(list.Flow, (int)parser.Current!.End.Index, list.Items.Count > 0 ? list.Items[^1] : null, start);
        return list;
    }

    /// <summary>The parser's end of a flow collection is where its bracket stands, that of a block collection is the next token.</summary>
    private static int Closed(bool flow, int end, CaseNode? last, int start) =>
        flow ? end + 1 : Math.Max(start + 1, last?.End ?? end);

    private CaseNode ReadAlias(AnchorAlias alias)
    {
        var start = (int)alias.Start.Index;
        var end = (int)alias.End.Index;
        if (anchors.TryGetValue(alias.Value.Value, out var node)) return node;
        Findings.Add((ReaderMessages.StarFirst(alias.Value.Value), start, end));
        return new ScalarNode { Start = start, End = end, Text = text[start..Math.Min(end, text.Length)], Form = ScalarForm.Plain, Told = true };
    }

    private void Remember(string name, CaseNode node, int at)
    {
        if (anchors.Count >= CaseLimits.Anchors) throw new LimitException(ReaderMessages.TooManyAnchors(), at);
        anchors[name] = node;
    }

    private void Grow(CaseNode node, long size)
    {
        node.Size += size;
        if (node.Size > mostNodes) throw new LimitException(ReaderMessages.AliasBomb(), node.Start);
    }

    /// <summary>A word without a colon behind it; <c>{a:1}</c> and <c>{a:}</c> are such to YAML, and a key to everyone else.</summary>
    private MapEntry BareEntry(ScalarNode key, CaseNode value)
    {
        var colon = key.Form == ScalarForm.Plain ? key.Text.IndexOf(':', StringComparison.Ordinal) : -1;
        if (colon <= 0 || (colon + 1 < key.Text.Length && key.Text[colon + 1] == '/')) return new MapEntry(key, value, Bare: true);
        var name = new ScalarNode { Start = key.Start, End = key.Start + colon, Text = key.Text[..colon], Form = ScalarForm.Plain };
        if (colon + 1 == key.Text.Length) return new MapEntry(name, value, Bare: false);
        Findings.Add((ReaderMessages.MissingSpace(name.Text), key.Start + colon, key.Start + colon + 1));
        return new MapEntry(name, new ScalarNode { Start = name.End + 1, End = key.End, Text = key.Text[(colon + 1)..], Form = ScalarForm.Plain }, Bare: false);
    }

    private string WordAt(int start)
    {
        var end = start;
        while (end < text.Length && text[end] is not (' ' or ',' or '}' or ']' or '\r' or '\n')) end++;
        return text[start..end];
    }

    private bool IsBare(ScalarNode key, CaseNode value)
    {
        if (value is not ScalarNode { IsEmpty: true }) return false;
        var i = key.End;
        while (i < text.Length && text[i] is ' ' or '\n' or '\r' or '\t') i++;
        return i >= text.Length || text[i] is ',' or '}' or '#';
    }

    private ParsingEvent Next()
    {
        if (!parser.MoveNext() || parser.Current is null) throw new InvalidOperationException("The text ended inside a node.");
        return parser.Current;
    }
}

/// <summary>A limit passed while the tree is built; never leaves the reader.</summary>
#pragma warning disable CA1032, CA1064 // thrown and caught in this room only
internal sealed class LimitException(ReaderMessage finding, int at) : Exception(finding.Text)
#pragma warning restore CA1032, CA1064
{
    public ReaderMessage Finding { get; } = finding;

    public int At { get; } = at;
}
