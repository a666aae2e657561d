using Parley.Cases.Diagnostics;

namespace Parley.Cases.Formats;

/// <summary>An element of an XML file with its place.</summary>
internal sealed class MarkupNode
{
    public required string Name { get; init; }

    public required SourceSpan Span { get; init; }

    public List<MarkupAttribute> Attributes { get; } = [];

    public List<MarkupNode> Children { get; } = [];

    /// <summary>An attribute's value; null when it is not there.</summary>
    public string? this[string name] => Find(name)?.Value;

    public MarkupAttribute? Find(string name)
    {
        foreach (var attribute in Attributes)
            if (attribute.Name == name)
                return attribute;
        return null;
    }

    public IEnumerable<MarkupNode> Named(string name) => Children.Where(c => c.Name == name);
}

/// <summary>An attribute with its place.</summary>
internal sealed record MarkupAttribute(string Name, string Value, SourceSpan Span);
