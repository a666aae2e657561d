using Spectre.Console;
using Spectre.Console.Rendering;

namespace Parley.Reports.Tables;

/// <summary>No lines but one under the headings.</summary>
internal sealed class RuledBorder : TableBorder
{
    public static RuledBorder Instance { get; } = new();

    public override string GetPart(TableBorderPart part) => part switch
    {
        TableBorderPart.HeaderBottom or TableBorderPart.HeaderBottomSeparator => "\u2500",
        TableBorderPart.HeaderTopLeft or TableBorderPart.HeaderLeft or TableBorderPart.HeaderBottomLeft
            or TableBorderPart.CellLeft or TableBorderPart.FooterTopLeft or TableBorderPart.FooterBottomLeft
            => string.Empty,
        TableBorderPart.HeaderSeparator or TableBorderPart.CellSeparator or TableBorderPart.HeaderTopSeparator
            or TableBorderPart.FooterTopSeparator or TableBorderPart.FooterBottomSeparator => string.Empty,
        TableBorderPart.HeaderTopRight or TableBorderPart.HeaderRight or TableBorderPart.HeaderBottomRight
            or TableBorderPart.CellRight or TableBorderPart.FooterTopRight or TableBorderPart.FooterBottomRight
            => string.Empty,
        _ => " ",
    };
}
