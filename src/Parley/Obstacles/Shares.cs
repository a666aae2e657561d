using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Obstacles;

/// <summary>Power indices of the opening game and shares of the distance, exactly, from the closed sets (docs/model.md, 30 and 31).</summary>
/// <remarks>
/// An obstacle f is pivotal for a closed set R without f iff R with f is not closed. The Shapley weight of a set of s others among n is
/// s! (n-s-1)! / n!. Obstacles that change nothing anywhere are left out of the game: they are pivotal nowhere and change no other's index.
/// Source: L. Shapley and M. Shubik 1954, Am. Polit. Sci. Rev. 48, pp. 787-792; key "shapley1954" in docs/references.bib.
/// Source: J. Banzhaf 1965, Rutgers Law Rev. 19, pp. 317-343; key "banzhaf1965" in docs/references.bib.
/// </remarks>
internal sealed class Shares
{
    private readonly int _players;
    private readonly Rational[] _weights;

    /// <param name="obstacles">Number of obstacles, the left-out ones included.</param>
    /// <param name="skipped">Obstacles left out of the game.</param>
    /// <param name="closed">Every closed set.</param>
    /// <param name="opens">Whether a set contains a correction set.</param>
    public Shares(int obstacles, ulong skipped, IReadOnlyList<ClosedSet> closed, Func<ulong, bool> opens)
    {
        _players = obstacles - BitOperations.PopCount(skipped);
        _weights = Weights(_players);
        Shapley = new Rational[obstacles];
        Banzhaf = new Rational[obstacles];
        Distance = closed.All(c => c.Distance is not null) ? new Rational[obstacles] : null;
        for (var f = 0; f < obstacles; f++)
        {
            if ((skipped >> f & 1) != 0) continue;
            Weigh(f, closed, opens);
        }

        if (Distance is { } phi && phi.Aggregate(Rational.Zero, (sum, p) => sum + p) is { IsZero: false } total)
            for (var f = 0; f < phi.Length; f++) phi[f] /= total;
    }

    /// <summary>By obstacle; sums to 1 where something opens.</summary>
    public Rational[] Shapley { get; }

    /// <summary>By obstacle, the share of the other obstacles' sets that it turns from closed to open.</summary>
    public Rational[] Banzhaf { get; }

    /// <summary>By obstacle, its part of the distance that taking everything away closes, as a share; null where a distance is missing.</summary>
    public Rational[]? Distance { get; }

    private void Weigh(int obstacle, IReadOnlyList<ClosedSet> closed, Func<ulong, bool> opens)
    {
        var bit = 1UL << obstacle;
        var pivots = new BigInteger[_players];
        var nearer = new Rational[_players]; // by number of others, the distance closed by the obstacle
        foreach (var set in closed)
        {
            var size = BitOperations.PopCount(set.Members);
            if ((set.Members & bit) == 0)
            {
                if (opens(set.Members | bit)) pivots[size]++;
                if (Distance is not null) nearer[size] += set.Distance!.Value; // all known where the array is
            }
            else if (Distance is not null)
            {
                nearer[size - 1] -= set.Distance!.Value;
            }
        }

        var swings = BigInteger.Zero;
        for (var s = 0; s < _players; s++)
        {
            Shapley[obstacle] += pivots[s] * _weights[s];
            swings += pivots[s];
            if (Distance is not null) Distance[obstacle] += nearer[s] * _weights[s];
        }

        Banzhaf[obstacle] = new(swings, BigInteger.One << (_players - 1));
    }

    private static Rational[] Weights(int players)
    {
        var factorials = new BigInteger[players + 1];
        factorials[0] = 1;
        for (var k = 1; k <= players; k++) factorials[k] = factorials[k - 1] * k;
        return [.. Enumerable.Range(0, players).Select(s => new Rational(factorials[s] * factorials[players - s - 1], factorials[players]))];
    }
}
