using System.Globalization;
using System.Xml.Linq;

namespace Parley.Shared;

/// <summary>What holds of every drawing: it can be read, nothing lies outside of it, no text runs into another.</summary>
public static class PictureFrame
{
    // Of a letter, in parts of the font's size: what common sans-serifs take on average, and more for capitals.
    private const double Letter = 0.6;
    private const double Capital = 0.68;
    private const double Thin = 0.34;
    private const string ThinLetters = " .,:;'!|()/-fijlrtI";

    private static readonly string[] Across = ["x", "x1", "x2", "cx"];
    private static readonly string[] Down = ["y", "y1", "y2", "cy"];

    /// <summary>Fails where it does not hold; returns the drawing.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="about">Of what, for the message.</param>
    public static XElement Check(string svg, string about)
    {
        foreach (var odd in new[] { "NaN", "\u221e", "Infinity", "\uFFFD" }) Assert.False(svg.Contains(odd, StringComparison.Ordinal), $"{about}: {odd}");
        var root = XDocument.Parse(svg).Root!; // a document that parses has a root
        Assert.Equal("svg", root.Name.LocalName);
        Assert.False(string.IsNullOrWhiteSpace(root.Element(root.Name.Namespace + "title")?.Value), about);
        Assert.False(string.IsNullOrWhiteSpace(root.Element(root.Name.Namespace + "desc")?.Value), about);
        var (width, height) = (Number(root, "width"), Number(root, "height"));
        foreach (var element in root.Descendants().Where(e => e.Parent!.Name.LocalName is not ("defs" or "marker"))) // all but the root have a parent
        {
            foreach (var name in Across.Where(n => element.Attribute(n) is not null)) Assert.True(Number(element, name) >= 0 && Number(element, name) <= width, $"{about}: {element}");
            foreach (var name in Down.Where(n => element.Attribute(n) is not null)) Assert.True(Number(element, name) >= 0 && Number(element, name) <= height, $"{about}: {element}");
            foreach (var point in (element.Attribute("points")?.Value ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = point.Split(',').Select(p => double.Parse(p, CultureInfo.InvariantCulture)).ToList();
                Assert.True(parts[0] >= 0 && parts[0] <= width && parts[1] >= 0 && parts[1] <= height, $"{about}: {element}");
            }
        }

        Texts(root, width, height, about);
        return root;
    }

    private static void Texts(XElement root, double width, double height, string about)
    {
        var boxes = root.Descendants().Where(e => e.Name.LocalName == "text").Select(e => (Element: e, Box: BoxOf(e))).ToList();
        foreach (var (element, box) in boxes)
            Assert.True(box.Left >= 0 && box.Right <= width && box.Top >= 0 && box.Bottom <= height, $"{about}: {element} {box}");
        for (var a = 0; a < boxes.Count; a++)
        {
            for (var b = 0; b < a; b++)
            {
                var (one, other) = (boxes[a].Box, boxes[b].Box);
                Assert.False(one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom, $"{about}: {boxes[a].Element} {one} runs into {boxes[b].Element} {other}");
            }
        }
    }

    private static (double Left, double Top, double Right, double Bottom) BoxOf(XElement text)
    {
        var letters = text.Nodes().OfType<XText>().FirstOrDefault()?.Value ?? string.Empty;
        var size = text.Attribute("font-size") is null ? 12 : Number(text, "font-size");
        var width = size * letters.Sum(c => ThinLetters.Contains(c, StringComparison.Ordinal) ? Thin : char.IsUpper(c) || c > '\u2E80' ? Capital : Letter);
        var left = Number(text, "x") - (width * (text.Attribute("text-anchor")?.Value switch { "end" => 1, "middle" => 0.5, _ => 0 }));
        var y = Number(text, "y");
        return (left, y - (0.72 * size), left + width, y + 1);
    }

    private static double Number(XElement element, string name) =>
        element.Attribute(name)?.Value is { } value && !value.EndsWith('%') ? double.Parse(value, CultureInfo.InvariantCulture) : 0;
}
