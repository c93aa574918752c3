using System.Numerics;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The Sobol' sequence in Gray-code order, the origin first.</summary>
/// <remarks>Its numbers are those of <see cref="SobolDirections"/>. Scrambled after Owen (1995) on request: every bit is flipped or not by a hash of the seed, the dimension and the bits before it, so a point depends on its number alone.</remarks>
internal sealed class SobolSequence
{
    public const int MostDimensions = SobolDirections.MostDimensions;
    private const int Bits = SobolDirections.Bits;

    private readonly uint[][] directions;
    private readonly long? seed;

    /// <param name="dimensions">1…<see cref="MostDimensions"/>.</param>
    /// <param name="seed">Scrambles the sequence; null leaves it as it is.</param>
    public SobolSequence(int dimensions, long? seed = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
        this.seed = seed;
        directions = new uint[dimensions][];
        for (int d = 0; d < dimensions; d++) directions[d] = SobolDirections.Of(d);
    }

    public int Dimensions => directions.Length;

    /// <summary>The point of a number from 0; in [0, 1), and never 0 when scrambled.</summary>
    public void Point(long number, Span<double> point)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, 1L << Bits);
        uint gray = (uint)(number ^ (number >> 1));
        for (int d = 0; d < directions.Length; d++)
        {
            uint x = 0;
            for (uint rest = gray; rest != 0; rest &= rest - 1) x ^= directions[d][BitOperations.TrailingZeroCount(rest)];
            point[d] = seed is { } s ? (Scrambled(x, s, d) + 0.5) * (1.0 / (1UL << Bits)) : x * (1.0 / (1UL << Bits));
        }
    }

    private static uint Scrambled(uint x, long seed, int dimension)
    {
        uint result = 0;
        for (int bit = 31; bit >= 0; bit--)
        {
            uint before = bit == 31 ? 1 : (1u << (31 - bit)) | (x >> (bit + 1)); // a leading 1 tells prefixes of different length apart
            uint flip = (uint)(Hash((ulong)seed + 0x9E3779B97F4A7C15 * (ulong)(dimension + 1), before) >> 63);
            result |= ((x >> bit & 1) ^ flip) << bit;
        }
        return result;
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private static ulong Hash(ulong key, ulong value)
    {
        ulong z = key ^ (value * 0xD1B54A32D192ED03);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        z += key;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
