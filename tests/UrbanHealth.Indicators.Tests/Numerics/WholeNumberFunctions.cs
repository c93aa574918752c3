using System.Numerics;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>Logarithm and exponential in whole numbers with 240 bits after the point: what the fast ones are measured against.</summary>
internal static class WholeNumberFunctions
{
    public const int Bits = 240;

    public static readonly BigInteger One = BigInteger.One << Bits;

    private static readonly BigInteger Ln2 = 2 * InverseTanh(One / 3);

    /// <summary>A double with <see cref="Bits"/> bits after the point; exact above 2^−180.</summary>
    public static BigInteger Of(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) & 0x7FF;
        BigInteger mantissa = (bits & ((1L << 52) - 1)) | (exponent == 0 ? 0 : 1L << 52);
        int shift = Math.Max(exponent, 1) - 1075 + Bits;
        mantissa = shift >= 0 ? mantissa << shift : mantissa >> -shift;
        return x < 0 ? -mantissa : mantissa;
    }

    /// <summary>ln of a positive double.</summary>
    public static BigInteger Log(double x)
    {
        int k = Math.ILogB(x);
        BigInteger m = Of(Math.ScaleB(x, -k / 2 - (k - k / 2))); // 1 … 2
        return k * Ln2 + 2 * InverseTanh(((m - One) << Bits) / (m + One));
    }

    /// <summary>e^x as a whole number with <see cref="Bits"/> bits and a power of two.</summary>
    public static (BigInteger Mantissa, int Exponent) Exp(BigInteger x)
    {
        BigInteger k = BigInteger.Divide(x, Ln2);
        BigInteger r = x - k * Ln2, term = One, sum = One;
        for (int n = 1; !term.IsZero; n++)
        {
            term = (term * r >> Bits) / n;
            sum += term;
        }
        return (sum, (int)k);
    }

    /// <summary>The error of <paramref name="computed"/> in units of its last place.</summary>
    public static double Ulps(double computed, BigInteger mantissa, int exponent = 0)
    {
        int last = Math.Max(Math.ILogB(computed) - 52, -1074);
        int scale = 300; // bits kept below the last place
        BigInteger exact = Shift(mantissa, exponent - Bits - last + scale);
        BigInteger own = Shift(WholeOf(computed, out int e), e - last + scale);
        return (double)BigInteger.Abs(own - exact) / Math.Pow(2, scale);
    }

    private static BigInteger WholeOf(double x, out int exponent)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int e = (int)(bits >> 52) & 0x7FF;
        exponent = Math.Max(e, 1) - 1075;
        BigInteger mantissa = (bits & ((1L << 52) - 1)) | (e == 0 ? 0 : 1L << 52);
        return x < 0 ? -mantissa : mantissa;
    }

    private static BigInteger Shift(BigInteger x, int by) => by >= 0 ? x << by : x >> -by;

    private static BigInteger InverseTanh(BigInteger s)
    {
        BigInteger z = s * s >> Bits, power = s, sum = s;
        for (int n = 3; !power.IsZero && power != -1; n += 2)
        {
            power = power * z >> Bits;
            sum += power / n;
        }
        return sum;
    }
}
