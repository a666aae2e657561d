using System.Globalization;
using System.Security;
using System.Text;
using Parley.Kernels.Graphs;
using Parley.Reports.Wording;
using Parley.Stability;

namespace Parley.Reports.Pictures;

/// <summary>The moves of a small conflict as a drawing: states in a ring, arrows for what each party would rather do.</summary>
public static class GraphPicture
{
    private const int MostArrows = 120;
    private const int Radius = 17;
    private const int TextHeight = 18;
    private const int LongestName = 12;

    private const string Ink = "#222222";

    // Told apart by most colour-blind eyes too (Okabe and Ito's palette).
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#666666", "#000000"];

    /// <summary>Whether a file's ending names a kind of drawing.</summary>
    public static bool IsKnown(string file) => IsDot(file) || file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);

    /// <summary>The drawing for a file that ends in .svg or .dot.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="result">A conflict whose moves are listed.</param>
    /// <param name="words">Its words.</param>
    public static string Draw(string file, StabilityResult result, StabilityWords words)
    {
        var graph = result.Problem.Graph ?? throw new ArgumentException("The moves are not listed.", nameof(result));
        var arrows = Arrows(graph);
        return IsDot(file) ? Dot(result, words, arrows) : Svg(result, words, arrows);
    }

    private static bool IsDot(string file) => file.EndsWith(".dot", StringComparison.OrdinalIgnoreCase);

    // Every improvement; where they are many, the best of each party at each state.
    private static List<(int Party, int From, int To)> Arrows(ExplicitGraph graph)
    {
        var all = new List<(int, int, int)>();
        var best = new List<(int, int, int)>();
        for (var p = 0; p < graph.PartyCount; p++)
        {
            for (var s = 0; s < graph.StateCount; s++)
            {
                var top = s;
                var ranks = graph.Ranks(p);
                foreach (var to in graph.Moves(p, s))
                {
                    if (!graph.Improves(p, s, to)) continue;
                    all.Add((p, s, to));
                    if (ranks[to] > ranks[top]) top = to;
                }

                if (top != s) best.Add((p, s, top));
            }
        }

        return all.Count <= MostArrows ? all : best;
    }

    private static string Svg(StabilityResult result, StabilityWords words, List<(int Party, int From, int To)> arrows)
    {
        var count = result.Problem.StateCount;
        var ring = Math.Max(130.0, count * 2.6 * Radius / (2 * Math.PI) * 1.25);
        var centre = ring + Radius + 16;
        var lines = Legend(result, words);
        var (width, height) = ((int)Math.Max((2 * centre) + 100, 640), (int)(2 * centre) + (lines.Count * TextHeight) + 24);
        var middle = width / 2.0;
        (double X, double Y) Place(int state)
        {
            var angle = (2 * Math.PI * Turn(state, result) / count) - (Math.PI / 2);
            return (middle + (ring * Math.Cos(angle)), centre + (ring * Math.Sin(angle)));
        }

        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n<defs>\n");
        for (var p = 0; p < words.PartyCount; p++)
            svg.Append(CultureInfo.InvariantCulture, $"<marker id=\"a{p}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0,0L8,4L0,8z\" fill=\"{Colour(p)}\"/></marker>\n");
        svg.Append("</defs>\n");
        foreach (var (party, from, to) in arrows)
            svg.Append(Arrow(Place(from), Place(to), party, HalfWidth(NodeName(from, result)), HalfWidth(NodeName(to, result))));
        for (var s = 0; s < count; s++) svg.Append(Node(Place(s), s, result, words));
        var y = (2 * centre) + TextHeight;
        foreach (var (text, colour) in lines)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"16\" y=\"{y:0}\" fill=\"{colour}\">{SecurityElement.Escape(text)}</text>\n");
            y += TextHeight;
        }

        return svg.Append("</svg>\n").ToString();
    }

    // The state at hand stands on top, the others follow in order.
    private static int Turn(int state, StabilityResult result) =>
        result.From is { } from ? (state - from.State + result.Problem.StateCount) % result.Problem.StateCount : state;

    private static string Arrow((double X, double Y) from, (double X, double Y) to, int party, double fromWidth, double toWidth)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        var (ux, uy) = (dx / length, dy / length);
        // A little to the side, each party by its own amount, so that arrows both ways and of two parties can be told apart.
        var side = 4 + (3 * party);
        var (start, end) = (Edge(ux, uy, fromWidth), Edge(ux, uy, toWidth) + 2);
        var (ax, ay) = (from.X + (ux * start) - (uy * side), from.Y + (uy * start) + (ux * side));
        var (bx, by) = (to.X - (ux * end) - (uy * side), to.Y - (uy * end) + (ux * side));
        return string.Create(CultureInfo.InvariantCulture, $"<line x1=\"{ax:0.0}\" y1=\"{ay:0.0}\" x2=\"{bx:0.0}\" y2=\"{by:0.0}\" stroke=\"{Colour(party)}\" stroke-width=\"1.4\" marker-end=\"url(#a{party})\"/>\n");
    }

    // How far the edge of a node lies from its middle in a direction.
    private static double Edge(double ux, double uy, double halfWidth) => 1 / Math.Sqrt((ux * ux / (halfWidth * halfWidth)) + (uy * uy / (Radius * Radius)));

    private static string Node((double X, double Y) at, int state, StabilityResult result, StabilityWords words)
    {
        var border = result.From?.State == state ? 3.5 : 1.2;
        var name = NodeName(state, result);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<g><title>{SecurityElement.Escape(words.State(state))}</title><ellipse cx=\"{at.X:0.0}\" cy=\"{at.Y:0.0}\" rx=\"{HalfWidth(name):0.0}\" ry=\"{Radius}\" fill=\"{Fill(result, state)}\" stroke=\"{Ink}\" stroke-width=\"{border}\"/>")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"<text x=\"{at.X:0.0}\" y=\"{at.Y + 4:0.0}\" text-anchor=\"middle\" font-size=\"11\">{SecurityElement.Escape(name)}</text></g>\n");
    }

    private static double HalfWidth(string name) => Math.Max(Radius, (name.Length * 3.4) + 8);

    // Names that are short enough, else numbers that the legend explains.
    private static bool UsesNames(StabilityResult result) =>
        Enumerable.Range(0, result.Problem.StateCount).All(s => result.Problem.Label(s).Name.Length <= LongestName);

    private static string NodeName(int state, StabilityResult result) =>
        UsesNames(result) ? result.Problem.Label(state).Name : (state + 1).ToString(CultureInfo.InvariantCulture);

    private static string Fill(StabilityResult result, int state)
    {
        var held = result.Concepts.Count(c => c.Equilibria.Contains(state));
        return held == 0 ? "#ffffff" : held == result.Concepts.Length ? "#7fd49b" : "#d8f2de";
    }

    private static List<(string Text, string Colour)> Legend(StabilityResult result, StabilityWords words)
    {
        var lines = new List<(string, string)>();
        for (var p = 0; p < words.PartyCount; p++) lines.Add(($"\u2192 {words.Party(p)} would rather be there", Colour(p)));
        lines.Add(("Green: everybody would keep the state, in every sense asked for; pale green: in some.", Ink));
        if (result.From is not null) lines.Add(("Thick ring: the state looked at.", Ink));
        for (var s = 0; s < result.Problem.StateCount; s++)
        {
            if (!UsesNames(result)) lines.Add(($"{s + 1}: {words.State(s)}", Ink));
            else if (words.State(s) != NodeName(s, result)) lines.Add((words.State(s), Ink));
        }

        return lines;
    }

    private static string Dot(StabilityResult result, StabilityWords words, List<(int Party, int From, int To)> arrows)
    {
        var dot = new StringBuilder("digraph conflict {\n  node [shape=ellipse, style=filled, fillcolor=\"#ffffff\"];\n");
        for (var s = 0; s < result.Problem.StateCount; s++)
        {
            var ring = result.From?.State == s ? ", penwidth=3" : string.Empty;
            dot.Append(CultureInfo.InvariantCulture, $"  {s} [label={Quoted(words.Name(s))}, tooltip={Quoted(words.State(s))}, fillcolor=\"{Fill(result, s)}\"{ring}];\n");
        }

        foreach (var (party, from, to) in arrows)
            dot.Append(CultureInfo.InvariantCulture, $"  {from} -> {to} [color=\"{Colour(party)}\", tooltip={Quoted(words.Party(party))}];\n");
        for (var p = 0; p < words.PartyCount; p++)
            dot.Append(CultureInfo.InvariantCulture, $"  // {Colour(p)}: {words.Party(p).ReplaceLineEndings(" ")}\n");
        return dot.Append("}\n").ToString();
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")}\"";

    private static string Colour(int party) => Colours[party % Colours.Length];
}
