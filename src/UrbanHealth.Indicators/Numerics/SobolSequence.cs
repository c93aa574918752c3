namespace UrbanHealth.Indicators.Numerics;

/// <summary>The Sobol' sequence with the direction numbers of Joe and Kuo (new-joe-kuo-6, 2008), in Gray-code order, the origin first.</summary>
/// <remarks>Up to ten dimensions. Scrambled after Owen (1995) on request: every bit is flipped or not by a hash of the seed, the dimension and the bits before it, so a point depends on its number alone.</remarks>
internal sealed class SobolSequence
{
    public const int MostDimensions = 10;
    private const int Bits = 32;

    // dimension 2 and on: degree of the primitive polynomial, its inner coefficients, initial direction numbers
    private static readonly (int S, uint A, uint[] M)[] JoeKuo =
    [
        (1, 0, [1]), (2, 1, [1, 3]), (3, 1, [1, 3, 1]), (3, 2, [1, 1, 1]), (4, 1, [1, 1, 3, 3]),
        (4, 4, [1, 3, 5, 13]), (5, 2, [1, 1, 5, 5, 17]), (5, 4, [1, 1, 5, 5, 5]), (5, 7, [1, 1, 7, 11, 19]),
    ];

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
        for (int d = 0; d < dimensions; d++) directions[d] = Directions(d);
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
            for (int k = 0; k < Bits; k++) if ((gray >> k & 1) != 0) x ^= directions[d][k];
            point[d] = seed is { } s ? (Scrambled(x, s, d) + 0.5) * (1.0 / (1UL << Bits)) : x * (1.0 / (1UL << Bits));
        }
    }

    private static uint[] Directions(int dimension)
    {
        var v = new uint[Bits];
        if (dimension == 0)
        {
            for (int k = 0; k < Bits; k++) v[k] = 1u << (31 - k);
            return v;
        }
        (int s, uint a, uint[] m) = JoeKuo[dimension - 1];
        for (int k = 0; k < Bits; k++)
        {
            if (k < s)
            {
                v[k] = m[k] << (31 - k);
                continue;
            }
            v[k] = v[k - s] ^ (v[k - s] >> s);
            for (int i = 1; i < s; i++) if ((a >> (s - 1 - i) & 1) != 0) v[k] ^= v[k - i];
        }
        return v;
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
