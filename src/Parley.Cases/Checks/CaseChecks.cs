using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Cases.Text;

namespace Parley.Cases.Checks;

/// <summary>Looks at a case that was read for what is well-formed but hardly meant.</summary>
internal static class CaseChecks
{
    public static void Run(CaseModel model, ReaderContext context)
    {
        if (context.Source.LostLines) return;
        CheckCycles(model, context);
        CheckWeights(model, context);
        CheckGivers(model, context);
        CheckIdle(model, context);
        CheckVotes(model, context);
        CheckEvidence(model, context);
        DependenceCheck.Run(model, context);
        AsOfCheck.Run(model, context);
        ClaimCheck.Run(model, context);
        if (!context.HasErrors) StatusQuoCheck.Run(model, context);
    }

    private static void CheckCycles(CaseModel model, ReaderContext context)
    {
        if (ParameterCycles.Find(model.Parameters) is not { } cycle) return;
        var span = model.Parameters.First(p => p.Name == cycle[0]).Span;
        context.Add(ReaderMessages.CyclicParameters(string.Join(" -> ", cycle)).At(span));
    }

    private static void CheckWeights(CaseModel model, ReaderContext context)
    {
        var told = new HashSet<(string, string)>();
        foreach (var effect in model.Issues.SelectMany(i => i.Options).SelectMany(o => o.Effects))
        {
            if (effect.Dimension is not { } dimension || CasePath.Find(model.Parties, p => p.Name == effect.Party) is not { } party) continue;
            if (party.Weights.Any(w => w.Dimension == dimension) || !told.Add((party.Name, dimension))) continue;
            context.Add(ReaderMessages.NoWeight(party.Name, dimension, DecimalText.Of(effect.Amount.Coefficient)).At(effect.Amount.Span));
        }
    }

    /// <summary>With three or more negotiators, an option on an issue with a status quo should say who gives it.</summary>
    private static void CheckGivers(CaseModel model, ReaderContext context)
    {
        var negotiators = model.Negotiators.Count();
        if (negotiators < 3) return;
        foreach (var issue in model.Issues.Where(i => i.StatusQuo is not null && i.Scale is null))
        {
            var silent = issue.Options.FirstOrDefault(o => o.By.IsEmpty && o.Name != issue.StatusQuo && !context.SaysGiver(o.Span));
            if (silent is not null) context.Add(ReaderMessages.ByMissing(issue.Name, silent.Name, negotiators).At(silent.Span));
        }
    }

    private static void CheckEvidence(CaseModel model, ReaderContext context)
    {
        if (!model.Sources.IsEmpty || !model.Quotes.IsEmpty) return;
        var cited = CaseNumbers.List(model).Select(n => n.Number).FirstOrDefault(n => n.Source is not (null or "guess"));
        if (cited is not null) context.Add(ReaderMessages.NoEvidence(cited.Source ?? string.Empty).At(cited.Span));
    }

    /// <summary>Only where the votes are plain numbers: a parameter may be anything.</summary>
    private static void CheckVotes(CaseModel model, ReaderContext context)
    {
        foreach (var ratifier in model.Parties)
        {
            if (ratifier.VotesNeeded is not { Parameters.IsEmpty: true } needed) continue;
            var votes = model.Parties.Where(p => p.Of == ratifier.Name && p.Votes is not null).Select(p => p.Votes!).ToList(); // those that have some
            if (votes.Count == 0 || votes.Exists(v => !v.Parameters.IsEmpty)) continue;
            var available = votes.Sum(v => v.Coefficient);
            if (available < needed.Coefficient)
                context.Add(ReaderMessages.VotesOutOfReach(ratifier.Name, DecimalText.Of(needed.Coefficient), DecimalText.Of(available)).At(needed.Span));
        }
    }

    private static void CheckIdle(CaseModel model, ReaderContext context)
    {
        var concerned = model.Issues.SelectMany(i => i.Options).SelectMany(o => o.Effects.Select(e => e.Party).Concat(o.By).Append(o.CarriedOutBy))
            .Concat(model.Issues.SelectMany(i => i.Scale?.Curves ?? []).Select(c => c.Party)).ToHashSet(StringComparer.Ordinal);
        foreach (var party in model.Parties)
            if (party.Role is PartyRole.Negotiator && !concerned.Contains(party.Name))
                context.Add(ReaderMessages.IdleParty(party.Name).At(party.Span));
    }
}
