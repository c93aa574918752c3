namespace UrbanHealth.Indicators.Numerics;

/// <summary>An unevaluated sum of two doubles, about 32 digits, for the few places where double alone would lose the answer. Source: Dekker (1971); Hida, Li &amp; Bailey (2001).</summary>
internal readonly struct DoubleDouble(double high, double low = 0)
{
    public double High { get; } = high;

    public double Low { get; } = low;

    public static implicit operator DoubleDouble(double x) => new(x);

    public static explicit operator double(DoubleDouble x) => x.High + x.Low;

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        (double s, double e) = TwoSum(a.High, b.High);
        (double t, double f) = TwoSum(a.Low, b.Low);
        (s, e) = Quick(s, e + t);
        return Of(Quick(s, e + f));
    }

    public static DoubleDouble operator +(DoubleDouble a, double b)
    {
        (double s, double e) = TwoSum(a.High, b);
        return Of(Quick(s, e + a.Low));
    }

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        double p = a.High * b.High;
        double e = Math.FusedMultiplyAdd(a.High, b.High, -p);
        e = Math.FusedMultiplyAdd(a.High, b.Low, Math.FusedMultiplyAdd(a.Low, b.High, e));
        return Of(Quick(p, e));
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        double q1 = a.High / b.High;
        DoubleDouble r = a - q1 * b;
        double q2 = r.High / b.High;
        r -= q2 * b;
        return Of(Quick(q1, q2)) + r.High / b.High;
    }

    /// <summary>The square root of a number that is not negative.</summary>
    public static DoubleDouble Sqrt(DoubleDouble a)
    {
        if (a.High <= 0) return 0;
        double x = Math.Sqrt(a.High);
        DoubleDouble rest = a - (DoubleDouble)x * x;
        return Of(Quick(x, rest.High / (2 * x)));
    }

    private static DoubleDouble Of((double High, double Low) p) => new(p.High, p.Low);

    private static (double Sum, double Error) TwoSum(double a, double b)
    {
        double s = a + b, v = s - a;
        return (s, a - (s - v) + (b - v));
    }

    private static (double Sum, double Error) Quick(double a, double b)
    {
        double s = a + b;
        return (s, b - (s - a));
    }
}
