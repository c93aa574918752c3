namespace UrbanHealth.Indicators.Numerics;

/// <summary>An exact number to some 30 digits, with a bound of how far it may be off: enough to round it once, nearly always.</summary>
/// <remarks>Ziv, Fast evaluation of elementary mathematical functions with correctly rounded last bit (1991): when both ends of the bound round alike, so does the number. What cannot be decided so is left to whole-number arithmetic.</remarks>
internal readonly struct ExactEstimate(DoubleDouble value, double error)
{
    private const double Relative = 1.0 / (1L << 50) / (1L << 50); // of each step; the arithmetic of two doubles is 16 times as good
    private const double Absolute = 1e-290; // of each step near the lower end of the range

    private readonly DoubleDouble value = value;
    private readonly double error = error;

    public static implicit operator ExactEstimate(double x) => new(x, 0);

    public static ExactEstimate operator +(ExactEstimate a, ExactEstimate b) => Of(a.value + b.value, a.error + b.error);

    public static ExactEstimate operator +(ExactEstimate a, double b) => Of(a.value + b, a.error);

    public static ExactEstimate operator -(ExactEstimate a, ExactEstimate b) => Of(a.value - b.value, a.error + b.error);

    public static ExactEstimate operator *(ExactEstimate a, ExactEstimate b) =>
        Of(a.value * b.value, Math.Abs(a.value.High) * 2 * b.error + Math.Abs(b.value.High) * 2 * a.error + a.error * b.error);

    /// <summary>The number over a positive <paramref name="divisor"/>, rounded once; false where the bound leaves it open.</summary>
    public bool TryDivide(double divisor, out double quotient)
    {
        double first = value.High / divisor, rest = (Math.FusedMultiplyAdd(-first, divisor, value.High) + value.Low) / divisor;
        double high = first + rest, low = rest - (high - first), bound = error / divisor * 2 + Math.Abs(high) * Relative;
        quotient = high + (low - bound);
        return quotient == high + (low + bound) && Math.Abs(quotient) is > 1e-200 and < 1e200;
    }

    private static ExactEstimate Of(DoubleDouble value, double error) => new(value, error * (1 + 1e-9) + Math.Abs(value.High) * Relative + Absolute);
}
