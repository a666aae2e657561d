using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
using Parley.Reports.Answers;
using Parley.Results;

namespace Parley.Reports.Tests.Samples;

/// <summary>Short forms for hand-built results.</summary>
internal static class Build
{
    public static Rational R(decimal value) => (Rational)value;

    public static ImmutableArray<Rational> Rs(params decimal[] values) => [.. values.Select(R)];

    public static Party Negotiator(string name, string? title = null) => new() { Name = name, Title = title };

    public static Option Plain(string name, string? title = null) => new() { Name = name, Title = title };

    public static Issue Issue(string name, string? statusQuo, params Option[] options) =>
        new() { Name = name, StatusQuo = statusQuo, Options = [.. options] };

    public static Issue Issue(string name, string title, string statusQuo, params Option[] options) =>
        Issue(name, statusQuo, options) with { Title = title };

    public static PackageView Package(string[] changes, decimal[] gains) => new()
    {
        Options = [.. changes],
        Changes = [.. changes],
        Utilities = Rs([.. gains.Select(g => g + 1)]),
        Gains = Rs(gains),
    };

    public static RowOutcome Consent(string party, decimal slack, decimal share) =>
        new(party, RowKind.Consent, party, R(slack), R(share));

    public static AnswerStamp Stamp(OverlaySelection? overlays = null) => new()
    {
        Version = "0.1.0",
        CaseHash = new string('0', 64),
        Overlays = overlays ?? OverlaySelection.Default,
    };
}
