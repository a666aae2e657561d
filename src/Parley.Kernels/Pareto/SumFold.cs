using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>What tests may turn to reach every way of merging; the answer is the same.</summary>
/// <param name="Band">Sums in a band, about.</param>
/// <param name="Spread">Values of the first party for each sum, up to which two parties are merged on all values at once.</param>
/// <param name="LeastBits">Keys are at least so wide.</param>
/// <param name="SharedBlocks">Blocks of values from which a second thread saves more than it costs to start.</param>
internal sealed record SumTuning(int Band, int Spread, int LeastBits, int SharedBlocks)
{
    public static SumTuning Usual { get; } = new(256, 32, 0, 24);
}

/// <summary>Folds the issues from the last to the first, with keys of one width.</summary>
internal sealed class SumFold<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly SumScale _scale;
    private readonly SumKeys<T> _keys;
    private readonly SumGrid _grid;
    private readonly SumRegion _region;
    private readonly SumFrontierOptions _options;
    private readonly SumTuning _tuning;
    private readonly SumStairs? _stairs;
    private readonly SumIssue<T>[] _issues;

    public SumFold(SumScale scale, int[] bits, SumGrid grid, SumRegion region, SumFrontierOptions options, SumTuning tuning)
    {
        (_scale, _keys, _grid, _region, _options, _tuning) = (scale, new(bits), grid, region, options, tuning);
        _stairs = _keys is SumKeys<long> { PartyCount: 2 } keys ? new(keys, tuning) : null;
        _issues = Array.ConvertAll(scale.Reduced, issue => SumIssue<T>.Of(_keys, issue));
    }

    public SumFrontierResult Run(CancellationToken cancellationToken)
    {
        var layers = new T[_issues.Length + 1][];
        layers[^1] = [T.Zero];
        var (cutBelow, isCut) = (false, false);
        for (var i = _issues.Length - 1; i >= 0; i--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            cutBelow |= isCut;
            (layers[i], isCut) = Merge(layers[i + 1], i, cancellationToken);
        }

        var status = cutBelow ? SumFrontierStatus.PartialCut
            : isCut ? SumFrontierStatus.FirstPoints
            : _grid.IsCoarse ? SumFrontierStatus.WithinGrid
            : SumFrontierStatus.Complete;
        return new(status, new SumTrail<T>(_scale, _keys, _issues, layers));
    }

    private SumLayer<T> Merge(T[] below, int issue, CancellationToken cancellationToken)
    {
        var limit = issue == 0 ? _options.MaxPoints : _options.MaxPartialPoints;
        var test = new SumTest<T>(_keys, _region, issue);
        var choices = _issues[issue].Keys;
        if (_stairs is { } stairs && below is long[] sums && choices is long[] options && test is SumTest<long> easy
            && stairs.Pays(sums, options))
        {
            var layer = (SumLayer<T>)(object)stairs.Run(sums, options, easy, Mask(issue) == -T.One ? limit : int.MaxValue);
            return Mask(issue) == -T.One ? layer : Merge(new GreatestCover<T>(_keys), test, limit, [], issue).Thin(layer.Keys);
        }

        var range = _keys.PartyCount == 3 ? _scale.Reach(issue)[1] : 0;
        return _keys.PartyCount switch
        {
            < 3 => Merge(new GreatestCover<T>(_keys), test, limit, below, issue).Run(cancellationToken),
            3 when range <= StairCover<T>.MostSteps =>
                Merge(new StairCover<T>(_keys, (int)range), test, limit, below, issue).Run(cancellationToken),
            3 => Merge(new SortedStairCover<T>(_keys), test, limit, below, issue).Run(cancellationToken),
            _ => Merge(new ListCover<T>(_keys), test, limit, below, issue).Run(cancellationToken),
        };
    }

    private SumMerge<T, TCover> Merge<TCover>(TCover cover, SumTest<T> test, int limit, T[] below, int issue)
        where TCover : struct, ISumCover<T> =>
        new(_keys, cover, test, Mask(issue), limit, below, _issues[issue].Keys, _tuning.Band);

    // The bits of a key that tell the boxes of a merge apart.
    private T Mask(int issue)
    {
        var mask = -T.One;
        for (var p = 0; p < _keys.PartyCount; p++)
            mask &= ~(((T.One << _grid.Bits(issue, p)) - T.One) << _keys.Shift(p));
        return mask;
    }
}
