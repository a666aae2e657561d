using System.Collections.Immutable;
using Parley.Cases.Claims;
using Parley.Draws;
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
    public Dictionary<string, DrawShare> Run(IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        var chances = new Dictionary<string, DrawShare>(StringComparer.Ordinal);
        if (_options.Draws == 0 || Numbers == 0 || _asked.IsEmpty) return chances;
        var (follows, answered) = (new long[_asked.Length], new long[_asked.Length]);
        var gate = new Lock();
        void Count(long draw)
        {
            var verdicts = Judged(draw, cancellationToken);
            lock (gate)
            {
                for (var k = 0; k < verdicts.Length; k++)
                {
                    if (verdicts[k] is not { } holds) continue;
                    answered[k]++;
                    if (holds) follows[k]++;
                }
            }
        }

        SharedWork.Run(0, _options.Draws, _options.Threads, () => Count, done => progress?.Report(new("draws", done, _options.Draws)), cancellationToken);
        for (var k = 0; k < _asked.Length; k++)
            if (answered[k] > 0) chances.Add(_asked[k], DrawShare.Counted(_asked[k], follows[k], answered[k]));

        return chances;
    }

    private bool?[] Judged(long draw, CancellationToken cancellationToken)
    {
        Span<double> values = new double[Numbers];
        _sample.Draw(draw, values);
        var drawn = _sample.Exact(values);
        var verdicts = new bool?[_phrases.Length];
        for (var k = 0; k < verdicts.Length; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            verdicts[k] = _options.Judge(drawn, _phrases[k]);
        }

        return verdicts;
    }
}
