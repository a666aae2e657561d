using System.Runtime.CompilerServices;

namespace Parley.Kernels.Graphs;

/// <summary>Numbers of one, two or four bytes as long ones and back, without the calls that generic conversion makes in inner loops.</summary>
/// <remarks>Narrowing takes the first bytes, so it asks for a machine that stores the lowest byte first.</remarks>
internal static class Width
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Widen<T>(T value)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == 1) return Unsafe.As<T, byte>(ref value);
        return Unsafe.SizeOf<T>() == 2 ? Unsafe.As<T, ushort>(ref value) : Unsafe.As<T, uint>(ref value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Narrow<T>(long value)
        where T : unmanaged =>
        Unsafe.As<long, T>(ref value);
}
