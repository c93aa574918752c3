namespace UrbanHealth.Indicators.Numerics;

/// <summary>Random numbers that depend on the seed and their own number alone: Philox 4×32-10 (Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3, 2011).</summary>
/// <remarks>Draw k is the same on any machine, in any order and on any number of threads.</remarks>
internal readonly struct Philox
{
    private readonly uint key0;
    private readonly uint key1;

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

    /// <summary>The logarithm of a gamma number of the given shape (Marsaglia and Tsang 2000); as a logarithm small shapes do not vanish.</summary>
    public double LogGamma(double shape, long draw, int dimension)
    {
        if (shape == 1) return ElementaryFunctions.Log(Exponential(draw, dimension));
        double boost = 0, a = shape;
        if (a < 1)
        {
            boost = ElementaryFunctions.Log(Uniform(draw, dimension, int.MaxValue)) / a;
            a++;
        }
        double d = a - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        for (int attempt = 0; ; attempt++)
        {
            // two blocks a try: the normal number's own tries and the acceptance
            double x = NormalWithin(draw, dimension, attempt), v = 1 + c * x;
            if (v <= 0) continue;
            v = v * v * v;
            double logV = ElementaryFunctions.Log(v);
            double u = Uniform(draw, dimension, (attempt << 8) | 0xFF);
            if (ElementaryFunctions.Log(u) < 0.5 * x * x + d - d * v + d * logV) return ElementaryFunctions.Log(d) + logV + boost;
        }
    }

    private double NormalWithin(long draw, int dimension, int attempt)
    {
        for (int k = 0; ; k++)
        {
            (double u, double v) = Two(draw, dimension, (attempt << 8) | (k & 0x7F) | (k >= 128 ? 0x4000_0000 + (k >> 7 << 24) : 0));
            u = 2 * u - 1;
            v = 2 * v - 1;
            double s = u * u + v * v;
            if (s < 1 && s > 0) return u * Math.Sqrt(-2 * ElementaryFunctions.Log(s) / s);
        }
    }

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
