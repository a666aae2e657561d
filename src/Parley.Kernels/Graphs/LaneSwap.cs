using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Kernels.Graphs;

/// <summary>Rows of 64 numbers in which bits of the place and bits of the row's number change sides.</summary>
internal static class LaneSwap
{
    private static ReadOnlySpan<ulong> Zeros =>
        [0x5555555555555555, 0x3333333333333333, 0x0F0F0F0F0F0F0F0F, 0x00FF00FF00FF00FF, 0x0000FFFF0000FFFF, 0x00000000FFFFFFFF];

    /// <summary>The places of a row in whose number this bit is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Without(int bit) => Zeros[bit];

    /// <summary>Bit m of the row's number and bit bits[m] of the place change sides, for all m; done twice, nothing has changed.</summary>
    /// <param name="rows">2^bits rows.</param>
    /// <param name="bits">Different bits of the place.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Exchange<T>(Span<T> rows, ReadOnlySpan<int> bits)
        where T : unmanaged
    {
        for (var m = 0; m < bits.Length; m++)
        {
            var stride = Unsafe.SizeOf<T>() << bits[m];
            ref var at = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(rows));
            var length = (nint)CubeShape.RowLength * Unsafe.SizeOf<T>();
            for (var r = 0; r < 1 << bits.Length; r++)
            {
                if ((r >> m & 1) != 0) continue;
                ref var a = ref Unsafe.Add(ref at, r * length);
                ref var b = ref Unsafe.Add(ref at, (r | 1 << m) * length);
                if (stride >= Vector256<byte>.Count) Far(ref a, ref b, length, stride);
                else if (stride == 16) Halves(ref a, ref b, length);
                else if (stride == 8) Quarters(ref a, ref b, length);
                else Near(ref a, ref b, length, stride);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Far(ref byte a, ref byte b, nint length, int stride)
    {
        for (nint i = 0; i < length; i += Vector256<byte>.Count)
        {
            if ((i & stride) != 0) continue;
            ref var over = ref Unsafe.Add(ref a, i + stride);
            ref var under = ref Unsafe.Add(ref b, i);
            var x = Vector256.LoadUnsafe(ref over);
            Vector256.LoadUnsafe(ref under).StoreUnsafe(ref over);
            x.StoreUnsafe(ref under);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Halves(ref byte a, ref byte b, nint length)
    {
        for (nint i = 0; i < length; i += Vector256<byte>.Count)
        {
            var (x, y) = (Vector256.LoadUnsafe(ref a, (nuint)i), Vector256.LoadUnsafe(ref b, (nuint)i));
            Vector256.Create(x.GetLower(), y.GetLower()).StoreUnsafe(ref a, (nuint)i);
            Vector256.Create(x.GetUpper(), y.GetUpper()).StoreUnsafe(ref b, (nuint)i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Quarters(ref byte a, ref byte b, nint length)
    {
        var odd = Vector256.Create(0UL, ulong.MaxValue, 0, ulong.MaxValue);
        for (nint i = 0; i < length; i += Vector256<byte>.Count)
        {
            var (x, y) = (Vector256.LoadUnsafe(ref a, (nuint)i).AsUInt64(), Vector256.LoadUnsafe(ref b, (nuint)i).AsUInt64());
            var under = Vector256.ConditionalSelect(odd, Vector256.Shuffle(y, Vector256.Create(0UL, 0, 2, 2)), x);
            var over = Vector256.ConditionalSelect(odd, y, Vector256.Shuffle(x, Vector256.Create(1UL, 1, 3, 3)));
            under.AsByte().StoreUnsafe(ref a, (nuint)i);
            over.AsByte().StoreUnsafe(ref b, (nuint)i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Near(ref byte a, ref byte b, nint length, int stride)
    {
        var low = Vector256.Create(Without(BitOperations.Log2((uint)stride) + 3));
        var shift = stride * 8;
        for (nint i = 0; i < length; i += Vector256<byte>.Count)
        {
            var (x, y) = (Vector256.LoadUnsafe(ref a, (nuint)i).AsUInt64(), Vector256.LoadUnsafe(ref b, (nuint)i).AsUInt64());
            var differ = (x >>> shift ^ y) & low;
            (x ^ differ << shift).AsByte().StoreUnsafe(ref a, (nuint)i);
            (y ^ differ).AsByte().StoreUnsafe(ref b, (nuint)i);
        }
    }
}
