using Parley.Cases.Diagnostics;
using Parley.Cases.Events;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Events;

public class EventReaderTests
{
    private const string IcewsHeading = "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Country";
    private const string PolecatHeading = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tActor Name\tActor Country\tRecipient Name\tRecipient Country";

    [Theory]
    [InlineData(57, EventFormat.GdeltBackfile, "")]
    [InlineData(58, EventFormat.Gdelt1, "https://example.org/a")]
    [InlineData(61, EventFormat.Gdelt2, "https://example.org/a")]
    public void GDELT_is_told_by_its_columns_and_codes_stay_text(int columns, EventFormat format, string url)
    {
        var file = Read(Gdelt(columns, "1", "20190514", "USAGOV", "RUS", "042", "1.9")).Value!;

        Assert.Equal((format, 1, 0), (file.Format, file.Lines, file.Broken));
        var found = Assert.Single(file.Events);
        Assert.Equal((new DateOnly(2019, 5, 14), "USAGOV", "RUS", "042", "CONSULT", 1.9m, url), (found.Date, found.From, found.To, found.Code, found.Type, found.Intensity, found.Url));
    }

    [Fact]
    public void ICEWS_is_read_by_its_heading_and_lost_zeros_come_back()
    {
        var file = Read($"{IcewsHeading}\n7\t2019-05-14\tMike Pompeo\tUnited States\tMake a visit\t42\t1.9\tVladimir Putin\tRussian Federation\n").Value!;

        var found = Assert.Single(file.Events);
        Assert.Equal((EventFormat.Icews, "042", "CONSULT", "United States", "Vladimir Putin"), (file.Format, found.Code, found.Type, found.FromCountry, found.To));
    }

    [Fact]
    public void POLECAT_has_types_and_files_with_tabs_too_many_are_read()
    {
        var file = Read($"{PolecatHeading}\n7\t2022-05-14\tThreaten\t\t-4\tA\tUSA\tB\tRUS\t\t\n8\t2022-05-15\tSing\t\t-4\tA\tUSA\tB\tRUS\n").Value!;

        Assert.Equal((EventFormat.Polecat, "THREATEN", -4m, 1), (file.Format, Assert.Single(file.Events).Type, file.Events[0].Intensity, file.Broken));
        Assert.Contains("'SING' is no event type", Assert.Single(file.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_told_again_is_dropped_and_counted_but_an_id_may_come_again_on_another_day()
    {
        var file = Read(
            Gdelt(58, "1", "20190514", "USA", "RUS", "042", "1.9")
            + Gdelt(58, "1", "20190514", "USA", "RUS", "042", "1.9")
            + Gdelt(58, "2", "20190514", "USA", "RUS", "042", "1.9")
            + Gdelt(58, "1", "20190515", "USA", "RUS", "042", "1.9")).Value!;

        Assert.Equal((2, 2, 4), (file.Events.Length, file.Repeated, file.Lines));
    }

    [Fact]
    public void Broken_lines_are_left_out_counted_and_told_with_their_line()
    {
        var file = Read(Gdelt(58, "1", "20190514", "USA", "RUS", "042", "1.9") + "cut\tshort\n" + Gdelt(58, "2", "20191399", "USA", "RUS", "042", "x")).Value!;

        Assert.Equal((1, 2, 3), (file.Events.Length, file.Broken, file.Lines));
        Assert.Equal(["events:2:1: warning broken-line: The line has 2 columns instead of 58.", "events:3:1: warning broken-line: '20191399' is no day; 20190514 or 2019-05-14 is."], file.Findings.Select(f => f.ToString()));
    }

    [Fact]
    public void Actors_are_chosen_by_code_country_or_name_and_both_ways_if_wanted()
    {
        var text = Gdelt(58, "1", "20190514", "USAGOV", "RUSGOV", "042", "1.9") + Gdelt(58, "2", "20190514", "RUSGOV", "USAGOV", "112", "-2") + Gdelt(58, "3", "20190514", "CHN", "RUS", "042", "1");

        Assert.Equal(["1"], Read(text, new() { From = "usa", To = "RUS" }).Value!.Events.Select(e => e.Id));
        Assert.Equal(["1", "2"], Read(text, new() { From = "USA", To = "RUS", BothWays = true }).Value!.Events.Select(e => e.Id));
        Assert.Equal(1, Read(text, new() { From = "USA", To = "RUS", BothWays = true }).Value!.NotWanted);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("a,b,c\n", "A line of 1 columns is of no known set")]
    public void What_is_no_event_data_is_refused(string text, string message)
    {
        var read = Read(text);

        Assert.Null(read.Value);
        Assert.StartsWith(message, Assert.Single(read.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_of_the_twenty_roots_has_one_type_but_statements()
    {
        for (var root = 1; root <= 20; root++)
        {
            var type = EventTypes.OfCameo($"{root:00}0");
            Assert.Equal(root == 1, type is null);
            if (type is not null) Assert.Contains(type, EventTypes.All);
        }
    }

    // Five hundred times longer than what is held of a line.
    [Fact]
    public void A_giant_line_is_passed_over_without_being_held()
    {
        var row = Gdelt(58, "1", "20190514", "USA", "RUS", "042", "1.9");
        using var text = new Giant(row, 'x', 500L * EventReader.LineLength, "\n" + Gdelt(58, "2", "20190515", "USA", "RUS", "042", "1.9"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var file = EventReader.Read("events", text, EventFilter.All, TestContext.Current.CancellationToken).Value!;

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
        Assert.Equal((3, 2, 1), (file.Lines, file.Events.Length, file.Broken));
        Assert.Equal("events:2:1: warning broken-line: A line takes 65,536 characters at most.", Assert.Single(file.Findings).ToString());
        using var first = new Giant(string.Empty, 'x', 100_000, "\n" + row);
        Assert.Equal("events:1:1: error no-event-data: A line takes 65,536 characters at most.", Assert.Single(EventReader.Read("events", first, EventFilter.All, TestContext.Current.CancellationToken).Errors).ToString());
    }

    [Fact]
    public void Lines_are_those_of_the_library_up_to_the_limit()
    {
        var random = new Random(11);
        for (var i = 0; i < Soak.Times(5_000); i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 30)).Select(_ => random.Next(4) switch { 0 => "\n", 1 => "\r", 2 => "\r\n", _ => new string('a', random.Next(1, 8)) }));
            var (source, library) = (new LineSource(new StringReader(text), 6), new StringReader(text));
            while (source.Next(out var line))
            {
                var whole = library.ReadLine();
                Assert.Equal(whole!.Length > 6 ? null : whole, line);
            }

            Assert.Null(library.ReadLine());
            Assert.True(source.IsAtEnd);
        }
    }

    private sealed class Giant(string before, char fill, long times, string behind) : TextReader
    {
        private long _at;

        public override int Read(char[] buffer, int index, int count)
        {
            var k = 0;
            for (; k < count && _at < before.Length + times + behind.Length; k++, _at++)
                buffer[index + k] = _at < before.Length ? before[(int)_at] : _at < before.Length + times ? fill : behind[(int)(_at - before.Length - times)];
            return k;
        }
    }

    // Mutated texts: no crash, and every count adds up.
    [Fact]
    public void Any_text_is_read_or_refused()
    {
        string[] seeds = [Gdelt(58, "1", "20190514", "USA", "RUS", "042", "1.9") + Gdelt(58, "2", "20190515", "USA", "RUS", "112", "-2"), $"{IcewsHeading}\n7\t2019-05-14\tA\tB\tC\t42\t1\tD\tE\n", $"{PolecatHeading}\n7\t2022-05-14\tAID\t\t-4\tA\tUSA\tB\tRUS\n"];
        var random = new Random(20_26);
        for (var i = 0; i < Soak.Times(10_000); i++)
        {
            var text = seeds[random.Next(seeds.Length)];
            for (var k = random.Next(1, 5); k > 0; k--)
            {
                var at = random.Next(text.Length + 1);
                text = random.Next(4) switch
                {
                    0 => TextMutations.FlipByte(text, random),
                    1 => TextMutations.DoubleLine(text, random),
                    2 => text[..at] + text[Math.Min(text.Length, at + random.Next(9))..],
                    _ => text.Insert(at, random.Next(3) switch { 0 => "\t", 1 => "\n", _ => "\0\u00e9" }),
                };
            }

            var read = Read(text);
            Assert.Equal(read.Value is null, read.Errors.Any());
            if (read.Value is { } file) Assert.Equal(file.Lines, file.Events.Length + file.NotWanted + file.Repeated + file.Broken);
        }
    }

    private static Checked<EventFile> Read(string text, EventFilter? filter = null) =>
        EventReader.Read("events", new StringReader(text), filter ?? EventFilter.All, TestContext.Current.CancellationToken);

    private static string Gdelt(int columns, string id, string day, string from, string to, string code, string goldstein)
    {
        var cells = Enumerable.Repeat(string.Empty, columns).ToArray();
        (cells[0], cells[1], cells[5], cells[15], cells[26], cells[30]) = (id, day, from, to, code, goldstein);
        if (columns > 57) cells[^1] = "https://example.org/a";
        return string.Join('\t', cells) + "\n";
    }
}
