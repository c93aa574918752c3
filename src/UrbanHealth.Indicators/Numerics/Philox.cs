namespace UrbanHealth.Indicators.Numerics;

/// <summary>Random numbers that depend on the seed and their own number alone: Philox 4×32-10 (Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3, 2011).</summary>
/// <remarks>Draw k is the same on any machine, in any order and on any number of threads.</remarks>
internal readonly struct Philox
{
    private readonly uint key0;
    private readonly uint key1;

    /// <summary>The two halves of the seed.</summary>
    public (uint First, uint Second) Keys => (key0, key1);

    public Philox(long seed) => (key0, key1) = ((uint)seed, (uint)((ulong)seed >> 32));

    /// <summary>A number strictly between 0 and 1, of 53 bits.</summary>
    /// <param name="draw">The number of the draw.</param>
    /// <param name="dimension">Which of the draw's numbers.</param>
    /// <param name="attempt">For methods that may need another try.</param>
    public double Uniform(long draw, int dimension, int attempt = 0) => Two(draw, dimension, attempt).First;

    /// <summary>Two independent numbers strictly between 0 and 1.</summary>
    public (double First, double Second) Two(long draw, int dimension, int attempt = 0)
    {
        (uint a, uint b, uint c, uint d) = Block((uint)draw, (uint)((ulong)draw >> 32), (uint)dimension, (uint)attempt, key0, key1);
        return (Open(a, b), Open(c, d));
    }

    /// <summary>A standard normal number, by the polar method (Marsaglia and Bray 1964).</summary>
    public double Normal(long draw, int dimension)
    {
        for (int attempt = 0; ; attempt++)
        {
            (double u, double v) = Two(draw, dimension, attempt);
            u = 2 * u - 1;
            v = 2 * v - 1;
            double s = u * u + v * v;
            if (s < 1 && s > 0) return u * Math.Sqrt(-2 * ElementaryFunctions.Log(s) / s);
        }
    }

    /// <summary>A standard exponential number.</summary>
    public double Exponential(long draw, int dimension) => -ElementaryFunctions.Log(Uniform(draw, dimension));

    /// <summary>A gamma number of a shape of at least 1 (Marsaglia and Tsang 2000).</summary>
    public double Gamma(double shape, long draw, int dimension)
    {
        double d = shape - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        for (int attempt = 0; ; attempt++)
        {
            // one block a try: 43 bits for each of the polar method's two numbers, 42 for the acceptance
            (uint p, uint q, uint r, uint t) = Block((uint)draw, (uint)((ulong)draw >> 32), (uint)dimension, (uint)attempt, key0, key1);
            ulong high = ((ulong)p << 32) | q, low = ((ulong)r << 32) | t;
            double y = ((high >> 21) + 0.5) * (2.0 / (1UL << 43)) - 1, z = ((low >> 21) + 0.5) * (2.0 / (1UL << 43)) - 1;
            double s = y * y + z * z;
            if (s >= 1) continue;
            double x = y * Math.Sqrt(-2 * ElementaryFunctions.Log(s) / s), v = 1 + c * x;
            if (v <= 0) continue;
            v = v * v * v;
            double u = ((((high & 0x1FFFFF) << 21) | (low & 0x1FFFFF)) + 0.5) * (1.0 / (1UL << 42)), squared = x * x;
            if (u < 1 - 0.0331 * (squared * squared)) return d * v;
            if (ElementaryFunctions.Log(u) < 0.5 * squared + d - d * v + d * ElementaryFunctions.Log(v)) return d * v;
        }
    }

    /// <summary>The logarithm of a gamma number of any shape; as a logarithm small shapes do not vanish.</summary>
    public double LogGamma(double shape, long draw, int dimension) =>
        shape >= 1 ? ElementaryFunctions.Log(Gamma(shape, draw, dimension))
        : ElementaryFunctions.Log(Gamma(shape + 1, draw, dimension)) + ElementaryFunctions.Log(Uniform(draw, dimension, int.MaxValue)) / shape;

    internal static (uint A, uint B, uint C, uint D) Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (int round = 0; round < 10; round++)
        {
            ulong p0 = 0xD2511F53UL * c0, p1 = 0xCD9E8D57UL * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }
        return (c0, c1, c2, c3);
    }

    private static double Open(uint high, uint low) => ((((ulong)high << 32) | low) >> 12) * (1.0 / (1UL << 52)) + 1.0 / (1UL << 53);
}
