using System.Numerics;
using System.Runtime.InteropServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>Looks for NaN, several figures at a time.</summary>
internal static class Missing
{
    /// <summary>True when some figure is NaN.</summary>
    public static bool Any(ReadOnlySpan<double> figures)
    {
        ReadOnlySpan<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(figures);
        Vector<long> present = Vector<long>.AllBitsSet;
        foreach (Vector<double> x in wide) present &= Vector.Equals(x, x);
        if (present != Vector<long>.AllBitsSet) return true;
        foreach (double x in figures[(wide.Length * Vector<double>.Count)..]) if (double.IsNaN(x)) return true;
        return false;
    }
}
