using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Tests.BruteForce;
using Parley.Tests.Shared;
using Parley.Verdict;

namespace Parley.Verifier.Tests.Engine;

/// <summary>The engine's certificates hold, and what is no proof is refused.</summary>
public class EngineCertificatesTests(ITestOutputHelper output)
{
    private const int Seeds = 5_000;
    private const int Mutations = 6;

    // One pass over the generated cases serves all laws.
    private static readonly Lazy<Findings> Found = new(CheckAll);

    public static TheoryData<string> ShippedCases =>
    [
        .. Directory.EnumerateFiles(RepositoryFolders.Cases, "case.yaml", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(RepositoryFolders.Cases, "ladder"), "rung-*.yaml"))
            .Select(path => Path.GetRelativePath(RepositoryFolders.Cases, path))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_case_without_a_deal_has_a_certificate_that_holds()
    {
        output.WriteLine($"{Found.Value.Proved} certificates of {Soak.Times(Seeds)} generated cases");
        Assert.InRange(Found.Value.Proved, Soak.Times(Seeds) / 4, Soak.Times(Seeds));
        None(Found.Value.Refused);
    }

    [Fact]
    public void A_certificate_is_refused_for_a_case_that_has_a_deal()
    {
        output.WriteLine($"{Found.Value.Opened} of {Found.Value.Changed} changed cases have a deal");
        Assert.InRange(Found.Value.Opened, Soak.Times(Seeds) / 20, int.MaxValue);
        None(Found.Value.AcceptedForADeal);
    }

    [Fact]
    public void A_certificate_with_a_hole_in_it_is_refused()
    {
        foreach (var (what, (made, accepted)) in Found.Value.Spoiled.OrderBy(s => s.Key, StringComparer.Ordinal))
            output.WriteLine($"{what,-26} {made,6}, still a proof {accepted,6}");
        None(Found.Value.AcceptedWithAHole);
    }

    [Theory]
    [MemberData(nameof(ShippedCases))]
    public void Shipped_cases_have_certificates_that_hold_under_every_overlay(string path)
    {
        var model = CaseFile.Read(Path.Combine(RepositoryFolders.Cases, path)).Value;
        Assert.NotNull(model);
        foreach (var overlays in OverlaysOf(model))
        {
            var effective = CaseEdit.Apply(model, overlays).Value;
            Assert.NotNull(effective);
            if (EngineCertificate.Of(effective, model) is not { } certificate) continue;
            var outcome = EngineCertificate.Check(certificate, effective, model);
            Assert.True(outcome.Holds, outcome.Refusal);
        }
    }

    private static IEnumerable<OverlaySelection> OverlaysOf(CaseModel model)
    {
        var bare = OverlaySelection.Default;
        return model.Overlays.Select(o => o.Kind switch
        {
            OverlayKind.Date => bare with { At = o.Name },
            OverlayKind.Leader => bare with { Under = o.Name },
            OverlayKind.Perception => bare with { SeenBy = o.Name },
            OverlayKind.Story => bare with { Story = o.Name },
            OverlayKind.Event => bare with { Given = [o.Name] },
            _ => bare with { Without = [o.Name] },
        }).Prepend(bare);
    }

    private static void None(List<string> wrong) =>
        Assert.True(wrong.Count == 0, $"{wrong.Count}: {string.Join('\n', wrong.Order(StringComparer.Ordinal).Take(8))}");

    private static Findings CheckAll()
    {
        var findings = new Findings();
        Parallel.For(0, Soak.Times(Seeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed => CheckOne(seed, findings));
        return findings;
    }

    private static void CheckOne(int seed, Findings findings)
    {
        var (effective, baseModel) = CaseGenerator.Generate(seed);
        if (EngineCertificate.Of(effective, baseModel) is not { } certificate) return;
        var random = new Random(seed);
        var outcome = EngineCertificate.Check(certificate, effective, baseModel);
        var spoiled = CertificateMutations.Of(certificate, random, Mutations).ToList();
        var accepted = spoiled.Where(s => EngineCertificate.Check(s.Json, effective, baseModel).Holds).ToList();
        var changed = CaseChanges.Loosened(effective, random);
        var hasDeal = changed is not null && new TwinVerdict(new(changed, baseModel)).Grade == Grade.Deal;
        var fooled = changed is null || !hasDeal
            ? []
            : spoiled.Select(s => (s.What, s.Json)).Prepend(("whole", certificate)).Where(s => EngineCertificate.Check(s.Item2, changed, baseModel).Holds).ToList();
        lock (findings)
        {
            findings.Proved++;
            if (!outcome.Holds) findings.Refused.Add($"seed {seed}: {outcome.Refusal}");
            if (changed is not null) findings.Changed++;
            if (hasDeal) findings.Opened++;
            findings.AcceptedForADeal.AddRange(fooled.Select(f => $"seed {seed}: {f.Item1}"));
            findings.AcceptedWithAHole.AddRange(accepted.Where(s => s.IsNoProof).Select(s => $"seed {seed}: {s.What}"));
            foreach (var s in spoiled)
            {
                var (made, still) = findings.Spoiled.GetValueOrDefault(s.What);
                findings.Spoiled[s.What] = (made + 1, still + (accepted.Contains(s) ? 1 : 0));
            }
        }
    }

    private sealed class Findings
    {
        public int Proved { get; set; }

        public int Changed { get; set; }

        public int Opened { get; set; }

        public List<string> Refused { get; } = [];

        public List<string> AcceptedForADeal { get; } = [];

        public List<string> AcceptedWithAHole { get; } = [];

        public Dictionary<string, (int Made, int Accepted)> Spoiled { get; } = [];
    }
}
