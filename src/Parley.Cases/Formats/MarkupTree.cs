using System.Xml;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Formats;

/// <summary>Builds the tree of an XML file within the limits; declarations of document types are refused before anything expands.</summary>
internal static class MarkupTree
{
    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = true,
        MaxCharactersInDocument = ScenarioLimits.FileBytes,
    };

    /// <summary>The root element; null with a finding.</summary>
    public static MarkupNode? Build(FormatFile file)
    {
        MarkupNode? root = null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(file.Text), Settings);
            return Read(reader, file, ref root);
        }
        catch (XmlException broken)
        {
            file.Add(Explain(file, broken, root is not null, out var span), span);
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            file.Add(FormatMessages.BadXml("it cannot be read"), file.Whole);
        }
        return null;
    }

    /// <summary>The name of the root element; null when there is none before the first mistake.</summary>
    public static string? RootName(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null;
        }
        catch (Exception broken) when (broken is XmlException or ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static MarkupNode? Read(XmlReader reader, FormatFile file, ref MarkupNode? root)
    {
        var place = (IXmlLineInfo)reader;
        var open = new Stack<MarkupNode>();
        var nodes = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement) open.Pop();
            if (reader.NodeType != XmlNodeType.Element) continue;
            var node = new MarkupNode { Name = reader.LocalName, Span = Here(file, place, reader.Name.Length) };
            nodes += 1 + reader.AttributeCount;
            if (nodes > ScenarioLimits.Nodes || open.Count >= ScenarioLimits.Depth)
            {
                file.Add(nodes > ScenarioLimits.Nodes ? FormatMessages.TooManyNodes() : FormatMessages.TooDeep(), node.Span);
                return null;
            }
            root ??= node;
            if (open.TryPeek(out var parent)) parent.Children.Add(node);
            var isEmpty = reader.IsEmptyElement;
            while (reader.MoveToNextAttribute())
                node.Attributes.Add(new MarkupAttribute(reader.LocalName, reader.Value, Here(file, place, reader.Name.Length)));
            if (!isEmpty) open.Push(node);
        }
        return root;
    }

    private static SourceSpan Here(FormatFile file, IXmlLineInfo place, int length) =>
        file.Source.SpanAt(place.LineNumber, place.LinePosition, length);

    /// <summary>A declaration of a document type can only stand before the root.</summary>
    private static Text.ReaderMessage Explain(FormatFile file, XmlException broken, bool hadRoot, out SourceSpan span)
    {
        var declared = hadRoot ? -1 : file.Text.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
        if (declared >= 0)
        {
            span = file.Source.SpanOfOriginal(declared, 9);
            return FormatMessages.Dtd();
        }
        span = broken.LineNumber > 0 ? file.Source.SpanAt(broken.LineNumber, broken.LinePosition, 1) : file.Whole;
        return FormatMessages.BadXml(broken.LineNumber > 0 ? "it is not well-formed from here on" : "it is not well-formed");
    }
}
