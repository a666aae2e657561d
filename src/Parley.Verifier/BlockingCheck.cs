using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Overlays;

namespace Parley.Verifier;

/// <summary>Does a set of obstacles keep every deal away? There must be a proof that holds for each set of the others taken away.</summary>
/// <remarks>Definition: docs/model.md, 27, and docs/certificate.md. Cost: one certificate check for each of the 2^k sets of k others.</remarks>
public static class BlockingCheck
{
    private const int MostOthers = 16;

    /// <summary>Checks the claim against the case it speaks of.</summary>
    /// <param name="baseCase">The case without overlays.</param>
    /// <param name="document">The claim.</param>
    /// <param name="cancellationToken">Ends the check by exception.</param>
    public static CheckOutcome Run(CaseModel baseCase, BlockingDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(baseCase);
        ArgumentNullException.ThrowIfNull(document);
        if (Flaw(baseCase, document) is { } flaw) return new(false, flaw, 0);
        var leaves = 0;
        foreach (var (without, proof) in document.Settings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (proof < 0 || proof >= document.Proofs.Length) return new(false, $"Without {Words(without)}: there is no proof {proof}.", leaves);
            if (World(baseCase, document, without) is not { } world) return new(false, $"Without {Words(without)}: the edits do not fit the case.", leaves);
            var certificate = new CertificateDocument { CaseHash = document.CaseHash, Overlays = document.Overlays, Tree = document.Proofs[proof] };
            var outcome = CertificateCheck.Run(baseCase, world, certificate);
            leaves += outcome.LeavesChecked;
            if (!outcome.Holds) return outcome with { Refusal = $"Without {Words(without)}: {outcome.Refusal}", LeavesChecked = leaves };
        }

        return new(true, null, leaves);
    }

    // Every obstacle of the case is a member or another one, and every set of the others has its setting.
    private static string? Flaw(CaseModel baseCase, BlockingDocument document)
    {
        var others = document.Others.Select(o => o.Name).ToList();
        if (others.Count > MostOthers) return $"It speaks of {others.Count} other obstacles; {MostOthers} can be checked.";
        if (others.Distinct(StringComparer.Ordinal).Count() != others.Count) return "An obstacle is listed twice.";
        var declared = baseCase.OverlaysOf(OverlayKind.Obstacle).Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        if (document.Others.FirstOrDefault(o => o.Set is null && !declared.Contains(o.Name)) is { } unknown) return $"'{unknown.Name}' is not an obstacle of the case.";
        var known = others.Concat(document.Members).Concat(document.Overlays.Without).ToHashSet(StringComparer.Ordinal);
        if (document.Others.All(o => o.Set is null) && declared.FirstOrDefault(name => !known.Contains(name)) is { } left) return $"It leaves out the obstacle '{left}'.";
        var settings = document.Settings.Select(s => s.Without.ToHashSet(StringComparer.Ordinal)).ToHashSet(HashSet<string>.CreateSetComparer());
        if (settings.Any(s => s.Any(name => !others.Contains(name)))) return "A setting takes away what is not among the others.";
        return settings.Count == 1 << others.Count ? null : $"It speaks of {settings.Count} sets of the others; there are {1 << others.Count}.";
    }

    // Obstacles go in declaration order; the typed edits are laid on last.
    private static CaseModel? World(CaseModel baseCase, BlockingDocument document, ImmutableArray<string> without)
    {
        var made = document.Others.Where(o => o.Set is not null && without.Contains(o.Name)).SelectMany(o => o.Set!.Value);
        var declared = without.Where(name => document.Others.Any(o => o.Name == name && o.Set is null));
        var overlays = document.Overlays with { Without = [.. document.Overlays.Without, .. declared], Set = [.. made, .. document.Overlays.Set] };
        return CaseEdit.Apply(baseCase, overlays).Value;
    }

    private static string Words(ImmutableArray<string> without) => without.IsEmpty ? "nothing more" : string.Join(", ", without);
}
