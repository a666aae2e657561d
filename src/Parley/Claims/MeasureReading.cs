using Parley.Cases.Claims;
using Parley.Kernels.Exact;
using Parley.Obstacles;
using Parley.Openings;
using Parley.Problems;
using Parley.Results;

namespace Parley.Claims;

/// <summary>Finds the value of a measure.</summary>
/// <param name="worlds">The worlds to look in.</param>
/// <param name="evidence">What stands beside the case.</param>
/// <param name="weighs">Whether distances are wanted of a deal in a world, for any claim of the case.</param>
internal sealed class MeasureReading(ClaimWorlds worlds, EvidenceReading evidence, Func<ClaimContext, string?, bool> weighs)
{
    public ClaimFigure Read(Measure measure)
    {
        if (measure.Kind == MeasureKind.Number) return new(measure.Text, (Rational)measure.Number);
        if (evidence.Read(measure) is { } figure) return figure;
        if (worlds.Under(measure.Under) is not { } world) return new(measure.Text, null, Unsupported: UnsupportedReason.CannotBeAsked);
        return measure.Kind switch
        {
            MeasureKind.NeededDelivery => NeededDelivery(measure, world),
            MeasureKind.Blame or MeasureKind.BlameOfGroup or MeasureKind.OpeningShare or MeasureKind.OpeningShareOfGroup
                or MeasureKind.Responsibility or MeasureKind.ResponsibilityOfGroup => Attributed(measure, world),
            MeasureKind.ObjectionShare or MeasureKind.BenefitCeiling => ClaimAnatomy.Read(measure, world),
            _ => new(measure.Text, Plain(measure, world)),
        };
    }

    private static Rational Plain(Measure measure, ClaimWorld world)
    {
        var values = world.Problem.Values;
        switch (measure.Kind)
        {
            case MeasureKind.Delivery:
                return values.Delivery[values.Ids.IndexOf(measure.Names[0])];
            case MeasureKind.Worth:
                return OverStatusQuo(values, values.Values[values.PartyIndex(measure.Names[1])], measure.Names[0]);
            case MeasureKind.Effect:
                return OverStatusQuo(values, values.Effects(values.PartyIndex(measure.Names[1]), measure.Names[2]), measure.Names[0]);
            case MeasureKind.StandingEffect:
                return world.Question.Model.StandingEffects
                    .Where(e => e.From == measure.Names[0] && e.To == measure.Names[1] && e.Dimension == measure.Names[2])
                    .Aggregate(Rational.Zero, (sum, e) => sum + values.Evaluate(e.Value));
            default:
                return world.Trade.Terms
                    .FirstOrDefault(t => measure.Names.Contains(t.A) && measure.Names.Contains(t.B))?.Product ?? Rational.Zero;
        }
    }

    private static Rational OverStatusQuo(CaseValues values, Rational[] row, string option)
    {
        var flat = values.Ids.IndexOf(option);
        var now = values.StatusQuo[values.IssueOf(flat)];
        return now >= 0 ? row[flat] - row[now] : row[flat];
    }

    private static ClaimFigure NeededDelivery(Measure measure, ClaimWorld world)
    {
        var party = world.Problem.Parties.IndexOf(measure.Names[1]);
        var needed = world.Deal(measure.Deal!).NeededDelivery.FirstOrDefault(n => n.Option == measure.Names[0]); // the form has "on DEAL"
        if (needed is null || party < 0) return new(measure.Text, null, Unsupported: UnsupportedReason.NoSuchFigure);
        return needed.Needed[party] is { } chance ? new(measure.Text, chance) : new(measure.Text, null, Never: true);
    }

    private ClaimFigure Attributed(Measure measure, ClaimWorld world)
    {
        var result = world.Obstacles(measure.Deal, weighs(measure.Under, measure.Deal));
        var isGroup = measure.Kind is MeasureKind.BlameOfGroup or MeasureKind.OpeningShareOfGroup or MeasureKind.ResponsibilityOfGroup;
        var attribution = (isGroup ? result.Groups : result.Attributions).FirstOrDefault(a => a.Name == measure.Names[0]);
        if (attribution is null)
        {
            // What the question takes away is not asked about, and bears nothing.
            return result.Attributions.IsEmpty && !result.Obstacles.IsEmpty ? Open(measure) : new(measure.Text, Rational.Zero);
        }

        var value = measure.Kind switch
        {
            MeasureKind.Blame or MeasureKind.BlameOfGroup => attribution.DistanceShare,
            MeasureKind.OpeningShare or MeasureKind.OpeningShareOfGroup => attribution.OpeningShareError is null ? attribution.OpeningShare : null,
            _ => attribution.Responsibility,
        };
        return value is null ? Open(measure) : new(measure.Text, value);
    }

    private static ClaimFigure Open(Measure measure) => new(measure.Text, null, Unsupported: UnsupportedReason.Undecided);
}

/// <summary>What is in the best offer the others would sign to a party (docs/model.md, 38).</summary>
internal static class ClaimAnatomy
{
    /// <summary>Whether the party's consent fails at that offer.</summary>
    public static PhraseOutcome Consents(ConsentPhrase phrase, ClaimWorld world)
    {
        if (Of(phrase.Party, world) is not { } anatomy) return PhraseOutcome.Unsupported(UnsupportedReason.NoSuchFigure);
        if (anatomy.Gain is not { } gain) return new(false, new OfferShown(false, null), -1);
        if (world.Anatomy.Completeness == Completeness.Truncated) return PhraseOutcome.Unsupported(UnsupportedReason.Undecided);
        var party = world.Problem.Values.PartyIndex(phrase.Party);
        var slack = gain - world.Problem.MinGainOf(party);
        var share = world.Problem.Ranges[party] is { IsZero: false } range ? slack / range : slack;
        return new(slack.Sign >= 0 == phrase.Accepts, new OfferShown(true, slack), phrase.Accepts ? share : -share);
    }

    /// <summary>The objection share or benefit ceiling of a dimension.</summary>
    public static ClaimFigure Read(Measure measure, ClaimWorld world)
    {
        var dimension = Of(measure.Names[1], world)?.Dimensions.FirstOrDefault(d => d.Dimension == measure.Names[0]);
        if (dimension is null) return new(measure.Text, null, Unsupported: UnsupportedReason.NoSuchFigure);
        if (world.Anatomy.Completeness == Completeness.Truncated) return new(measure.Text, null, Unsupported: UnsupportedReason.Undecided);
        if (measure.Kind == MeasureKind.ObjectionShare) return new(measure.Text, dimension.ObjectionShare);
        return dimension.Ceiling is { } ceiling ? new(measure.Text, ceiling) : new(measure.Text, null, Unsupported: UnsupportedReason.NoSuchFigure);
    }

    private static PartyAnatomy? Of(string party, ClaimWorld world) => world.Anatomy.Parties.FirstOrDefault(p => p.Party == party);
}
