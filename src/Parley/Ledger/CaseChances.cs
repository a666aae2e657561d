using System.Collections.Immutable;
using Parley.Cases.Claims;
using Parley.Draws;
using Parley.Kernels.Sampling;
using Parley.Problems;
using Parley.Results;

namespace Parley.Ledger;

/// <summary>In which share of draws of the case's uncertain numbers the phrases of forecasts follow.</summary>
internal sealed class CaseChances
{
    private readonly InputSample _sample;
    private readonly LedgerOptions _options;
    private readonly ImmutableArray<string> _asked;
    private readonly ImmutableArray<ImmutableArray<ClaimPhrase>> _phrases;

    public CaseChances(CaseQuestion question, LedgerOptions options)
    {
        _sample = new(question, SamplingKind.Independent, options.Seed, options.Draws);
        _options = options;
        var asked = options.Evidence.Forecasts.Where(f => f.Expect is not null && !f.Phrases.IsEmpty).DistinctBy(f => f.Expect).ToList();
        _asked = [.. asked.Select(f => f.Expect!)]; // filtered above
        _phrases = [.. asked.Select(f => f.Phrases)];
    }

    /// <summary>How many uncertain numbers there are.</summary>
    public int Numbers => _sample.Numbers.Length;

    /// <summary>By phrase as typed, each once; empty where nothing is drawn, without those that no draw could answer.</summary>
    public Dictionary<string, CaseChance> Run(IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        var chances = new Dictionary<string, CaseChance>(StringComparer.Ordinal);
        if (_options.Draws == 0 || Numbers == 0 || _asked.IsEmpty) return chances;
        var (follows, answered, done) = (new long[_asked.Length], new long[_asked.Length], 0L);
        var gate = new Lock();
        Parallel.For(0L, _options.Draws, new() { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellationToken }, draw =>
        {
            var verdicts = Judged(draw);
            lock (gate)
            {
                for (var k = 0; k < verdicts.Length; k++)
                {
                    if (verdicts[k] is not { } holds) continue;
                    answered[k]++;
                    if (holds) follows[k]++;
                }

                progress?.Report(new("draws", ++done, _options.Draws));
            }
        });
        for (var k = 0; k < _asked.Length; k++)
        {
            if (answered[k] == 0) continue;
            var (low, high) = WilsonInterval.Of(follows[k], answered[k]);
            chances.Add(_asked[k], new(follows[k], answered[k], low, high));
        }

        return chances;
    }

    private bool?[] Judged(long draw)
    {
        Span<double> values = new double[Numbers];
        _sample.Draw(draw, values);
        var drawn = _sample.Exact(values);
        return [.. _phrases.Select(phrases => _options.Judge(drawn, phrases))];
    }
}
