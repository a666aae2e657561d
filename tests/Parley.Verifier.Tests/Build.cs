using System.Collections.Immutable;
using System.Text;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;

namespace Parley.Verifier.Tests;

/// <summary>Small cases and certificates written by hand.</summary>
internal static class Build
{
    public static Number N(decimal value) => new() { Coefficient = value };

    public static CaseModel Case(Party[] parties, Issue[] issues, params Rule[] rules) =>
        new() { Name = "small", Parties = [.. parties], Issues = [.. issues], Rules = [.. rules] };

    public static Party Negotiator(string name, decimal noDeal = 0, decimal minGain = 0) =>
        new() { Name = name, NoDeal = N(noDeal), MinGain = N(minGain), Weights = [new("geo", N(1)), new("econ", N(1))] };

    public static Party Ratifier(string name, decimal noDeal = 0, decimal? votesNeeded = null) => new()
    {
        Name = name,
        Role = PartyRole.Ratifier,
        NoDeal = N(noDeal),
        VotesNeeded = votesNeeded is { } n ? N(n) : null,
    };

    public static Party Bloc(string name, string of, decimal votes, decimal noDeal = 0) =>
        new() { Name = name, Role = PartyRole.Bloc, Of = of, Votes = N(votes), NoDeal = N(noDeal) };

    /// <summary>An issue; a status quo that is not among the options comes first.</summary>
    public static Issue Issue(string name, string? statusQuo, params Option[] options) => new()
    {
        Name = name,
        StatusQuo = statusQuo,
        Options = statusQuo is null || options.Any(o => o.Name == statusQuo) ? [.. options] : [new() { Name = statusQuo }, .. options],
    };

    /// <summary>An option with effects such as <c>us 5</c> (points), <c>ru.geo -30</c> (in a dimension) or <c>ru.geo?-30</c> (if delivered).</summary>
    public static Option Option(string name, params string[] effects) => new() { Name = name, Effects = [.. effects.Select(Effect)] };

    public static OptionReference Ref(string path) =>
        path.Split('.') is [var issue, var option] ? new(issue, option, SourceSpan.None) : new(path, null, SourceSpan.None);

    public static ImmutableArray<OptionReference> Refs(params string[] paths) => [.. paths.Select(Ref)];

    public static string Document(string tree) =>
        $$"""{ "format": 1, "case": "small", "caseHash": "00", "question": "deal", "leaves": 1, "tree": {{tree}} }""";

    public static CertificateReading Read(string json) => CertificateReader.Read(Encoding.UTF8.GetBytes(json));

    public static CheckOutcome Check(CaseModel model, string tree)
    {
        var (document, reason) = Read(Document(tree));
        Assert.True(document is not null, reason);
        return CertificateCheck.Run(model, model, document);
    }

    public static void Holds(CaseModel model, string tree)
    {
        var outcome = Check(model, tree);
        Assert.True(outcome.Holds, outcome.Refusal);
        Assert.Null(outcome.Refusal);
    }

    public static void Refused(CaseModel model, string tree, string because)
    {
        var outcome = Check(model, tree);
        Assert.False(outcome.Holds);
        Assert.Contains(because, outcome.Refusal, StringComparison.Ordinal);
    }

    private static Effect Effect(string text)
    {
        var cut = text.IndexOfAny([' ', '?']);
        var target = text[..cut].Split('.');
        var time = text[cut] == '?' ? EffectTime.IfDelivered : EffectTime.Plain;
        var amount = N(decimal.Parse(text[(cut + 1)..], System.Globalization.CultureInfo.InvariantCulture));
        return new(target[0], target.Length > 1 ? target[1] : null, time, amount);
    }
}
