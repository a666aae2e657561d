using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>What a number's text may name, and what is added to it: in a file while it is read, in a model while it is edited.</summary>
internal interface INumberScope
{
    bool IsParameter(string name);

    IEnumerable<string> ParameterNames { get; }

    bool IsSource(string id);

    IEnumerable<string> SourceIds { get; }

    decimal? DefaultRange { get; }
}

/// <summary>Turns a number's text into a number of the model.</summary>
internal static class NumberReader
{
    /// <summary>Reads a number; what is wrong goes to <paramref name="report"/> with its offset and length in the text.</summary>
    /// <param name="text">The number as written.</param>
    /// <param name="domain">What it can mean.</param>
    /// <param name="scope">The names it may use.</param>
    /// <param name="inherited">The source of its option, where it names none.</param>
    /// <param name="span">Where it stands.</param>
    /// <param name="isEdit">True in an edit, which may go beyond the scale of a dimension.</param>
    /// <param name="report">Takes findings.</param>
    public static Number? Read(string text, NumberDomain domain, INumberScope scope, string? inherited, SourceSpan span, bool isEdit, Action<ReaderMessage, int, int> report)
    {
        var parts = NumberSyntax.Parse(text, out var wrong, out var at);
        if (parts is null)
        {
            if (wrong is { Slug: ReaderSlugs.NoNumber } && char.IsLetter(text.TrimStart()[0]) && !scope.IsParameter(text.Trim())) wrong = ReaderMessages.BadNumber(text.Trim());
            if (wrong is { } message) report(message, at, Math.Max(1, text.Length - at));
            return null;
        }
        var number = new Number
        {
            Coefficient = parts.Coefficient,
            Parameters = [.. parts.Parameters.Select(p => p.Name)],
            Range = parts.Range ?? DefaultRange(parts, domain, scope),
            Distribution = parts.Distribution,
            Source = parts.Source?.Id ?? inherited,
            Span = span,
        };
        foreach (var (message, where, length) in parts.Faults) report(message, where, length);
        return CheckNames(parts, scope, report) & CheckDomain(number, parts, text, domain, isEdit, report) ? number : null;
    }

    private static NumberRange? DefaultRange(NumberParts parts, NumberDomain domain, INumberScope scope)
    {
        if (scope.DefaultRange is not { } share || !domain.HasRange || parts.Coefficient == 0m) return null;
        var half = Math.Abs(parts.Coefficient) * share;
        var (from, to) = (parts.Coefficient - half, parts.Coefficient + half);
        if (parts.Parameters.Count == 0 && domain.Contains(parts.Coefficient)) (from, to) = (domain.Clip(from), domain.Clip(to));
        return new NumberRange(DecimalText.Normal(from), DecimalText.Normal(to));
    }

    private static bool CheckNames(NumberParts parts, INumberScope scope, Action<ReaderMessage, int, int> report)
    {
        var fine = true;
        foreach (var (name, at) in parts.Parameters)
        {
            if (scope.IsParameter(name)) continue;
            report(ReaderMessages.Unknown(ReaderSlugs.UnknownParameter, name, "a parameter", Spelling.Nearest(name, scope.ParameterNames)), at, name.Length);
            fine = false;
        }
        if (parts.Parameters.Count > CaseLimits.ParametersPerNumber)
        {
            var (name, at) = parts.Parameters[CaseLimits.ParametersPerNumber];
            report(ReaderMessages.TooManyParameters(), at, name.Length);
            fine = false;
        }
        if (parts.Source is var (id, idAt) && !scope.IsSource(id))
        {
            report(ReaderMessages.UnknownSource(id, Spelling.Nearest(id, scope.SourceIds.Append("guess"))), idAt, id.Length);
            fine = false;
        }
        return fine;
    }

    private static bool CheckDomain(Number number, NumberParts parts, string text, NumberDomain domain, bool isEdit, Action<ReaderMessage, int, int> report)
    {
        var value = number.Coefficient;
        if (parts is { Range: { } range, Faults.Count: 0 } && OutsideRange(value, range, parts.Distribution) is { } unreached) report(unreached, 0, text.Length);
        if (!number.Parameters.IsEmpty) return true;
        var outside = !domain.Contains(value) ? value
            : parts.Range is { Low: var from } && !domain.Contains(from) ? from
            : parts.Range is { High: var to } && !domain.Contains(to) ? to
            : (decimal?)null;
        if (outside is not { } bad) return true;
        if (domain.IsScale && isEdit)
        {
            report(ReaderMessages.BeyondScale(DecimalText.Of(bad)), 0, text.Length);
            return true;
        }
        report(EndOutside(bad, parts, text, domain) ?? (domain.IsChance ? ReaderMessages.BadProbability(DecimalText.Of(bad)) : ReaderMessages.OutOfRange(DecimalText.Of(bad), domain.ToString())), 0, text.Length);
        return false;
    }

    private static ReaderMessage? OutsideRange(decimal value, NumberRange range, NumberDistribution? distribution)
    {
        if (distribution is DiscreteDistribution discrete)
            return discrete.Values.Any(v => v.Value == value) ? null : ReaderMessages.NoneOfItsValues(DecimalText.Of(value));
        return value >= range.Low && value <= range.High ? null
            : ReaderMessages.ValueOutsideRange(DecimalText.Of(value), $"({DecimalText.Of(range.Low)}..{DecimalText.Of(range.High)})");
    }

    /// <summary>The brackets with the end that cannot be meant moved to where it can; null where it is no end that is wrong, or no range would be left.</summary>
    private static ReaderMessage? EndOutside(decimal bad, NumberParts parts, string text, NumberDomain domain)
    {
        if (parts is not { Range: { } range, Distribution: not DiscreteDistribution } || bad == parts.Coefficient) return null;
        var (low, high) = (domain.Clip(range.Low), domain.Clip(range.High));
        if (low >= high) return null;
        var isPercent = text.Contains('%', StringComparison.Ordinal);
        string Typed(decimal value) => isPercent ? DecimalText.Of(value * 100) + "%" : DecimalText.Of(value);
        var (open, dots) = (text.IndexOf('(', StringComparison.Ordinal), text.LastIndexOf("..", StringComparison.Ordinal));
        var before = open < 0 || dots < open ? string.Empty : text[(open + 1)..dots].Trim();
        var words = before[..(before.LastIndexOf(' ') + 1)];
        return ReaderMessages.EndOutOfRange($"{(bad == range.Low ? "low" : "high")} end {Typed(bad)}", domain.IsChance, $"{words}{Typed(low)}..{Typed(high)}");
    }
}
