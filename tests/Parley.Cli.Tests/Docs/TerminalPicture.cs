using System.Globalization;
using System.Security;
using System.Text;

namespace Parley.Cli.Tests.Docs;

/// <summary>Draws lines of console text as an SVG that needs no font of its own.</summary>
internal static class TerminalPicture
{
    private const int LineHeight = 19;
    private const double CharacterWidth = 8.43;
    private const int Top = 46;

    public static string Of(string command, string[] lines)
    {
        var all = new[] { $"$ {command}", string.Empty }.Concat(lines).ToArray();
        var width = (int)(Math.Max(80, all.Max(l => l.Length)) * CharacterWidth) + 40;
        var height = Top + all.Length * LineHeight + 8;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"width=\"{width}\" height=\"{height}\" role=\"img\">\n");
        svg.Append("<title>What parley analyze prints on the founding case</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#1c2230\"/>\n");
        foreach (var (x, colour) in new[] { (20, "#d86b61"), (40, "#d8b261"), (60, "#78b36a") })
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x}\" cy=\"20\" r=\"6\" fill=\"{colour}\"/>\n");
        svg.Append("<g font-family=\"ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace\" font-size=\"14\" fill=\"#dfe5ee\">\n");
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Trim().Length == 0) continue;
            var y = Top + (i + 1) * LineHeight - 8;
            var colour = i == 0 ? " fill=\"#8fb7e8\"" : string.Empty;
            var length = (all[i].Length * CharacterWidth).ToString("0.0", CultureInfo.InvariantCulture);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"20\" y=\"{y}\" xml:space=\"preserve\" textLength=\"{length}\"{colour}>");
            svg.Append(SecurityElement.Escape(all[i])).Append("</text>\n");
        }

        return svg.Append("</g>\n</svg>\n").ToString();
    }
}
