using Parley.Kernels.Sampling;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Sampling;

/// <summary>Numbers without a state against published answers and against what chance allows.</summary>
public class CounterRandomTests
{
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(~0u, ~0u, ~0u, ~0u, ~0u, ~0u, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void The_cipher_gives_the_answers_published_with_it(
        uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint a, uint b, uint c, uint d) =>
        Assert.Equal((a, b, c, d), CounterRandom.Block((c0, c1, c2, c3), (k0, k1)));

    [Fact]
    public void Seed_draw_dimension_and_stream_all_matter_and_nothing_else_does()
    {
        var seen = new HashSet<ulong>();
        foreach (var seed in new ulong[] { 0, 1, 1UL << 40 })
            foreach (var stream in new[] { 0, 1, -1 })
                foreach (var draw in new ulong[] { 0, 1, 1UL << 33, ulong.MaxValue })
                    for (var dimension = 0; dimension < 4; dimension++)
                    {
                        var bits = new CounterRandom(seed, stream).Bits(draw, dimension);
                        Assert.True(seen.Add(bits));
                        Assert.Equal(bits, new CounterRandom(seed, stream).Bits(draw, dimension));
                    }
    }

    [Fact]
    public void Units_lie_inside_the_open_interval_and_are_symmetric()
    {
        Assert.Equal(Math.ScaleB(1, -53), CounterRandom.ToUnit(0));
        Assert.Equal(1 - Math.ScaleB(1, -53), CounterRandom.ToUnit(ulong.MaxValue));
        Assert.Equal(1 - CounterRandom.ToUnit(0xABCDEF0123456789), CounterRandom.ToUnit(~0xABCDEF0123456789));
    }

    [Fact]
    public void Every_bit_is_set_in_half_of_the_draws_and_neighbours_are_uncorrelated()
    {
        const int draws = 20_000;
        var random = new CounterRandom(5);
        var set = new int[64];
        var (neighbours, dimensions) = (0.0, 0.0);
        for (var i = 0UL; i < draws; i++)
        {
            var bits = random.Bits(i, 3);
            for (var b = 0; b < 64; b++) set[b] += (int)(bits >> b & 1);
            neighbours += (random.Unit(i, 3) - 0.5) * (random.Unit(i + 1, 3) - 0.5);
            dimensions += (random.Unit(i, 2) - 0.5) * (random.Unit(i, 3) - 0.5);
        }

        Assert.All(set, s => Assert.InRange(s, draws / 2 - 5 * 71, draws / 2 + 5 * 71));
        Assert.InRange(neighbours / draws * 12 * Math.Sqrt(draws), -4, 4);
        Assert.InRange(dimensions / draws * 12 * Math.Sqrt(draws), -4, 4);
    }

    [Fact]
    public void A_keyed_order_holds_every_place_once()
    {
        var random = new Random(3);
        for (var draw = 0; draw < Soak.Times(500); draw++)
        {
            var count = random.Next(1, 2_000);
            var order = new KeyedPermutation(count, new((ulong)draw), random.Next(5));
            var values = Enumerable.Range(0, count).Select(i => (int)order.At(i)).ToList();
            Assert.Equal(Enumerable.Range(0, count), values.Order());
        }
    }

    [Fact]
    public void All_orders_of_four_are_about_equally_frequent()
    {
        const int tries = 24_000;
        var counts = new Dictionary<(long, long, long), int>();
        for (var number = 0; number < tries; number++)
        {
            var order = new KeyedPermutation(4, new(9), number);
            var key = (order.At(0), order.At(1), order.At(2));
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        var chiSquare = counts.Values.Sum(c => (c - tries / 24.0) * (c - tries / 24.0) / (tries / 24.0));
        Assert.Equal(24, counts.Count);
        Assert.InRange(chiSquare, 5, 50);
    }

    [Theory]
    [InlineData(37)]
    [InlineData(1000)]
    public void Any_place_may_hold_any_value_and_neighbours_are_unrelated(int count)
    {
        const int tries = 20_000;
        var (first, product) = (0.0, 0.0);
        var cells = new int[10];
        for (var number = 0; number < tries; number++)
        {
            var order = new KeyedPermutation(count, new(1), number);
            var (x, y) = ((order.At(0) + 0.5) / count, (order.At(1) + 0.5) / count);
            first += x - 0.5;
            product += (x - 0.5) * (y - 0.5);
            cells[(int)(x * 10)]++;
        }

        Assert.InRange(first / tries * Math.Sqrt(12.0 * tries), -4, 4);
        Assert.InRange((product / tries + 1 / 12.0 / (count - 1)) * 12 * Math.Sqrt(tries), -4, 4);
        Assert.All(cells, c => Assert.InRange(c, tries * 0.06, tries * 0.14));
    }
}
