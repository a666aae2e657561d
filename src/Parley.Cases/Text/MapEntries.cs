namespace Parley.Cases.Text;

/// <summary>The entries of a map as its author meant them: equal keys and commas that cut a value in two are told here.</summary>
internal static class MapEntries
{
    public static List<MapEntry> Of(MapNode map, ReaderContext context)
    {
        var entries = new List<MapEntry>();
        var seen = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        for (var i = 0; i < map.Entries.Count; i++)
        {
            var entry = map.Entries[i];
            if (entry.Bare && !entry.Key.Told && IsCutOff(map, i, entries, context, out var last))
            {
                i = last;
                continue;
            }
            if (seen.TryGetValue(entry.Key.Text, out var first))
            {
                context.Add(ReaderMessages.DuplicateKey(entry.Key.Text, context.Span(first).Line), entry.Key);
                continue;
            }
            seen.Add(entry.Key.Text, entry.Key);
            entries.Add(entry);
        }
        return entries;
    }

    /// <summary><c>{title: France, Germany}</c>, <c>{v: 0.15 (0.05, 0.30)}</c>, <c>{v: 1,000}</c>: the rest of a value read as keys.</summary>
    private static bool IsCutOff(MapNode map, int index, List<MapEntry> entries, ReaderContext context, out int last)
    {
        last = index;
        if (entries.Count == 0 || entries[^1].Value is not ScalarNode { IsEmpty: false } value) return false;
        if (entries[^1].Key != map.Entries[index - 1].Key) return false;
        while (last + 1 < map.Entries.Count && map.Entries[last + 1].Bare) last++;
        var rest = string.Join(", ", Enumerable.Range(index, last - index + 1).Select(k => map.Entries[k].Key.Text));
        var end = map.Entries[last].Key.End;
        if (!value.Told) context.Add(Explain(value, rest), value.Start, end - value.Start);
        value.Told = true;
        return true;
    }

    private static ReaderMessage Explain(ScalarNode value, string rest)
    {
        var open = value.Text.IndexOf('(', StringComparison.Ordinal);
        if (open >= 0 && !value.Text.Contains(')', StringComparison.Ordinal))
        {
            var close = rest.IndexOf(')', StringComparison.Ordinal);
            var inner = value.Text[(open + 1)..].Trim();
            var kind = inner.Split(' ')[0];
            if (kind is "normal" or "lognormal" or "beta" or "discrete") return ReaderMessages.NoComma(kind);
            return ReaderMessages.BadRange(inner, (close < 0 ? rest : rest[..close]).Trim());
        }
        var number = value.Text + "," + rest.Split(' ')[0].TrimEnd(',');
        if (value.Form == ScalarForm.Plain && value.Text.TrimStart('-', '+') is { Length: > 0 } digits
            && digits.All(char.IsAsciiDigit) && rest.Length > 0 && char.IsAsciiDigit(rest[0]))
        {
            return NumberSyntax.IsThousands(number)
                ? ReaderMessages.BadNumber(number, number.Replace(",", string.Empty, StringComparison.Ordinal))
                : ReaderMessages.DecimalComma(number);
        }
        var whole = $"{value.Text}, {rest}";
        return Typography.FirstIn(value.Text) == 0
            ? ReaderMessages.Typographic(whole, Typography.ToAscii(whole))
            : ReaderMessages.StrayComma(value.Text, rest);
    }
}
