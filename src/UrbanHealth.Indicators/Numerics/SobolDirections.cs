namespace UrbanHealth.Indicators.Numerics;

/// <summary>The direction numbers of the Sobol' sequence, dimension by dimension.</summary>
/// <remarks>
/// A dimension follows the recurrence of its primitive polynomial from initial numbers mᵢ, odd and below 2ⁱ (Sobol' 1967; Bratley and Fox 1988). Those of the first ten
/// dimensions are published by Joe and Kuo (new-joe-kuo-6, 2008). Each further dimension has the best of <see cref="Candidates"/> sets drawn by a counter-based generator,
/// by how evenly its plane with every dimension before it is filled, which is the idea of Joe and Kuo; the choice is kept in a table, and the search in a test.
/// </remarks>
internal static class SobolDirections
{
    public const int MostDimensions = 512;
    public const int Candidates = 64;
    public const int Bits = 32;
    private const long Key = 0x50B0_1512;

    // from the second dimension on
    private static readonly uint[][] JoeKuo = [[1], [1, 3], [1, 3, 1], [1, 1, 1], [1, 1, 3, 3], [1, 3, 5, 13], [1, 1, 5, 5, 17], [1, 1, 5, 5, 5], [1, 1, 7, 11, 19]];

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/";

    // which candidate each dimension after the published ones has, as a digit
    private const string Chosen =
        "0lAGMdaCEGNxPhFOL6q+Zpzf1VS5B82ESloRFSJiHHGRRXJ/YJip4gPdfy2rudA4" +
        "52hpEmOFFkJukc3RIcw9jEMz3m2FCWHbX1M2cvYXTD8/mgqplq7k2ATHOdtoG3k/" +
        "RUVrKowyZxHo+oprqi2oF6ZTm4c/4hjSLUxTUm4RJtHq/Xq/04SRTRyxoyIDq65q" +
        "sRIAGtM5mEMCaMAYpCu1o1CSsmCjQkkEOYO5QCHZrZrMRcGrnp8CgvYD9Vv8nrOx" +
        "X2ZmJ85g1FRNcGqx43J0nYvVr4X2T87vnPDF3dDViedd/zJQ3/nCBM7yryTq5bSJ" +
        "Kue3LHG6wRT14dXTyB+7ijGZAxALkJJ83g5UrTPLfm8+JNIykxvI/OtLFM1qcFAb" +
        "SRVcrS5eRrgfEBUlsTMs9w8BL1gS5yG5kgT92pbFU6tyxbjEZzrocjTqIw8tCm7y" +
        "zrzLtuvS5NJZDDP4NAZ93n+hkjKii4y/ETGStBiawfKViJgg6NnTsW";

    private static readonly Lazy<uint[]> Polynomials = new(() => PrimitivePolynomials.First(MostDimensions - 1));

    /// <summary>How many dimensions have published numbers.</summary>
    public static int Published => JoeKuo.Length + 1;

    /// <summary>The direction numbers of a dimension from 0, the first binary digit of each in the highest bit.</summary>
    public static uint[] Of(int dimension) =>
        dimension == 0 ? [.. Enumerable.Range(0, Bits).Select(k => 1u << (Bits - 1 - k))]
        : dimension < Published ? From(dimension, JoeKuo[dimension - 1])
        : Candidate(dimension, Choice(dimension));

    /// <summary>The candidate that was chosen for a dimension after the published ones.</summary>
    public static int Choice(int dimension) => Digits.IndexOf(Chosen[dimension - Published]);

    /// <summary>The direction numbers of a dimension after the first from one of its candidates.</summary>
    public static uint[] Candidate(int dimension, int number)
    {
        var random = new Philox(Key);
        var m = new uint[PrimitivePolynomials.Degree(Polynomials.Value[dimension - 1])];
        for (int i = 0; i < m.Length; i++) m[i] = 2 * (uint)(random.Uniform(dimension * Candidates + number, i) * (1 << i)) + 1;
        return From(dimension, m);
    }

    private static uint[] From(int dimension, uint[] m)
    {
        uint polynomial = Polynomials.Value[dimension - 1];
        int s = m.Length;
        var v = new uint[Bits];
        for (int k = 0; k < Bits; k++)
        {
            if (k < s)
            {
                v[k] = m[k] << (Bits - 1 - k);
                continue;
            }
            v[k] = v[k - s] ^ (v[k - s] >> s);
            for (int i = 1; i < s; i++) if ((polynomial >> (s - i) & 1) != 0) v[k] ^= v[k - i];
        }
        return v;
    }
}
