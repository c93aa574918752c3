namespace UrbanHealth.Indicators.Numerics;

/// <summary>Random numbers that depend on a seed and their own number alone: the SplitMix64 mix (Steele, Lea &amp; Flood 2014) of both.</summary>
internal readonly struct CounterRandom(ulong seed, ulong stream)
{
    private readonly ulong key = Mix(seed ^ Mix(stream + 0x9E3779B97F4A7C15));

    /// <summary>The 64 bits of draw <paramref name="number"/>.</summary>
    public ulong Bits(ulong number) => Mix(key + 0x9E3779B97F4A7C15 * (number + 1));

    /// <summary>Uniform on [0, 1), with 53 bits.</summary>
    public double Uniform(ulong number) => (Bits(number) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on 0 … <paramref name="count"/> − 1.</summary>
    public int Index(ulong number, int count) => (int)Math.BigMul(Bits(number), (ulong)count, out _);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
