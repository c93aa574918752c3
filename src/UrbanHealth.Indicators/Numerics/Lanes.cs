using System.Runtime.Intrinsics;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>How many doubles this machine works on at once.</summary>
internal static class Lanes
{
    /// <summary>8, 4, 2 or 1.</summary>
    public static int Widest =>
        Vector512.IsHardwareAccelerated ? 8 : Vector256.IsHardwareAccelerated ? 4 : Vector128.IsHardwareAccelerated ? 2 : 1;
}
