using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>What the writers say.</summary>
internal static partial class FormatMessages
{
    public static ReaderMessage NotWritten(string format) =>
        Error(ScenarioSlugs.NoRoom, $"Files of {format} are read and not written. Write GENIUS, GeniusWeb or NegMAS.");

    public static ReaderMessage Unwritable(string name) =>
        Error(ScenarioSlugs.Unwritable, $"The name '{Short(name)}' holds a character that the format cannot hold. Rename it.");

    public static ReaderMessage NameChanged(string name, string written) =>
        Warning(ScenarioSlugs.Reshaped, $"The scenario '{Short(name)}' is called '{Short(written)}' there, as its name is a file's. Rename the file if need be.");

    public static ReaderMessage TooLong(string profile) =>
        Error(ScenarioSlugs.TooLong, $"A number of '{Short(profile)}' would take more than {Scenarios.ExactDecimal.MostDigits} digits. Round the numbers of the scenario.");

    public static ReaderMessage RectanglesHaveNoRoom(string profile, string format) =>
        Error(ScenarioSlugs.NoRoom, $"{format} has no place for the hyper-rectangles of '{Short(profile)}'. Write GENIUS.");

    public static ReaderMessage MixedHasNoRoom(string profile) =>
        Error(ScenarioSlugs.NoRoom, $"GENIUS has no place for both weights and hyper-rectangles, as '{Short(profile)}' has. Leave one out.");

    public static ReaderMessage RectangleHasNoRange(string profile, string issue) =>
        Error(ScenarioSlugs.NoRoom, $"A hyper-rectangle of '{Short(profile)}' needs '{Short(issue)}' to be written as whole numbers, and its values cannot be. Leave the rectangle out.");

    public static ReaderMessage DiscountHasNoRoom(string profile, string format) =>
        Warning(ScenarioSlugs.NoRoom, $"{format} has no place for the discount of '{Short(profile)}', and it is left out. Keep it elsewhere.");

    public static ReaderMessage Renumbered(string profile, string factor, string shift) =>
        Warning(ScenarioSlugs.Rescaled, $"The utilities u of '{Short(profile)}' are written as {factor} * u{(shift.StartsWith('-') ? " - " + shift[1..] : shift == "0" ? string.Empty : " + " + shift)}, with the reservation value, as they do not fit otherwise. Preferences stay the same.");

    public static ReaderMessage IssueAsNames(string issue) =>
        Warning(ScenarioSlugs.Reshaped, $"The whole numbers of '{Short(issue)}' are written as named values, as a side values them in no straight line. Nothing else changes.");

    public static ReaderMessage NegativeWeight(string profile, string issue) =>
        Warning(ScenarioSlugs.Reshaped, $"'{Short(profile)}' has a negative weight on '{Short(issue)}' there, as its values are below 0. Shift them if the program minds.");

    public static ReaderMessage BidAsNumber(string profile) =>
        Warning(ScenarioSlugs.Reshaped, $"The reservation bid of '{Short(profile)}' is written as its utility. Nothing else changes.");

    public static ReaderMessage NumberAsBid(string profile) =>
        Warning(ScenarioSlugs.Reshaped, $"The reservation value of '{Short(profile)}' is written as an outcome of that utility. Nothing else changes.");

    public static ReaderMessage ReservationBelowAll(string profile) =>
        Warning(ScenarioSlugs.NoReservationBid, $"The reservation value of '{Short(profile)}' is at most the utility of every outcome and is left out. Nothing else changes.");

    public static ReaderMessage NoReservationBid(string profile) =>
        Error(ScenarioSlugs.NoReservationBid, $"No outcome was found whose utility is the reservation value of '{Short(profile)}', and the format takes no number. Change the value.");

    public static ReaderMessage ReservationHasNoEnd(string profile) =>
        Error(ScenarioSlugs.TooLong, $"The utility of the reservation bid of '{Short(profile)}' has no end as a decimal. Write a format with bids.");
}
