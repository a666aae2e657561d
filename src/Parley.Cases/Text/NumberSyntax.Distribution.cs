using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>What stands in the brackets of a number: a range, or a distribution over one.</summary>
internal sealed partial class NumberSyntax
{
    private readonly List<(ReaderMessage Message, int At, int Length)> faults = [];

    /// <summary>Reads what follows a letter behind the bracket; what is wrong with an argument is kept beside, the rest is read on.</summary>
    private void Distribution(decimal value, bool percent, int start)
    {
        var wordAt = at;
        var kind = Name();
        Space();
        if (kind is "uniform" or "triangular" or "pert" && RangeBehindIn() is { } ends)
        {
            Fail(ReaderMessages.NoIn(kind, ends), wordAt);
            return;
        }
        distribution = kind switch
        {
            "uniform" => new UniformDistribution(),
            "triangular" => null,
            "pert" => new PertDistribution(),
            "normal" => Argument(kind, "standard deviation", above: 0, inUnit: true, percent) is { } deviation ? new NormalDistribution(deviation) : null,
            "lognormal" => Argument(kind, "geometric standard deviation", above: 1, inUnit: false, percent) is { } factor ? new LognormalDistribution(factor) : null,
            "beta" => Argument(kind, "shape", above: 0, inUnit: false, percent) is { } alpha && Argument(kind, "shape", above: 0, inUnit: false, percent) is { } beta
                ? new BetaDistribution(alpha, beta)
                : null,
            "discrete" => Discrete(percent),
            _ => Unknown(kind, wordAt),
        };
        if (wrong is not null) return;
        if (kind == "discrete")
        {
            if (!Take(')')) Fail(ReaderMessages.NeedsArgument(kind), wordAt);
            return;
        }
        if (kind is "normal" or "lognormal" or "beta")
        {
            if (Name() != "in") Fail(text.AsSpan(at).StartsWith("..") ? ReaderMessages.NeedsArgument(kind) : text[at..].StartsWith(',') ? ReaderMessages.NoComma(kind) : ReaderMessages.NeedsRange(kind), wordAt);
            Space();
        }
        var rangeAt = at;
        if (wrong is null) Ends(percent, start, rangeAt);
        if (kind == "lognormal" && range is { } support && wrong is null)
        {
            if (value <= 0) Fault(ReaderMessages.NotAboveZero(DecimalText.Of(value), "median"), 0, 1);
            if (support.Low <= 0) Fault(ReaderMessages.NotAboveZero(DecimalText.Of(support.Low), "low end"), rangeAt, at - 1 - rangeAt);
        }
    }

    /// <summary>What stands behind an <c>in</c> that does not belong here; null without one.</summary>
    private string? RangeBehindIn()
    {
        var (start, close) = (at, text.IndexOf(')', at));
        if (Name() == "in") return text[at..(close < 0 ? text.Length : close)].Trim();
        at = start;
        return null;
    }

    private NumberDistribution? Unknown(string word, int where)
    {
        Fail(ReaderMessages.UnknownDistribution(word, Spelling.Nearest(word, ReaderMessages.Distributions)), where);
        return null;
    }

    /// <summary>An argument; null when none stands here.</summary>
    private decimal? Argument(string kind, string what, int above, bool inUnit, bool percent)
    {
        var start = at;
        var value = Decimal(out var isPercent);
        var word = text[start..at];
        Space();
        if (value is null)
        {
            Fail(ReaderMessages.NeedsArgument(kind), start);
            return null;
        }
        if (isPercent != (inUnit && percent)) Fault(ReaderMessages.WrongUnit(word), start, word.Length);
        else if (value <= above || (!inUnit && value > CaseLimits.Shape))
            Fault(ReaderMessages.BadArgument(word, what, kind, above, inUnit ? null : CaseLimits.Shape), start, word.Length);
        return value;
    }

    private DiscreteDistribution? Discrete(bool percent)
    {
        var values = ImmutableArray.CreateBuilder<DiscreteValue>();
        var start = at;
        while (at < text.Length && text[at] != ')')
        {
            var valueAt = at;
            var value = Decimal(out var isPercent);
            var chanceAt = at + 1;
            if (value is null || !Take(':') || Decimal(out _) is not { } chance)
            {
                Fail(ReaderMessages.NeedsArgument("discrete"), valueAt);
                return null;
            }
            var (word, share) = (text[valueAt..(chanceAt - 1)], text[chanceAt..at]);
            if (isPercent != percent) Fault(ReaderMessages.WrongUnit(word), valueAt, word.Length);
            else if (values.Any(v => v.Value == value)) Fault(ReaderMessages.ValueTwice(word), valueAt, word.Length);
            if (chance is <= 0 or > 1) Fault(ReaderMessages.BadShare(share), chanceAt, share.Length);
            values.Add(new(value.Value, chance));
            Space();
        }
        var sum = values.Sum(v => v.Chance);
        if (values.Count is < 2 or > CaseLimits.DiscreteValues) Fault(ReaderMessages.ValueCount(values.Count), start, Math.Max(1, at - start));
        else if (sum != 1 && values.All(v => v.Chance is > 0 and <= 1)) Fault(ReaderMessages.ChancesSum(DecimalText.Of(sum)), start, at - start);
        if (values.Count == 0) return null;
        range = new NumberRange(values.Min(v => v.Value), values.Max(v => v.Value));
        return new DiscreteDistribution(values.ToImmutable());
    }

    private void Fault(ReaderMessage message, int where, int length) => faults.Add((message, where, length));
}
