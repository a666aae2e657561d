using System.Numerics;
using Parley.Kernels.Sets;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Sets;

/// <summary>Minimal hitting sets against trying every set.</summary>
public class HittingSetsTests
{
    [Fact]
    public void They_are_the_minimal_sets_that_meet_every_set_of_the_family()
    {
        var random = new Random(11);
        for (var draw = 0; draw < Soak.Times(5_000); draw++)
        {
            var elements = random.Next(1, 9);
            var family = Enumerable.Range(0, random.Next(0, 7)).Select(_ => (ulong)random.Next(1 << elements)).ToList();
            var hitting = Enumerable.Range(0, 1 << elements).Select(s => (ulong)s).Where(s => family.TrueForAll(f => (f & s) != 0)).ToList();
            var minimal = hitting.Where(s => !hitting.Exists(t => t != s && (t & s) == t)).ToList();
            minimal.Sort((a, b) => BitOperations.PopCount(a) != BitOperations.PopCount(b)
                ? BitOperations.PopCount(a).CompareTo(BitOperations.PopCount(b))
                : string.CompareOrdinal(Digits(a), Digits(b)));
            Assert.Equal(minimal, HittingSets.Minimal(family));
        }

        // Elements in order, as letters: the order of sets of one size is that of their words.
        static string Digits(ulong set) => string.Concat(Enumerable.Range(0, 64).Where(k => (set >> k & 1) != 0).Select(k => (char)('a' + k)));
    }

    [Fact]
    public void The_corners_are_as_the_definition_has_them()
    {
        Assert.Equal([0UL], HittingSets.Minimal([]));
        Assert.Empty(HittingSets.Minimal([0UL]));
        Assert.Equal([1UL << 63], HittingSets.Minimal([1UL << 63]));
    }

    [Fact]
    public void Hitting_sets_of_the_hitting_sets_are_the_minimal_sets_of_the_family()
    {
        ulong[] family = [0b00011, 0b00101, 0b11000, 0b10110];

        Assert.Equal([0b00011UL, 0b00101, 0b11000, 0b10110], HittingSets.Minimal(HittingSets.Minimal(family)));
    }
}
