using System.Globalization;
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
    private const int LongestName = 12;
    private const int LeastWidth = 640;

    private const string KeptByAll = "#7fd49b";
    private const string KeptInSome = "#d8f2de";

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
        var width = (int)Math.Max(2 * (ring + Radius + 66), LeastWidth);
        var summary = Summary(result, words);
        var page = new SvgPage(words.Title, summary, width);
        var centre = page.Paragraph(44, summary) + ring + Radius;
        (double X, double Y) Place(int state)
        {
            var angle = (2 * Math.PI * Turn(state, result) / count) - (Math.PI / 2);
            return ((width / 2.0) + (ring * Math.Cos(angle)), centre + (ring * Math.Sin(angle)));
        }

        page.Add($"<defs>\n");
        for (var p = 0; p < words.PartyCount; p++)
            page.Add($"<marker id=\"a{p}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0,0L8,4L0,8z\" fill=\"{Palette.Of(p)}\"/></marker>\n");
        page.Add($"</defs>\n");
        foreach (var (party, from, to) in arrows)
            Arrow(page, Place(from), Place(to), party, HalfWidth(NodeName(from, result)), HalfWidth(NodeName(to, result)));
        for (var s = 0; s < count; s++) Node(page, Place(s), s, result, words);
        return page.Svg(Explained(page, result, words, arrows, centre + ring + Radius + 34));
    }

    private static string Summary(StabilityResult result, StabilityWords words)
    {
        var kept = Enumerable.Range(0, result.Problem.StateCount).Where(s => Kept(result, s) == result.Concepts.Length).Select(words.Name).ToList();
        return kept.Count == 0
            ? "There is no state that everybody would keep in every sense asked for."
            : $"Everybody would keep, in every sense asked for: {string.Join("; ", kept)}.";
    }

    // The state at hand stands on top, the others follow in order.
    private static int Turn(int state, StabilityResult result) =>
        result.From is { } from ? (state - from.State + result.Problem.StateCount) % result.Problem.StateCount : state;

    private static void Arrow(SvgPage page, (double X, double Y) from, (double X, double Y) to, int party, double fromWidth, double toWidth)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        var (ux, uy) = (dx / length, dy / length);
        // A little to the side, each party by its own amount, so that arrows both ways and of two parties can be told apart.
        var side = 4 + (3 * party);
        var (start, end) = (Edge(ux, uy, fromWidth), Edge(ux, uy, toWidth) + 2);
        var (ax, ay) = (from.X + (ux * start) - (uy * side), from.Y + (uy * start) + (ux * side));
        var (bx, by) = (to.X - (ux * end) - (uy * side), to.Y - (uy * end) + (ux * side));
        page.Add($"<line x1=\"{ax:0.0}\" y1=\"{ay:0.0}\" x2=\"{bx:0.0}\" y2=\"{by:0.0}\" stroke=\"{Palette.Of(party)}\" stroke-width=\"1.4\" marker-end=\"url(#a{party})\"/>\n");
    }

    // How far the edge of a node lies from its middle in a direction.
    private static double Edge(double ux, double uy, double halfWidth) => 1 / Math.Sqrt((ux * ux / (halfWidth * halfWidth)) + (uy * uy / (Radius * Radius)));

    private static void Node(SvgPage page, (double X, double Y) at, int state, StabilityResult result, StabilityWords words)
    {
        var border = result.From?.State == state ? 3.5 : 1.2;
        var name = NodeName(state, result);
        page.Add($"<g><title>{SvgPage.Escape(words.State(state))}</title><ellipse cx=\"{at.X:0.0}\" cy=\"{at.Y:0.0}\" rx=\"{HalfWidth(name):0.0}\" ry=\"{Radius}\" fill=\"{Fill(result, state)}\" stroke=\"{Palette.Ink}\" stroke-width=\"{border}\"/>");
        page.Add($"<text x=\"{at.X:0.0}\" y=\"{at.Y + 4:0.0}\" text-anchor=\"middle\" font-size=\"11\">{SvgPage.Escape(name)}</text></g>\n");
    }

    private static double HalfWidth(string name) => Math.Max(Radius, (TextFit.WidthOf(name, 11) / 2) + 6);

    // Names that are short enough, else numbers that the legend explains.
    private static bool UsesNames(StabilityResult result) =>
        Enumerable.Range(0, result.Problem.StateCount).All(s => result.Problem.Label(s).Name.Length <= LongestName);

    private static string NodeName(int state, StabilityResult result) =>
        UsesNames(result) ? result.Problem.Label(state).Name : (state + 1).ToString(CultureInfo.InvariantCulture);

    private static int Kept(StabilityResult result, int state) => result.Concepts.Count(c => c.Equilibria.Contains(state));

    private static string Fill(StabilityResult result, int state)
    {
        var held = Kept(result, state);
        return held == 0 ? Palette.Paper : held == result.Concepts.Length ? KeptByAll : KeptInSome;
    }

    // Below the ring: what colours stand for, and what the states are.
    private static double Explained(SvgPage page, StabilityResult result, StabilityWords words, List<(int Party, int From, int To)> arrows, double y)
    {
        var parties = Enumerable.Range(0, words.PartyCount).Select(p => new LegendKey(
            LegendMark.Line, Palette.Of(p), arrows.Exists(a => a.Party == p) ? $"{words.Party(p)} would rather be there" : $"{words.Party(p)}: no move to where it would rather be"));
        LegendKey[] states =
        [
            new(LegendMark.Box, KeptByAll, "everybody would keep the state, in every sense asked for"),
            new(LegendMark.Box, KeptInSome, "in some"),
        ];
        foreach (var party in parties) y = Legend.Draw(page, SvgPage.Margin, page.Width - SvgPage.Margin, y, [party]);
        y = Legend.Draw(page, SvgPage.Margin, page.Width - SvgPage.Margin, y, states);
        if (result.From is not null) y = page.Paragraph(y, "Thick ring: the state looked at.", 11);
        for (var s = 0; s < result.Problem.StateCount; s++)
        {
            if (!UsesNames(result)) y = page.Paragraph(y, $"{s + 1}: {words.State(s)}", 11);
            else if (words.State(s) != NodeName(s, result)) y = page.Paragraph(y, words.State(s), 11);
        }

        return y;
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
            dot.Append(CultureInfo.InvariantCulture, $"  {from} -> {to} [color=\"{Palette.Of(party)}\", tooltip={Quoted(words.Party(party))}];\n");
        for (var p = 0; p < words.PartyCount; p++)
            dot.Append(CultureInfo.InvariantCulture, $"  // {Palette.Of(p)}: {words.Party(p).ReplaceLineEndings(" ")}\n");
        return dot.Append("}\n").ToString();
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")}\"";
}
