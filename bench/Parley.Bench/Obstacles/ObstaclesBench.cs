using BenchmarkDotNet.Attributes;
using Parley.Cases.Model;
using Parley.Obstacles;
using Parley.Problems;

namespace Parley.Bench.Obstacles;

/// <summary>Why there is no deal, on the founding case: its 13 obstacles, and 20 (the first seven generated ones added), with exact shares of the distance.</summary>
public class ObstaclesBench
{
    private CaseQuestion? _question;

    [Params("may_2019", "nov_2018")]
    public string Date { get; set; } = string.Empty;

    [Params(13, 20)]
    public int Obstacles { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var model = BenchCases.Read("us-russia-2019");
        var generated = ObstaclesAnalysis.Run(CaseQuestion.Ask(model, new() { At = Date }).Value!, new() { Generated = true, Witnesses = false, Distances = false }).Obstacles;
        var added = generated.Take(Obstacles - 13).Select(o => new Overlay { Kind = OverlayKind.Obstacle, Name = o.Name, Title = o.Title, Group = o.Group, Set = o.Set });
        _question = CaseQuestion.Ask(model with { Overlays = [.. model.Overlays, .. added] }, new() { At = Date }).Value!; // both are declared in the case
    }

    [Benchmark]
    public object Run() => ObstaclesAnalysis.Run(_question!, new()); // set up above
}
