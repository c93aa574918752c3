using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The numbers of <see cref="Philox"/> for eight draws at a time, with the same bits.</summary>
/// <remarks>Numbers lie dimension by dimension, each with its value in the eight draws.</remarks>
internal static unsafe class PhiloxLanes
{
    /// <summary>How many draws go together.</summary>
    public const int Draws = 8;

    private const double Whole = 4503599627370496; // 2^52

    /// <summary>Standard exponential numbers.</summary>
    public static void Exponential(Philox random, ReadOnlySpan<long> draws, int firstDimension, Span<double> values)
    {
        switch (Lanes.Widest)
        {
            case 8: Exponential<Lanes512>(random, draws, firstDimension, values); break;
            case 4: Exponential<Lanes256>(random, draws, firstDimension, values); break;
            case 2: Exponential<Lanes128>(random, draws, firstDimension, values); break;
            default: Exponential<Lanes64>(random, draws, firstDimension, values); break;
        }
    }

    /// <summary>Divides the values of each draw by their sum.</summary>
    public static void Normalise(Span<double> values)
    {
        switch (Lanes.Widest)
        {
            case 8: Normalise<Lanes512>(values); break;
            case 4: Normalise<Lanes256>(values); break;
            case 2: Normalise<Lanes128>(values); break;
            default: Normalise<Lanes64>(values); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Exponential<TLanes>(Philox random, ReadOnlySpan<long> draws, int firstDimension, Span<double> values) where TLanes : struct, ILanes<TLanes>
    {
        fixed (double* target = values)
        fixed (long* number = draws)
        {
            for (int i = 0; i < values.Length; i += Draws)
            {
                TLanes dimension = LaneFunctions.Bits<TLanes>((uint)(firstDimension + i / Draws));
                for (int g = 0; g < Draws; g += TLanes.Count)
                {
                    (TLanes high, _) = Block<TLanes>(random, TLanes.Load((double*)(number + g)), dimension, TLanes.Of(0));
                    TLanes u = Open(high);
                    // the sign bit, as the scalar minus does it
                    TLanes.Store(TLanes.ExclusiveOr(LaneFunctions.Log(u), TLanes.Of(-0.0)), target + i + g);
                }
            }
        }
    }

    private static void Normalise<TLanes>(Span<double> values) where TLanes : struct, ILanes<TLanes>
    {
        fixed (double* x = values)
        {
            for (int g = 0; g < Draws; g += TLanes.Count)
            {
                TLanes sum = TLanes.Of(0);
                for (int i = g; i < values.Length; i += Draws) sum = TLanes.Add(sum, TLanes.Load(x + i));
                for (int i = g; i < values.Length; i += Draws) TLanes.Store(TLanes.Divide(TLanes.Load(x + i), sum), x + i);
            }
        }
    }

    /// <summary>The numbers of the generator in place of draws and dimensions; apart from the rest, so that the processor works on several at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Blocks<TLanes>(Philox random, ulong* first, ulong* second, uint attempt, int count) where TLanes : struct, ILanes<TLanes>
    {
        for (int k = 0; k < count; k += TLanes.Count)
        {
            (TLanes high, TLanes low) = Block(random, TLanes.Load((double*)(first + k)), TLanes.Load((double*)(second + k)), LaneFunctions.Bits<TLanes>(attempt));
            TLanes.Store(high, (double*)(first + k));
            TLanes.Store(low, (double*)(second + k));
        }
    }

    /// <summary>The four words of a block as two numbers of 64 bits, the first word of each pair above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (TLanes High, TLanes Low) Block<TLanes>(Philox random, TLanes draw, TLanes dimension, TLanes attempt) where TLanes : struct, ILanes<TLanes>
    {
        (uint k0, uint k1) = random.Keys;
        TLanes c0 = draw, c1 = TLanes.ShiftRight(draw, 32), c2 = dimension, c3 = attempt, m0 = LaneFunctions.Bits<TLanes>(0xD2511F53), m1 = LaneFunctions.Bits<TLanes>(0xCD9E8D57);
        for (int round = 0; round < 10; round++)
        {
            // only the lower half of a word is looked at; what is above comes from products and is cut off at the end
            TLanes p0 = TLanes.MultiplyHalves(m0, c0), p1 = TLanes.MultiplyHalves(m1, c2);
            c0 = TLanes.ExclusiveOr(TLanes.ExclusiveOr(TLanes.ShiftRight(p1, 32), c1), LaneFunctions.Bits<TLanes>(k0));
            c2 = TLanes.ExclusiveOr(TLanes.ExclusiveOr(TLanes.ShiftRight(p0, 32), c3), LaneFunctions.Bits<TLanes>(k1));
            c1 = p1;
            c3 = p0;
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }
        TLanes lower = LaneFunctions.Bits<TLanes>(0xFFFF_FFFF);
        return (TLanes.Or(TLanes.ShiftLeft(c0, 32), TLanes.And(c1, lower)), TLanes.Or(TLanes.ShiftLeft(c2, 32), TLanes.And(c3, lower)));
    }

    /// <summary>A number strictly between 0 and 1 of the upper 52 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLanes Open<TLanes>(TLanes bits) where TLanes : struct, ILanes<TLanes> =>
        TLanes.Add(TLanes.Multiply(Number(TLanes.ShiftRight(bits, 12)), TLanes.Of(1.0 / (1UL << 52))), TLanes.Of(1.0 / (1UL << 53)));

    /// <summary>A whole number below 2^52 as a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLanes Number<TLanes>(TLanes bits) where TLanes : struct, ILanes<TLanes> => TLanes.Subtract(TLanes.Or(bits, TLanes.Of(Whole)), TLanes.Of(Whole));
}
