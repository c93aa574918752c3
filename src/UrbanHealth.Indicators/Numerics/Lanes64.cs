using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>One double: the tail of a column, single figures, and machines without vectors.</summary>
internal readonly unsafe struct Lanes64 : ILanes<Lanes64>
{
    private readonly double v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes64(double value) => v = value;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    public double Value => v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Of(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Load(double* source) => new(*source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes64 value, double* target) => *target = value.v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Add(Lanes64 a, Lanes64 b) => new(a.v + b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Subtract(Lanes64 a, Lanes64 b) => new(a.v - b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Multiply(Lanes64 a, Lanes64 b) => new(a.v * b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Divide(Lanes64 a, Lanes64 b) => new(a.v / b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 AddExactProduct(Lanes64 sum, Lanes64 a, Lanes64 b) => new(sum.v + a.v * b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Lesser(Lanes64 a, Lanes64 b) => a.v < b.v ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Greater(Lanes64 a, Lanes64 b) => b.v < a.v ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ExactTotal(Lanes64 a) => a.v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Less(Lanes64 a, Lanes64 b) => Mask(a.v < b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Equal(Lanes64 a, Lanes64 b) => Mask(a.v == b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Select(Lanes64 mask, Lanes64 a, Lanes64 b) => BitConverter.DoubleToInt64Bits(mask.v) != 0 ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Keep(Lanes64 mask, Lanes64 a) => BitConverter.DoubleToInt64Bits(mask.v) != 0 ? a : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 AddWherePresent(Lanes64 x, Lanes64 sum, Lanes64 value) => !double.IsNaN(x.v) ? new(sum.v + value.v) : sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Lanes64 mask) => BitConverter.DoubleToInt64Bits(mask.v) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Root(Lanes64 a) => new(Math.Sqrt(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 And(Lanes64 a, Lanes64 b) => new(BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(a.v) & BitConverter.DoubleToUInt64Bits(b.v)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Or(Lanes64 a, Lanes64 b) => new(BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(a.v) | BitConverter.DoubleToUInt64Bits(b.v)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 ExclusiveOr(Lanes64 a, Lanes64 b) => new(BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(a.v) ^ BitConverter.DoubleToUInt64Bits(b.v)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 ShiftLeft(Lanes64 a, int places) => new(BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(a.v) << places));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 ShiftRight(Lanes64 a, int places) => new(BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(a.v) >> places));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 AddWhole(Lanes64 a, Lanes64 b) => new(BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(a.v) + BitConverter.DoubleToUInt64Bits(b.v)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 MultiplyHalves(Lanes64 a, Lanes64 b) => new(BitConverter.UInt64BitsToDouble((ulong)(uint)BitConverter.DoubleToUInt64Bits(a.v) * (uint)BitConverter.DoubleToUInt64Bits(b.v)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Lanes64 mask) => (uint)(BitConverter.DoubleToUInt64Bits(mask.v) >> 63);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes64 Mask(bool value) => new(BitConverter.Int64BitsToDouble(value ? -1L : 0L));
}
