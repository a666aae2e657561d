using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Tests;

/// <summary>A model as text without places, so that two can be compared.</summary>
internal static class ModelText
{
    public static string Of(object? value, string indent = "")
    {
        switch (value)
        {
            case null: return "-";
            case string text: return $"'{text}'";
            case decimal number: return (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
            case bool or int or Enum: return Convert.ToString(value, CultureInfo.InvariantCulture)!;
            case IEnumerable items: return "[" + string.Concat(items.Cast<object?>().Select(i => $"\n{indent}  {Of(i, indent + "  ")}")) + "]";
        }
        var text2 = new StringBuilder(value.GetType().Name);
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            if (property.PropertyType == typeof(SourceSpan) || property.Name is "EqualityContract" or "Negotiators") continue;
            text2.Append(CultureInfo.InvariantCulture, $"\n{indent}  {property.Name}: {Of(property.GetValue(value), indent + "  ")}");
        }
        return text2.ToString();
    }
}
