using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;

namespace Parley.Tests.BruteForce;

/// <summary>Hand-made cases, written as records.</summary>
internal static class TwinFixtures
{
    /// <summary>A textbook job offer: four issues without a status quo, points, two alternatives.</summary>
    public static CaseModel JobOffer { get; } = new()
    {
        Name = "job-offer",
        Parties = [Negotiator("firm", noDeal: 45), Negotiator("candidate", noDeal: 50)],
        Issues =
        [
            Open("salary", ("80k", 40, 0), ("90k", 20, 25), ("100k", 0, 40)),
            Open("start", ("june", 10, 0), ("september", 0, 30)),
            Open("remote", ("none", 15, 0), ("two_days", 10, 20)),
            Open("position", ("analyst", 35, 0), ("lead", 20, 10)),
        ],
    };

    /// <summary>
    /// Two neighbours: a visit that both like and a well that only its giver likes are tokens; the road is substantive,
    /// pays the one 6 and costs the other 4, and the tax gives 3 back for 2.
    /// </summary>
    public static CaseModel Neighbours { get; } = new()
    {
        Name = "neighbours",
        SubstantiveFrom = Exactly(10),
        Parties = [Negotiator("east", noDeal: 0), Negotiator("west", noDeal: 0)],
        Issues =
        [
            Today("visit", [], 1, east: 1, west: 1),
            Today("well", ["west"], 1, east: -1, west: 2),
            Today("road", ["west"], 20, east: 6, west: -4),
            Today("tax", ["east"], 5, east: -2, west: 3),
        ],
    };

    public static Number Exactly(decimal value) => new() { Coefficient = value };

    public static Party Negotiator(string name, decimal noDeal) => new() { Name = name, NoDeal = Exactly(noDeal) };

    public static Effect Points(string party, decimal amount) => new(party, null, EffectTime.Plain, Exactly(amount));

    public static OptionReference At(string issue, string? option) => new(issue, option, SourceSpan.None);

    /// <summary>An issue that stays as it is unless <c>done</c> is agreed.</summary>
    private static Issue Today(
        string name, ImmutableArray<string> by, decimal size, decimal east, decimal west) => new()
        {
            Name = name,
            StatusQuo = "none",
            Options =
        [
            new Option { Name = "none" },
            new Option
            {
                Name = "done", By = by, Size = Exactly(size), Effects = [Points("east", east), Points("west", west)],
            },
        ],
        };

    private static Issue Open(string name, params (string Name, int Firm, int Candidate)[] options) => new()
    {
        Name = name,
        Options =
        [
            .. options.Select(o => new Option
            {
                Name = o.Name, Effects = [Points("firm", o.Firm), Points("candidate", o.Candidate)],
            }),
        ],
    };
}
