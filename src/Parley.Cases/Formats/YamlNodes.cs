using Parley.Cases.Text;
using YamlDotNet.Core;

namespace Parley.Cases.Formats;

/// <summary>Builds the tree of a YAML file within the limits; scalars stay text and nothing is mended.</summary>
internal static class YamlNodes
{
    /// <summary>The root; null with a finding.</summary>
    public static CaseNode? Build(FormatFile file)
    {
        for (var i = 0; i < file.Text.Length; i++)
        {
            if (YamlRepair.IsText(file.Text, i)) continue;
            file.Add(ReaderMessages.BadCharacter(file.Text[i]), file.Source.SpanOfOriginal(i, 1));
            return null;
        }
        try
        {
            var tree = YamlTree.Build(file.Source, ScenarioLimits.Nodes);
            foreach (var (_, start, end) in tree.Findings) file.Add(FormatMessages.NotPlainYaml(), file.Source.Span(start, end - start));
            return tree.Findings.Count > 0 ? null : tree.Root ?? new ScalarNode { Start = 0, End = 0, Text = string.Empty, Form = ScalarForm.Plain };
        }
        catch (LimitException limit)
        {
            file.Add(limit.Finding.Slug == ReaderSlugs.TooDeep ? FormatMessages.TooDeep() : FormatMessages.AliasBomb(), file.Source.Span(limit.At, 1));
        }
        catch (YamlException broken)
        {
            file.Add(FormatMessages.BadYaml(ParserWords.Explain(broken.Message)), file.Source.Span((int)broken.Start.Index, 1));
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            file.Add(FormatMessages.BadYaml(ParserWords.Explain(broken.Message)), file.Whole);
        }
        return null;
    }

    /// <summary>The words before a colon at the start of a line, and what follows them.</summary>
    public static Dictionary<string, string> TopKeys(string text)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon <= 0 || line[0] is ' ' or '#' or '-' or '\t') continue;
            keys.TryAdd(line[..colon].Trim().Trim('"').Trim('\'').ToString(), line[(colon + 1)..].Trim().Trim('"').Trim('\'').ToString());
        }
        return keys;
    }
}
