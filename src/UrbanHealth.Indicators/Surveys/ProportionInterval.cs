using MathNet.Numerics.Distributions;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Intervals for a share from a count (比例的置信区间).</summary>
public static class ProportionInterval
{
    /// <summary>Wilson's score interval (1927), with or without a continuity correction. Source: Newcombe (1998), methods 3 and 4.</summary>
    /// <param name="successes">How many; need not be whole.</param>
    /// <param name="n">Out of how many; need not be whole.</param>
    /// <param name="level">The probability that it covers the truth.</param>
    /// <param name="continuity">Whether to correct for continuity: wider, and conservative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count or the level is out of range.</exception>
    public static ConfidenceInterval Wilson(double successes, double n, double level = 0.95, bool continuity = false)
    {
        Check(successes, n, level);
        double z = Normal(level), p = successes / n, q = 1 - p, z2 = z * z;
        double low, high;
        if (continuity)
        {
            low = (2 * n * p + z2 - 1 - z * Math.Sqrt(Math.Max(0, z2 - 2 - 1 / n + 4 * p * (n * q + 1)))) / (2 * (n + z2));
            high = (2 * n * p + z2 + 1 + z * Math.Sqrt(Math.Max(0, z2 + 2 - 1 / n + 4 * p * (n * q - 1)))) / (2 * (n + z2));
        }
        else
        {
            double middle = (2 * n * p + z2) / (2 * (n + z2)), half = z * Math.Sqrt(z2 + 4 * n * p * q) / (2 * (n + z2));
            (low, high) = (middle - half, middle + half);
        }
        // the ends are exact at 0 and 1, where rounding would leave a trace
        return new ConfidenceInterval(successes <= 0 ? 0 : Math.Max(0, low), successes >= n ? 1 : Math.Min(1, high), level);
    }

    /// <summary>The exact interval of Clopper &amp; Pearson (1934), from the beta distribution; conservative.</summary>
    /// <inheritdoc cref="Wilson"/>
    public static ConfidenceInterval ClopperPearson(double successes, double n, double level = 0.95)
    {
        Check(successes, n, level);
        double tail = (1 - level) / 2;
        return new ConfidenceInterval(
            successes <= 0 ? 0 : Beta.InvCDF(successes, n - successes + 1, tail),
            successes >= n ? 1 : Beta.InvCDF(successes + 1, n - successes, 1 - tail), level);
    }

    /// <summary>Normal on the log-odds; NaN when all or none succeed.</summary>
    /// <inheritdoc cref="Wilson"/>
    public static ConfidenceInterval Logit(double successes, double n, double level = 0.95)
    {
        Check(successes, n, level);
        if (successes <= 0 || successes >= n) return new ConfidenceInterval(double.NaN, double.NaN, level);
        double logit = ElementaryFunctions.Log(successes / (n - successes)), reach = Normal(level) * Math.Sqrt(1 / successes + 1 / (n - successes));
        return new ConfidenceInterval(1 / (1 + ElementaryFunctions.Exp(reach - logit)), 1 / (1 + ElementaryFunctions.Exp(-reach - logit)), level);
    }

    internal static double Normal(double level) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + level) / 2);

    internal static double StudentT(double level, double degreesOfFreedom) =>
        !(degreesOfFreedom > 0) ? double.NaN : degreesOfFreedom > 1e7 ? Normal(level) : MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, degreesOfFreedom, (1 + level) / 2);

    private static void Check(double successes, double n, double level)
    {
        if (!(n > 0)) throw new ArgumentOutOfRangeException(nameof(n), n, "The number of trials must be positive.");
        if (!(successes >= 0 && successes <= n)) throw new ArgumentOutOfRangeException(nameof(successes), successes, "The successes lie between 0 and the number of trials.");
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1.");
    }
}
