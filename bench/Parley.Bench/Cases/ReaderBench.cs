using BenchmarkDotNet.Attributes;
using Parley.Cases.Model;
using Parley.Cases.Text;
using Parley.Problems;

namespace Parley.Bench.Cases;

/// <summary>From text to model, and from model to numbers.</summary>
public class ReaderBench
{
    private string _text = string.Empty;
    private CaseModel? _model;

    [Params("us-russia-2019", "brexit-withdrawal")]
    public string Case { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        _text = File.ReadAllText(BenchCases.PathOf(Case));
        _model = BenchCases.Read(Case);
    }

    [Benchmark]
    public object? Read() => CaseReader.Read("case.yaml", _text).Value;

    [Benchmark]
    public object Compile() => CaseProblem.Compile(_model!, _model!); // set up above
}
