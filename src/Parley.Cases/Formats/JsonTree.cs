using System.Text;
using System.Text.Json;
using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>Builds the tree of a JSON file within the limits; numbers stay text.</summary>
internal static class JsonTree
{
    /// <summary>The root; null with a finding.</summary>
    public static CaseNode? Build(FormatFile file)
    {
        var bytes = Encoding.UTF8.GetBytes(file.Text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = ScenarioLimits.Depth });
        var builder = new Builder(bytes);
        try
        {
            while (reader.Read())
            {
                if (builder.Take(ref reader)) continue;
                file.Add(FormatMessages.TooManyNodes(), file.Source.SpanOfOriginal(builder.OffsetOf((int)reader.TokenStartIndex), 1));
                return null;
            }
            return builder.Root;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            var message = reader.CurrentDepth >= ScenarioLimits.Depth - 1 ? FormatMessages.TooDeep() : FormatMessages.BadJson();
            file.Add(message, file.Source.SpanOfOriginal(builder.OffsetOf((int)reader.BytesConsumed), 1));
            return null;
        }
    }

    /// <summary>The keys of the outermost object, as far as the text goes; null when it begins with no object.</summary>
    public static List<string>? TopKeys(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = ScenarioLimits.Depth }));
        List<string>? keys = null;
        try
        {
            while (reader.Read())
            {
                if (keys is null && reader.TokenType != JsonTokenType.StartObject) return null;
                keys ??= [];
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1) keys.Add(reader.GetString() ?? string.Empty);
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return keys;
        }
        return keys;
    }

    private sealed class Builder(byte[] bytes)
    {
        private readonly Stack<CaseNode> open = new();
        private ScalarNode? key;
        private int countedBytes;
        private int countedChars;
        private int nodes;

        public CaseNode? Root { get; private set; }

        /// <summary>The offset in UTF-16 units of an offset in bytes; asked in ascending order.</summary>
        public int OffsetOf(int at)
        {
            at = Math.Min(at, bytes.Length);
            if (at <= countedBytes) return countedChars;
            countedChars += Encoding.UTF8.GetCharCount(bytes, countedBytes, at - countedBytes);
            countedBytes = at;
            return countedChars;
        }

        /// <summary>Adds one token; false beyond the limit.</summary>
        public bool Take(ref Utf8JsonReader reader)
        {
            var start = OffsetOf((int)reader.TokenStartIndex);
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    key = Scalar(ref reader, start);
                    break;
                case JsonTokenType.StartObject:
                    Open(new MapNode { Start = start, End = start + 1, Flow = true });
                    break;
                case JsonTokenType.StartArray:
                    Open(new ListNode { Start = start, End = start + 1, Flow = true });
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop().End = start + 1;
                    break;
                default:
                    Attach(Scalar(ref reader, start));
                    break;
            }
            return ++nodes <= ScenarioLimits.Nodes;
        }

        private ScalarNode Scalar(ref Utf8JsonReader reader, int start)
        {
            var quoted = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
            return new ScalarNode
            {
                Start = start,
                End = OffsetOf((int)reader.TokenStartIndex + reader.ValueSpan.Length + (quoted ? 2 : 0)),
                Text = (quoted ? reader.GetString() : Encoding.UTF8.GetString(reader.ValueSpan)) ?? string.Empty,
                Form = quoted ? ScalarForm.DoubleQuoted : ScalarForm.Plain,
            };
        }

        private void Open(CaseNode node)
        {
            Attach(node);
            open.Push(node);
        }

        private void Attach(CaseNode node)
        {
            Root ??= node;
            if (!open.TryPeek(out var parent)) return;
            if (parent is ListNode list) list.Items.Add(node);
            else if (parent is MapNode map && key is not null) map.Entries.Add(new MapEntry(key, node, Bare: false));
        }
    }
}
