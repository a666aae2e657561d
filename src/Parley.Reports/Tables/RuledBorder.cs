using Spectre.Console;
using Spectre.Console.Rendering;

namespace Parley.Reports.Tables;

/// <summary>No lines but one under the headings; one blank at either edge and between columns.</summary>
internal sealed class RuledBorder : TableBorder
{
    public static RuledBorder Instance { get; } = new();

    public override string GetPart(TableBorderPart part) => part switch
    {
        TableBorderPart.HeaderBottom or TableBorderPart.HeaderBottomSeparator => "\u2500",
        _ => " ",
    };
}
