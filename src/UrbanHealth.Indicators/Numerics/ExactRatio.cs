using System.Numerics;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>Quotients of whole numbers rounded once.</summary>
internal static class ExactRatio
{
    /// <summary>n·Σxy − Σx·Σy as a whole number times a power of two, from its exact parts.</summary>
    public static (BigInteger Integer, int Exponent) Centred(long count, (BigInteger Integer, int Exponent) products, (BigInteger Integer, int Exponent) x, (BigInteger Integer, int Exponent) y)
    {
        int square = x.Exponent + y.Exponent, exponent = Math.Min(products.Exponent, square);
        return (((count * products.Integer) << (products.Exponent - exponent)) - ((x.Integer * y.Integer) << (square - exponent)), exponent);
    }

    /// <summary>numerator / denominator · 2^exponent, rounded to nearest, ties to even; the denominator is positive.</summary>
    public static double ToDouble(BigInteger numerator, BigInteger denominator, int exponent)
    {
        if (numerator.IsZero) return 0;
        BigInteger n = BigInteger.Abs(numerator);
        int shift = 64 - (int)(n.GetBitLength() - denominator.GetBitLength());
        if (shift > 0) n <<= shift;
        else denominator <<= -shift;
        BigInteger quotient = BigInteger.DivRem(n, denominator, out BigInteger rest);
        exponent -= shift;
        int length = (int)quotient.GetBitLength(), top = exponent + length - 1;
        if (top > 1023) return numerator.Sign < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        int drop = length - Math.Min(53, 53 - (-1022 - top)); // fewer digits below the normal numbers
        if (drop > length) return numerator.Sign < 0 ? -0.0 : 0;
        BigInteger kept = quotient >> drop, dropped = quotient - (kept << drop), half = BigInteger.One << (drop - 1);
        int side = dropped.CompareTo(half);
        if (side > 0 || (side == 0 && (!rest.IsZero || !kept.IsEven))) kept += 1;
        double magnitude = Math.ScaleB((double)(ulong)kept, exponent + drop);
        return numerator.Sign < 0 ? -magnitude : magnitude;
    }
}
