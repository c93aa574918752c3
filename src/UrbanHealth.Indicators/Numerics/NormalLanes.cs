using System.Numerics;
using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>Standard normal numbers of one draw, several dimensions at a time, with the bits of <see cref="Philox.Normal"/>.</summary>
/// <remarks>Tries that are rejected are gathered and tried again together.</remarks>
internal static unsafe class NormalLanes
{
    private const int Together = 128;

    /// <param name="random">The generator.</param>
    /// <param name="draw">The number of the draw.</param>
    /// <param name="firstDimension">The dimension of the first number.</param>
    /// <param name="step">How far apart the dimensions of two numbers lie.</param>
    /// <param name="values">Takes the numbers.</param>
    public static void Fill(Philox random, long draw, int firstDimension, int step, Span<double> values)
    {
        switch (Lanes.Widest)
        {
            case 8: Fill<Lanes512>(random, draw, firstDimension, step, values); break;
            case 4: Fill<Lanes256>(random, draw, firstDimension, step, values); break;
            case 2: Fill<Lanes128>(random, draw, firstDimension, step, values); break;
            default: Fill<Lanes64>(random, draw, firstDimension, step, values); break;
        }
    }

    [SkipLocalsInit]
    private static void Fill<TLanes>(Philox random, long draw, int firstDimension, int step, Span<double> values) where TLanes : struct, ILanes<TLanes>
    {
        int* places = stackalloc int[Together];
        ulong* first = stackalloc ulong[Together], second = stackalloc ulong[Together]; // draw and dimension, then what the generator makes of them
        fixed (double* target = values)
        {
            for (int start = 0; start < values.Length; start += Together)
            {
                int left = Math.Min(Together, values.Length - start);
                for (int k = 0; k < left; k++) places[k] = start + k;
                for (uint attempt = 0; left > 0; attempt++)
                {
                    int taken = left, whole = (taken + TLanes.Count - 1) / TLanes.Count * TLanes.Count;
                    for (int k = 0; k < whole; k++)
                    {
                        first[k] = (ulong)draw;
                        second[k] = (uint)(firstDimension + places[Math.Min(k, taken - 1)] * step);
                    }
                    PhiloxLanes.Blocks<TLanes>(random, first, second, attempt, whole);
                    left = 0;
                    for (int k = 0; k < taken; k += TLanes.Count)
                    {
                        uint accepted = Try<TLanes>((double*)first + k, (double*)second + k);
                        for (int lane = 0; lane < Math.Min(TLanes.Count, taken - k); lane++)
                        {
                            int place = places[k + lane];
                            target[place] = ((double*)first)[k + lane];
                            places[left] = place; // kept only when it was rejected
                            left += (int)(~accepted >> lane) & 1;
                        }
                    }
                }
            }
        }
    }

    /// <summary>One try a lane of the polar method (Marsaglia and Bray 1964), in place of the generator's first number: which are accepted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Try<TLanes>(double* first, double* second) where TLanes : struct, ILanes<TLanes>
    {
        TLanes two = TLanes.Of(2), one = TLanes.Of(1), u = TLanes.Subtract(TLanes.Multiply(two, PhiloxLanes.Open(TLanes.Load(first))), one), v = TLanes.Subtract(TLanes.Multiply(two, PhiloxLanes.Open(TLanes.Load(second))), one);
        TLanes s = TLanes.Add(TLanes.Multiply(u, u), TLanes.Multiply(v, v));
        TLanes.Store(TLanes.Multiply(u, TLanes.Root(TLanes.Divide(TLanes.Multiply(TLanes.Of(-2), LaneFunctions.Log(s)), s))), first);
        return TLanes.Bits(TLanes.And(TLanes.Less(s, one), TLanes.Less(TLanes.Of(0), s)));
    }
}
