using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;

namespace Parley.Tests.BruteForce;

/// <summary>A generated case with obstacles, and the overlays under which it is asked about.</summary>
internal sealed record GeneratedQuestion(CaseModel Case, OverlaySelection Selection);

/// <summary>Obstacles for generated cases, from a stream of their own; a seed always gives the same question.</summary>
/// <remarks>
/// Most obstacles are planted: something is made worse in the case, and the obstacle's going makes it good. Others change
/// what they find at random, so that they may do nothing, or make things worse.
/// </remarks>
internal sealed class ObstacleGenerator
{
    private const int MaxPackages = 48;

    private readonly Random _random;
    private readonly EditMaker _edits;
    private readonly bool _hard;
    private CaseModel _model;

    private ObstacleGenerator(int seed)
    {
        _random = new(seed + 1_000_003);
        _edits = new(_random);
        _hard = Chance(50);
        _model = Start(seed);
    }

    public static GeneratedQuestion Generate(int seed) => new ObstacleGenerator(seed).Build();

    private GeneratedQuestion Build()
    {
        List<Overlay> obstacles = [];
        // Without any the case would be asked about obstacles made from its structure; so the one there is, is taken away.
        var count = Pick([0, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5]);
        var grouped = Chance(60);
        for (var k = 0; k < Math.Max(1, count); k++)
        {
            obstacles.Add(new()
            {
                Kind = OverlayKind.Obstacle,
                Name = $"ob{k}",
                Group = grouped && Chance(75) ? Pick(["domestic", "control", "gains"]) : null,
                Set = [.. MakeEdits(k, obstacles)],
            });
        }

        for (var tries = 0; tries < 4 && Chance(85) && IsOpen(); tries++) PlantMore(obstacles, tries);
        var others = MakeOthers();
        OverlaySelection selection = new()
        {
            Without = count == 0 ? ["ob0"] : Chance(8) ? [Pick(obstacles).Name] : [],
            Given = Chance(50) ? [.. others.Where(o => o.Kind == OverlayKind.Event).Select(o => o.Name)] : [],
            Set = Chance(8) ? [Typed(obstacles)] : [],
        };
        return new(_model with { Overlays = [.. others, .. obstacles] }, selection);
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>A case in which there mostly is a deal, the best one named, before anything stands in its way.</summary>
    private CaseModel Start(int seed)
    {
        for (var tries = Pick([1, 4, 8, 8]); ; tries--)
        {
            var model = CaseGenerator.Generate(seed, MaxPackages).Base;
            var twin = new TwinCase(model, model);
            var verdict = new TwinVerdict(twin);
            if (verdict.Grade != Verdict.Grade.Deal && tries > 1)
            {
                seed += 1_000_000;
                continue;
            }

            // An edit may only name a dimension that some weight or title declares.
            var coins = model.Issues.SelectMany(i => i.Options).SelectMany(o => o.Effects).Select(e => e.Dimension).OfType<string>();
            return model with
            {
                Dimensions = [.. coins.Distinct().Select(c => new Dimension(c, c, SourceSpan.None))],
                Deals = verdict.Witness is { } witness ? [.. model.Deals.Take(1), BestDeal(twin, witness.Options)] : model.Deals,
            };
        }
    }

    private Deal BestDeal(TwinCase twin, int[] package)
    {
        var whole = Chance(30);
        var named = Enumerable.Range(0, package.Length).Where(i => whole || package[i] != twin.Free[i]);
        return new()
        {
            Name = "best",
            Terms = [.. named.Select(i => new DealTerm(twin.Issues[i].Name, twin.OptionAt(i, package[i]).Name, SourceSpan.None))],
        };
    }

    private bool IsOpen() => new TwinWorld(_model, new TwinNumbers(_model)).IsOpen(null);

    private void PlantMore(List<Overlay> obstacles, int round)
    {
        var at = _random.Next(obstacles.Count);
        var edit = Plant($"more{round}");
        if (obstacles[at].Set.All(e => e.Path != edit.Path)) obstacles[at] = obstacles[at] with { Set = obstacles[at].Set.Add(edit) };
    }

    /// <summary>One to three edits, each of another path.</summary>
    private IEnumerable<Edit> MakeEdits(int obstacle, List<Overlay> before)
    {
        var earlier = before.SelectMany(o => o.Set).ToList();
        // Now and then what an earlier obstacle sets is set otherwise.
        if (earlier.Count > 0 && Chance(12)) return [_edits.Again(_model, Pick(earlier))];
        List<Edit> edits = [];
        for (var k = Pick([1, 1, 1, 2, 2, 3]); k > 0; k--) edits.Add(MakeEdit($"line{obstacle}_{k}"));
        return edits.DistinctBy(e => e.Path);
    }

    private Edit MakeEdit(string name) => _random.Next(100) switch
    {
        < 60 when _hard => PlantHard(name),
        < 62 => Plant(name),
        < 84 => _edits.Help(_model),
        _ => _edits.Any(_model),
    };

    /// <summary>Makes the case worse and gives the edit that takes this back.</summary>
    private Edit Plant(string name)
    {
        while (true)
        {
            var planted = _random.Next(12) switch
            {
                0 or 1 => _edits.PlantRedLine(_model, name),
                2 or 3 => _edits.PlantNoDeal(_model, 0.5m, 1m, 2m, 3m),
                4 => _edits.PlantMinGain(_model, 0.5m, 1m, 2m),
                5 => _edits.PlantOffTable(_model),
                6 => _edits.PlantPrecondition(_model, name),
                7 => _edits.LiftRule(_model),
                _ => _edits.PlantNumber(_model),
            };
            if (planted is not var (model, edit)) continue;
            _model = model;
            return edit;
        }
    }

    /// <summary>Something that mostly closes a case on its own, so that several must go together.</summary>
    private Edit PlantHard(string name)
    {
        var (model, edit) = _random.Next(3) switch
        {
            0 => _edits.PlantNoDeal(_model, 3m, 5m),
            1 => _edits.PlantMinGain(_model, 2m, 4m),
            _ => _edits.PlantTaboo(_model, name),
        };
        _model = model;
        return edit;
    }

    private List<Overlay> MakeOthers()
    {
        List<Overlay> others = [];
        if (Chance(10)) others.Add(new() { Kind = OverlayKind.Date, Name = "later", Set = [_edits.Any(_model)] });
        if (Chance(15)) others.Add(new() { Kind = OverlayKind.Event, Name = "event", Set = [_edits.Any(_model)] });
        return others;
    }

    /// <summary>An edit typed with the question; it wins over the obstacles, whose path it sometimes has.</summary>
    private string Typed(List<Overlay> obstacles)
    {
        var edit = Chance(50) ? _edits.Again(_model, Pick([.. obstacles.SelectMany(o => o.Set)])) : _edits.Any(_model);
        return $"{edit.Path}={edit.Value}";
    }
}
