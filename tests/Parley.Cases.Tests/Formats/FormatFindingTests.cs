using Parley.Cases.Formats;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Tests.Formats;

public class FormatFindingTests
{
    /// <summary>A sample, a file of it, a word in it and what is written instead; then what must be found first.</summary>
    [Theory]
    [InlineData(ScenarioFormat.Genius, false, "port.xml", "value=\"0.5\"", "value=\"half\"", "port.xml:6:54: error bad-number: 'half' is not a number that a weight can be. Write one such as 0.25.")]
    [InlineData(ScenarioFormat.Genius, false, "port.xml", "value=\"south\"", "value=\"sotuh\"", "port.xml:3:6: error missing-value: Nothing is said of the value 'south' of 'dock'. Add it.")]
    [InlineData(ScenarioFormat.Genius, false, "port.xml", "<item value=\"north\" evaluation=\"7\"/>", "", "port.xml:3:6: error missing-value: Nothing is said of the value 'north' of 'dock'. Add it.")]
    [InlineData(ScenarioFormat.Genius, false, "port.xml", "ftype=\"linear\"", "ftype=\"triangular\"", "port.xml:4:44: error unknown-type: An evaluator of the kind 'triangular' is not read. Use 'linear', or list the values.")]
    [InlineData(ScenarioFormat.Genius, false, "guild.xml", "lowerbound=\"2\"", "lowerbound=\"1\"", "guild.xml:6:6: error other-bounds: The domain gives 'fee' the range 2 to 6. Write the same here.")]
    [InlineData(ScenarioFormat.Genius, false, "harbour-domain.xml", "vtype=\"integer\" lowerbound=\"2\"", "vtype=\"real\" lowerbound=\"2\"", "harbour-domain.xml:8:10: error real-issue: The issue 'fee' takes every real number of a range. List the values it shall have.")]
    [InlineData(ScenarioFormat.Genius, false, "harbour-domain.xml", "upperbound=\"6\"", "upperbound=\"900000\"", "harbour-domain.xml:8:10: error too-many-values: With 'fee' there are more than 10000 values in an issue or 200000 in all. Make the issue coarser.")]
    [InlineData(ScenarioFormat.Genius, false, "harbour-domain.xml", "upperbound=\"6\"", "upperbound=\"1\"", "harbour-domain.xml:8:10: error bad-range: The range 2 to 1 of 'fee' holds no number. Put the lower one first.")]
    [InlineData(ScenarioFormat.Genius, false, "port.xml", "</objective>", "</objectiv>", "port.xml:7:5: error bad-xml: This is no XML: it is not well-formed from here on. Mend the file or leave it out of the folder.")]
    [InlineData(ScenarioFormat.Genius, true, "one.xml", "aggregation=\"sum\"", "aggregation=\"max\"", "one.xml:2:62: error unknown-type: Hyper-rectangles joined by 'max' are not read. Use 'sum'.")]
    [InlineData(ScenarioFormat.Genius, true, "one.xml", "maxutility=\"40\"", "maxutility=\"-1\"", "one.xml:2:12: error bad-maximum: The maximum -1 is not above 0. Write the greatest sum that the hyper-rectangles reach.")]
    [InlineData(ScenarioFormat.Genius, true, "one.xml", "EXCLUDES index=\"2\"", "EXCLUDES index=\"7\"", "one.xml:3:81: error unknown-issue: The domain has no issue '7'. Use a name of the domain.")]
    [InlineData(ScenarioFormat.GeniusWeb, false, "owner.json", "\"west\": 1", "\"wets\": 1", "owner.json:3:65: error missing-value: Nothing is said of the value 'west' of 'route'. Add it.")]
    [InlineData(ScenarioFormat.GeniusWeb, false, "owner.json", "\"speed\": 0.2", "\"sped\": 0.2", "owner.json:6:19: error missing-issue: Nothing is said of the issue 'speed'. Add it.")]
    [InlineData(ScenarioFormat.GeniusWeb, false, "ferry.json", "1.5, 0.5]", "1.5, 0]", "ferry.json:1:159: error bad-range: The range of 'speed' has no end. Put the lower number first and a step above 0.")]
    [InlineData(ScenarioFormat.GeniusWeb, false, "rider.json", "\"price\": 12", "\"price\": 19", "rider.json:7:66: error unknown-value: The issue 'price' has no value '19'. Did you mean '10'? Use a value of the domain.")]
    [InlineData(ScenarioFormat.GeniusWeb, false, "rider.json", "discreteutils", "magicutils", "rider.json:3:16: error unknown-type: A value function of the kind 'magicutils' is not read. List a number for each value.")]
    [InlineData(ScenarioFormat.GeniusWeb, false, "owner.json", "LinearAdditiveUtilitySpace", "SumOfGroupsUtilitySpace", "owner.json:1:3: error unknown-type: A utility of the kind 'SumOfGroupsUtilitySpace' is not read. Use weights and values, or plain hyper-rectangles in GENIUS.")]
    [InlineData(ScenarioFormat.GeniusWeb, false, "owner.json", "\"issueWeights\":", "\"issueWeights\"", "owner.json:6:18: error bad-json: This is no JSON from here on. Mend the file or leave it out of the folder.")]
    [InlineData(ScenarioFormat.NegMas, false, "mill.yml", "ContiguousIssue", "ContinuousIssue", "mill.yml:5:9: error real-issue: The issue 'days' takes every real number of a range. List the values it shall have.")]
    [InlineData(ScenarioFormat.NegMas, false, "baker.yml", "type: LinearAdditiveUtilityFunction", "type: some.LambdaUFun", "baker.yml:2:7: error code-utility: The utility 'LambdaUFun' is code or of a kind that is not read. Export it as a LinearAdditiveUtilityFunction.")]
    [InlineData(ScenarioFormat.NegMas, false, "baker.yml", "weights: [0.5, 0.25, 0.25]", "weights: [0.5, 0.25]", "baker.yml:10:10: error wrong-shape: 'weights' lists 2 where 3 are meant. List one for each.")]
    [InlineData(ScenarioFormat.NegMas, false, "baker.yml", "{type: AffineFun", "{type: SinFun", "baker.yml:8:10: error unknown-type: A value function of the kind 'SinFun' is not read. List a number for each value.")]
    [InlineData(ScenarioFormat.NegMas, false, "baker.yml", "white: 1.0", "white: !x 1.0", "baker.yml:7:23: error bad-yaml: Tags, second documents, unknown aliases and keys that are no words are not read. Write plain YAML.")]
    [InlineData(ScenarioFormat.NegoLog, false, "profileB.json", "\"hi\": 0.1", "\"hi\": [0.1]", "profileB.json:1:68: error wrong-shape: A utility is a list where a number is meant. Write a number.")]
    [InlineData(ScenarioFormat.NegoLog, false, "profileB.json", "\"issueWeights\": { \"y\": 0.5,", "\"issueWeights\": {", "profileB.json:1:19: error missing-key: 'issueWeights' has no 'y'. Add it.")]
    public void A_mistake_is_told_at_its_place(ScenarioFormat format, bool second, string file, string word, string instead, string expected)
    {
        var texts = FormatSamples.Of(format, second).Select(t => t.Name == file ? t with { Text = Replace(t.Text, word, instead) } : t).ToList();
        var read = ScenarioReader.Read(texts);

        Assert.Null(read.Value);
        Assert.Equal(expected, read.Errors.First().ToString());
    }

    private static string Replace(string text, string word, string instead)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{word}' is not in the sample");
        return text[..at] + instead + text[(at + word.Length)..];
    }

    [Fact]
    public void All_mistakes_of_all_files_are_told_at_once()
    {
        var texts = FormatSamples.Genius.Select(t => t with { Text = t.Text.Replace("index=\"3\" value=\"0.", "index=\"3\" value=\"x", StringComparison.Ordinal) });

        Assert.Equal(["guild.xml", "port.xml"], ScenarioReader.Read([.. texts]).Errors.Select(e => e.Span.File));
    }

    [Fact]
    public void An_entity_bomb_is_refused_before_it_expands()
    {
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\">" + string.Concat(Enumerable.Range(0, 20).Select(i => $"<!ENTITY a{i} \"&a;&a;&a;&a;\">")) + "]><negotiation_template name=\"&a19;\"/>";
        var domain = Assert.Single(ScenarioReader.Read([new("d.xml", bomb)]).Diagnostics);
        var profile = ScenarioReader.Read([.. FormatSamples.Genius, new("zz.xml", bomb)]);

        Assert.Equal((ScenarioSlugs.Dtd, 1, 22), (domain.Slug, domain.Span.Line, domain.Span.Column));
        Assert.Equal(ScenarioSlugs.Dtd, Assert.Single(profile.Errors).Slug);
    }

    [Fact]
    public void Every_limit_has_its_finding()
    {
        Assert.Contains(ScenarioSlugs.FileTooLarge, Slugs(new ScenarioText("a.xml", new string(' ', ScenarioLimits.FileBytes + 1))));
        Assert.Contains(ScenarioSlugs.TooManyFiles, Slugs([.. Enumerable.Range(0, 65).Select(i => new ScenarioText($"{i}.json", "{}"))]));
        Assert.Contains(ScenarioSlugs.TooDeep, Slugs(new ScenarioText("a.xml", "<negotiation_template>" + string.Concat(Enumerable.Repeat("<objective>", 70)))));
        Assert.Contains(ScenarioSlugs.TooDeep, Slugs(new ScenarioText("a.json", "{\"issuesValues\": " + new string('[', 100))));
        Assert.Contains(ScenarioSlugs.TooDeep, Slugs(new ScenarioText("a.yml", "type: OutcomeSpace\nissues: " + new string('[', 500_000))));
        Assert.Contains(ScenarioSlugs.AliasBomb, Slugs(new ScenarioText("a.yml", "type: OutcomeSpace\na0: &a0 [1,1,1,1,1,1,1,1,1,1]\n" + string.Concat(Enumerable.Range(1, 8).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n")) + "issues: *a8\n")));
        Assert.Contains(ScenarioSlugs.TooManyNodes, Slugs(new ScenarioText("a.json", "{\"issuesValues\": [" + string.Join(',', Enumerable.Repeat("1", ScenarioLimits.Nodes)) + "]}")));
        Assert.Contains(ScenarioSlugs.TooManyNodes, Slugs(new ScenarioText("a.xml", "<negotiation_template>" + string.Concat(Enumerable.Repeat("<i/>", ScenarioLimits.Nodes)) + "</negotiation_template>")));
        Assert.Contains(ScenarioSlugs.TooManyIssues, Slugs(Template(string.Concat(Enumerable.Range(0, 1001).Select(i => $"<issue name=\"i{i}\"><item value=\"a\"/></issue>")))));
        Assert.Contains(ScenarioSlugs.TooManyValues, Slugs(Template(string.Concat(Enumerable.Range(0, 30).Select(i => $"<issue name=\"i{i}\" vtype=\"integer\" lowerbound=\"1\" upperbound=\"9000\"/>")))));
        Assert.Contains(ScenarioSlugs.TooManyProfiles, Slugs([FormatSamples.Genius[0] with { Text = FormatSamples.Genius[0].Text.Replace("<agent", "<gone", StringComparison.Ordinal) }, .. Enumerable.Range(0, 33).Select(i => FormatSamples.Genius[1] with { Name = $"{i}.xml" })]));
        Assert.Contains(ScenarioSlugs.TooManyRectangles, Slugs(FormatSamples.Rectangles[0], new("one.xml", "<utility_space type=\"nonlinear\"><utility maxutility=\"1\"><ufun>" + string.Concat(Enumerable.Repeat("<hyperRectangle utility=\"1\"/>", 10_001)) + "</ufun></utility></utility_space>")));
    }

    [Fact]
    public void Many_mistakes_take_no_more_time_than_their_file()
    {
        var values = string.Concat(Enumerable.Range(0, 5_000).Select(v => $"<item value=\"a value of a usual length {v}\"/>"));
        var wrong = string.Concat(Enumerable.Range(0, 100_000).Select(v => $"<item value=\"a value of a usual lenght {v}\" evaluation=\"1\"/>"));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var read = ScenarioReader.Read([Template($"<issue name=\"i\">{values}</issue>"), new("p.xml", $"<utility_space><objective><issue name=\"i\">{wrong}</issue></objective></utility_space>")]);

        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(5), $"{clock.Elapsed}");
        Assert.Equal("too-many-findings", read.Diagnostics[^1].Slug);
    }

    [Fact]
    public void Escaped_characters_are_no_entities_to_beware_of()
    {
        var issues = string.Concat(Enumerable.Range(0, 900).Select(i => $"<issue name=\"&lt;{i}&gt;\"><item value=\"&amp;&amp;&quot;\"/></issue>"));

        Assert.Equal(ScenarioSlugs.NoProfiles, Slug(Template(issues)));
    }

    [Fact]
    public void A_folder_must_hold_one_scenario()
    {
        Assert.Equal(ScenarioSlugs.NoScenario, Slug());
        Assert.Equal(ScenarioSlugs.NoScenario, Slug(new ScenarioText("case.yaml", "case: x\nparties: {}\n")));
        Assert.Equal(ScenarioSlugs.MixedFormats, Slug([.. FormatSamples.Genius, .. FormatSamples.GeniusWeb]));
        Assert.Equal(ScenarioSlugs.TwoDomains, Slug([.. FormatSamples.Genius, FormatSamples.Genius[0] with { Name = "z.xml" }]));
        Assert.Equal(ScenarioSlugs.NoDomain, Slug(FormatSamples.Genius[1]));
        Assert.Equal(ScenarioSlugs.NoDomain, Slug(FormatSamples.GeniusWeb[1]));
        Assert.Equal(ScenarioSlugs.NoDomain, Slug(FormatSamples.NegMas[1]));
        Assert.Equal(ScenarioSlugs.NoProfiles, Slug(FormatSamples.NegMas[0]));
        Assert.Equal(ScenarioSlugs.NoFile, Assert.Single(ScenarioFiles.Read("no such place").Diagnostics).Slug);
    }

    [Fact]
    public void A_side_that_is_not_there_is_told_with_those_that_are()
    {
        var read = ScenarioReader.Read(FormatSamples.GeniusWeb, new() { Profiles = ["onwer", "rider", "rider"] });

        Assert.Equal(
            [
                "ferry.json:1:1: error unknown-profile: No profile is called 'onwer'. Did you mean 'owner'? There are 'owner', 'rider'.",
                "ferry.json:1:1: error duplicate-profile: The profile 'rider' is asked for twice. Name it once.",
            ],
            read.Errors.Select(e => e.ToString()));
    }

    private static ScenarioText Template(string issues) => new("a.xml", $"<negotiation_template><utility_space><objective>{issues}</objective></utility_space></negotiation_template>");

    private static string Slug(params ScenarioText[] texts) => Slugs(texts)[0];

    private static List<string> Slugs(params ScenarioText[] texts)
    {
        var read = ScenarioReader.Read(texts);
        Assert.Null(read.Value);
        return [.. read.Errors.Select(d => d.Slug)];
    }
}
