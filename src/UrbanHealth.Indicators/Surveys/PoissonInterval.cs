using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Intervals for the expectation of a count (计数的泊松区间).</summary>
public static class PoissonInterval
{
    /// <summary>The exact interval of Garwood (1936), from the chi-square distribution: ½χ²(α/2; 2k) to ½χ²(1 − α/2; 2k + 2).</summary>
    /// <param name="count">How many cases.</param>
    /// <param name="level">The probability that it covers the truth.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or the level not between 0 and 1.</exception>
    public static ConfidenceInterval Garwood(long count, double level = 0.95)
    {
        Check(count, level);
        double tail = (1 - level) / 2;
        return new ConfidenceInterval(count == 0 ? 0 : Quantile(count, tail), Quantile(count + 1, 1 - tail), level);
    }

    /// <summary>Byar's approximation (Breslow &amp; Day 1987, p. 69), for tables that are checked by hand; near Garwood's from 1 case on.</summary>
    /// <inheritdoc cref="Garwood"/>
    public static ConfidenceInterval Byar(long count, double level = 0.95)
    {
        Check(count, level);
        double z = ProportionInterval.Normal(level), k = count, more = k + 1;
        return new ConfidenceInterval(
            count == 0 ? 0 : k * ElementaryFunctions.Pow(1 - 1 / (9 * k) - z / (3 * Math.Sqrt(k)), 3),
            more * ElementaryFunctions.Pow(1 - 1 / (9 * more) + z / (3 * Math.Sqrt(more)), 3), level);
    }

    /// <summary>The quantile of a gamma variable of this shape and rate 1: Wilson-Hilferty's start, then Newton steps kept within a bracket.</summary>
    private static double Quantile(double shape, double p)
    {
        double z = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p), c = 1 - 1 / (9 * shape) + z / (3 * Math.Sqrt(shape));
        double x = c > 0 ? shape * c * c * c : shape * 1e-3, low = 0, high = double.PositiveInfinity;
        for (int k = 0; k < 100; k++)
        {
            double off = MathNet.Numerics.Distributions.Gamma.CDF(shape, 1, x) - p;
            if (off < 0) low = x; else high = x;
            double next = x - off / MathNet.Numerics.Distributions.Gamma.PDF(shape, 1, x);
            if (!(next > low && next < high)) next = double.IsInfinity(high) ? 2 * x : (low + high) / 2;
            if (Math.Abs(next - x) <= 1e-15 * x) return next;
            x = next;
        }
        return x;
    }

    private static void Check(long count, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1.");
    }
}
