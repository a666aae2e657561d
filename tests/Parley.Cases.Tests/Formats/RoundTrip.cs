using Parley.Cases.Formats;
using Parley.Cases.Scenarios;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Formats;

/// <summary>Writes a scenario, reads it again, and compares every number.</summary>
internal static class RoundTrip
{
    /// <summary>What came back; null when the format has no room for the scenario.</summary>
    public static Scenario? Check(Scenario scenario, ScenarioFormat format)
    {
        var written = ScenarioWriter.Write(scenario, format);
        if (written.Value is not { } files)
        {
            Assert.NotEmpty(written.Errors);
            return null;
        }
        Assert.Empty(written.Errors);
        var read = ScenarioReader.Read(files.Files);
        Assert.True(read.Value is not null, string.Join('\n', read.Diagnostics) + "\n" + string.Join('\n', files.Files) + ScenarioDump.Of(scenario));
        var back = Assert.Single(read.Value.Scenarios);
        Assert.Equal(format, back.Format);
        Assert.Equal(scenario.Issues.Select(i => i.Name), back.Issues.Select(i => i.Name));
        Assert.Equal(scenario.Issues.SelectMany(i => i.Values), back.Issues.SelectMany(i => i.Values));
        Assert.Equal(scenario.Profiles.Select(p => p.Name), back.Profiles.Select(p => p.Name));
        for (var p = 0; p < scenario.Profiles.Length; p++)
        {
            var told = written.Diagnostics.Any(d => d.Slug == ScenarioSlugs.Rescaled && d.Message.Contains($"'{Flat(scenario.Profiles[p].Name)}'", StringComparison.Ordinal));
            Compare((scenario, scenario.Profiles[p]), (back, back.Profiles[p]), told, ScenarioDump.Of(scenario));
        }
        if (scenario.Format == format && scenario.Semantics == back.Semantics && !written.Diagnostics.Any()) Assert.Equal(ScenarioDump.Of(scenario), ScenarioDump.Of(back));
        return back;
    }

    private static void Compare((Scenario Of, ScenarioProfile Side) was, (Scenario Of, ScenarioProfile Side) now, bool rescaled, string dump)
    {
        var (oldZero, newZero) = (ScenarioTwin.Utility(was.Of, was.Side, new int[was.Of.Issues.Length]), ScenarioTwin.Utility(now.Of, now.Side, new int[was.Of.Issues.Length]));
        var pairs = Outcomes(was.Of).Select(o => (Old: ScenarioTwin.Utility(was.Of, was.Side, o) - oldZero, New: ScenarioTwin.Utility(now.Of, now.Side, o) - newZero)).ToList();
        if (ScenarioTwin.Reservation(was.Of, was.Side) is { } before)
        {
            if (ScenarioTwin.Reservation(now.Of, now.Side) is { } after) pairs.Add((before - oldZero, after - newZero));
            else Assert.All(Outcomes(was.Of), o => Assert.True(ScenarioTwin.Utility(was.Of, was.Side, o).CompareTo(before) >= 0, dump));
        }
        var factor = TwinFraction.One;
        if (rescaled && pairs.Find(p => p.Old.Above.Sign != 0) is { Old.Above.Sign: not 0 } lever) factor = lever.New / lever.Old;
        Assert.True(factor.Above.Sign > 0, dump);
        Assert.All(pairs, p => Assert.True(p.Old * factor == p.New, $"{p.Old} * {factor} is not {p.New}\n{dump}"));
        if (!rescaled) Assert.Equal(oldZero, newZero);
    }

    /// <summary>A name as messages show it.</summary>
    private static string Flat(string name) => string.Concat(name.Select(c => char.IsControl(c) ? ' ' : c));

    /// <summary>Every value of every issue at least once, each with the first values of the others, and some mixed ones.</summary>
    private static IEnumerable<int[]> Outcomes(Scenario scenario)
    {
        for (var i = 0; i < scenario.Issues.Length; i++)
        {
            for (var v = 0; v < scenario.Issues[i].Values.Length; v++)
            {
                var outcome = new int[scenario.Issues.Length];
                outcome[i] = v;
                yield return outcome;
            }
        }
        var random = new Random(7);
        for (var k = 0; k < 20; k++) yield return [.. scenario.Issues.Select(i => random.Next(i.Values.Length))];
    }
}
