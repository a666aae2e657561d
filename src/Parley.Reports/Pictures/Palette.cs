namespace Parley.Reports.Pictures;

/// <summary>The colours of all drawings, told apart by colour-blind eyes too (Okabe and Ito's palette); those that stand beside one another also differ in lightness.</summary>
internal static class Palette
{
    public const string Ink = "#222222";
    public const string Paper = "#ffffff";

    /// <summary>Lines that only help to read.</summary>
    public const string Faint = "#dddddd";

    /// <summary>The ground of every other row.</summary>
    public const string Stripe = "#f4f4f4";

    public const string Grey = "#888888";

    /// <summary>Small print.</summary>
    public const string Subdued = "#595959";

    public const string Blue = "#0072B2";
    public const string Vermilion = "#D55E00";
    /// <summary>Vermilion that small letters can be read in.</summary>
    public const string DarkVermilion = "#b04d00";

    public const string Green = "#009E73";
    public const string Orange = "#E69F00";
    public const string Purple = "#CC79A7";
    public const string Sky = "#56B4E9";

    /// <summary>Blue, half and a quarter strong: bands.</summary>
    public const string HalfBlue = "#9cc4e1";

    public const string PaleBlue = "#d6e6f2";

    /// <summary>One after another for parties.</summary>
    private static readonly string[] InTurn = [Blue, Vermilion, Green, Purple, Orange, Sky, "#666666", "#000000"];

    /// <summary>The colour of the k-th of many.</summary>
    public static string Of(int k) => InTurn[k % InTurn.Length];
}
