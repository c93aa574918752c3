namespace UrbanHealth.Indicators.Numerics;

/// <summary>Logarithm, exponential and power, to less than one unit in the last place and with the same bits on every machine.</summary>
/// <remarks>
/// The runtime's own call the C library of the machine, whose last bits differ. Here is nothing but additions, multiplications,
/// divisions and comparisons in a fixed order. Logarithm and exponential follow the argument reductions and minimax polynomials
/// of FDLIBM (Sun Microsystems, 1993: e_log.c, e_exp.c, error below 1 ulp); the power takes the logarithm to some 70 bits by the series
/// of the inverse hyperbolic tangent in double-double arithmetic (Dekker 1971). The tests measure the errors against whole-number arithmetic.
/// </remarks>
internal static class ElementaryFunctions
{
    private const double Ln2High = 6.93147180369123816490e-01; // the last 21 bits are 0: exact times any exponent
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double InverseLn2 = 1.44269504088896338700e+00;
    private const double Overflow = 7.09782712893383973096e+02;
    private const double Underflow = -7.45133219101941108420e+02;

    /// <summary>ln x; −∞ for 0, NaN for negative x. The error is below 1 ulp.</summary>
    public static double Log(double x)
    {
        if (!(x > 0)) return x == 0 ? double.NegativeInfinity : double.NaN;
        if (double.IsPositiveInfinity(x)) return x;
        (double m, int k) = Split(x);
        double f = m - 1, s = f / (2 + f), z = s * s, w = z * z;
        double even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
        double odd = z * (6.666666666666735130e-01 + w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
        double half = 0.5 * f * f, r = even + odd;
        if (k == 0) return f - (half - s * (half + r));
        return k * Ln2High - (half - (s * (half + r) + k * Ln2Low) - f);
    }

    /// <summary>e to the x. The error is below 1 ulp.</summary>
    public static double Exp(double x) => Exp(x, 0);

    /// <summary>x to the y, with the special values of IEEE 754. The error is below 1 ulp.</summary>
    public static double Pow(double x, double y)
    {
        // zero, infinite, NaN: the results are exact, so the runtime's have the same bits everywhere
        if (x == 0 || y == 0 || x == 1 || !double.IsFinite(x) || !double.IsFinite(y)) return Math.Pow(x, y);
        if (y == 1) return x;
        if (y == 2) return x * x;
        bool negative = false;
        if (x < 0)
        {
            if (y != Math.Floor(y)) return double.NaN;
            negative = Math.Abs(y) < 9007199254740992 && Math.Abs(y % 2) == 1;
            x = -x;
            if (x == 1) return negative ? -1 : 1;
        }
        (double high, double low) = LogTwice(x);
        double size = y * high;
        double power = size > 800 ? double.PositiveInfinity : size < -800 ? 0 : Exponential(y, high, low);
        return negative ? -power : power;
    }

    /// <summary>The logarithm of x to a base above 1; exact where it is a whole number. The error is below 1 ulp.</summary>
    public static double Log(double x, double numberBase)
    {
        if (!(x > 0) || double.IsInfinity(x)) return Log(x);
        (double a, double aLow) = LogTwice(x);
        (double b, double bLow) = LogTwice(numberBase);
        double quotient = a / b;
        (double p, double e) = Product(quotient, b);
        return quotient + (a - p - e + aLow - quotient * bLow) / b;
    }

    /// <summary>sin(π·t) for t in −½ … ½, by the kernels of FDLIBM (k_sin.c, k_cos.c); NaN elsewhere.</summary>
    public static double SineOfHalfTurns(double t)
    {
        double size = Math.Abs(t);
        if (!(size <= 0.5)) return double.NaN;
        if (size <= 0.25)
        {
            double x = Math.PI * t, z = x * x;
            return x + x * z * (-1.66666666666666324348e-01 + z * (8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04 + z * (2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)))));
        }
        double y = Math.PI * (0.5 - size), w = y * y;
        double cosine = 1 - (0.5 * w - w * w * (4.16666666666666019037e-02 + w * (-1.38888888888741095749e-03 + w * (2.48015872894767294178e-05 + w * (-2.75573143513906633035e-07 + w * (2.08757232129817482790e-09 - w * 1.13596475577881948265e-11))))));
        return t < 0 ? -cosine : cosine;
    }

    private static double Exponential(double y, double high, double low)
    {
        (double p, double e) = Product(y, high);
        e += y * low;
        double sum = p + e;
        return Exp(sum, p - sum + e);
    }

    /// <summary>e to the x + rest, the rest below an ulp of x.</summary>
    private static double Exp(double x, double rest)
    {
        if (double.IsNaN(x)) return x;
        if (x > Overflow) return double.PositiveInfinity;
        if (x < Underflow) return 0;
        int k = (int)(InverseLn2 * x + (x < 0 ? -0.5 : 0.5));
        if (Math.Abs(x) < 0.34) k = 0;
        double high = x - k * Ln2High, low = k * Ln2Low - rest, r = high - low, t = r * r;
        double c = r - t * (1.66666666666666019037e-01 + t * (-2.77777777770155933842e-03 + t * (6.61375632143793436117e-05 + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
        double y = 1 - (low - r * c / (2 - c) - high);
        return k switch
        {
            0 => y,
            > 1022 => y * PowerOfTwo(k - 1) * 2,
            < -1021 => y * PowerOfTwo(k + 1000) * PowerOfTwo(-1000),
            _ => y * PowerOfTwo(k),
        };
    }

    /// <summary>ln x as the sum of two doubles, to some 70 bits.</summary>
    private static (double High, double Low) LogTwice(double x)
    {
        (double m, int k) = Split(x);
        // s = (m − 1)/(m + 1) in twice the digits; ln m = 2s(1 + z/3 + z²/5 + …), z = s²
        double f = m - 1, g = m + 1, gLow = m - (g - 1), s = f / g;
        (double p, double e) = Product(s, g);
        double sLow = (f - p - e - s * gLow) / g;
        (double z, double zLow) = Product(s, s);
        zLow += 2 * s * sLow;
        double tail = 1.0 / 29;
        for (int n = 27; n >= 7; n -= 2) tail = tail * z + 1.0 / n;
        (double t, double tLow) = Sum(0.2, z * tail, -1.1102230246251565e-17); // 0.2 and what the double lacks of 1/5
        (t, tLow) = Times(t, tLow, z, zLow);
        (t, tLow) = Sum(1.0 / 3, t, 1.8503717077085942e-17 + tLow);
        (t, tLow) = Times(t, tLow, z, zLow);
        (t, tLow) = Times(t, tLow, s, sLow);
        (double high, double low) = Sum(s, t, sLow + tLow);
        (high, low) = (2 * high, 2 * low);
        if (k == 0) return (high, low);
        (double q, double qLow) = Product(k, Ln2Low);
        (double a, double aLow) = Sum(k * Ln2High, high, 0);
        (double b, double bLow) = Sum(a, q, aLow + low + qLow);
        return (b, bLow);
    }

    /// <summary>x = m·2^k with m in √½ … √2; x is positive and finite.</summary>
    private static (double M, int K) Split(double x)
    {
        int k = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984; // 2^54
            k = -54;
        }
        long bits = BitConverter.DoubleToInt64Bits(x);
        k += (int)(bits >> 52) - 1023;
        double m = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        return m > 1.4142135623730951 ? (m * 0.5, k + 1) : (m, k);
    }

    private static double PowerOfTwo(int k) => BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);

    /// <summary>a·b as product and error (Dekker 1971), without a fused operation that a machine may lack.</summary>
    private static (double Product, double Error) Product(double a, double b)
    {
        double p = a * b, ca = 134217729 * a, cb = 134217729 * b;
        double ah = ca - (ca - a), al = a - ah, bh = cb - (cb - b), bl = b - bh;
        return (p, ah * bh - p + ah * bl + al * bh + al * bl);
    }

    /// <summary>a + b + small, |a| ≥ |b|.</summary>
    private static (double High, double Low) Sum(double a, double b, double small)
    {
        double sum = a + b, lost = (Math.Abs(a) >= Math.Abs(b) ? b - (sum - a) : a - (sum - b)) + small;
        double high = sum + lost;
        return (high, lost - (high - sum));
    }

    private static (double High, double Low) Times(double a, double aLow, double b, double bLow)
    {
        (double p, double e) = Product(a, b);
        e += a * bLow + aLow * b;
        double high = p + e;
        return (high, e - (high - p));
    }
}
