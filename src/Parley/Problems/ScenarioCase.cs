using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Text;
using Parley.Kernels.Exact;

namespace Parley.Problems;

/// <summary>A scenario as a case: each side a negotiator, each utility points on a scale of its own.</summary>
/// <param name="Model">The case.</param>
/// <param name="PointsPerUtility">By party, how many points a utility of 1 is.</param>
/// <param name="GreatestRounding">By party, the most that a number had to be rounded by, in points; 0 when all are exact.</param>
public sealed record ScenarioCase(CaseModel Model, ImmutableArray<Rational> PointsPerUtility, ImmutableArray<Rational> GreatestRounding)
{
    private const int UsualScale = 100;
    private const int MostDigits = 28;

    /// <summary>The case in memory, exact: points are hundredths of a utility, or whole multiples of that where decimals need it.</summary>
    /// <returns>The case, or errors: rectangles, more sides or issues than a case may have, numbers of more than 28 digits.</returns>
    public static Checked<ScenarioCase> Exact(ScenarioProblem problem) => Build(problem, p => UsualScale * FiniteDecimals.Multiplier(problem.Units[p].Denominator), decimals: null);

    /// <summary>The case as a file can hold it: four decimals and at most 10^9; rounded where that does not do.</summary>
    public static Checked<ScenarioCase> Writable(ScenarioProblem problem) => Build(problem, p => WritableScale(problem, p), CaseLimits.Decimals);

    private static Checked<ScenarioCase> Build(ScenarioProblem problem, Func<int, Rational> scaleOf, int? decimals)
    {
        var findings = Limits(problem);
        if (!findings.IsEmpty) return new(null, findings);
        ImmutableArray<Rational> scales = [.. Enumerable.Range(0, problem.Parties.Length).Select(scaleOf)];
        var roundings = new Rational[scales.Length];
        var names = new HashSet<string>(StringComparer.Ordinal);
        var parties = CaseIds.OfParties(problem.Parties, names);
        var issues = CaseIds.OfIssues(problem.Issues, names);
        var isTooLong = false;

        Number Points(int party, Rational utility)
        {
            var points = utility * scales[party];
            var kept = decimals is { } places ? Rounded(points, places) : points;
            roundings[party] = Rational.Max(roundings[party], kept >= points ? kept - points : points - kept);
            var digits = BigInteger.Abs(kept.Times(FiniteDecimals.PowerOfTen(kept.Denominator).Power)).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
            isTooLong |= digits > MostDigits;
            return new() { Coefficient = digits > MostDigits ? 0 : kept.ToDecimal() };
        }

        var model = new CaseModel
        {
            Name = CaseIds.OfIssues([problem.Name], new HashSet<string>(StringComparer.Ordinal))[0],
            Title = problem.Name,
            Parties = [.. parties.Select((name, p) => new Party { Name = name, Title = Shown(problem.Parties[p], name), NoDeal = Points(p, problem.Reservations[p]) })],
            Issues = [.. issues.Select((name, i) => Issue(problem, i, name, parties, Points))],
        };
        return isTooLong
            ? new(null, [Error("too-precise", $"'{problem.Name}' has numbers of more than {MostDigits} digits, which a case cannot hold. parley frontier can.")])
            : new(new(model, scales, [.. roundings]), []);
    }

    private static Issue Issue(ScenarioProblem problem, int issue, string name, IReadOnlyList<string> parties, Func<int, Rational, Number> points)
    {
        var options = CaseIds.OfOptions(problem.ValuesOf(issue));
        return new()
        {
            Name = name,
            Title = Shown(problem.Issues[issue], name),
            Options =
            [
                .. options.Select((option, v) => new Option
                {
                    Name = option,
                    Title = Shown(problem.ValuesOf(issue)[v], option),
                    Effects = [.. parties.Select((party, p) => new Effect(party, null, EffectTime.Plain, points(p, problem.Values[issue][v][p] * problem.Units[p])))],
                }),
            ],
        };
    }

    // Tables show a name's underscores as blanks, so a title says them.
    private static string? Shown(string text, string name) => text == name && !text.Contains('_', StringComparison.Ordinal) ? null : text;

    private static ImmutableArray<Diagnostic> Limits(ScenarioProblem problem)
    {
        if (!problem.IsAdditive)
            return [Error("rectangles", $"The utilities of '{problem.Name}' are hyper-rectangles, which a case cannot hold. parley frontier can.")];
        if (problem.Parties.Length > CaseLimits.Negotiators)
            return [Error("too-many-negotiators", $"'{problem.Name}' has {problem.Parties.Length} sides; a case has at most {CaseLimits.Negotiators}. Choose some with parley import --profiles A,B.")];
        if (problem.Issues.Length > CaseLimits.Issues)
            return [Error("too-many-issues", $"'{problem.Name}' has {problem.Issues.Length} issues; a case has at most {CaseLimits.Issues}. parley frontier takes more.")];
        return problem.Values.Any(v => v.Length > CaseLimits.Options)
            ? [Error("too-many-options", $"An issue of '{problem.Name}' has more than {CaseLimits.Options} values, more than an issue of a case may have. parley frontier takes more.")]
            : [];
    }

    private static Diagnostic Error(string slug, string message) => new(Severity.Error, slug, SourceSpan.None, message);

    private static Rational WritableScale(ScenarioProblem problem, int party)
    {
        var denominator = problem.Units[party].Denominator;
        var places = BigInteger.Pow(10, CaseLimits.Decimals);
        Rational scale = UsualScale * (denominator / BigInteger.GreatestCommonDivisor(denominator, UsualScale * places));
        var most = problem.Values.SelectMany(v => v).Max(v => BigInteger.Abs(v[party])) * problem.Units[party] * scale;
        var least = problem.Reservations[party] * scale;
        var fits = most <= (Rational)CaseLimits.Magnitude && least <= (Rational)CaseLimits.Magnitude;
        return fits ? scale : UsualScale;
    }

    private static Rational Rounded(Rational value, int places)
    {
        var unit = BigInteger.Pow(10, places);
        var half = new Rational(1, 2);
        var scaled = (value * unit) + (value.Sign < 0 ? -half : half);
        return new(BigInteger.Divide(scaled.Numerator, scaled.Denominator), unit);
    }
}
