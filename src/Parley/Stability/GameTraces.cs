using System.Collections.Immutable;
using System.Numerics;
using Parley.Kernels.Graphs;

namespace Parley.Stability;

/// <summary>Traces of verdicts on one state of an option game whose moves are too many to list: they are followed from that state alone.</summary>
/// <remarks>
/// A party's moves compose: two of its moves in a row are one, and so are two improvements. So a shortest answer has no party twice
/// in a row. Cost: at worst the moves of the others from every state that they can come to; <see cref="MaxSteps"/> ends that.
/// </remarks>
internal sealed class GameTraces
{
    /// <summary>Moves tried at most for one verdict.</summary>
    public const long MaxSteps = 5_000_000;

    private readonly OptionGame _game;
    private readonly int[] _own;
    private readonly CancellationToken _cancellation;
    private long _steps;

    public GameTraces(OptionGame game, CancellationToken cancellationToken)
    {
        (_game, _cancellation) = (game, cancellationToken);
        _own = new int[game.PartyCount];
        for (var o = 0; o < game.OptionCount; o++) _own[game.Owners[o]] |= 1 << o;
    }

    /// <summary>What it takes to check a verdict; null where following it takes too many moves.</summary>
    /// <param name="party">Whose verdict.</param>
    /// <param name="state">On which state.</param>
    /// <param name="concept">Any but the simultaneous one.</param>
    /// <param name="isStable">The verdict.</param>
    public StabilityWitness? Witness(int party, int state, StabilityConcept concept, bool isStable)
    {
        _steps = 0;
        var (here, answers) = (_game.Value(party, state), new List<MoveAnswer>());
        foreach (var target in Moves(party, state))
        {
            if (_game.Value(party, target) <= here) continue;
            var answer = concept == StabilityConcept.Nash ? null : Answer(party, target, concept, here);
            if (_steps > MaxSteps) return null;
            if (answer is not null) answers.Add(answer);
            else if (!isStable) return new(party, state, concept, false, [new(target, [], [])]);
        }

        return _steps > MaxSteps ? null : new(party, state, concept, isStable, [.. answers.OrderBy(a => a.Target)]);
    }

    // Every state that the party can move to, its options changed in every combination.
    private IEnumerable<int> Moves(int party, int state)
    {
        for (var change = _own[party]; change != 0; change = (change - 1) & _own[party])
        {
            if (++_steps > MaxSteps) yield break;
            if ((_steps & 0xFFFF) == 0) _cancellation.ThrowIfCancellationRequested();
            if (_game.HasMove(party, state, state ^ change)) yield return state ^ change;
        }
    }

    // The others' moves one after another, the nearest end that is no better for the party (and that it cannot get out of).
    private MoveAnswer? Answer(int party, int target, StabilityConcept concept, Int128 here)
    {
        var improving = concept is StabilityConcept.Sequential or StabilityConcept.SymmetricSequential;
        var final = concept is StabilityConcept.SymmetricMetarational or StabilityConcept.SymmetricSequential;
        var (came, open) = (new Dictionary<int, MoveStep> { [target] = new(-1, -1) }, new Queue<int>([target]));
        while (open.TryDequeue(out var from))
        {
            for (var other = 0; other < _game.PartyCount; other++)
            {
                if (other == party) continue;
                foreach (var to in Moves(other, from))
                {
                    if (improving && _game.Value(other, to) <= _game.Value(other, from)) continue;
                    if (!came.TryAdd(to, new(other, from))) continue;
                    open.Enqueue(to);
                    if (_game.Value(party, to) > here) continue;
                    int[] escapes = final ? [.. Moves(party, to).Order()] : [];
                    if (Array.TrueForAll(escapes, e => _game.Value(party, e) <= here)) return new(target, Path(came, to), [.. escapes]);
                }
            }
        }

        return null;
    }

    private static ImmutableArray<MoveStep> Path(Dictionary<int, MoveStep> came, int end)
    {
        var steps = new List<MoveStep>();
        for (var at = end; came[at] is { Mover: >= 0 } step; at = step.State) steps.Add(new(step.Mover, at));
        steps.Reverse();
        return [.. steps];
    }
}
